package report

import (
	"regexp"
	"strings"

	"notices.example/notices"
)

// The types are the part of SARIF that we write.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool            `json:"tool"`
		ColumnKind string               `json:"columnKind"`
		BaseIDs    map[string]sarifBase `json:"originalUriBaseIds"`
		Results    []sarifResult        `json:"results"`
		Properties map[string]any       `json:"properties,omitempty"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID         string         `json:"id"`
		Short      sarifText      `json:"shortDescription"`
		Full       sarifText      `json:"fullDescription"`
		Help       sarifHelp      `json:"help"`
		HelpURI    string         `json:"helpUri,omitempty"`
		Default    sarifDefault   `json:"defaultConfiguration"`
		Properties map[string]any `json:"properties,omitempty"`
	}
	sarifDefault struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifHelp struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown"`
	}
	sarifBase struct {
		Description sarifText `json:"description"`
	}
	sarifResult struct {
		RuleID        string             `json:"ruleId"`
		RuleIndex     *int               `json:"ruleIndex,omitempty"`
		Level         string             `json:"level"`
		Message       sarifText          `json:"message"`
		Locations     []sarifLocation    `json:"locations"`
		Related       []sarifLocation    `json:"relatedLocations,omitempty"`
		Fingerprints  map[string]string  `json:"partialFingerprints"`
		BaselineState string             `json:"baselineState,omitempty"`
		Suppressions  []sarifSuppression `json:"suppressions,omitempty"`
		Properties    map[string]any     `json:"properties,omitempty"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Status        string `json:"status"`
		Justification string `json:"justification"`
	}
	sarifLocation struct {
		ID       *int          `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI    string `json:"uri"`
		BaseID string `json:"uriBaseId"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
		EndColumn   int `json:"endColumn,omitempty"`
	}
)

// sarifRules declares every rule, and tells where in the list each is.
func sarifRules(r Report) (declared []sarifRule, index map[string]int) {
	declared, index = []sarifRule{}, map[string]int{}
	for _, doc := range r.Rules {
		if _, twice := index[doc.ID]; twice {
			continue
		}
		index[doc.ID] = len(declared)
		declared = append(declared, r.sarifRule(doc))
	}
	return declared, index
}

// problemSeverity are the severities in the words of GitHub's code scanning.
var problemSeverity = map[notices.Severity]string{
	notices.Error: "error", notices.Warning: "warning", notices.Advice: "recommendation",
}

func (r Report) sarifRule(doc notices.RuleDoc) sarifRule {
	rule := sarifRule{
		ID: doc.ID, Short: sarifText{doc.Title}, Full: sarifText{plainWords(doc.Why)}, Help: r.sarifHelp(doc),
		Default:    sarifDefault{sarifLevels[doc.Severity]},
		Properties: map[string]any{"tags": []string{"privacy-notice"}, "problem.severity": problemSeverity[doc.Severity]},
	}
	if len(doc.Provisions) > 0 {
		rule.Properties["provisions"] = doc.Provisions
	}
	if r.RulesURL != "" {
		rule.HelpURI = strings.TrimSuffix(r.RulesURL, "/") + "/" + doc.ID + ".md"
	}
	return rule
}

// sarifHelp is what the rule's page says: why, the law, and the two examples.
func (r Report) sarifHelp(doc notices.RuleDoc) sarifHelp {
	text, markdown := plainWords(doc.Why), doc.Why
	var cited, linked []string
	for _, p := range doc.Provisions {
		name, link := r.cite(p), r.link(p)
		cited = append(cited, name)
		if link != "" {
			name = "[" + name + "](" + link + ")"
		}
		linked = append(linked, name)
	}
	if len(cited) > 0 {
		text += "\n\nLaw: " + strings.Join(cited, ", ") + "."
		markdown += "\n\nLaw: " + strings.Join(linked, ", ") + "."
	}
	for _, example := range []struct{ title, content string }{{"Reported", doc.Bad}, {"Put right", doc.Good}} {
		if content := Plain(strings.TrimRight(example.content, "\n")); content != "" {
			text += "\n\n" + example.title + ":\n\n" + content
			markdown += "\n\n**" + example.title + "**\n\n" + fenced(content)
		}
	}
	return sarifHelp{text, markdown}
}

var markdownLink = regexp.MustCompile(`\[([^\[\]]+)\]\([^()]*\)`)

// plainWords takes the links out of a text that a rule gives in Markdown.
func plainWords(text string) string { return markdownLink.ReplaceAllString(text, "$1") }
