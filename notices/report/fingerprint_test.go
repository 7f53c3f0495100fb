package report_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/report"
)

// many makes findings as a site has them: several notices, rules and fields, and
// some that have all of these in common.
func many(r *rand.Rand) []notices.Finding {
	var list []notices.Finding
	for i := range 40 {
		notice := fmt.Sprintf("n%d", r.IntN(4))
		list = append(list, notices.Finding{
			Rule: fmt.Sprintf("rule-%d", r.IntN(3)), Notice: notice, Field: []string{"", "body", "purposes/billing"}[r.IntN(3)],
			Pos:     notices.Pos{File: "content/notices/" + notice + ".md", Line: 10*i + 1 + r.IntN(5), Col: 1 + r.IntN(9)},
			Message: fmt.Sprint("words ", r.IntN(5)),
		})
	}
	return list
}

// byPlace gives the fingerprints by what was there before: nobody reads them.
func byPlace(list []notices.Finding) map[string]string {
	prints := map[string]string{}
	for i, p := range report.Fingerprints(list) {
		prints[fmt.Sprint(list[i].Pos, list[i].Rule)] = p
	}
	return prints
}

func TestFingerprintsDoNotChangeWithWhatIsElsewhere(t *testing.T) {
	t.Parallel()
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 1))
		list := many(r)
		want := byPlace(list)

		shuffled := append([]notices.Finding(nil), list...)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if diff := cmp.Diff(want, byPlace(shuffled)); diff != "" {
			t.Fatalf("seed %d: the order of the findings changes them (-want +got):\n%s", seed, diff)
		}

		other := notices.Finding{Rule: list[0].Rule, Notice: "other", Field: list[0].Field, Pos: notices.Pos{File: "content/a.md", Line: 1}}
		with := byPlace(append([]notices.Finding{other}, shuffled...))
		delete(with, fmt.Sprint(other.Pos, other.Rule))
		if diff := cmp.Diff(want, with); diff != "" {
			t.Fatalf("seed %d: another file changes them (-want +got):\n%s", seed, diff)
		}

		moved := append([]notices.Finding(nil), list...)
		for i := range moved {
			moved[i].Pos.Line += 7
			moved[i].Message = "in other words"
		}
		if diff := cmp.Diff(report.Fingerprints(list), report.Fingerprints(moved)); diff != "" {
			t.Fatalf("seed %d: moved lines and other words change them (-want +got):\n%s", seed, diff)
		}
	}
}

func TestNoTwoFingerprintsAreEqual(t *testing.T) {
	t.Parallel()
	for seed := range uint64(50) {
		list := many(rand.New(rand.NewPCG(seed, 2)))
		list = append(list, list[0]) // the same thing twice
		seen := map[string]bool{}
		for _, p := range report.Fingerprints(list) {
			if seen[p] {
				t.Fatalf("seed %d: %s is there twice", seed, p)
			}
			seen[p] = true
		}
	}
}

// What tells findings apart has to be in the fingerprint.
func TestFingerprintsTellFindingsApart(t *testing.T) {
	t.Parallel()
	f := notices.Finding{Rule: "r", Notice: "n", Field: "f", About: "a", Pos: notices.Pos{File: "content/notices/n.md", Line: 3}}
	before := report.Fingerprints([]notices.Finding{f})[0]
	for name, change := range map[string]func(*notices.Finding){
		"rule":   func(f *notices.Finding) { f.Rule = "s" },
		"notice": func(f *notices.Finding) { f.Notice = "m" },
		"field":  func(f *notices.Finding) { f.Field = "g" },
		"about":  func(f *notices.Finding) { f.About = "b" },
		"file":   func(f *notices.Finding) { f.Pos.File = "content/notices/n.cy.md" },
	} {
		g := f
		change(&g)
		if report.Fingerprints([]notices.Finding{g})[0] == before {
			t.Errorf("another %s gives the same fingerprint", name)
		}
	}
	g := f
	g.Pos.File = "content/notices/n.yaml"
	if report.Fingerprints([]notices.Finding{g})[0] != before {
		t.Error("writing the notice in YAML in place of Markdown gives another fingerprint")
	}
}

// Items of a list that have no ID are numbered, and another one before them
// changes their numbers.
func TestFingerprintsDoNotChangeWithTheNumbersOfItems(t *testing.T) {
	t.Parallel()
	f := notices.Finding{Rule: "r", Notice: "n", Field: "recipients/2/role", Pos: notices.Pos{File: "content/notices/n.md", Line: 3}}
	g := f
	g.Field = "recipients/3/role"
	a, b := report.Fingerprints([]notices.Finding{f}), report.Fingerprints([]notices.Finding{g})
	if a[0] != b[0] {
		t.Errorf("%s is not %s", b[0], a[0])
	}
}
