package report

import (
	"io"
	"path"
	"time"

	"notices.example/notices"
	"notices.example/notices/rules"
)

// Report is all that is known after a check.
type Report struct {
	Program  string    // the name of what wrote it: notices
	Version  string    // and which one: v1.0.0
	Day      time.Time // of the check
	Findings []notices.Finding
	Matrix   rules.Matrix
	Rules    []notices.RuleDoc // every rule there is, those without findings too
	Off      []string          // the IDs of the rules that the site leaves out
	Outcome  string            // what the findings mean, in a sentence

	// Folder is where the site is, below the folder that readers of the report look
	// for files in, with forward slashes: a repository's root. It is empty when the
	// two are the same.
	Folder string

	// StepSummary says that the summary of the step has every finding, in GitHub
	// Actions.
	StepSummary bool

	// RulesURL is the address under which the rules have their pages, such as
	// https://example.org/docs/rules/. It is empty when it is not known.
	RulesURL string

	// Cite names a provision for readers, and Link gives the address of its
	// official text or nothing. Either may be nil.
	Cite func(provision string) string
	Link func(provision string) string

	// Line gives line n of a file, as load.Sources does. It may be nil.
	Line func(file string, n int) string
}

// Format is a way of writing a report.
type Format struct {
	Name   string // as people ask for it
	For    string // what it is for, in a phrase
	People bool   // people read it, so that a word may be shown a little otherwise; no program depends on it
	Write  func(io.Writer, Report) error
}

// Formats gives every format, the ones for people first.
func Formats() []Format {
	return []Format{
		{"text", "people at a terminal", true, plainText},
		{"matrix", "which notice says what, at a terminal", true, matrixText},
		{"html", "which notice says what, as a page", true, MatrixHTML},
		{"csv", "which notice says what, as a spreadsheet", true, MatrixCSV},
		{"markdown", "a comment on a pull request", true, Markdown},
		{"json", "other programs", false, JSON},
		{"sarif", "code scanning on GitHub, and editors", false, SARIF},
		{"junit", "test results on GitLab, Jenkins and others", false, JUnit},
		{"github", "annotations in GitHub Actions", false, Annotations},
		{"gitlab", "code quality in GitLab merge requests", false, CodeQuality},
	}
}

// plainText writes the text for a file: without colour, and not fitted to a terminal.
func plainText(w io.Writer, r Report) error {
	return Text(w, r.Findings, r.Line, TextOptions{Outcome: r.Outcome, Cite: r.Cite})
}

// cite names a provision.
func (r Report) cite(provision string) string {
	if r.Cite == nil {
		return provision
	}
	return r.Cite(provision)
}

// link gives the address of a provision's official text, or nothing.
func (r Report) link(provision string) string {
	if r.Link == nil {
		return ""
	}
	return r.Link(provision)
}

// path gives a file as readers of the report look for it.
func (r Report) path(file string) string { return path.Join(r.Folder, file) }
