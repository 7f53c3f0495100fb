package rules

import (
	"fmt"
	"slices"
	"time"

	"notices.example/notices"
)

const openGap = "open_questions: [How long do we keep the waiting list?]\naccepted:\n  - rule: question-open\n" +
	"    reason: The records team is working on it.\n    by: Data protection officer\n"

var acceptanceIncomplete = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "acceptance-incomplete", Title: "An accepted gap is not explained", Severity: notices.Error,
		Provisions: []string{"5(2)"}, Section: notices.AboutSection,
		Why: "A gap can be accepted for a time: with a reason, the role that accepts it, and the last day. " +
			"Without all three nobody answers for it, and it does not count.",
		Bad:  "accepted:\n  - rule: question-open\n    reason: The records team is working on it.\n    by: Data protection officer\n",
		Good: openGap + "    until: 2027-06-30\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, a := range s.Notice.Accepted {
			lacks := unsaid(part{notices.Text{Value: a.Rule.Value, Pos: a.Rule.Pos}, "the rule", "rule"}, part{a.Reason, "a reason", "reason"}, part{a.By, "the role that accepts it", "by"})
			if unwritten(a.Until.Said(), a.Until.Pos) {
				lacks = append(lacks, part{meaning: "a last day", key: "until"})
			}
			list = append(list, placeholders(lacks, a.Rule.Value)...)
			if lacks = absent(lacks); len(lacks) > 0 {
				list = append(list, notices.Finding{
					Pos: a.Pos, About: a.Rule.Value,
					Message: "A gap is accepted without " + and(meanings(lacks)) + ".",
					Fix:     "Add:\n\n" + withDay(keys(lacks), s.Day),
				})
			}
		}
		return list
	},
}

// placeholders gives a finding for each part that is written, but says nothing.
func placeholders(lacks []part, about string) []notices.Finding {
	var list []notices.Finding
	for _, p := range lacks {
		if p.text.Said() {
			list = append(list, notices.Finding{
				Pos: p.text.Pos, About: about,
				Message: quote(p.text.Value) + " is a placeholder, not " + p.meaning + ".",
				Fix:     "Write " + p.meaning + " in its place:\n\n" + p.key + ": …",
			})
		}
	}
	return list
}

// absent gives the parts that are not written at all.
func absent(lacks []part) []part {
	return slices.DeleteFunc(lacks, func(p part) bool { return p.text.Said() })
}

var acceptanceExpired = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "acceptance-expired", Title: "The time for an accepted gap is over", Severity: notices.Warning,
		Provisions: []string{"5(2)"}, Section: notices.AboutSection,
		Why:  "A gap was accepted for a time that is over. From now on it counts again.",
		Bad:  "accepted:\n  - rule: question-open\n    reason: The records team is working on it.\n    by: Data protection officer\n    until: 2026-03-31\n",
		Good: openGap + "    until: 2027-06-30\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, a := range s.Notice.Accepted {
			if complete(a) && s.Day.After(a.Until.Time) {
				list = append(list, notices.Finding{
					Pos: a.Until.Pos, About: a.Rule.Value,
					Message: fmt.Sprintf("The gap %s was accepted until %s. That time is over.", quote(a.Rule.Value), longDate(a.Until.Time)),
					Fix:     withDay("Close the gap and take the entry out. If it has to stay, whoever answers for it gives a new last day:\n\nuntil: …", s.Day),
				})
			}
		}
		return list
	},
}

var acceptanceUnused = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "acceptance-unused", Title: "An accepted gap is not there", Severity: notices.Advice, Section: notices.AboutSection,
		Why:  "The gap has been closed, or the entry names it wrongly. What is left over could hide a new gap one day.",
		Bad:  "accepted:\n  - rule: question-open\n    reason: The records team is working on it.\n    by: Data protection officer\n    until: 2027-06-30\n",
		Good: openGap + "    until: 2027-06-30\n",
	},
	// Whether an acceptance is used is known only after all other rules have run:
	// see accept.
}

func complete(a notices.Acceptance) bool {
	return a.Rule.Said() && !saysNothing(a.Reason.Value) && !saysNothing(a.By.Value) && a.Until.Said()
}

func holds(a notices.Acceptance, day time.Time) bool { return complete(a) && !day.After(a.Until.Time) }

// accept marks the findings of a notice that it accepts, and gives a finding for
// each acceptance that holds but matches nothing.
func accept(c *notices.Complete, list []notices.Finding, acceptable []string, day time.Time) []notices.Finding {
	var unused []notices.Finding
	for i := range c.Accepted {
		a := &c.Accepted[i]
		if !holds(*a, day) || !slices.Contains(acceptable, a.Rule.Value) { // acceptance-rule-unknown tells of that
			continue
		}
		if !mark(list, a) {
			unused = append(unused, unmatched(list, a))
		}
	}
	return unused
}

// unmatched is the finding for an acceptance that matches nothing. Where the rule
// reports a gap, the acceptance is only about something else.
func unmatched(list []notices.Finding, a *notices.Acceptance) notices.Finding {
	gap := slices.IndexFunc(list, func(f notices.Finding) bool { return f.Rule == a.Rule.Value })
	switch {
	case gap < 0:
		return notices.Finding{
			Pos: a.Pos, About: a.Rule.Value,
			Message: fmt.Sprintf("The notice accepts the gap %s, but has no such gap.", quote(a.Rule.Value)),
			Fix:     "Take the entry out, or correct the rule or what it is about.",
		}
	case list[gap].About == "":
		return notices.Finding{
			Pos: a.About.Pos, About: a.Rule.Value,
			Message: fmt.Sprintf("The gap %s is there, but is not about %s.", quote(a.Rule.Value), quote(a.About.Value)),
			Fix:     "Take “about” out: the gap is about nothing by itself.",
		}
	}
	return notices.Finding{
		Pos: a.About.Pos, About: a.Rule.Value,
		Message: fmt.Sprintf("The gap %s is there, but is not about %s.", quote(a.Rule.Value), quote(a.About.Value)),
		Fix:     "Take “about” out, or name what the gap is about:\n\nabout: " + list[gap].About,
	}
}

// mark accepts the findings that an acceptance matches.
func mark(list []notices.Finding, a *notices.Acceptance) (matched bool) {
	for i := range list {
		f := &list[i]
		about := !a.About.Said() || a.About.Value == f.About
		if f.Rule == a.Rule.Value && about {
			f.Accepted, matched = a, true
		}
	}
	return matched
}
