package rules

import (
	"fmt"
	"slices"
	"strings"

	"notices.example/notices"
)

// longestAcceptance is for how many months a gap can be accepted without a word.
const longestAcceptance = 24

var acceptanceLong = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "acceptance-long", Title: "A gap is accepted for very long", Severity: notices.Warning,
		Provisions: []string{"5(2)"}, Section: notices.AboutSection,
		Why: "An accepted gap is information that people do not get. A last day that is more than two years away means that " +
			"nobody will look at it again soon.",
		Bad:  openGap + "    until: 2036-06-30\n",
		Good: openGap + "    until: 2027-06-30\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		last := s.Day.AddDate(0, longestAcceptance, 0)
		for _, a := range s.Notice.Accepted {
			if a.Until.Time.After(last) {
				list = append(list, notices.Finding{
					Pos: a.Until.Pos, About: a.Rule.Value,
					Message: fmt.Sprintf("The gap %s is accepted until %s, more than two years from now.", quote(a.Rule.Value), longDate(a.Until.Time)),
					Fix:     "Choose a day by which somebody looks at it again:\n\nuntil: …",
				})
			}
		}
		return list
	},
}

var acceptanceRuleUnknown = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "acceptance-rule-unknown", Title: "A gap is accepted that no rule reports", Severity: notices.Error, Section: notices.AboutSection,
		Why: "An accepted gap is named by the rule that reports it. A name that is misspelt accepts nothing. " +
			"What keeps a file from being read, or a name from being found, cannot be accepted, and neither can how gaps are accepted.",
		Bad: "accepted:\n  - rule: questions-open\n    reason: The records team is working on it.\n" +
			"    by: Data protection officer\n    until: 2027-06-30\n",
		Good: openGap + "    until: 2027-06-30\n",
	},
	// What can be accepted is known only from the list of all rules: see unacceptable.
}

// unacceptable gives a finding for each acceptance of what cannot be accepted.
func unacceptable(c *notices.Complete, acceptable []string) []notices.Finding {
	var list []notices.Finding
	for _, a := range c.Accepted {
		if !a.Rule.Said() || slices.Contains(acceptable, a.Rule.Value) {
			continue
		}
		f := notices.Finding{
			Pos: a.Rule.Pos, About: a.Rule.Value,
			Message: "There is no rule " + quote(a.Rule.Value) + " whose findings a notice can accept.",
			Fix: "Copy the rule's name from the finding. What keeps a file from being read, or a name from being found, cannot be accepted: " +
				"put it right, and take the entry out.",
		}
		if near, found := nearest(a.Rule.Value, acceptable); found {
			f.Fix = "Did you mean:\n\nrule: " + near
		}
		list = append(list, f)
	}
	return list
}

// Acceptable gives the IDs of the rules whose findings a notice, or the baseline,
// can accept. What keeps a file from being read is found by other packages, and
// cannot be accepted; neither can how gaps are accepted and rules are settled.
func Acceptable() []string {
	var list []string
	for _, r := range All() {
		settling := func(prefix string) bool { return strings.HasPrefix(r.ID, prefix) }
		if !slices.ContainsFunc([]string{"acceptance-", "baseline-", "severity-"}, settling) {
			list = append(list, r.ID)
		}
	}
	return list
}
