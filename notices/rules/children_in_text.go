package rules

import (
	"regexp"
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// childWords matches words for children.
var childWords = pattern.MustCompile(`(?i)\b(?:child(?:ren)?|school ?child(?:ren)?|pupils?|under[- ]?(?:13|16|18)s?|young people|teenagers?)\b`)

// aroundChildren matches what names children without using their data: work with
// them, their protection, and services that are called after them.
var aroundChildren = regexp.MustCompile(`(?i)\b(?:(?:work|working|works|job|jobs|contact|roles?|volunteer|volunteering) (?:is |are )?(?:with|around|near) (?:vulnerable )?(?:adults (?:and|or) )?` +
	`(?:children|young people)(?: (?:and|or) (?:young people|adults))?|` +
	`(?:protect(?:s|ing|ion of)?|safeguard(?:s|ing)?|harm to) (?:adults (?:and|or) |other )?(?:children|young people)(?: (?:and|or) young people)?(?: from (?:\S+ )?harm)?|` +
	`children['’]s (?:services|social care|social services|hospitals?|homes?|centres?|librar(?:y|ies)|books?|trusts?|commissioner)|(?:no|not|without|except|never) (?:for )?children)\b`)

// childFields are the texts that say whose data it is and what it is for. Labels of
// data have a rule of their own.
var childFields = map[string]bool{bodyKey: true, "summary": true, "purpose": true, "note": true}

var childrenInText = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "children-mentioned-in-text", Title: "Children are spoken of, but not said to be meant", Severity: notices.Warning,
		Provisions: []string{"12(1)"}, Section: notices.DataSection,
		Why: "A text for children has to be one that they understand. This notice speaks of children, and no group under “data_subjects” says whether " +
			"children are among the people whose data is used.",
		Bad:  "summary: How we use your information when you or your children rent an allotment.\n",
		Good: "data_subjects:\n  - label: Tenants and their families\n    children: no\nsummary: How we use your information when you or your children rent an allotment.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if s.Notice.Children.Said() || s.saysWhetherChildren() {
			return nil
		}
		for _, p := range s.passages() {
			if p.Notice == "" || !childFields[p.Key] || !childWords.MatchString(p.Text) {
				continue
			}
			text := aroundChildren.ReplaceAllStringFunc(p.Text, func(of string) string { return strings.Repeat(" ", len(of)) })
			at := childWords.FindStringIndex(text)
			if at == nil {
				continue
			}
			return finding(notices.Finding{
				Pos:     p.place(at[0], at[1]),
				Message: "The notice speaks of " + quote(p.Text[at[0]:at[1]]) + ", but does not say whether it is about children's data.",
				Fix:     "Say it of the group that it is about, yes or no:\n\ndata_subjects:\n  - label: …\n    children: …",
			})
		}
		return nil
	},
}

// saysWhetherChildren reports whether a group of people is said to be children, or
// not to be, or is called so.
func (s *Subject) saysWhetherChildren() bool {
	for _, group := range s.Notice.DataSubjects {
		if group.Children.Said() || young.MatchString(group.Label.Value) {
			return true
		}
	}
	return false
}
