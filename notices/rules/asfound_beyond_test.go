package rules_test

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"notices.example/notices"
)

// Every verdict on a finding that is not itself one of the listed gaps.
const (
	beyondPart  = "part of" // another instance of a listed gap, or what follows from it
	beyondRight = "right"   // a gap of the document that the list does not have
	beyondWrong = "wrong"   // a false alarm
	isListed    = "listed"  // no verdict: the finding is itself a listed gap
)

// falseAlarms is how many findings of the five documents are wrong.
const falseAlarms = 0

// beyond is a row of beyond.tsv: findings that are none of the listed gaps, and
// whether they are right.
type beyond struct {
	Document string // its letter
	Rule     string
	Says     string // what the findings are about, or a part of their messages; any when empty
	Verdict  string
	Gap      string // for part of: the gap's ID
	Why      string
}

// TestAsFoundHasNoFalseAlarm holds every finding of the five documents to account:
// it is a listed gap, or somebody has looked at it and said whether it is right.
func TestAsFoundHasNoFalseAlarm(t *testing.T) {
	t.Parallel()
	gaps, rows := readGaps(t), readBeyond(t)
	used := make([]bool, len(rows))
	counts := map[string]map[string]int{}
	for _, letter := range slices.Sorted(maps.Keys(asFoundDocuments)) {
		document := asFoundDocuments[letter]
		findings, _ := checkAsFound(t, document)
		count := map[string]int{}
		for _, f := range findings {
			count[accountFor(t, letter, f, gaps, rows, used)]++
		}
		counts[document] = count
		t.Logf("%s: %d findings: %v", document, len(findings), count)
	}
	for i, row := range rows {
		if !used[i] {
			t.Errorf("beyond.tsv, row %d: no finding of %s about %q in %s is left for it", i+2, row.Rule, row.Says, asFoundDocuments[row.Document])
		}
	}
	wrong := 0
	for _, count := range counts {
		wrong += count[beyondWrong]
	}
	if wrong != falseAlarms {
		t.Errorf("%d false alarms, want %d", wrong, falseAlarms)
	}
}

// accountFor says what a finding is: listed, or by the verdict on it.
func accountFor(t *testing.T, letter string, f notices.Finding, gaps []gap, rows []beyond, used []bool) string {
	t.Helper()
	for _, g := range gaps {
		if strings.HasPrefix(g.ID, letter) && g.Rule == f.Rule && speaksOf(f, g.Says) {
			return isListed
		}
	}
	for i, row := range rows {
		if row.Document == letter && row.Rule == f.Rule && speaksOf(f, row.Says) {
			used[i] = true
			return row.Verdict
		}
	}
	t.Errorf("%s: %s: %s (about %q): is it a listed gap? If not, say in beyond.tsv whether it is right", f.Pos, f.Rule, f.Message, f.About)
	return "open"
}

// speaksOf reports whether a finding is about a thing, or has words in its message.
func speaksOf(f notices.Finding, words string) bool {
	return f.About == words || strings.Contains(f.Message, words)
}

func readBeyond(t *testing.T) []beyond {
	t.Helper()
	known := map[string]bool{}
	for _, g := range readGaps(t) {
		known[g.ID] = true
	}
	var list []beyond
	for i, row := range readTable(t, filepath.Join(asFound, "beyond.tsv")) {
		b := beyond{row[0], row[1], row[2], row[3], row[4], row[5]}
		switch {
		case asFoundDocuments[b.Document] == "":
			t.Errorf("beyond.tsv, row %d: there is no document %q", i+2, b.Document)
		case b.Verdict != beyondPart && b.Verdict != beyondRight && b.Verdict != beyondWrong:
			t.Errorf("beyond.tsv, row %d: %q is no verdict", i+2, b.Verdict)
		case b.Verdict == beyondPart && (!known[b.Gap] || !strings.HasPrefix(b.Gap, b.Document)):
			t.Errorf("beyond.tsv, row %d: %q is no gap of this document", i+2, b.Gap)
		case b.Verdict != beyondPart && b.Why == "":
			t.Errorf("beyond.tsv, row %d: no reason why it is %s", i+2, b.Verdict)
		}
		list = append(list, b)
	}
	return list
}
