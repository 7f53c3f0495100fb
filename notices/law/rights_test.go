package law

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
)

// purpose makes a purpose from its ID, its basis and words such as
// "condition:explicit-consent", "activity:analysis" and "data:name".
func purpose(id, basis string, more ...string) notices.Purpose {
	p := notices.Purpose{ID: notices.ID{Value: id}, LawfulBasis: notices.Term{Value: basis}}
	for _, m := range more {
		kind, word, _ := strings.Cut(m, ":")
		switch kind {
		case "condition":
			p.Condition.Value = word
		case "activity":
			p.Activities = append(p.Activities, notices.Term{Value: word})
		case "data":
			p.Data = append(p.Data, notices.Ref{Value: word})
		default:
			panic("no such word: " + m)
		}
	}
	return p
}

func notice(purposes ...notices.Purpose) *notices.Complete {
	var c notices.Complete
	c.Purposes = purposes
	c.Data = []notices.DataItem{
		{ID: notices.ID{Value: "name"}, Origin: notices.Term{Value: "given"}},
		{ID: notices.ID{Value: "votes"}, Origin: notices.Term{Value: "observed"}},
		{ID: notices.ID{Value: "record"}, Origin: notices.Term{Value: "obtained"}},
		{ID: notices.ID{Value: "score"}, Origin: notices.Term{Value: "derived"}},
		{ID: notices.ID{Value: "unsaid"}},
	}
	return &c
}

func TestRightsFollowFromTheBases(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		notice *notices.Complete
		// what applies, and to which purposes when not to all
		erasure, portability, objection, withdraw string
	}{
		{
			name: "consent", notice: notice(purpose("newsletter", "consent")),
			erasure: "yes", portability: "yes", objection: "no", withdraw: "yes",
		},
		{
			name: "contract", notice: notice(purpose("order", "contract", "data:name")),
			erasure: "yes", portability: "yes", objection: "no", withdraw: "no",
		},
		{
			name: "legal obligation", notice: notice(purpose("register", "legal-obligation")),
			erasure: "limited", portability: "no", objection: "no", withdraw: "no",
		},
		{
			name: "public task", notice: notice(purpose("planning", "public-task")),
			erasure: "limited", portability: "no", objection: "yes", withdraw: "no",
		},
		{
			name: "vital interests", notice: notice(purpose("rescue", "vital-interests")),
			erasure: "yes", portability: "no", objection: "no", withdraw: "no",
		},
		{
			name: "legitimate interests", notice: notice(purpose("parking", "legitimate-interests")),
			erasure: "yes", portability: "no", objection: "yes", withdraw: "no",
		},
		{
			name: "recognised legitimate interests", notice: notice(purpose("safety", "recognised-legitimate-interests")),
			erasure: "yes", portability: "no", objection: "yes", withdraw: "no",
		},
		{
			name: "mixed bases name the purposes",
			notice: notice(
				purpose("planning", "public-task"), purpose("newsletter", "consent"),
				purpose("order", "contract"), purpose("register", "legal-obligation"),
			),
			erasure: "limited newsletter order", portability: "limited newsletter order",
			objection: "limited planning", withdraw: "limited newsletter",
		},
		{
			name:    "explicit consent beside a public task can be withdrawn and is portable",
			notice:  notice(purpose("survey", "public-task", "condition:explicit-consent")),
			erasure: "limited", portability: "yes", objection: "yes", withdraw: "yes",
		},
		{
			name:    "health care keeps what it needs, whatever the basis",
			notice:  notice(purpose("care", "contract", "condition:health-or-social-care")),
			erasure: "limited", portability: "yes", objection: "no", withdraw: "no",
		},
		{
			name:    "data from elsewhere, or worked out, is not portable",
			notice:  notice(purpose("match", "consent", "data:record", "data:score")),
			erasure: "yes", portability: "no", objection: "no", withdraw: "yes",
		},
		{
			name: "observed data and data of no stated origin are portable",
			notice: notice(
				purpose("poll", "consent", "data:votes", "data:record"), purpose("form", "consent", "data:unsaid"),
				purpose("match", "consent", "data:record"),
			),
			erasure: "yes", portability: "limited poll form", objection: "no", withdraw: "yes",
		},
		{
			name: "law enforcement has no portability and no objection",
			notice: notice(
				purpose("prosecution", "public-task", "activity:law-enforcement"), purpose("planning", "public-task"),
			),
			erasure: "limited", portability: "no", objection: "limited planning", withdraw: "no",
		},
		{
			name:    "law enforcement that names no basis",
			notice:  notice(purpose("prosecution", "", "activity:law-enforcement")),
			erasure: "limited", portability: "no", objection: "no", withdraw: "no",
		},
		{
			name:    "direct marketing can be objected to on any basis",
			notice:  notice(purpose("tickets", "consent", "activity:direct-marketing"), purpose("order", "contract")),
			erasure: "yes", portability: "yes", objection: "limited tickets", withdraw: "limited tickets",
		},
		{
			name: "no purposes", notice: &notices.Complete{},
			erasure: "limited", portability: "limited", objection: "limited", withdraw: "limited",
		},
		{
			name: "no bases", notice: notice(purpose("a", ""), purpose("b", "")),
			erasure: "limited", portability: "limited", objection: "limited", withdraw: "limited",
		},
		{
			name: "one basis missing", notice: notice(purpose("newsletter", "consent"), purpose("b", "")),
			erasure: "limited newsletter", portability: "limited newsletter", objection: "limited", withdraw: "limited newsletter",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			want := map[string]string{
				"access": "yes", "rectification": "yes", "restriction": "yes",
				"erasure": tt.erasure, "portability": tt.portability, "objection": tt.objection,
				"withdraw-consent": tt.withdraw, "automated-decisions": "limited",
			}
			got := map[string]string{}
			for _, s := range at(t, "uk", "2026-07-01").RightsOf(tt.notice) {
				got[s.Right.ID] = strings.Join(append([]string{s.Applies}, s.Purposes...), " ")
				if s.Reason["en"] == "" || s.Reason["cy"] == "" {
					t.Errorf("%s: no reason", s.Right.ID)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("rights (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRightsStandInTheOrderOfTheLaw(t *testing.T) {
	t.Parallel()
	for _, l := range []*Law{at(t, "uk", "2026-02-04"), at(t, "uk", "2026-02-05"), at(t, "eu", "2026-07-01")} {
		var got []string
		for _, s := range l.RightsOf(notice()) {
			got = append(got, s.Right.ID)
		}
		if diff := cmp.Diff(TermLists()["right"], got); diff != "" {
			t.Errorf("%s: order of the rights (-want +got):\n%s", l.Jurisdiction, diff)
		}
	}
}

func TestAutomatedDecisionsDecideTheirRight(t *testing.T) {
	t.Parallel()
	l := at(t, "uk", "2026-07-01")
	c := notice(purpose("grants", "public-task"), purpose("planning", "public-task"))
	check := func(name, applies string, purposes ...string) {
		t.Helper()
		s := status(t, l, c, "automated-decisions")
		if s.Applies != applies || !cmp.Equal(s.Purposes, purposes) {
			t.Errorf("%s: %s %v, want %s %v", name, s.Applies, s.Purposes, applies, purposes)
		}
	}
	check("not said", "limited")
	c.AutomatedDecisions.None = true
	check("none", "no")
	c.AutomatedDecisions = notices.Stated[notices.AutomatedDecision]{
		Items: []notices.AutomatedDecision{{Purposes: []notices.Ref{{Value: "grants"}, {Value: "elsewhere"}}}},
	}
	check("for one purpose", "yes", "grants")
	c.AutomatedDecisions.Items[0].Purposes[1].Value = "planning"
	check("for all purposes", "yes")
	c.AutomatedDecisions.Items[0].Purposes = nil
	check("for no stated purpose", "yes")
}

func TestReasonForNoPortabilityIsTheRealOne(t *testing.T) {
	t.Parallel()
	l := at(t, "uk", "2026-07-01")
	for want, c := range map[string]*notices.Complete{
		"consent or a contract": notice(purpose("planning", "public-task")),
		"comes from elsewhere":  notice(purpose("match", "consent", "data:record")),
		"the criminal law":      notice(purpose("prosecution", "public-task", "activity:law-enforcement")),
	} {
		if reason := status(t, l, c, "portability").Reason["en"]; !strings.Contains(reason, want) {
			t.Errorf("reason %q does not say %q", reason, want)
		}
	}
}

func TestRightsOfLeavesTheSharedReasonsAlone(t *testing.T) {
	t.Parallel()
	l := at(t, "uk", "2026-07-01")
	before := l.reasons["objection-some"]["en"]
	l.RightsOf(notice(purpose("tickets", "consent", "activity:direct-marketing"), purpose("planning", "public-task"), purpose("order", "contract")))
	if after := l.reasons["objection-some"]["en"]; after != before {
		t.Errorf("the reason became %q", after)
	}
}

func status(t *testing.T, l *Law, c *notices.Complete, right string) RightStatus {
	t.Helper()
	for _, s := range l.RightsOf(c) {
		if s.Right.ID == right {
			return s
		}
	}
	t.Fatalf("no right %s", right)
	return RightStatus{}
}
