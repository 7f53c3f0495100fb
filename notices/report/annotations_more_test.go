package report

import (
	"strings"
	"testing"

	"notices.example/notices"
)

// What is left out is said to be where it is: in the summary only if there is one.
func TestAnnotationsNameTheSummaryOnlyWhereThereIsOne(t *testing.T) {
	t.Parallel()
	var r Report
	for line := range 12 {
		r.Findings = append(r.Findings, notices.Finding{Rule: "x", Severity: notices.Error, Pos: notices.Pos{File: "a.yaml", Line: line + 1}, Message: "x"})
	}
	for _, summary := range []bool{false, true} {
		r.StepSummary = summary
		var text strings.Builder
		if err := Annotations(&text, r); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(text.String(), "There are 3 more") || strings.Contains(text.String(), "in its summary") != summary {
			t.Errorf("with a summary: %t:\n%s", summary, &text)
		}
	}
}
