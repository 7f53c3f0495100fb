package law

import "testing"

func TestExemptionsByTheWordsThatCiteThem(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ jurisdiction, on, words, want string }{
		{"uk", "2026-07-01", "13(4)", "13(4)"},
		{"uk", "2026-07-01", "Article 13(4) of the UK GDPR", "13(4)"},
		{"uk", "2026-07-01", "UK GDPR Article 14(5)(c)", "14(5)(c)"},
		{"uk", "2026-07-01", "UK GDPR, art. 14(5)(c)", "14(5)(c)"},
		{"uk", "2026-07-01", "art.14(5)(c)", "14(5)(c)"},
		{"uk", "2026-07-01", "point (c) of Article 14(5)", "14(5)(c)"},
		{"uk", "2026-07-01", "Article 14.5.c", "14(5)(c)"},
		{"uk", "2026-07-01", "DPA 2018 Sch 2 para 2", "DPA 2018 Sch 2 para 2"},
		{"uk", "2026-07-01", "Schedule 2, Part 1, paragraph 2(1) of the Data Protection Act 2018", "DPA 2018 Sch 2 para 2"},
		{"uk", "2026-07-01", "paragraph 24 of Schedule 2 to the Data Protection Act 2018", "DPA 2018 Sch 2 para 24"},
		{"uk", "2026-07-01", "DPA 2018 s.26", "DPA 2018 s.26"},
		{"uk", "2026-02-04", "14(5)(b)", "14(5)(b)"},
		{"uk", "2026-02-05", "14(5)(e)", "14(5)(e)"},
		{"eu", "2026-07-01", "14(5)(b)", "14(5)(b)"},

		{"uk", "2026-02-05", "14(5)(b)", ""},
		{"uk", "2026-02-04", "14(5)(e)", ""},
		{"eu", "2026-07-01", "14(5)(e)", ""},
		{"eu", "2026-07-01", "DPA 2018 Sch 2 para 2", ""},
		{"uk", "2026-07-01", "14(5)(z)", ""},
		{"uk", "2026-07-01", "14(2)", ""},
		{"uk", "2026-07-01", "13(4), 14(5)(c)", ""},
		{"uk", "2026-07-01", "14(5)(a) and (c)", ""},
		{"uk", "2026-07-01", "Sch 2 para 2, para 5", ""},
		{"uk", "2026-07-01", "Council policy 7", ""},
		{"uk", "2026-07-01", "Our retention schedule 2, paragraph 2", ""},
		{"uk", "2026-07-01", "Data Protection Act 1998, Schedule 2, paragraph 2", ""},
		{"uk", "2026-07-01", "Freedom of Information Act 2000, Schedule 2, paragraph 2", ""},
		{"uk", "2026-07-01", "DPA 2018 Sch 2", ""},
		{"uk", "2026-07-01", "DPA 2018 Sch 2 para 16", ""},
		{"uk", "2026-07-01", "DPA 2018 Sch 3 para 5", ""},
		{"uk", "2026-07-01", "DPA 2018 Sch 4 para 2", ""},
		{"uk", "2026-07-01", "", ""},
	} {
		if got, ok := at(t, tt.jurisdiction, tt.on).Exemption(tt.words); got.ID != tt.want || ok != (tt.want != "") {
			t.Errorf("%s on %s: Exemption(%q) = %q, want %q", tt.jurisdiction, tt.on, tt.words, got.ID, tt.want)
		}
	}
}

func TestWhatExemptionsLift(t *testing.T) {
	t.Parallel()
	l := at(t, "uk", "2026-07-01")
	for _, tt := range []struct {
		exemption, duty string
		want            bool
	}{
		{"13(4)", "13(1)(e)", true},
		{"13(4)", "14(1)(e)", false},
		{"14(5)(c)", "13(1)(e)", false},
		{"14(5)(c)", "14(2)(a)", true},
		{"13(5)", "13(1)(e)", false},
		{"13(5)", "13(3)", true},
		{"DPA 2018 Sch 2 para 2", "13(1)(e)", true},
		{"DPA 2018 Sch 2 para 2", "14(1)(e)", true},
		{"DPA 2018 Sch 2 para 2", "DPA 2018 s.44(1)(a)", false},
	} {
		if e, ok := l.Exemption(tt.exemption); !ok || e.LiftsDuty(tt.duty) != tt.want {
			t.Errorf("%s lifts %s: %t, want %t", tt.exemption, tt.duty, !tt.want, tt.want)
		}
	}
}

// What exempts, and what it lifts, is in the list of provisions on the same days.
func TestExemptionsAreProvisionsInForce(t *testing.T) {
	t.Parallel()
	for _, l := range everyLaw(t) {
		for _, e := range l.Exemptions {
			for _, id := range append([]string{e.ID}, e.Lifts...) {
				if _, ok := l.Provision(id); !ok {
					t.Errorf("%s on %s: %s is no provision in force", l.Jurisdiction, l.Day.Format("2006-01-02"), id)
				}
			}
		}
	}
}
