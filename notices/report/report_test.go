package report_test

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/report"
	"notices.example/notices/rules"
)

var update = flag.Bool("update", false, "write the golden files anew")

var day = time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)

func pos(line, col, length int) notices.Pos {
	return notices.Pos{File: "content/notices/a.yaml", Line: line, Col: col, Len: length}
}

// source is a file with what makes it hard to mark a place.
var source = []string{
	"title: Allotments",
	"\tpurpose: Rent you a plot",
	"name: 東京 office",
	"name: Cafe\u0301 bar",
	"note: a\x1b[31mred\u202etext",
	"long: " + strings.Repeat("word ", 60) + "HERE" + strings.Repeat(" more", 60),
	"",
}

func line(_ string, n int) string {
	if n < 1 || n > len(source) {
		return ""
	}
	return source[n-1]
}

func findings() []notices.Finding {
	accepted := &notices.Acceptance{
		Reason: notices.Text{Value: "The firm has been asked."},
		By:     notices.Text{Value: "Data protection officer"},
		Until:  notices.Date{Time: time.Date(2026, time.December, 31, 0, 0, 0, 0, time.UTC)},
	}
	return []notices.Finding{
		{Rule: "tab-before", Severity: notices.Error, Pos: pos(2, 11, 15), Message: "A tab stands before the place.",
			Fix: "Do this:\n\npurposes:\n  - id: x", Provisions: []string{"13(1)(c)", "14(1)(c)"},
			Related: []notices.Related{{Pos: pos(1, 8, 10), Message: "the title"}}},
		{Rule: "whole-notice", Severity: notices.Error, Pos: pos(1, 1, 0), Message: "A whole part is missing."},
		{Rule: "wide-before", Severity: notices.Warning, Pos: pos(3, 10, 6), Message: "Wide characters stand before the place."},
		{Rule: "combining-before", Severity: notices.Advice, Pos: pos(4, 13, 3), Message: "A combining accent stands before the place."},
		{Rule: "control-before", Severity: notices.Error, Pos: pos(5, 17, 4), Message: "Not \x1b[2J cleared, nor \u202eturned."},
		{Rule: "long-line", Severity: notices.Warning, Pos: pos(6, 307, 4), Message: "The line is long."},
		{Rule: "empty-line", Severity: notices.Warning, Pos: pos(7, 1, 0), Message: "The line is empty."},
		{Rule: "past-the-end", Severity: notices.Warning, Pos: pos(1, 90, 5), Message: "The place is past the end of its line."},
		{Rule: "no-line", Severity: notices.Error, Pos: notices.Pos{File: "content/site.yaml"}, Message: "The file is not there."},
		{Rule: "in-a-draft", Severity: notices.Error, Pos: pos(1, 1, 0), Message: "A draft has a gap.", Draft: true},
		{Rule: "accepted-gap", Severity: notices.Error, Pos: pos(1, 1, 0), Message: "A gap is accepted.", Accepted: accepted},
	}
}

func TestText(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := report.Text(&b, findings(), line, report.TextOptions{Outcome: "Nothing was published."}); err != nil {
		t.Fatal(err)
	}
	golden(t, "findings.txt", b.Bytes())
}

func TestTextWithoutFindings(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := report.Text(&b, nil, line, report.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("No findings.\n", b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Nothing from a content file can steer the terminal; only the colours that
// were asked for are there.
func TestTextHasNoControlCharacters(t *testing.T) {
	t.Parallel()
	for _, colour := range []bool{false, true} {
		var b bytes.Buffer
		if err := report.Text(&b, findings(), line, report.TextOptions{Colour: colour}); err != nil {
			t.Fatal(err)
		}
		text := b.String()
		if got := strings.Contains(text, "\x1b["); got != colour {
			t.Errorf("colour %t: escape sequences: %t", colour, got)
		}
		for _, bad := range []string{"\x1b[31mred", "\x1b[2J", "\u202e"} {
			if strings.Contains(text, bad) {
				t.Errorf("colour %t: it has %q", colour, bad)
			}
		}
	}
}

func TestTextFitsTheWidth(t *testing.T) {
	t.Parallel()
	for _, width := range []int{40, 60, 80, 120} {
		var b bytes.Buffer
		if err := report.Text(&b, findings()[5:6], line, report.TextOptions{Width: width}); err != nil {
			t.Fatal(err)
		}
		for l := range strings.Lines(b.String()) {
			if strings.Contains(l, " | ") && len([]rune(strings.TrimSuffix(l, "\n"))) > width {
				t.Errorf("at %d columns a line has %d: %s", width, len([]rune(l)), l)
			}
		}
		if !strings.Contains(b.String(), "HERE") {
			t.Errorf("at %d columns the place is cut off:\n%s", width, b.String())
		}
	}
}

func TestWriteErrorsAreReturned(t *testing.T) {
	t.Parallel()
	if err := report.Text(broken{}, findings(), line, report.TextOptions{}); err == nil {
		t.Error("Text: no error")
	}
	if err := report.JSON(broken{}, report.Report{}); err == nil {
		t.Error("JSON: no error")
	}
	if err := report.MatrixText(broken{}, matrix()); err == nil {
		t.Error("MatrixText: no error")
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

var _ io.Writer = broken{}

func TestJSON(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	r := report.Report{Program: "notices", Version: "1.0.0", Day: day, Findings: findings(), Matrix: matrix()}
	if err := report.JSON(&b, r); err != nil {
		t.Fatal(err)
	}
	golden(t, "report.json", b.Bytes())
}

func TestMatrixText(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := report.MatrixText(&b, matrix()); err != nil {
		t.Fatal(err)
	}
	golden(t, "matrix.txt", b.Bytes())
}

func matrix() rules.Matrix {
	cell := func(s rules.State, why, from string, provisions ...string) rules.Cell {
		return rules.Cell{ItemState: rules.ItemState{State: s, Why: why, Provisions: provisions}, From: from}
	}
	own := cell(rules.Own, "", "", "13(1)(a)")
	return rules.Matrix{
		Day:   day,
		Items: []rules.Column{{ID: "controller", Label: "Who is responsible"}, {ID: "rights", Label: "Your rights"}, {ID: "retention", Label: "How long we keep it"}},
		Rows: []rules.Row{
			{Notice: "allotments", Title: "Allotments", Cells: []rules.Cell{own, cell(rules.Inherited, "", "Anytown Council"), cell(rules.Missing, "", "", "13(2)(a)", "14(2)(a)")}},
			{Notice: "anytown/services/adult-social-care/blue-badges", Title: "Blue badges", Standing: notices.Draft,
				Cells: []rules.Cell{own, cell(rules.NotNeeded, "the notice relies on the exemption in 13(4)", ""), cell(rules.Incomplete, "", "")}},
			{Notice: "garages", Title: "Garages", Cells: []rules.Cell{
				accepted(cell(rules.Incomplete, "", "", "13(1)(a)")), cell(rules.Unclear, "no data is listed", ""), accepted(cell(rules.Missing, "", "", "13(2)(a)"))}},
		},
	}
}

func accepted(c rules.Cell) rules.Cell {
	c.Accepted = true
	return c
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}
