package notices_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
)

// What is missing from a notice is all found at the start of its file.
func TestFindingsAtOnePlaceComeByWeightAndThenAsThePageHasThem(t *testing.T) {
	t.Parallel()
	start := notices.Pos{File: "a.md", Line: 1, Col: 1}
	list := []notices.Finding{
		{Rule: "above", Severity: notices.Advice, Pos: notices.Pos{File: "a.md", Line: 2, Col: 1}},
		{Rule: "automated-decisions-missing", Severity: notices.Error, Pos: start, Section: notices.AutomatedDecisionsSection},
		{Rule: "about-children", Severity: notices.Warning, Pos: start, Section: notices.DataSection},
		{Rule: "b-rights", Severity: notices.Error, Pos: start, Section: notices.RightsSection},
		{Rule: "a-rights", Severity: notices.Error, Pos: start, Section: notices.RightsSection},
		{Rule: "controller-missing", Severity: notices.Error, Pos: start, Section: notices.ControllerSection},
		{Rule: "title-missing", Severity: notices.Error, Pos: start},
	}
	notices.SortFindings(list)
	var got []string
	for _, f := range list {
		got = append(got, f.Rule)
	}
	want := []string{"title-missing", "controller-missing", "automated-decisions-missing", "a-rights", "b-rights", "about-children", "above"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Findings that are alike in all that they are sorted by, as those of several notices
// in a shared file are, stay in their order.
func TestFindingsAreSortedAsTheyCome(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 0))
	for n := range 200 {
		var list []notices.Finding
		for i := range n {
			list = append(list, notices.Finding{Pos: notices.Pos{File: []string{"b.md", "a.md"}[random.IntN(2)], Line: random.IntN(20)}, About: fmt.Sprint(i)})
		}
		want := slices.Clone(list)
		slices.SortStableFunc(want, func(a, b notices.Finding) int { return a.Pos.Compare(b.Pos) })
		notices.SortFindings(list)
		if diff := cmp.Diff(want, list); diff != "" {
			t.Fatalf("of %d (-want +got):\n%s", n, diff)
		}
	}
}
