package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/rules"
)

// JUnit writes findings as test results: a suite for each notice, and one for
// the rest of the site. Each item of information that a notice gives, or need
// not give, is a test that passed.
//
// What keeps the site from being published has failed. All else, and what is
// accepted or stands in what is not published, is skipped, with the words: Jenkins and GitLab
// show those of skipped tests, while GitLab shows nothing of tests that passed.
func JUnit(w io.Writer, r Report) error {
	all := junitSuites{Name: r.Program}
	for _, s := range r.junitSuites() {
		all.add(s)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(all); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}

type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr,omitempty"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Skipped  int          `xml:"skipped,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name    string       `xml:"name,attr"`
		Class   string       `xml:"classname,attr"`
		File    string       `xml:"file,attr,omitempty"`
		Failure *junitResult `xml:"failure"`
		Skipped *junitResult `xml:"skipped"`
	}
	junitResult struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr,omitempty"`
		Text    string `xml:",chardata"`
	}
)

func (all *junitSuites) add(s junitSuite) {
	for _, c := range s.Cases {
		s.Tests++
		if c.Failure != nil {
			s.Failures++
		}
		if c.Skipped != nil {
			s.Skipped++
		}
	}
	all.Tests, all.Failures, all.Skipped = all.Tests+s.Tests, all.Failures+s.Failures, all.Skipped+s.Skipped
	all.Suites = append(all.Suites, s)
}

// theRest is the suite of what concerns no notice.
const theRest = "the rest of the site"

func (r Report) junitSuites() []junitSuite {
	found := map[string][]notices.Finding{}
	for _, f := range sorted(r.Findings) {
		found[f.Notice] = append(found[f.Notice], f)
	}
	var suites []junitSuite
	for _, row := range r.Matrix.Rows {
		suites = append(suites, junitSuite{Name: Plain(row.Notice), Cases: append(junitItems(r.Matrix.Items, row), r.junitCases(row.Notice, found[row.Notice])...)})
		delete(found, row.Notice)
	}
	var others []string // files that are no notice in the matrix: they could not be read
	for notice := range found {
		others = append(others, notice)
	}
	slices.Sort(others)
	for _, notice := range others {
		name := notice
		if name == "" {
			name = theRest
		}
		suites = append(suites, junitSuite{Name: Plain(name), Cases: r.junitCases(name, found[notice])})
	}
	return suites
}

// junitItems gives the items of information that a notice deals with, and those
// that cannot be told yet. The others have a finding.
func junitItems(items []rules.Column, row rules.Row) []junitCase {
	var cases []junitCase
	for i, cell := range row.Cells {
		c := junitCase{Name: Plain(items[i].Label), Class: Plain(row.Notice)}
		switch cell.State {
		case rules.Missing, rules.Incomplete:
			continue
		case rules.Unclear:
			words := Plain("It cannot be told yet whether this is needed: " + cell.Why + ".")
			c.Skipped = &junitResult{Message: words, Text: words}
		}
		cases = append(cases, c)
	}
	return cases
}

// junitCases gives a test for each finding. Its name does not change when lines
// are moved, so that its history can be followed.
func (r Report) junitCases(suite string, findings []notices.Finding) []junitCase {
	var cases []junitCase
	times := map[string]int{}
	for _, f := range findings {
		name := f.Rule
		if f.Field != "" {
			name += ": " + f.Field
		}
		if times[name]++; times[name] > 1 {
			name = fmt.Sprintf("%s (%d)", name, times[name])
		}
		c := junitCase{Name: Plain(name), Class: Plain(suite), File: Plain(r.path(f.Pos.File))}
		result := &junitResult{Message: Plain(f.Severity.String() + ": " + f.Message), Text: r.junitText(f)}
		switch {
		case f.Accepted != nil:
			result.Message = Plain(acceptedWords(*f.Accepted))
			c.Skipped = result
		case f.Blocks():
			result.Type = f.Rule
			c.Failure = result
		default:
			c.Skipped = result
		}
		cases = append(cases, c)
	}
	return cases
}

// junitText says all there is to say: GitLab shows it and not the message.
func (r Report) junitText(f notices.Finding) string {
	at := f.Pos
	at.File = r.path(at.File)
	lines := []string{at.String() + ": " + f.Severity.String() + ": " + f.Message}
	if f.Accepted != nil {
		lines = append(lines, acceptedWords(*f.Accepted))
	}
	if f.Unpublished() {
		lines = append(lines, unpublished(f))
	}
	if f.Fix != "" {
		lines = append(lines, "Fix: "+f.Fix)
	}
	var cited []string
	for _, p := range f.Provisions {
		cited = append(cited, r.cite(p))
	}
	if len(cited) > 0 {
		lines = append(lines, "Law: "+strings.Join(cited, ", "))
	}
	return "\n" + Plain(strings.Join(lines, "\n")) + "\n"
}
