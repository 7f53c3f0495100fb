package notices_test

import (
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
