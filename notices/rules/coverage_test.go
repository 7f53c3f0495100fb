package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"notices.example/notices/law"
	"notices.example/notices/rules"
)

// notServed says why a provision of Articles 13 and 14 has no rule.
var notServed = map[string]string{
	"13(1)": "It only introduces its points, which have rules.",
	"13(2)": "It only introduces its points, which have rules.",
	"13(3)": "Whether people are told before data is used for a new purpose is a matter of time, not of the words of a notice. The change log marks material changes.",
	"13(5)": "It lifts a duty towards people whose data was collected for research. A notice that relies on it states it as an exemption (exemption-incomplete).",
	"13(6)": "It explains when 13(5) holds.",
	"13(7)": "It asks for measures besides the notice. The notice can state them as the safeguards of the exemption.",

	"14(1)":    "It only introduces its points, which have rules.",
	"14(2)":    "It only introduces its points, which have rules.",
	"14(3)":    "When people are told cannot be read from a notice.",
	"14(3)(a)": "When people are told cannot be read from a notice.",
	"14(3)(b)": "When people are told cannot be read from a notice.",
	"14(3)(c)": "When people are told cannot be read from a notice.",
	"14(4)":    "As 13(3).",
	"14(5)(a)": "A notice that relies on it states it as an exemption (exemption-incomplete). Whether it holds cannot be read from a notice.",
	"14(5)(b)": "As 14(5)(a).",
	"14(5)(c)": "As 14(5)(a).",
	"14(5)(d)": "As 14(5)(a).",
	"14(5)(e)": "As 14(5)(a).",
	"14(5)(f)": "As 14(5)(a).",
	"14(6)":    "It explains when 14(5)(e) holds.",
	"14(7)":    "It asks for measures besides the notice. The notice can state them as the safeguards of the exemption.",
}

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

func serving(provision string) []string {
	var ids []string
	for _, r := range rules.All() {
		if slices.Contains(r.Provisions, provision) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

func informs(id string) bool { return strings.HasPrefix(id, "13(") || strings.HasPrefix(id, "14(") }

func TestEveryProvisionOfArticles13And14IsServed(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	eachLaw(t, func(l *law.Law) {
		for _, p := range l.Provisions {
			if !informs(p.ID) || known[p.ID] {
				continue
			}
			known[p.ID] = true
			reason, excused := notServed[p.ID]
			switch served := serving(p.ID); {
			case len(served) == 0 && !excused:
				t.Errorf("%s (%s) is served by no rule, and no reason is stated", p.ID, p.Title)
			case len(served) > 0 && excused:
				t.Errorf("%s is served by %s, but also excused: %s", p.ID, served, reason)
			}
		}
	})
	for id := range notServed {
		if !known[id] {
			t.Errorf("%s is excused, but is in no law", id)
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

func coveragePage(l *law.Law) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s# Coverage of Articles 13 and 14\n\nEvery provision of Articles 13 and 14 of the UK GDPR as on %s, and the rules that serve it, or why there is none. "+
		"This is not legal advice.\n\n| Provision | About | Rules |\n|---|---|---|\n", generated, l.Day.Format("2 January 2006"))
	for _, p := range l.Provisions {
		if !informs(p.ID) {
			continue
		}
		rulesOf := notServed[p.ID]
		if served := serving(p.ID); len(served) > 0 {
			var links []string
			for _, id := range served {
				links = append(links, fmt.Sprintf("[%s](%s.md)", id, id))
			}
			rulesOf = strings.Join(links, ", ")
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", cite(l, p.ID), p.Title, rulesOf)
	}
	return b.String()
}
