package preview

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
)

// What several notices have from one file is told once, with all of them, whatever
// order the findings come in.
func TestFindingsAreToldAlikeInAnyOrder(t *testing.T) {
	t.Parallel()
	e := some()
	for _, id := range []string{"a", "b", "a", "b", "c"} {
		shared := notices.Finding{
			Rule: "contact-missing", Severity: notices.Warning, Notice: id, Message: "Nobody can be reached.",
			Pos: notices.Pos{File: "content/organisations/x.yaml", Line: 1},
		}
		e.Findings = append(e.Findings, shared)
	}
	e.Findings[len(e.Findings)-1].Severity = notices.Error
	page := body(newServer(t, Options{}, e), "/notices/a.html")
	holds(t, page, "Put right here, it is right in 2 other notices too.")
	slices.Reverse(e.Findings)
	if diff := cmp.Diff(page, body(newServer(t, Options{}, e), "/notices/a.html")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
