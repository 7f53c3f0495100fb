package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"notices.example/notices"
	"notices.example/notices/rules"
)

// baselined is a notice with an open question that the baseline accepts until a
// day, and what else the baseline holds.
func baselined(until, more string) string {
	return "open_questions: [How long do we keep the waiting list?]\n" +
		"-- content/baseline.yaml --\nreason: We are at it.\nby: Data protection officer\nuntil: " + until +
		"\ngaps:\n  - {notice: allotments, rule: question-open, field: open_questions}\n" + more
}

func TestBaselineAcceptsUntilItsLastDay(t *testing.T) {
	t.Parallel()
	set := resolve(t, baselined("2026-12-31", ""))
	last := time.Date(2026, time.December, 31, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		day     time.Time
		holds   bool
		expired int
	}{{last, true, 0}, {last.AddDate(0, 0, 1), false, 1}} {
		list := checkSet(t, set, c.day)
		f := of("question-open", list)[0]
		if f.Blocks() == c.holds || f.Baseline != c.holds || (f.Accepted != nil) != c.holds {
			t.Errorf("%s: %+v", c.day.Format(time.DateOnly), f)
		}
		if c.holds && (f.Accepted.By.Value != "Data protection officer" || f.Accepted.Reason.Value != "We are at it." || !f.Accepted.Until.Time.Equal(last)) {
			t.Errorf("accepted: %+v", f.Accepted)
		}
		if got := of("baseline-expired", list); len(got) != c.expired {
			t.Errorf("%s: expired:\n%s", c.day.Format(time.DateOnly), listed(got))
		}
	}
}

// A gap of an error that the baseline accepts stands in the matrix as accepted.
func TestMatrixKnowsTheBaseline(t *testing.T) {
	t.Parallel()
	set := resolve(t, "-- content/baseline.yaml --\nreason: We are at it.\nby: Data protection officer\nuntil: 2026-12-31\n"+
		"gaps:\n  - {notice: allotments, rule: recipients-missing}\n\n-- removed --\nrecipients: x\n")
	for i, col := range run(t, set, exampleDay).Matrix.Items {
		c := run(t, set, exampleDay).Matrix.Rows[0].Cells[i]
		if col.ID == "recipients" && (c.State != rules.Missing || !c.Accepted) {
			t.Errorf("recipients: %s, accepted %t", c.State, c.Accepted)
		}
	}
}

func TestBaselineThatNobodyAnswersForAcceptsNothing(t *testing.T) {
	t.Parallel()
	for _, gone := range []string{"reason: We are at it.\n", "by: Data protection officer\n", "until: 2026-12-31\n"} {
		list := checkSet(t, resolve(t, strings.Replace(baselined("2026-12-31", ""), gone, "", 1)), exampleDay)
		if !of("question-open", list)[0].Blocks() || len(of("baseline-incomplete", list)) != 1 {
			t.Errorf("without %s got:\n%s", gone, listed(list))
		}
	}
}

func TestBaselineNamesWhatCanBeAccepted(t *testing.T) {
	t.Parallel()
	for rule, fix := range map[string]string{
		"question-opne":      "rule: question-open",
		"yaml-syntax":        "cannot be accepted: put it right",
		"acceptance-expired": "cannot be accepted: put it right",
		"severity-fixed":     "cannot be accepted: put it right",
	} {
		list := checkSet(t, resolve(t, baselined("2026-12-31", fmt.Sprintf("  - {notice: allotments, rule: %s}\n", rule))), exampleDay)
		unknown := of("baseline-rule-unknown", list)
		if len(unknown) != 1 || !unknown[0].Blocks() || !strings.Contains(unknown[0].Fix, fix) || len(of("baseline-unused", list)) > 0 {
			t.Errorf("%s: want one error with %q, got:\n%s", rule, fix, listed(list))
		}
	}
}

func TestClosedGapsAreOneFinding(t *testing.T) {
	t.Parallel()
	more := ""
	for i := range 9 {
		more += fmt.Sprintf("  - {notice: allotments, rule: date-missing, about: a%d}\n", i)
	}
	list := of("baseline-unused", checkSet(t, resolve(t, baselined("2026-12-31", more)), exampleDay))
	if len(list) != 1 || list[0].Severity != notices.Advice || !strings.HasPrefix(list[0].Message, "9 gaps") || len(list[0].Related) != 4 {
		t.Errorf("got %+v", list)
	}
}

func TestHowOftenAGapWasFoundIsANumber(t *testing.T) {
	t.Parallel()
	for times, want := range map[string]int{"2": 0, "0": 1, "-1": 1, "twice": 1} {
		list := checkSet(t, resolve(t, baselined("2026-12-31", "  - {notice: allotments, rule: date-missing, times: "+times+"}\n")), exampleDay)
		if got := of("baseline-incomplete", list); len(got) != want {
			t.Errorf("%s: got:\n%s", times, listed(got))
		}
	}
}
