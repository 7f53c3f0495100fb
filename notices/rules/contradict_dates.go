package rules

import (
	"notices.example/notices"
)

var updatedBeforeChange = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "updated-before-change", Title: "A change is younger than the notice", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "5(2)"}, Section: notices.AboutSection,
		Why: "The list of changes holds a day after the one on which the notice says it was last updated. Readers cannot tell which is true, " +
			"and whoever has read the notice before does not see that it changed.",
		Bad:  "updated: 2026-05-01\nchanges:\n  - date: 2026-06-01\n    what: We keep your name for six years, not for seven.\n",
		Good: "updated: 2026-06-01\nchanges:\n  - date: 2026-06-01\n    what: We keep your name for six years, not for seven.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		n := s.Notice
		if !n.Updated.Said() {
			return nil
		}
		var last notices.Change
		for _, c := range n.Changes {
			if c.Date.Time.After(last.Date.Time) && !c.Date.Time.After(s.Day) { // one that is announced is no update yet
				last = c
			}
		}
		if !last.Date.Time.After(n.Updated.Time) {
			return nil
		}
		return finding(notices.Finding{
			Pos:     n.Updated.Pos,
			Message: "The notice says that it was last updated on " + longDate(n.Updated.Time) + ", but it changed on " + longDate(last.Date.Time) + ".",
			Fix:     "Write the day of the last change:\n\nupdated: " + last.Date.String(),
			Related: []notices.Related{{Pos: last.Date.Pos, Message: "a later change"}},
		})
	},
}

var changeUndated = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "change-undated", Title: "A change has no date", Severity: notices.Warning,
		Provisions: []string{"13(3)", "14(4)", "5(2)"}, Section: notices.AboutSection,
		Why: "People have to be told of a new purpose before their data is used for it. A change without a day shows neither them nor the regulator " +
			"from when it held.",
		Bad:  "changes:\n  - what: We also use your email address to send you news of the site.\n    material: yes\n",
		Good: "changes:\n  - date: 2026-06-01\n    what: We also use your email address to send you news of the site.\n    material: yes\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, c := range s.Notice.Changes {
			if !unwritten(c.Date.Said(), c.Date.Pos) {
				continue
			}
			f := notices.Finding{
				Pos: c.Pos, Message: "The change " + quote(c.What.Value) + " has no date.",
				Fix: "Add the day on which it took effect:\n\ndate: …",
			}
			if !c.Material.Yes() {
				f.Severity = notices.Advice
			}
			list = append(list, f)
		}
		return list
	},
}

var datesReversed = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "dates-reversed", Title: "Something ends before it begins", Severity: notices.Error,
		Provisions: []string{"5(1)(a)", "5(1)(d)"},
		Why:        "A last day that lies before the first one makes the notice hold on no day at all. Often a year was not changed.",
		Bad:        "transition:\n  from: 2027-04-01\n  until: 2027-03-31\n  replaces: [anytown-council]\n",
		Good:       "transition:\n  from: 2026-04-01\n  until: 2027-03-31\n  replaces: [anytown-council]\n",
	},
	Check: func(s *Subject) []notices.Finding {
		n := s.Notice
		list := reversed(n.Effective, n.Expires, "The notice")
		if n.Transition != nil {
			list = append(list, reversed(n.Transition.From, n.Transition.Until, "The transition")...)
		}
		return list
	},
	CheckSite: func(s *Site) []notices.Finding {
		var list []notices.Finding
		for _, o := range s.Set.Corpus.Organisations {
			list = append(list, reversed(o.Since, o.Until, organisationName(o))...)
		}
		return list
	},
}

func reversed(from, until notices.Date, what string) []notices.Finding {
	if !from.Said() || !until.Said() || !until.Time.Before(from.Time) {
		return nil
	}
	return finding(notices.Finding{
		Pos:     until.Pos,
		Message: what + " ends on " + longDate(until.Time) + ", before its first day, " + longDate(from.Time) + ".",
		Fix:     "Correct one of the two days.",
		Related: []notices.Related{{Pos: from.Pos, Message: "the first day"}},
	})
}
