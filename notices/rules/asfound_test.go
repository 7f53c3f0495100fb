package rules_test

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
)

// The folders of testdata/asfound are five documents that councils published or
// filled in, written down in this format with the gaps and contradictions they
// have. findings.golden beside each content folder is what the checker says of
// it; gaps.tsv says of each known gap whether the checker sees it.

var (
	update = flag.Bool("update", false, "rewrite golden files") // for every test of this package
	force  = flag.Bool("force", false, "with -update: also where the number of findings changed")
)

const asFound = "testdata/asfound"

// asFoundDay is the day the documents are checked on: the tests do not depend on
// the day they are run.
var asFoundDay = time.Date(2026, time.November, 22, 0, 0, 0, 0, time.UTC)

// asFoundDocuments are the folders, by the letter of their gaps.
var asFoundDocuments = map[string]string{
	"C": "cambridge",
	"L": "luton",
	"P": "peterborough",
	"W": "cornwall",
	"A": "cumberland",
}

func TestAsFoundFindings(t *testing.T) {
	t.Parallel()
	for _, document := range asFoundDocuments {
		t.Run(document, func(t *testing.T) {
			t.Parallel()
			findings, _ := checkAsFound(t, document)
			compareFindings(t, filepath.Join(asFound, document, "findings.golden"), findings)
		})
	}
}

// checkAsFound gives everything the checker says of a document, and the corpus.
func checkAsFound(t *testing.T, document string) ([]notices.Finding, *notices.Corpus) {
	t.Helper()
	read, err := load.Load(os.DirFS(filepath.Join(asFound, document)))
	if err != nil {
		t.Fatalf("load %s: %v", document, err)
	}
	set, unresolved := inherit.Resolve(read.Corpus)
	findings := slices.Concat(read.Findings, unresolved, checkSet(t, set, asFoundDay))
	notices.SortFindings(findings)
	return findings, read.Corpus
}

// compareFindings compares findings with a golden file. With -update it rewrites
// the file, but not when the number of findings changed: a rule that falls
// silent, or that speaks up everywhere, is to be looked at first.
func compareFindings(t *testing.T, file string, findings []notices.Finding) {
	t.Helper()
	got := writtenFindings(findings)
	golden, err := os.ReadFile(file)
	if err != nil && !(os.IsNotExist(err) && *update) {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(string(golden), "\r\n", "\n")
	diff := cmp.Diff(want, got)
	if diff == "" {
		return
	}
	if !*update {
		t.Fatalf("findings differ from %s (-want +got):\n%s", file, diff)
	}
	if before := headline(want); before != "" && before != headline(got) && !*force {
		t.Fatalf("%s said %q, now %q: look at the difference, then use -update -force (-want +got):\n%s",
			file, before, headline(got), diff)
	}
	if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
		t.Fatal(err)
	}
}

// headline is the first line: how many findings there are.
func headline(golden string) string {
	line, _, _ := strings.Cut(golden, "\n")
	return line
}

// writtenFindings gives the text of a golden file: how many findings there are,
// how many of each rule, then one line for each.
func writtenFindings(findings []notices.Finding) string {
	severities, byRule := map[notices.Severity]int{}, map[string]int{}
	for _, f := range findings {
		severities[f.Severity]++
		byRule[f.Rule]++
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d findings: errors %d, warnings %d, advice %d\n\n",
		len(findings), severities[notices.Error], severities[notices.Warning], severities[notices.Advice])
	for _, rule := range slices.Sorted(maps.Keys(byRule)) {
		fmt.Fprintf(&b, "%4d %s\n", byRule[rule], rule)
	}
	b.WriteByte('\n')
	for _, f := range findings {
		fmt.Fprintf(&b, "%s %s %s %s\n", f.Severity, f.Rule, f.Pos, strings.ReplaceAll(f.Message, "\n", " "))
	}
	return b.String()
}

func TestAsFoundDocumentsAreReadWhole(t *testing.T) {
	t.Parallel()
	for _, document := range asFoundDocuments {
		t.Run(document, func(t *testing.T) {
			t.Parallel()
			_, corpus := checkAsFound(t, document)
			if len(corpus.Unread) > 0 {
				t.Errorf("files that could not be read: %v", corpus.Unread)
			}
			for _, n := range corpus.Notices {
				if n.IsDraft() || len(n.Accepted) > 0 {
					t.Errorf("%s: a document as found is published and accepts nothing", n.Pos)
				}
			}
		})
	}
}

func TestAsFoundDocumentsAreFive(t *testing.T) {
	t.Parallel()
	entries, err := fs.ReadDir(os.DirFS(asFound), ".")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		if e.IsDir() {
			got = append(got, e.Name())
		}
	}
	want := slices.Sorted(maps.Values(asFoundDocuments))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("folders (-want +got):\n%s", diff)
	}
}
