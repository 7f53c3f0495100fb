package rules_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/rules"
)

const (
	later = "effective: 2026-10-01\napproved_by: Head of parks\n"
	ended = "expires: 2026-06-30\n"
)

// bad gives the bad example of a rule, with something in the place of the draft.
func bad(t *testing.T, rule, instead string) string {
	t.Helper()
	all := rules.All()
	i := slices.IndexFunc(all, func(r rules.Rule) bool { return r.ID == rule })
	if i < 0 || !strings.Contains(all[i].Bad, "status: draft\n") {
		t.Fatalf("%s has no draft in its bad example", rule)
	}
	return strings.ReplaceAll(all[i].Bad, "status: draft\n", instead)
}

// What is said of drafts holds of notices that take effect later or have ended:
// readers find neither.
func TestNothingLeadsToANoticeThatIsNotPublished(t *testing.T) {
	t.Parallel()
	for _, rule := range []string{"link-to-draft", "corporate-notice-draft", "read-with-draft"} {
		for how, c := range map[string]struct{ instead, message, own string }{
			"later": {later, "is not published before 1 October 2026", "effective-later"},
			"ended": {ended, "ended on 30 June 2026 and is no longer published", "notice-expired"},
		} {
			found := check(t, site(t, bad(t, rule, c.instead)))
			if diff := cmp.Diff(sorted(rule, c.own), ids(found)); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s%s", rule, how, diff, listed(found))
			}
			for _, f := range found {
				if f.Rule == rule && (!strings.Contains(f.Message, c.message) || f.Fix == "" || len(f.Related) != 1) {
					t.Errorf("%s, %s: %s\n%s\n%v", rule, how, f.Message, f.Fix, f.Related)
				}
			}
		}
	}
}

func sorted(list ...string) []string {
	slices.Sort(list)
	return list
}

// Two notices that take effect on one day can rely on each other. One that is
// there before the other cannot.
func TestNoticesThatTakeEffectTogetherAreOne(t *testing.T) {
	t.Parallel()
	for day, want := range map[string][]string{
		"2026-09-30": {"corporate-notice-draft", "effective-later"},
		"2026-10-01": {"effective-later"},
		"2026-10-02": {"effective-later"},
	} {
		service := strings.Replace(later, "2026-10-01", day, 1)
		found := check(t, site(t, service+bad(t, "corporate-notice-draft", later)))
		if diff := cmp.Diff(want, ids(found)); diff != "" {
			t.Errorf("the service from %s (-want +got):\n%s%s", day, diff, listed(found))
		}
	}
}

func TestAServiceWhoseNoticeHasEndedHasNone(t *testing.T) {
	t.Parallel()
	covers := "kind: corporate\ncovers:\n  - name: Newsletters\n    notice: news\n"
	_, news, _ := strings.Cut(bad(t, "read-with-draft", ended), "-- content/notices/news.yaml --")
	for _, f := range check(t, site(t, covers+"-- content/notices/news.yaml --"+news)) {
		if f.Rule == "service-notice-missing" {
			if !strings.Contains(f.Message, "ended on 30 June 2026") {
				t.Error(f.Message)
			}
			return
		}
	}
	t.Error("service-notice-missing found nothing")
}

// What is wrong in a notice that has ended blocks nothing, wherever it stands.
func TestFindingsOfANoticeThatHasEndedBlockNothing(t *testing.T) {
	t.Parallel()
	for _, f := range check(t, site(t, ended+"retention:\n  - data: [name]\n")) {
		if !f.Ended || f.Blocks() {
			t.Errorf("%s: ended = %v, blocks = %v", f.Rule, f.Ended, f.Blocks())
		}
	}
	var blocking []string
	for _, f := range check(t, site(t, later+"retention:\n  - data: [name]\n")) {
		if f.Blocks() && f.Severity == notices.Error {
			blocking = append(blocking, f.Rule)
		}
	}
	if !slices.Contains(blocking, "retention-period-missing") {
		t.Errorf("in a notice that waits for its day, these block: %v", blocking)
	}
}
