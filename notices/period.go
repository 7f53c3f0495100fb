package notices

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Period is a length of time, such as "2 years", "18 months" or "P2Y".
// Calendar units are kept apart, because 12 months of 30 days are not a year.
type Period struct {
	Years, Months, Weeks, Days int
	Pos                        Pos
}

// ErrPeriod is returned for text that is not a period.
var ErrPeriod = errors.New("not a length of time")

var isoPeriod = regexp.MustCompile(`^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$`)

// smallNumbers are the numbers people write as words in a retention period.
var smallNumbers = map[string]int{
	"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
	"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}

// ParsePeriod reads an ISO 8601 period (P2Y, P1Y6M) or the same in words
// (2 years, six months, 1 year and 6 months). It returns ErrPeriod for anything
// else, and for a period of nothing.
func ParsePeriod(s string) (Period, error) {
	s = strings.TrimSpace(s)
	if p, iso, err := isoForm(s); iso {
		return p, err
	}
	var p Period
	for part := range strings.SplitSeq(strings.ReplaceAll(strings.ToLower(s), " and ", ", "), ", ") {
		if err := p.add(part); err != nil {
			return Period{}, fmt.Errorf("%q: %w", s, ErrPeriod)
		}
	}
	return p, nil
}

// isoForm reads an ISO 8601 period, and reports whether it is one.
func isoForm(s string) (p Period, iso bool, err error) {
	if !strings.HasPrefix(s, "P") && !strings.HasPrefix(s, "p") {
		return p, false, nil
	}
	m := isoPeriod.FindStringSubmatch(strings.ToUpper(s))
	if m == nil {
		return p, false, nil
	}
	p = Period{Years: number(m[1]), Months: number(m[2]), Weeks: number(m[3]), Days: number(m[4])}
	if p.IsZero() {
		return p, true, fmt.Errorf("%q: %w", s, ErrPeriod)
	}
	return p, true, nil
}

// add adds a part in words, such as 18 months or six-weeks.
func (p *Period) add(part string) error {
	const digits = 5
	part = strings.TrimSpace(part)
	gap := strings.IndexAny(part, " -")
	if gap < 0 {
		return ErrPeriod
	}
	n, known := smallNumbers[part[:gap]]
	if !known && gap <= digits && strings.Trim(part[:gap], "0123456789") == "" {
		n = number(part[:gap])
	}
	if n == 0 {
		return ErrPeriod
	}
	switch strings.TrimSuffix(part[gap+1:], "s") {
	case "year":
		p.Years += n
	case "month":
		p.Months += n
	case "week":
		p.Weeks += n
	case "day":
		p.Days += n
	default:
		return ErrPeriod
	}
	return nil
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits) // short runs of digits, or none
	return n
}

// IsZero reports whether no length of time was given.
func (p Period) IsZero() bool { return p.Years == 0 && p.Months == 0 && p.Weeks == 0 && p.Days == 0 }

// Said reports whether a length of time was given.
func (p Period) Said() bool { return !p.IsZero() }

// After gives the day that lies one period after t.
func (p Period) After(t time.Time) time.Time {
	return t.AddDate(p.Years, p.Months, 7*p.Weeks+p.Days)
}

// String gives the ISO 8601 form, such as P1Y6M.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	var b strings.Builder
	b.WriteByte('P')
	for _, u := range []struct {
		n    int
		unit byte
	}{{p.Years, 'Y'}, {p.Months, 'M'}, {p.Weeks, 'W'}, {p.Days, 'D'}} {
		if u.n > 0 {
			b.WriteString(strconv.Itoa(u.n))
			b.WriteByte(u.unit)
		}
	}
	return b.String()
}

// Words gives the length of time in English, such as 1 year and 6 months.
func (p Period) Words() string {
	var words []string
	for _, u := range []struct {
		n    int
		unit string
	}{{p.Years, "year"}, {p.Months, "month"}, {p.Weeks, "week"}, {p.Days, "day"}} {
		switch {
		case u.n == 1:
			words = append(words, "1 "+u.unit)
		case u.n > 1:
			words = append(words, fmt.Sprintf("%d %ss", u.n, u.unit))
		}
	}
	return strings.Join(words, " and ")
}
