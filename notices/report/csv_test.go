package report_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/report"
)

// What is accepted and belongs to no notice has a line of its own, with its file
// in place of a notice.
func TestTheSpreadsheetHasALineForGapsOfNoNotice(t *testing.T) {
	t.Parallel()
	r := report.Report{Matrix: matrix(), Findings: []notices.Finding{shared("", acceptedBy("Clerk")), shared("garages", acceptedBy("Mayor"))}}
	lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(written(t, "csv", r)), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := 1 + len(r.Matrix.Rows) + 1; len(lines) != want {
		t.Fatalf("%d lines, want %d", len(lines), want)
	}
	want := []string{"content/organisations/anytown.yaml", "", "", "", "", "", "dpo-missing: Accepted by Clerk until 2026-12-31: The post is vacant."}
	if diff := cmp.Diff(want, lines[len(lines)-1]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, l := range lines[1 : len(lines)-1] {
		if last := l[len(l)-1]; strings.Contains(last, "Clerk") || strings.Contains(last, "Mayor") != (l[0] == "garages") {
			t.Errorf("%s accepts %q", l[0], last)
		}
	}
}
