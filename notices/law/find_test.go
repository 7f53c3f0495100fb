package law

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestFindTakesWhatPeopleType(t *testing.T) {
	t.Parallel()
	for want, words := range map[string][]string{
		"13(2)(e)": {
			"13(2)(e)", "Article 13(2)(e)", "art 13.2.e", "UK GDPR Art. 13(2)(e)", " 13 (2) (e) ", "13.2e", "13 2 e", "13(2)e", "13[2][e]", "(13(2)(e))",
			"ARTICLE 13(2)(E)", "Article 13(2)(e) of the UK GDPR", "Article 13, paragraph 2, point (e)", "Article 13 paragraph 2(e)", "GDPR 13(2)(e)",
			"Article 13(2)(e) of Regulation (EU) 2016/679", "Articles 13(2)(e) and 14(2)(f)", "Erthygl 13(2)(e) o GDPR y DU", "article13(2)(e)",
		},
		"13(2)(ca)":             {"13(2)(ca)", "art.13.2.ca"},
		"22A":                   {"22A", "22a", "Article 22A", "art22a"},
		"22C(2)":                {"22C(2)", "22c.2", "Art 22C paragraph 2"},
		"6(1)(f)":               {"6(1)(f)", "6(f)", "6f", "Article 6(f)", "Art. 6 (1) f"},
		"6(1)(ea)":              {"6(1)(ea)", "6.1.EA", "6(ea)", "6ea"},
		"DPA 2018 s.44":         {"DPA 2018 s.44", "s44", "s. 44", "section 44", "Data Protection Act 2018, section 44", "DPA s 44", "Section 44 of the Data Protection Act 2018", "adran 44"},
		"DPA 2018 s.164A":       {"s164A", "s.164a", "section 164A", "164A", "DPA 2018 section 164A"},
		"DPA 2018 s.30(1)(b)":   {"s.30(1)(b)", "section 30.1.b", "DPA 2018 s30(1)(b)"},
		"DPA 2018 Part 3":       {"Part 3", "Part 3 of the Data Protection Act 2018", "DPA 2018 Part 3"},
		"DPA 2018 Sch 1":        {"Schedule 1", "Sch. 1", "sch1"},
		"DPA 2018 Sch 1 Part 2": {"Schedule 1 Part 2", "Part 2 of Schedule 1", "Sch 1 Pt 2"},
		"DPA 2018 Sch 1 para 8": {
			"Schedule 1 paragraph 8", "Sch 1 para 8", "sch1 para8", "paragraph 8 of Schedule 1", "DPA 2018, Schedule 1, Part 2, para 8", "Sched. 1, Part 2, paragraph 8", "Atodlen 1 paragraff 8",
		},
		"Annex 1":        {"Annex 1", "annex 1 of the UK GDPR"},
		"Annex 1 para 5": {"Annex 1 para 5", "paragraph 5 of Annex 1"},
		"PECR reg.22":    {"PECR reg.22", "regulation 22 of PECR", "reg 22", "regulation 22 of the Privacy and Electronic Communications (EC Directive) Regulations 2003"},
	} {
		for _, w := range words {
			if p, ok := at(t, "uk", "2026-07-01").Find(w); !ok || p.ID != want {
				t.Errorf("Find(%q) = %q, %t, want %q", w, p.ID, ok, want)
			}
		}
	}
}

// What findings cite is what people look up.
func TestNamesKnowsACitationInFull(t *testing.T) {
	t.Parallel()
	for _, l := range everyLaw(t) {
		for _, p := range l.Provisions {
			if cited := l.Cite(p.ID); !Names(cited, p.ID) {
				t.Errorf("%s: %q is not known to name %s", l.Jurisdiction, cited, p.ID)
			}
		}
	}
	for words, id := range map[string]string{"13(2)(z)": "13(2)", "Article 22(5) UK": "22", "section 165(99)": "DPA 2018 s.165"} {
		if Names(words, id) {
			t.Errorf("%q names only %s", words, id)
		}
	}
}

func TestFindGivesTheNearestProvisionThatThereIs(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"14(5)(z)":                "14(5)",
		"15(1)(h)":                "15(1)",
		"section 165(99)(z)":      "DPA 2018 s.165",
		"Schedule 1 paragraph 99": "DPA 2018 Sch 1",
		"Schedule 1 Part 9":       "DPA 2018 Sch 1",
		"Annex 1 para 99":         "Annex 1",
	} {
		if p, ok := at(t, "uk", "2026-07-01").Find(words); !ok || p.ID != want {
			t.Errorf("Find(%q) = %q, %t, want %q", words, p.ID, ok, want)
		}
	}
}

func TestFindGivesNothingForWhatIsNoProvision(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"", " ", "retention", "retention-missing", "999", "Article 999(1)", "section 999", "Schedule 99", "paragraph 8", "Part 99", "Annex 99 para 1",
		"2018", "Data Protection Act 2018", "(e)", "PECR", "….", "Article",
	} {
		if p, ok := at(t, "uk", "2026-07-01").Find(words); ok {
			t.Errorf("Find(%q) = %q, want nothing", words, p.ID)
		}
	}
	if p, ok := at(t, "eu", "2026-07-01").Find("DPA 2018 s.44"); ok {
		t.Errorf("the EU has %q", p.ID)
	}
}

func TestFindKnowsWhatIsNotInForce(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		on, words string
		inForce   bool
	}{
		{"2026-06-18", "77", true},
		{"2026-06-19", "77", false},
		{"2026-06-18", "s164A", false},
		{"2026-06-19", "s164A", true},
		{"2026-02-04", "22A", false},
		{"2026-02-05", "22(1)", false},
	} {
		l := at(t, "uk", tt.on)
		if p, ok := l.Find(tt.words); !ok || p.InForce.On(l.Day) != tt.inForce {
			t.Errorf("%s: Find(%q) = %q, %t, in force: %t, want %t", tt.on, tt.words, p.ID, ok, p.InForce.On(l.Day), tt.inForce)
		}
	}
}

// Whatever the program calls a provision, people can type.
func TestFindUnderstandsEveryCitation(t *testing.T) {
	t.Parallel()
	for _, l := range everyLaw(t) {
		for _, p := range l.Provisions {
			for _, words := range []string{p.ID, strings.ToLower(p.ID), l.Cite(p.ID), l.CiteIn("cy", p.ID)} {
				if found, ok := l.Find(words); !ok || found.ID != p.ID {
					t.Errorf("%s: Find(%q) = %q, want %q", l.Jurisdiction, words, found.ID, p.ID)
				}
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, words := range []string{"13(2)(e)", "art 13.2.e", "s164A", "Sch 1 para 8", "Part 2 of Schedule 1", "6f", "((((", "13.2.e.1.2.3", "1(", "İ(1)"} {
		f.Add(words)
	}
	l, err := At("uk", time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, words string) {
		p, ok := l.Find(words)
		if !ok {
			if p.ID != "" {
				t.Errorf("Find(%q) gives %q, and reports that there is none", words, p.ID)
			}
			return
		}
		if again, _ := l.Find(p.ID); again.ID != p.ID || !slices.ContainsFunc(l.always, func(a Provision) bool { return a.ID == p.ID }) {
			t.Errorf("Find(%q) gives %q, which is found as %q", words, p.ID, again.ID)
		}
	})
}
