package rules

import (
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var updatedDiffers = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "updated-differs", Title: "The text gives another date", Severity: notices.Warning,
		Provisions: []string{"5(1)(d)", "5(2)", "12(1)"}, Section: notices.AboutSection,
		Why: "The page shows the day on which the notice was last updated. A text that gives another one was forgotten when the notice changed, " +
			"and readers cannot tell which of the two is true.",
		Bad:  visitsText("This notice was last updated on 3 May 2025."),
		Good: visitsText("This notice was last updated on 22 June 2026."),
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, sn := range s.sentences() {
			at := lastUpdated.in(sn)
			if at == nil {
				continue
			}
			field, is := "updated", s.Notice.Updated
			if strings.HasPrefix(sn.Lower[at[2]:], "review") || strings.HasPrefix(sn.Lower[at[2]:], "check") {
				field, is = "reviewed", s.Notice.Reviewed
			}
			said, differs := otherDay(sn.Lower[at[4]:at[5]], is)
			if !differs {
				continue
			}
			list = append(list, notices.Finding{
				Pos:     sn.at(at[4:6]),
				Message: "The text says " + quote(sn.words(at[:2])) + ", but the notice says " + field + ": " + is.String() + ".",
				Fix:     "Take the date out of the text: the page shows it. If the one in the text is right:\n\n" + field + ": " + said,
				Related: []notices.Related{{Pos: is.Pos, Message: "the other date"}},
			})
		}
		return list
	},
}

// lastUpdated has what was done, and the date, in the brackets.
var lastUpdated = claimed("last ", `(?:^ *|\b(?:notice|policy|page|statement|document)\b[a-z ]{0,30}\b)last (updated|reviewed|changed|revised|checked)(?: on| in|:)* ((?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4})\b`)

var ordinal = pattern.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)`)

// otherDay gives the day or month that a text tells, and whether it is another
// than that of the notice. Without a day in the notice there is nothing to compare.
func otherDay(text string, is notices.Date) (said string, differs bool) {
	if !is.Said() {
		return "", false
	}
	text = ordinal.ReplaceAllString(text, "$1")
	if day, err := time.Parse("2 January 2006", text); err == nil {
		return day.Format(time.DateOnly), !day.Equal(is.Time)
	}
	month, err := time.Parse("January 2006", text)
	if err != nil {
		return "", false
	}
	same := month.Year() == is.Time.Year() && month.Month() == is.Time.Month()
	return month.Format(time.DateOnly), !same
}
