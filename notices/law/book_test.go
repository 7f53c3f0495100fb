package law

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

func day(t *testing.T, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func at(t *testing.T, jurisdiction, on string) *Law {
	t.Helper()
	l, err := At(jurisdiction, day(t, on))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestAtFollowsTheDatesOfTheLaw(t *testing.T) {
	t.Parallel()
	type found struct {
		RecognisedInterests, Article22, Article22C, Disproportionate14b, Disproportionate14e bool
		ComplaintToController, Article77                                                     bool
		Adequacy, Automated                                                                  string
	}
	before := found{
		Article22: true, Disproportionate14b: true, Article77: true,
		Adequacy: "45", Automated: "22",
	}
	february := found{
		RecognisedInterests: true, Article22C: true, Disproportionate14e: true, Article77: true,
		Adequacy: "45A", Automated: "22C",
	}
	june := february
	june.ComplaintToController, june.Article77 = true, false
	eu := before
	eu.Adequacy = "45(3)"
	for _, tt := range []struct {
		jurisdiction, on string
		want             found
	}{
		{"uk", "2022-07-22", before},
		{"uk", "2026-02-04", before},
		{"uk", "2026-02-05", february},
		{"uk", "2026-06-18", february},
		{"uk", "2026-06-19", june},
		{"uk", "2030-01-01", june},
		{"eu", "2026-02-04", eu},
		{"eu", "2026-06-19", eu},
	} {
		t.Run(tt.jurisdiction+" "+tt.on, func(t *testing.T) {
			t.Parallel()
			l := at(t, tt.jurisdiction, tt.on)
			has := func(id string) bool { _, ok := l.Provision(id); return ok }
			_, basis := l.Basis("recognised-legitimate-interests")
			_, interest := l.RecognisedInterest("crime")
			if basis != interest {
				t.Errorf("basis 6(1)(ea) in force: %t, Annex 1 in force: %t", basis, interest)
			}
			_, complaint := l.Item("complaint-to-controller")
			adequacy, _ := l.Safeguard("adequacy")
			automated, _ := l.Right("automated-decisions")
			got := found{
				RecognisedInterests: basis, Article22: has("22"), Article22C: has("22C"),
				Disproportionate14b: has("14(5)(b)"), Disproportionate14e: has("14(5)(e)"),
				ComplaintToController: complaint, Article77: has("77"),
				Adequacy: adequacy.Provision, Automated: automated.Provision,
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("law of %s on %s (-want +got):\n%s", tt.jurisdiction, tt.on, diff)
			}
		})
	}
}

func TestAtTakesTheCalendarDayOfThePlace(t *testing.T) {
	t.Parallel()
	tokyo := time.FixedZone("Tokyo", 9*60*60)
	l, err := At("uk", time.Date(2026, 6, 19, 0, 30, 0, 0, tokyo)) // still 18 June in UTC
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := l.Item("complaint-to-controller"); !ok {
		t.Error("just after midnight on 19 June the law is still that of 18 June")
	}
	if want := day(t, "2026-06-19"); !l.Day.Equal(want) {
		t.Errorf("Day = %v, want %v", l.Day, want)
	}
}

func TestAtRefusesUnknownJurisdictions(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"", "UK", "gb", "us"} {
		if _, err := At(word, time.Time{}); !errors.Is(err, ErrJurisdiction) {
			t.Errorf("At(%q) = %v, want ErrJurisdiction", word, err)
		}
	}
}

func TestLawsOfDaysWithoutAChangeShareTheirLists(t *testing.T) {
	t.Parallel()
	first, second := at(t, "uk", "2026-10-01"), at(t, "uk", "2027-07-01")
	if &first.Provisions[0] != &second.Provisions[0] {
		t.Error("the provisions were copied")
	}
	if first.Day.Equal(second.Day) {
		t.Error("both laws are of the same day")
	}
}

func TestReadBookRefusesMistakesInTheData(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"a key that no field has": "bases: [{id: consent, colour: red}]",
		"a key twice":             "bases: [{id: consent, id: contract}]",
		"a date that is none":     "bases: [{id: consent, from: 2026-02-30}]",
	} {
		fsys := fstest.MapFS{"data/bases.yaml": {Data: []byte(text)}}
		if _, err := readBook(fsys); err == nil || !strings.Contains(err.Error(), "data/bases.yaml") {
			t.Errorf("%s: error %v, want one that names the file", name, err)
		}
	}
}

func TestTransfers(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		jurisdiction, on, country string
		outside, adequate         bool
		limited                   string // a word of the extent
	}{
		{"uk", "2026-07-01", "GB", false, false, ""},
		{"uk", "2026-07-01", "IE", true, true, ""},
		{"uk", "2026-07-01", "NO", true, true, ""},
		{"uk", "2026-07-01", "GI", true, true, ""},
		{"uk", "2026-07-01", "JE", true, true, ""},
		{"uk", "2023-10-11", "US", true, false, ""},
		{"uk", "2023-10-12", "US", true, true, "UK Extension"},
		{"uk", "2026-07-01", "CA", true, true, "commerce"},
		{"uk", "2026-07-01", "BR", true, false, ""},
		{"uk", "2026-07-01", "IN", true, false, ""},
		{"eu", "2026-07-01", "IE", false, false, ""},
		{"eu", "2026-07-01", "NO", false, false, ""},
		{"eu", "2026-07-01", "GB", true, true, "immigration"},
		{"eu", "2032-01-01", "GB", true, false, ""},
		{"eu", "2026-07-01", "BR", true, true, ""},
		{"eu", "2025-07-01", "BR", true, false, ""},
	} {
		l := at(t, tt.jurisdiction, tt.on)
		if got := l.Outside(tt.country); got != tt.outside {
			t.Errorf("%s: Outside(%s) = %t", tt.jurisdiction, tt.country, got)
		}
		a, ok := l.Adequate(tt.country)
		if ok != tt.adequate {
			t.Errorf("%s on %s: Adequate(%s) = %t", tt.jurisdiction, tt.on, tt.country, ok)
		}
		if !strings.Contains(a.Extent, tt.limited) || (tt.limited == "") != (a.Extent == "") {
			t.Errorf("%s: extent for %s = %q, want it to speak of %q", tt.jurisdiction, tt.country, a.Extent, tt.limited)
		}
	}
}

func TestTheCommissionTakesOverFromTheCommissioner(t *testing.T) {
	t.Parallel()
	for on, want := range map[string]string{"2026-09-29": "Information Commissioner", "2026-09-30": "Information Commission"} {
		r, ok := at(t, "uk", on).Regulator("information-commissioner")
		if !ok || r.Name["en"] != want || r.Short != "ICO" {
			t.Errorf("%s: %q (%s), want %q", on, r.Name["en"], r.Short, want)
		}
	}
}
