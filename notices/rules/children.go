package rules

import (
	"notices.example/notices"
	"notices.example/notices/pattern"
)

// young matches groups of people that are children.
var young = pattern.MustCompile(`(?i)\b(child(ren)?|pupils?|under[- ]?(13|16|18)s?|minors|young people|teenagers)\b`)

var childrenNotTold = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "children-not-told", Title: "Not said how children are told", Severity: notices.Warning,
		Provisions: []string{"12(1)"}, Section: notices.DataSection,
		Why: "Children have the same right to be told, in words they understand. A notice about children should say how: " +
			"a version for them, a film, a talk at school.",
		Bad:  "data_subjects:\n  - label: Children who help on a plot\n    children: yes\n",
		Good: "data_subjects:\n  - label: Children who help on a plot\n    children: yes\nchildren: [We read a short version to them on the first day.]\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if s.Notice.Children.Said() {
			return nil
		}
		for _, group := range s.Notice.DataSubjects {
			named := !group.Children.Said() && young.MatchString(group.Label.Value)
			if group.Children.Yes() || named {
				return finding(notices.Finding{
					Pos:     firstPos(group.Label.Pos, group.Pos),
					Message: "The notice is about children, but does not say how they are told.",
					Fix:     "Say how, or “children: no” on the group if it is about adults only:\n\nchildren:\n  - …",
				})
			}
		}
		return nil
	},
}
