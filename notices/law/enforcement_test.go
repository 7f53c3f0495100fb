package law

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
)

const enforcing = "activity:law-enforcement"

// governed gives what governs each right of the notice.
func governed(l *Law, c *notices.Complete) map[string]string {
	got := map[string]string{}
	for _, s := range l.RightsOf(c) {
		got[s.Right.ID] = strings.Join(s.Provisions, " and ")
	}
	return got
}

func TestRightsStandInThePartThatGovernsThePurpose(t *testing.T) {
	t.Parallel()
	agreed := purpose("search", "", enforcing)
	agreed.LawEnforcementGround.Value = "consent"
	general := map[string]string{
		"access": "15", "rectification": "16", "erasure": "17", "restriction": "18", "portability": "20", "objection": "21",
		"withdraw-consent": "7(3)", "automated-decisions": "22C",
	}
	enforcement := map[string]string{
		"access": "DPA 2018 s.45", "rectification": "DPA 2018 s.46", "erasure": "DPA 2018 s.47", "restriction": "DPA 2018 s.47",
		"portability": "", "objection": "", "withdraw-consent": "", "automated-decisions": "DPA 2018 s.50C",
	}
	both := map[string]string{
		"access": "15 and DPA 2018 s.45", "rectification": "16 and DPA 2018 s.46", "erasure": "17 and DPA 2018 s.47", "restriction": "18 and DPA 2018 s.47",
		"portability": "20", "objection": "21", "withdraw-consent": "7(3)", "automated-decisions": "22C and DPA 2018 s.50C",
	}
	consent := with(enforcement, "withdraw-consent", "DPA 2018 s.40A(5)")
	for _, tt := range []struct {
		name, jurisdiction, on string
		notice                 *notices.Complete
		want                   map[string]string
	}{
		{"a public task", "uk", "2026-07-01", notice(purpose("planning", "public-task")), general},
		{"law enforcement", "uk", "2026-07-01", notice(purpose("dumping", "", enforcing)), enforcement},
		{"law enforcement with consent", "uk", "2026-07-01", notice(agreed), consent},
		{"both", "uk", "2026-07-01", notice(purpose("dumping", "", enforcing), purpose("planning", "public-task")), both},
		{"no purposes", "uk", "2026-07-01", notice(), general},
		{"law enforcement before February 2026", "uk", "2026-02-04", notice(purpose("dumping", "", enforcing)), with(enforcement, "automated-decisions", "DPA 2018 s.49")},
		{"law enforcement in the EU", "eu", "2026-07-01", notice(purpose("dumping", "", enforcing)), with(general, "automated-decisions", "22")},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, governed(at(t, tt.jurisdiction, tt.on), tt.notice)); diff != "" {
				t.Errorf("provisions (-want +got):\n%s", diff)
			}
		})
	}
}

func with(provisions map[string]string, right, provision string) map[string]string {
	changed := map[string]string{right: provision}
	for id, p := range provisions {
		if id != right {
			changed[id] = p
		}
	}
	return changed
}

func TestLawEnforcementHasRightsOfItsOwn(t *testing.T) {
	t.Parallel()
	l := at(t, "uk", "2026-07-01")
	agreed := purpose("search", "", enforcing)
	agreed.LawEnforcementGround.Value = "consent"
	for _, tt := range []struct {
		name, right string
		notice      *notices.Complete
		applies     string
		says        string
	}{
		{"what harms an inquiry is held back", "access", notice(purpose("dumping", "", enforcing)), "yes", "harm an inquiry"},
		{"evidence is not deleted", "erasure", notice(purpose("dumping", "", enforcing)), "limited", "evidence"},
		{"no portability", "portability", notice(purpose("dumping", "", enforcing)), "no", "the criminal law"},
		{"no objection", "objection", notice(purpose("dumping", "", enforcing)), "no", "the criminal law"},
		{"no portability on consent", "portability", notice(agreed), "no", "the criminal law"},
		{"consent can be taken back", "withdraw-consent", notice(agreed), "yes", "consent"},
		{"a public task beside it can be objected to", "objection", notice(purpose("dumping", "", enforcing), purpose("planning", "public-task")), "limited", "our public work"},
	} {
		s := status(t, l, tt.notice, tt.right)
		if s.Applies != tt.applies || !strings.Contains(s.Reason["en"], tt.says) {
			t.Errorf("%s: %s, %q; want %s, and a reason with %q", tt.name, s.Applies, s.Reason["en"], tt.applies, tt.says)
		}
	}
}

func TestAGroundOfLawEnforcementMarksThePurpose(t *testing.T) {
	t.Parallel()
	p := purpose("search", "")
	p.LawEnforcementGround.Value = "task"
	if l := at(t, "uk", "2026-07-01"); !l.UnderPart3(p) {
		t.Error("a purpose with a ground of Part 3 is not under Part 3")
	}
	if l := at(t, "eu", "2026-07-01"); l.UnderPart3(p) {
		t.Error("the EU has Part 3 of a UK Act")
	}
}
