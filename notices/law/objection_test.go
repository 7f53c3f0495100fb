package law

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
)

func TestObjectionToMarketingIsAbsolute(t *testing.T) {
	t.Parallel()
	l := at(t, "uk", "2026-07-01")
	const always, unless = "must always stop", "stronger reason"
	marketing := purpose("tickets", "consent", "activity:direct-marketing")
	for _, tt := range []struct {
		name             string
		notice           *notices.Complete
		absolute, weighs bool
	}{
		{"marketing alone", notice(marketing), true, false},
		{"marketing and a public task", notice(marketing, purpose("planning", "public-task")), true, true},
		{"marketing on consent, and a contract", notice(marketing, purpose("order", "contract")), true, false},
		{"a public task alone", notice(purpose("planning", "public-task")), false, true},
	} {
		reason := status(t, l, tt.notice, "objection").Reason
		if got := strings.Contains(reason["en"], "no reason"); got != tt.absolute {
			t.Errorf("%s: no reason asked for %t: %s", tt.name, got, reason["en"])
		}
		if got := strings.Contains(reason["en"], always); got != tt.absolute {
			t.Errorf("%s: absolute %t: %s", tt.name, got, reason["en"])
		}
		if got := strings.Contains(reason["en"], unless); got != tt.weighs {
			t.Errorf("%s: weighed %t: %s", tt.name, got, reason["en"])
		}
	}
}

func TestMarketingStopsWithoutAReasonAndTheRestIsWeighed(t *testing.T) {
	t.Parallel()
	const marketing = "activity:direct-marketing"
	for _, tt := range []struct {
		name               string
		notice             *notices.Complete
		marketing, weighed []string
	}{
		{"a newsletter on consent", notice(purpose("news", "consent", marketing)), []string{"news"}, nil},
		{"a newsletter as a public task", notice(purpose("news", "public-task", marketing)), []string{"news"}, nil},
		{
			"a public task that markets and counts",
			notice(purpose("news", "public-task", marketing, "activity:statistics")),
			[]string{"news"}, []string{"news"},
		},
		{
			"a newsletter beside a public task and a contract",
			notice(purpose("news", "consent", marketing), purpose("planning", "public-task"), purpose("order", "contract")),
			[]string{"news"}, []string{"planning"},
		},
		{"law enforcement", notice(purpose("prosecution", "public-task", "activity:law-enforcement")), nil, nil},
		{"no basis", notice(purpose("news", "")), nil, nil},
	} {
		o := ObjectionsTo(tt.notice)
		got := [][]string{purposeIDs(o.Marketing), purposeIDs(o.Weighed)}
		if diff := cmp.Diff([][]string{tt.marketing, tt.weighed}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func purposeIDs(purposes []*notices.Purpose) (list []string) {
	for _, p := range purposes {
		list = append(list, p.ID.Value)
	}
	return list
}
