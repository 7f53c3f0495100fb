package notices_test

import (
	"testing"
	"time"

	"notices.example/notices"
)

func on(day string) notices.Date {
	if day == "" {
		return notices.Date{}
	}
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return notices.Date{Time: t}
}

func TestANoticeIsInForceFromItsFirstDayToItsLast(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		status, effective, expires, day string
		want                            notices.Standing
	}{
		"without days":                       {"", "", "", "2026-11-22", notices.InForce},
		"the day before it takes effect":     {"", "2027-01-01", "", "2026-12-31", notices.Future},
		"the day on which it takes effect":   {"", "2027-01-01", "", "2027-01-01", notices.InForce},
		"its last day":                       {"", "", "2026-12-31", "2026-12-31", notices.InForce},
		"the day after its last":             {"", "", "2026-12-31", "2027-01-01", notices.Expired},
		"for one day only":                   {"", "2026-12-31", "2026-12-31", "2026-12-31", notices.InForce},
		"said to be published":               {"published", "2027-01-01", "", "2026-12-31", notices.Future},
		"a draft that would take effect":     {"draft", "2027-01-01", "", "2026-12-31", notices.Draft},
		"a draft whose last day is past":     {"draft", "", "2026-06-30", "2026-12-31", notices.Draft},
		"days that contradict, before both":  {"", "2027-06-01", "2027-01-01", "2026-12-31", notices.InForce},
		"days that contradict, behind both":  {"", "2027-06-01", "2027-01-01", "2027-12-31", notices.InForce},
		"days that contradict, between them": {"", "2027-06-01", "2027-01-01", "2027-03-01", notices.InForce},
	} {
		n := notices.Notice{Status: notices.Term{Value: tc.status}, Effective: on(tc.effective), Expires: on(tc.expires)}
		if got := n.Standing(on(tc.day).Time); got != tc.want {
			t.Errorf("%s: %s, want %s", name, got, tc.want)
		}
	}
}

// What is wrong in a notice that has ended blocks nothing. One that waits for its
// day is published on it without anybody looking, so what is wrong in it blocks.
func TestWhatIsWrongBlocksAsLongAsTheNoticeIsToBePublished(t *testing.T) {
	t.Parallel()
	day := on("2026-11-22").Time
	for name, tc := range map[string]struct {
		effective, expires string
		want               bool
	}{
		"in force": {"2026-01-01", "2026-11-22", true},
		"future":   {"2027-01-01", "", true},
		"ended":    {"", "2026-11-21", false},
	} {
		file := "content/notices/" + name + ".md"
		translation := &notices.Notice{Pos: notices.Pos{File: "content/notices/" + name + ".cy.md"}}
		c := &notices.Complete{
			Notice:       notices.Notice{Pos: notices.Pos{File: file}, Effective: on(tc.effective), Expires: on(tc.expires)},
			Translations: map[string]*notices.Notice{"cy": translation},
		}
		findings := []notices.Finding{
			{Severity: notices.Error, Pos: notices.Pos{File: file, Line: 3}},
			{Severity: notices.Error, Pos: notices.Pos{File: translation.Pos.File, Line: 3}},
		}
		set := notices.Set{Faces: []*notices.Face{c.Face()}}
		set.MarkUnpublished(findings, day)
		for _, f := range findings {
			if f.Blocks() != tc.want {
				t.Errorf("%s: a finding in %s blocks = %v, want %v", name, f.Pos.File, f.Blocks(), tc.want)
			}
		}
	}
}
