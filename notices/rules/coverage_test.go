package rules_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"notices.example/notices/handbook"
	"notices.example/notices/law"
	"notices.example/notices/rules"
)

// lawDays are days in each time of the law that the product knows.
var lawDays = []time.Time{
	time.Date(2024, time.March, 1, 0, 0, 0, 0, time.UTC),
	time.Date(2026, time.March, 1, 0, 0, 0, 0, time.UTC),
	exampleDay,
}

func eachLaw(t *testing.T, f func(*law.Law)) {
	t.Helper()
	for _, jurisdiction := range []string{"uk", "eu"} {
		for _, day := range lawDays {
			l, err := law.At(jurisdiction, day)
			if err != nil {
				t.Fatal(err)
			}
			f(l)
		}
	}
}

func TestEveryDutyToInformIsServed(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	eachLaw(t, func(l *law.Law) {
		for _, row := range handbook.New(l, nil).Coverage() {
			p := row.Provision
			if known[p.ID] {
				continue
			}
			known[p.ID] = true
			switch {
			case len(row.Rules) == 0 && row.Reason == "":
				t.Errorf("%s (%s) is served by no rule, and no reason is stated", p.ID, p.Title)
			case len(row.Rules) > 0 && row.Reason != "":
				t.Errorf("%s is served by %s, but also excused: %s", p.ID, row.Rules, row.Reason)
			}
		}
	})
	for _, id := range handbook.Unserved() {
		if !known[id] {
			t.Errorf("%s is excused, but is in no law", id)
		}
	}
}

// The table holds every sub-paragraph of Articles 13 and 14, and what else asks
// for words in a notice.
func TestCoverageIsComplete(t *testing.T) {
	t.Parallel()
	l, err := law.At("uk", exampleDay)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range handbook.New(l, nil).Coverage() {
		got = append(got, row.Provision.ID)
	}
	for _, id := range []string{
		"12(1)",
		"13(1)(a)", "13(1)(b)", "13(1)(c)", "13(1)(d)", "13(1)(e)", "13(1)(f)",
		"13(2)(a)", "13(2)(b)", "13(2)(c)", "13(2)(ca)", "13(2)(d)", "13(2)(e)", "13(2)(f)", "13(3)", "13(4)", "13(5)", "13(6)", "13(7)",
		"14(1)(a)", "14(1)(b)", "14(1)(c)", "14(1)(d)", "14(1)(e)", "14(1)(f)",
		"14(2)(a)", "14(2)(b)", "14(2)(c)", "14(2)(d)", "14(2)(da)", "14(2)(e)", "14(2)(f)", "14(2)(g)",
		"14(3)(a)", "14(3)(b)", "14(3)(c)", "14(4)", "14(5)(a)", "14(5)(c)", "14(5)(d)", "14(5)(e)", "14(5)(f)", "14(6)", "14(7)",
		"21(4)", "26(2)",
		"DPA 2018 s.44(1)(a)", "DPA 2018 s.44(1)(b)", "DPA 2018 s.44(1)(c)", "DPA 2018 s.44(1)(d)", "DPA 2018 s.44(1)(e)",
	} {
		if !slices.Contains(got, id) {
			t.Errorf("%s is not in the table", id)
		}
	}
}

// The rules that decide an item serve the provisions that the item has in the law.
func TestRulesServeTheProvisionsOfTheirItems(t *testing.T) {
	t.Parallel()
	eachLaw(t, func(l *law.Law) {
		for _, item := range l.Items {
			for _, p := range []string{item.Article13, item.Article14} {
				serves := func(r rules.Rule) bool { return r.Item == item.ID && slices.Contains(r.Provisions, p) }
				if p != "" && !slices.ContainsFunc(rules.All(), serves) {
					t.Errorf("no rule on %s serves %s", item.ID, p)
				}
			}
		}
	})
}

func TestRulesCiteOnlyProvisionsTheLawHas(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	eachLaw(t, func(l *law.Law) {
		for _, p := range l.Provisions {
			known[p.ID] = true
		}
	})
	for _, r := range rules.All() {
		for _, p := range r.Provisions {
			if !known[p] {
				t.Errorf("%s cites %s, which is not in the data of the law", r.ID, p)
			}
		}
	}
}

func coveragePage(h *handbook.Handbook) string {
	return fmt.Sprintf("%s# Coverage\n\nEvery provision that says what a notice has to tell people, as on %s: Articles 13 and 14 of the UK GDPR, what else asks for "+
		"words in a notice, and section 44 of the Data Protection Act 2018 for law enforcement. Each has the rules that serve it, or why there is none. "+
		"This is not legal advice.\n\n%s", generated, h.Law.Day.Format("2 January 2006"), h.CoverageTable())
}
