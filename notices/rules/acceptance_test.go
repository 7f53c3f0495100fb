package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// On its last day an acceptance still holds; on the next it counts for nothing.
func TestAcceptanceHoldsUntilItsLastDay(t *testing.T) {
	t.Parallel()
	set := resolve(t, accepted("question-open", "2026-12-31"))
	last := time.Date(2026, time.December, 31, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		day     time.Time
		blocks  bool
		expired int
	}{{last, false, 0}, {last.AddDate(0, 0, 1), true, 1}} {
		list := checkSet(t, set, c.day)
		if f := of("question-open", list)[0]; f.Blocks() != c.blocks || (f.Accepted == nil) != c.blocks || f.Baseline {
			t.Errorf("%s: blocks %t, accepted %v", c.day.Format(time.DateOnly), f.Blocks(), f.Accepted)
		}
		if got := of("acceptance-expired", list); len(got) != c.expired {
			t.Errorf("%s: expired:\n%s", c.day.Format(time.DateOnly), listed(got))
		}
	}
}

// What the law requires is accepted for a reason, by a role and until a day, or
// not at all: there is no other way to turn it off.
func TestAcceptanceWithoutAnEndAcceptsNothing(t *testing.T) {
	t.Parallel()
	whole := accepted("question-open", "2026-12-31")
	for _, gone := range []string{"    reason: We are at it.\n", "    by: Data protection officer\n", "    until: 2026-12-31\n"} {
		list := checkSet(t, resolve(t, strings.Replace(whole, gone, "", 1)), exampleDay)
		if !of("question-open", list)[0].Blocks() || len(of("acceptance-incomplete", list)) != 1 {
			t.Errorf("without %s got:\n%s", gone, listed(list))
		}
	}
	for _, said := range []string{"reason: tbc", "by: n/a", "until: 2099-12-31"} {
		key, _, _ := strings.Cut(said, ":")
		var lines []string
		for line := range strings.Lines(whole) {
			if strings.HasPrefix(strings.TrimSpace(line), key+":") {
				line = "    " + said + "\n"
			}
			lines = append(lines, line)
		}
		list := checkSet(t, resolve(t, strings.Join(lines, "")), exampleDay)
		if len(of("acceptance-incomplete", list))+len(of("acceptance-long", list)) != 1 {
			t.Errorf("with %s nobody asks; got:\n%s", said, listed(list))
		}
	}
}

// What only fills a place is told where it stands.
func TestPlaceholderIsToldWhereItStands(t *testing.T) {
	t.Parallel()
	text := strings.Replace(accepted("question-open", "2026-12-31"), "We are at it.", "tbc", 1)
	list := found(t, "acceptance-incomplete", text)
	if len(list) != 1 || list[0].Message != "“tbc” is a placeholder, not a reason." || !strings.HasSuffix(list[0].Fix, "\n\nreason: …") {
		t.Fatalf("got:\n%s", listed(list))
	}
	if whole := found(t, "acceptance-incomplete", strings.Replace(text, "    reason: tbc\n", "", 1)); len(whole) != 1 || whole[0].Pos == list[0].Pos {
		t.Errorf("without a reason got:\n%s", listed(whole))
	}
}

// An acceptance that names another thing than the gap does is told which one.
func TestAcceptanceAboutAnotherThing(t *testing.T) {
	t.Parallel()
	text := strings.Replace(accepted("question-open", "2026-12-31"), "    reason", "    about: name\n    reason", 1)
	list := found(t, "acceptance-unused", text)
	if len(list) != 1 || list[0].Message != "The gap “question-open” is there, but is not about “name”." || !strings.HasPrefix(list[0].Fix, "Take “about” out") {
		t.Errorf("got:\n%s", listed(list))
	}
}

// Only a title makes it sure that a person is named.
func TestOnlyATitleShowsAPerson(t *testing.T) {
	t.Parallel()
	for by, want := range map[string]int{
		"Mrs Jane Example": 1, "Dr. Example": 1, "Cllr Example, cabinet member": 1, "Miss Example": 1,
		"Data protection officer": 0, "Jane Example": 0, "MS Teams administrator": 0, "Head of Drainage": 0, "Mrs": 0,
	} {
		text := strings.Replace(accepted("question-open", "2026-12-31"), "Data protection officer", by, 1)
		if list := found(t, "acceptance-by-person", text); len(list) != want {
			t.Errorf("%s: got %d findings, want %d", by, len(list), want)
		}
	}
}

// A notice speaks for itself: what is wrong with the site as a whole, or with a
// page of it, stays open whatever a notice accepts.
func TestNoticeAcceptsNothingForTheSite(t *testing.T) {
	t.Parallel()
	accepts := "accepted:\n  - rule: %s\n    reason: We are at it.\n    by: Data protection officer\n    until: 2026-12-31\n"
	for rule, change := range map[string]string{
		"link-broken":  "-- content/pages/help.md --\n---\ntitle: Help\n---\nSee [this](gone.md).\n",
		"name-missing": "-- content/pages/help.md --\n---\nsummary: Help.\n---\nText.\n",
	} {
		list := checkSet(t, resolve(t, fmt.Sprintf(accepts, rule)+change), exampleDay)
		if found := of(rule, list); len(found) != 1 || !found[0].Blocks() || found[0].Notice != "" {
			t.Errorf("%s: got:\n%s", rule, listed(list))
		}
	}
}

// Of a rule that finds several things in a notice, an acceptance can name one;
// that another one is there is no reason to call it unused.
func TestAcceptanceOfOneThingIsUnusedWhenThatIsGone(t *testing.T) {
	t.Parallel()
	const purposes = "purposes:\n  - id: bill\n    purpose: Send the bill\n    data: [name, email]\n"
	for about, unused := range map[string]int{"bill": 0, "news": 1} {
		list := checkSet(t, resolve(t, purposes+"accepted:\n  - rule: purpose-basis-missing\n    about: "+about+
			"\n    reason: The lawyers are at work.\n    by: Monitoring officer\n    until: 2026-12-31\n"), exampleDay)
		if got := of("acceptance-unused", list); len(got) != unused || of("purpose-basis-missing", list)[0].Blocks() != (unused == 1) {
			t.Errorf("%s: got:\n%s", about, listed(list))
		}
	}
}
