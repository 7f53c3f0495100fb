package load

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"notices.example/notices"
)

// The years in which dates of a notice can lie. Others are slips of the keyboard.
const (
	firstYear = 1800
	lastYear  = 2200
)

// date reads a day, written YYYY-MM-DD.
func (d *decoder) date(text string, pos notices.Pos, s slot) time.Time {
	day, err := time.Parse(time.DateOnly, text)
	if err == nil && day.Year() >= firstYear && day.Year() <= lastYear {
		return day
	}
	message, fix := dateWords(text, s.key)
	d.report(ruleDateInvalid, pos, message, fix)
	return time.Time{}
}

var (
	isoLike  = regexp.MustCompile(`^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?$`)
	slashed  = regexp.MustCompile(`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$`)
	ordinals = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)\b`)
)

// dateWords says what is wrong with a date, and the right form where it is plain
// which day is meant.
func dateWords(text, key string) (message, fix string) {
	write := func(day time.Time) string {
		return fmt.Sprintf("Write it like this:\n%s: %s", key, day.Format(time.DateOnly))
	}
	message = fmt.Sprintf("“%s” is not a date in the form year-month-day.", shorten(text))
	if m := isoLike.FindStringSubmatch(text); m != nil {
		day, err := time.Parse("2006-1-2", m[1]+"-"+m[2]+"-"+m[3])
		if err != nil {
			return fmt.Sprintf("There is no such day as “%s”.", text), "Look it up in a calendar, and write year-month-day, such as 2026-02-28."
		}
		if day.Year() < firstYear || day.Year() > lastYear {
			return fmt.Sprintf("The year %d cannot be right.", day.Year()), "Correct the year."
		}
		return message, write(day)
	}
	if m := slashed.FindStringSubmatch(text); m != nil {
		return slashedWords(text, key, m, message)
	}
	words := ordinals.ReplaceAllString(strings.ReplaceAll(text, ",", ""), "$1")
	for _, layout := range []string{"2 January 2006", "2 Jan 2006", "January 2 2006", "Jan 2 2006", "Monday 2 January 2006", "2-Jan-2006"} {
		if day, err := time.Parse(layout, words); err == nil && day.Year() >= firstYear && day.Year() <= lastYear {
			return message, write(day)
		}
	}
	return message, "Write the year with four digits, the month and the day, with hyphens between them:\n" + key + ": YYYY-MM-DD"
}

// slashedWords deals with 03/04/2026, which is a day in April or in March.
func slashedWords(text, key string, m []string, message string) (string, string) {
	british, errBritish := time.Parse("2/1/2006", m[1]+"/"+m[2]+"/"+m[3])
	american, errAmerican := time.Parse("1/2/2006", m[1]+"/"+m[2]+"/"+m[3])
	switch {
	case errBritish != nil && errAmerican != nil:
		return fmt.Sprintf("There is no such day as “%s”.", text), "Look it up in a calendar, and write year-month-day, such as 2026-02-28."
	case errAmerican != nil || errBritish == nil && british.Equal(american):
		return message, fmt.Sprintf("Write it like this:\n%s: %s", key, british.Format(time.DateOnly))
	case errBritish != nil:
		return message, fmt.Sprintf("Write it like this:\n%s: %s", key, american.Format(time.DateOnly))
	}
	return fmt.Sprintf("“%s” can be a day in %s or in %s.", text, british.Month(), american.Month()),
		fmt.Sprintf("Write year-month-day; for the %s:\n%s: %s", british.Format("2 January"), key, british.Format(time.DateOnly))
}
