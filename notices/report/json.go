package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/rules"
)

// SchemaVersion is the version of what JSON writes. It grows by one when a key
// goes or changes its meaning; a new key alone does not change it.
const SchemaVersion = 1

// JSON writes a report for programs. docs/report-schema.md says what its keys
// mean, and docs/report.schema.json is the same for programs. What is wrong for
// several notices at one place, which Text shows and counts once, is a finding of
// each of them, with its own notice, accepted and draft.
func JSON(w io.Writer, r Report) error {
	out := jsonReport{
		Schema: SchemaVersion, Program: strings.TrimSpace(r.Program + " " + r.Version), Day: r.Day.Format(time.DateOnly),
		Findings: []jsonFinding{}, Off: r.Off, Law: map[string]jsonProvision{},
	}
	findings := sorted(r.Findings)
	prints := Fingerprints(findings)
	for i, f := range findings {
		out.Summary.count(f)
		out.Findings = append(out.Findings, toJSON(f, prints[i]))
		for _, p := range f.Provisions {
			out.Law[p] = jsonProvision{r.cite(p), r.link(p)}
		}
	}
	out.Matrix = matrixToJSON(r.Matrix)
	return writeJSON(w, out)
}

// writeJSON writes a value as JSON, for people to read too.
func writeJSON(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(value); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

type jsonReport struct {
	Schema   int           `json:"schema"`
	Program  string        `json:"program,omitempty"`
	Day      string        `json:"day"`
	Summary  jsonSummary   `json:"summary"`
	Findings []jsonFinding `json:"findings"`
	Matrix   jsonMatrix    `json:"matrix"`
	Off      []string      `json:"off,omitempty"`

	Law map[string]jsonProvision `json:"law"` // encoding/json writes the keys in order
}

type jsonProvision struct {
	Name string `json:"name"`
	Link string `json:"link,omitempty"`
}

type jsonSummary struct {
	Errors   int  `json:"errors"`
	Warnings int  `json:"warnings"`
	Advice   int  `json:"advice"`
	Drafts   int  `json:"drafts"`
	Accepted int  `json:"accepted"`
	Blocks   bool `json:"blocks"`
}

func (s *jsonSummary) count(f notices.Finding) {
	s.Blocks = s.Blocks || f.Blocks()
	switch {
	case f.Accepted != nil:
		s.Accepted++
	case f.Unpublished():
		s.Drafts++
	case f.Severity == notices.Error:
		s.Errors++
	case f.Severity == notices.Warning:
		s.Warnings++
	case f.Severity == notices.Advice:
		s.Advice++
	}
}

type jsonPlace struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Length int    `json:"length,omitempty"`
}

func place(p notices.Pos) jsonPlace { return jsonPlace{p.File, p.Line, p.Col, p.Len} }

type jsonFinding struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	jsonPlace
	Field       string        `json:"field,omitempty"`
	Fingerprint string        `json:"fingerprint"`
	Message     string        `json:"message"`
	Fix         string        `json:"fix,omitempty"`
	Provisions  []string      `json:"provisions,omitempty"`
	Notice      string        `json:"notice,omitempty"`
	About       string        `json:"about,omitempty"`
	Related     []jsonRelated `json:"related,omitempty"`
	Accepted    *jsonAccepted `json:"accepted,omitempty"`
	Draft       bool          `json:"draft"`
	Blocks      bool          `json:"blocks"`
}

type jsonRelated struct {
	jsonPlace
	Message string `json:"message"`
}

type jsonAccepted struct {
	By       string `json:"by"`
	Until    string `json:"until"`
	Reason   string `json:"reason"`
	Baseline bool   `json:"baseline"`
}

func toJSON(f notices.Finding, fingerprint string) jsonFinding {
	out := jsonFinding{
		Rule: f.Rule, Severity: f.Severity.String(), jsonPlace: place(f.Pos), Field: f.Field, Fingerprint: fingerprint,
		Message: f.Message, Fix: f.Fix,
		Provisions: f.Provisions, Notice: f.Notice, About: f.About, Draft: f.Unpublished(), Blocks: f.Blocks(),
	}
	for _, r := range f.Related {
		out.Related = append(out.Related, jsonRelated{place(r.Pos), r.Message})
	}
	if a := f.Accepted; a != nil {
		out.Accepted = &jsonAccepted{By: a.By.Value, Until: a.Until.String(), Reason: a.Reason.Value, Baseline: f.Baseline}
	}
	return out
}

type jsonMatrix struct {
	Items   []jsonItem `json:"items"`
	Notices []jsonRow  `json:"notices"`
}

type jsonItem struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

type jsonRow struct {
	Notice   string              `json:"notice"`
	Title    string              `json:"title"`
	Draft    bool                `json:"draft"`
	Standing string              `json:"standing"`
	Cells    map[string]jsonCell `json:"cells"`
}

type jsonCell struct {
	State      rules.State `json:"state"`
	Why        string      `json:"why,omitempty"`
	From       string      `json:"from,omitempty"`
	Provisions []string    `json:"provisions,omitempty"`
	Accepted   bool        `json:"accepted,omitempty"` // the notice accepts every error about it
}

func matrixToJSON(m rules.Matrix) jsonMatrix {
	out := jsonMatrix{Items: []jsonItem{}, Notices: []jsonRow{}}
	for _, item := range m.Items {
		out.Items = append(out.Items, jsonItem(item))
	}
	for _, row := range m.Rows {
		cells := map[string]jsonCell{} // encoding/json writes the keys in order
		for i, c := range row.Cells {
			cells[m.Items[i].ID] = jsonCell{c.State, c.Why, c.From, c.Provisions, c.Accepted}
		}
		out.Notices = append(out.Notices, jsonRow{row.Notice, row.Title, row.Standing == notices.Draft, row.Standing.String(), cells})
	}
	return out
}
