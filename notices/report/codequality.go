package report

import (
	"io"

	"notices.example/notices"
)

// codeIssue is an issue in GitLab's code quality report.
type codeIssue struct {
	Description string       `json:"description"`
	Check       string       `json:"check_name"`
	Fingerprint string       `json:"fingerprint"`
	Severity    string       `json:"severity"` // info, minor, major, critical or blocker
	Location    codeLocation `json:"location"`
}

type codeLocation struct {
	Path  string    `json:"path"`
	Lines codeLines `json:"lines"`
}

type codeLines struct {
	Begin int `json:"begin"`
}

// codeSeverities are the severities in GitLab's words.
var codeSeverities = map[notices.Severity]string{notices.Error: "blocker", notices.Warning: "major", notices.Advice: "minor"}

// CodeQuality writes findings as GitLab's code quality report, which shows them
// beside the lines of a merge request. What is accepted or stands in a draft is
// for information.
func CodeQuality(w io.Writer, r Report) error {
	issues := []codeIssue{}
	list := merged(sorted(r.Findings))
	prints := printed(list)
	for i, e := range list {
		issue := codeIssue{
			Description: toldAll(e), Check: e.Rule, Fingerprint: prints[i], Severity: codeSeverities[e.Severity],
			Location: codeLocation{Path: Plain(r.path(e.Pos.File)), Lines: codeLines{max(e.Pos.Line, 1)}},
		}
		if e.Unpublished() || e.Accepted != nil {
			issue.Severity = "info"
		}
		issues = append(issues, issue)
	}
	return writeJSON(w, issues)
}
