package report

import (
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
)

// sarifSchema is the official schema, which the tests hold the report to.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// SARIF writes findings in the Static Analysis Results Interchange Format 2.1.0,
// which GitHub's code scanning and editors read. Every rule is declared, with
// what its page says. What is accepted is a suppressed result. GitHub pays no
// heed to that, so what is accepted is a note and says so first, whatever it
// weighs. So is what stands in a draft: neither blocks anything.
func SARIF(w io.Writer, r Report) error {
	declared, index := sarifRules(r)
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: r.Program, Version: r.Version, Rules: declared}},
		ColumnKind: "unicodeCodePoints",
		BaseIDs: map[string]sarifBase{"SRCROOT": {Description: sarifText{
			"The folder that paths are relative to: the repository's root, or the site's folder.",
		}}},
		Results:    []sarifResult{},
		Properties: map[string]any{"day": r.Day.Format(time.DateOnly)},
	}
	list := merged(sorted(r.Findings))
	prints := printed(list)
	based := slices.ContainsFunc(r.Findings, func(f notices.Finding) bool { return f.Baseline })
	for i, e := range list {
		result := r.sarifResult(e, prints[i])
		if n, known := index[e.Rule]; known {
			result.RuleIndex = &n
		}
		if based {
			result.BaselineState = sarifState(e)
		}
		run.Results = append(run.Results, result)
	}
	return writeJSON(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

// sarifLevels are the severities in SARIF's words.
var sarifLevels = map[notices.Severity]string{notices.Error: "error", notices.Warning: "warning", notices.Advice: "note"}

func (r Report) sarifResult(e entry, fingerprint string) sarifResult {
	level := sarifLevels[e.Severity]
	if e.Unpublished() || e.Accepted != nil {
		level = "note"
	}
	result := sarifResult{
		RuleID: e.Rule, Level: level, Message: sarifText{sarifWords(toldAll(e))},
		Locations: []sarifLocation{r.sarifLocation(e.Pos)},
		// Code scanning on GitHub looks at primaryLocationLineHash alone.
		Fingerprints: map[string]string{"noticesFinding/v1": fingerprint, "primaryLocationLineHash": fingerprint},
		Properties:   sarifProperties(e),
	}
	for i, related := range e.Related {
		at := r.sarifLocation(related.Pos)
		at.ID, at.Message = &i, &sarifText{sarifWords(Plain(related.Message))}
		result.Related = append(result.Related, at)
	}
	if e.Accepted != nil {
		for _, a := range e.acceptances() {
			result.Suppressions = append(result.Suppressions, sarifSuppression{Kind: "external", Status: "accepted", Justification: Plain(acceptedWords(a))})
		}
	}
	return result
}

func sarifProperties(e entry) map[string]any {
	p := map[string]any{"severity": e.Severity.String()}
	add := func(key, value string) {
		if value != "" {
			p[key] = value
		}
	}
	add("field", e.Field)
	add("about", e.About)
	if names := e.names(); len(names) > 0 {
		p["notices"] = names
	}
	if len(e.Provisions) > 0 {
		p["provisions"] = e.Provisions
	}
	if e.Unpublished() {
		p["draft"] = true
	}
	return p
}

// sarifLocation gives a place. Where there is no line it is the whole file.
func (r Report) sarifLocation(pos notices.Pos) sarifLocation {
	uri := &url.URL{Path: r.path(pos.File)}
	at := sarifPhysical{Artifact: sarifArtifact{uri.EscapedPath(), "SRCROOT"}}
	if pos.Line > 0 {
		at.Region = &sarifRegion{StartLine: pos.Line, StartColumn: pos.Col}
		if pos.Col > 0 && pos.Len > 0 {
			at.Region.EndColumn = pos.Col + pos.Len // the column after the last one
		}
	}
	return sarifLocation{Physical: at}
}

// sarifState says whether a finding was there when the baseline was made.
func sarifState(e entry) string {
	if e.Baseline {
		return "unchanged"
	}
	return "new"
}

// special are the marks that SARIF's readers take for something else than words:
// {0} for an argument and [words](1) for a link to a place.
var special = regexp.MustCompile(`\{(\d+)\}|\[([^\[\]]*)\]\(`)

// sarifWords writes words that hold such marks so that they are read as they are.
// Other brackets and braces are left alone: they are in lines to paste.
func sarifWords(text string) string {
	return special.ReplaceAllStringFunc(text, func(mark string) string {
		if mark[0] == '{' {
			return "{" + mark + "}"
		}
		return `\` + strings.Replace(mark, "](", `\](`, 1)
	})
}
