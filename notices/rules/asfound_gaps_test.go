package rules_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
)

// Every status a gap may have. Gaps that no rule sees yet are counted as openly
// as those that one does.
const (
	gapChecked        = "checked"          // a rule reports it from structured content
	gapCheckedInProse = "checked in prose" // a rule reports it from Markdown
	gapNotDecidable   = "not decidable"    // a program cannot know it
	gapLater          = "later"            // a rule could be written
)

// The number of gaps in each document, and of all gaps by status.
var (
	gapCounts    = map[string]int{"C": 24, "L": 24, "P": 25, "W": 30, "A": 33}
	statusCounts = map[string]int{gapChecked: 96, gapCheckedInProse: 30, gapNotDecidable: 10, gapLater: 0}
)

// gap is a row of gaps.tsv.
type gap struct {
	ID     string // C1: letter of the document, number
	Status string
	Rule   string // that reports it, or the name a rule for it could have
	Says   string // what the finding is about, or a part of its message
	Gap    string // the gap, in our words
	Why    string // why not decidable, what a rule would need, or what a checked gap has that no rule sees
}

func readGaps(t *testing.T) []gap {
	t.Helper()
	var gaps []gap
	for _, row := range readTable(t, filepath.Join(asFound, "gaps.tsv")) {
		gaps = append(gaps, gap{row[0], row[1], row[2], row[3], row[4], row[5]})
	}
	return gaps
}

// readTable gives the rows of a table of six columns, without the one of titles.
func readTable(t *testing.T, file string) [][]string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(string(text)))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, 6
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

func TestAsFoundGapsAreAllListed(t *testing.T) {
	t.Parallel()
	listed := map[string]int{}
	for _, g := range readGaps(t) {
		listed[g.ID]++
	}
	for letter, count := range gapCounts {
		for i := 1; i <= count; i++ {
			id := fmt.Sprintf("%s%d", letter, i)
			if listed[id] != 1 {
				t.Errorf("gap %s is listed %d times, want once", id, listed[id])
			}
			delete(listed, id)
		}
	}
	if len(listed) > 0 {
		t.Errorf("unknown gaps: %v", listed)
	}
}

func TestAsFoundGapsByStatus(t *testing.T) {
	t.Parallel()
	got := map[string]int{gapChecked: 0, gapCheckedInProse: 0, gapNotDecidable: 0, gapLater: 0}
	for _, g := range readGaps(t) {
		got[g.Status]++
	}
	t.Logf("gaps by status: %v", got)
	if diff := cmp.Diff(statusCounts, got); diff != "" {
		t.Errorf("gaps by status (-want +got):\n%s", diff)
	}
}

// TestAsFoundGapsHold holds each row to what it claims: a rule named as checking
// a gap reports it, and a rule named for later does not do so yet.
func TestAsFoundGapsHold(t *testing.T) {
	t.Parallel()
	gaps := readGaps(t)
	for letter, document := range asFoundDocuments {
		t.Run(document, func(t *testing.T) {
			t.Parallel()
			findings, corpus := checkAsFound(t, document)
			for _, g := range gaps {
				if strings.HasPrefix(g.ID, letter) {
					holdGap(t, g, findings, bodies(corpus))
				}
			}
		})
	}
}

func holdGap(t *testing.T, g gap, findings []notices.Finding, bodies map[string]int) {
	t.Helper()
	structured, inProse := g.reportedBy(findings, bodies)
	switch g.Status {
	case gapChecked:
		if !structured {
			t.Errorf("%s: no finding of %s about %q outside of the Markdown", g.ID, g.Rule, g.Says)
		}
	case gapCheckedInProse:
		if !inProse {
			t.Errorf("%s: no finding of %s about %q in the Markdown", g.ID, g.Rule, g.Says)
		}
	case gapLater:
		if structured || inProse {
			t.Errorf("%s is said to be for later, but %s reports it about %q", g.ID, g.Rule, g.Says)
		}
		fallthrough
	case gapNotDecidable:
		if g.Why == "" {
			t.Errorf("%s: no reason why it is %s", g.ID, g.Status)
		}
	}
}

// reportedBy reports whether the gap's rule has a finding about it, and whether
// that stands before the Markdown of its file or in it.
func (g gap) reportedBy(findings []notices.Finding, bodies map[string]int) (structured, inProse bool) {
	for _, f := range findings {
		if f.Rule != g.Rule || !speaksOf(f, g.Says) {
			continue
		}
		if start, ok := bodies[f.Pos.File]; ok && f.Pos.Line >= start {
			inProse = true
		} else {
			structured = true
		}
	}
	return structured, inProse
}

// bodies gives the line at which the Markdown of each file starts.
func bodies(c *notices.Corpus) map[string]int {
	starts := map[string]int{}
	add := func(m notices.Markdown) {
		if m.Said() {
			starts[m.Pos.File] = m.Pos.Line
		}
	}
	for _, n := range c.Notices {
		add(n.Body)
	}
	for _, b := range c.Blocks {
		add(b.Body)
	}
	return starts
}
