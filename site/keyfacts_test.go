package site

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNamesAreListedAsFarAsThereIsRoom(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		names []string
		want  string
	}{
		{[]string{"Health"}, "Health"},
		{[]string{"Health", "Genetic data"}, "Health, Genetic data"},
		{[]string{"Health", "Genetic data", "Political opinions"}, "Health, Genetic data …"},
		{[]string{"A name that is longer than all of the room", "Health"}, "A name that is longer than all of the room …"},
	} {
		if diff := cmp.Diff(c.want, listed(c.names, 25)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.names, diff)
		}
	}
}

func TestAColumnNeedsSomethingInHalfOfTheRows(t *testing.T) {
	t.Parallel()
	here, none := RecipientRow{Country: "France"}, RecipientRow{}
	for _, c := range []struct {
		rows []RecipientRow
		want bool
	}{
		{nil, false},
		{[]RecipientRow{none}, false},
		{[]RecipientRow{here}, true},
		{[]RecipientRow{here, none}, true},
		{[]RecipientRow{here, none, none}, false},
	} {
		if got := inHalf(c.rows, func(r RecipientRow) bool { return r.Country != "" }); got != c.want {
			t.Errorf("a column of %d rows: got %v", len(c.rows), got)
		}
	}
}

func TestOneDateOfAllGapsIsSaidOnce(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		deadlines []string
		want      string
		left      []string
	}{
		{nil, "", nil},
		{[]string{"May"}, "May", []string{""}},
		{[]string{"May", "May"}, "May", []string{"", ""}},
		{[]string{"May", "June"}, "", []string{"May", "June"}},
		{[]string{"May", ""}, "", []string{"May", ""}},
	} {
		gaps := mapTo(c.deadlines, func(d string) Gap { return Gap{Deadline: d} })
		if got := liftDeadline(gaps); got != c.want {
			t.Errorf("%q: got %q", c.deadlines, got)
		}
		if diff := cmp.Diff(c.left, mapTo(gaps, func(g Gap) string { return g.Deadline })); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.deadlines, diff)
		}
	}
}
