package rules_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// realDocuments is the public page on the five documents. It is generated from
// the tables and from what the checker says today, so that it stays true: this
// test writes it with -update, and fails when it is stale.
const realDocuments = "../../docs/real-documents.md"

// asFoundOrder is the order of the documents on the page, with what each of them is.
var asFoundOrder = []struct{ Letter, Council, Kind string }{
	{"C", "Cambridge City Council", "notice of a platform for consultations"},
	{"L", "Luton Council", "impact assessment of a platform for consultations"},
	{"P", "Peterborough City Council", "privacy policy of its websites"},
	{"W", "Cornwall Council", "corporate privacy notice"},
	{"A", "Cumberland Council", "notice of a partnership for physical activity"},
}

func TestPageOfTheRealDocuments(t *testing.T) {
	t.Parallel()
	want := realDocumentsPage(t)
	if *update {
		if err := os.WriteFile(realDocuments, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(realDocuments)
	if err != nil {
		t.Fatalf("%v: run go test ./notices/rules -update", err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("%s is stale: run go test ./notices/rules -update (-want +got):\n%s", realDocuments, diff)
	}
}

func realDocumentsPage(t *testing.T) string {
	t.Helper()
	gaps, rows := readGaps(t), readBeyond(t)
	var b strings.Builder
	fmt.Fprintf(&b, realDocumentsIntro, len(gaps))
	writeGapsByDocument(&b, gaps)
	b.WriteString("\nSome of them are found in part only:\n\n")
	writeReasons(&b, gaps, gapChecked, gapCheckedInProse)
	fmt.Fprintf(&b, realDocumentsFindings, longDay())
	writeFindingsByDocument(t, &b, gaps, rows)
	b.WriteString("\n## What the checker cannot know\n\n")
	writeReasons(&b, gaps, gapNotDecidable)
	b.WriteString("\n## What it found beyond the list\n\n")
	for _, d := range asFoundOrder {
		fmt.Fprintf(&b, "**%s**\n\n", d.Council)
		for _, row := range rows {
			if row.Document == d.Letter && row.Verdict == beyondRight {
				fmt.Fprintf(&b, "- [%s](rules/%s.md): %s\n", row.Rule, row.Rule, row.Why)
			}
		}
		b.WriteByte('\n')
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// writeReasons lists the gaps with one of the statuses that say why: why they
// cannot be decided, or what is not seen of them.
func writeReasons(b *strings.Builder, gaps []gap, statuses ...string) {
	for _, g := range gaps {
		if slices.Contains(statuses, g.Status) && g.Why != "" {
			fmt.Fprintf(b, "- %s: %s. *%s*\n", councilOf(g.ID[:1]), g.Gap, g.Why)
		}
	}
}

func writeGapsByDocument(b *strings.Builder, gaps []gap) {
	b.WriteString("| document | gaps | found in the facts | found in the text | cannot be decided | not yet |\n|---|--:|--:|--:|--:|--:|\n")
	total := map[string]int{}
	for _, d := range asFoundOrder {
		count := map[string]int{}
		for _, g := range gaps {
			if strings.HasPrefix(g.ID, d.Letter) {
				count[g.Status]++
				total[g.Status]++
			}
		}
		writeGapCounts(b, d.Council+", "+d.Kind, count)
	}
	writeGapCounts(b, "**all**", total)
}

func writeGapCounts(b *strings.Builder, name string, count map[string]int) {
	all := 0
	for _, n := range count {
		all += n
	}
	fmt.Fprintf(b, "| %s | %d | %d | %d | %d | %d |\n", name, all,
		count[gapChecked], count[gapCheckedInProse], count[gapNotDecidable], count[gapLater])
}

func writeFindingsByDocument(t *testing.T, b *strings.Builder, gaps []gap, rows []beyond) {
	t.Helper()
	b.WriteString("| document | findings | a gap of the list | part of one | a gap beyond the list | wrong |\n|---|--:|--:|--:|--:|--:|\n")
	used := make([]bool, len(rows))
	var all int
	total := map[string]int{}
	for _, d := range asFoundOrder {
		findings, _ := checkAsFound(t, asFoundDocuments[d.Letter])
		count := map[string]int{}
		for _, f := range findings {
			verdict := accountFor(t, d.Letter, f, gaps, rows, used)
			count[verdict]++
			total[verdict]++
		}
		all += len(findings)
		writeVerdicts(b, d.Council, len(findings), count)
	}
	writeVerdicts(b, "**all**", all, total)
}

func writeVerdicts(b *strings.Builder, name string, all int, count map[string]int) {
	fmt.Fprintf(b, "| %s | %d | %d | %d | %d | %d |\n", name, all,
		count[isListed], count[beyondPart], count[beyondRight], count[beyondWrong])
}

func councilOf(letter string) string {
	for _, d := range asFoundOrder {
		if d.Letter == letter {
			return d.Council
		}
	}
	return ""
}

func longDay() string { return asFoundDay.Format("2 January 2006") }

const realDocumentsIntro = `<!-- Generated from notices/rules/testdata/asfound by go test ./notices/rules -update. Change the tables there, not this page. -->

# What it finds in five real documents

Five councils published these documents, or filled them in. First they were read, and
%d gaps and contradictions listed. Then each was written down in the format of this
program, in other words and with every gap left as it is, and checked.

The documents are as they once were. The councils may have changed them since, and
nothing here says what they publish today. None of this is legal advice.

The rules were written with these documents at hand. So the figures show that the
checker sees what people saw here. They do not show how it does on a document that
nobody has tried, and it will miss more there.

## How many of the listed gaps it reports

“Facts” are the structured part of a notice, such as its purposes and recipients.
“Text” is what people write below them.

`

const realDocumentsFindings = `
## How many of its findings are right

Every finding was judged against the document itself, by the law of %s.
Most are one of the listed gaps, or one more place where it shows. Others are gaps
that the list does not have. A false alarm is counted as wrong, until its rule is
mended.

`
