package notices_test

import (
	"errors"
	"testing"
	"time"

	"notices.example/notices"
)

func TestParsePeriod(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"P2Y": "P2Y", "p1y6m": "P1Y6M", "P2W": "P2W",
		"2 years": "P2Y", "1 year": "P1Y", "18 months": "P18M", "six months": "P6M", "a year": "P1Y",
		"7 days": "P7D", "1 year and 6 months": "P1Y6M", "3-year": "P3Y", " 2  weeks": "", "Two Weeks": "P2W",
		"": "", "P": "", "P0Y": "", "0 days": "", "for ever": "", "2": "", "2 fortnights": "", "some years": "",
	} {
		p, err := notices.ParsePeriod(in)
		if want == "" {
			if !errors.Is(err, notices.ErrPeriod) {
				t.Errorf("ParsePeriod(%q) = %v, %v; want ErrPeriod", in, p, err)
			}
			continue
		}
		if err != nil || p.String() != want {
			t.Errorf("ParsePeriod(%q) = %v, %v; want %s", in, p, err, want)
		}
	}
}

func TestPeriodCountsByTheCalendar(t *testing.T) {
	t.Parallel()
	p, err := notices.ParsePeriod("1 year and 1 day")
	if err != nil {
		t.Fatal(err)
	}
	from := time.Date(2027, time.March, 1, 0, 0, 0, 0, time.UTC)
	if got := p.After(from).Format(time.DateOnly); got != "2028-03-02" {
		t.Errorf("a year and a day after 1 March 2027 is %s, want 2028-03-02", got)
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"P2Y", "1 year and 6 months", "a day", "P99999D", "twelve weeks"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := notices.ParsePeriod(s)
		if err != nil {
			return
		}
		again, err := notices.ParsePeriod(p.String())
		if err != nil || again != p {
			t.Errorf("%q reads as %v, which reads as %v, %v", s, p, again, err)
		}
	})
}
