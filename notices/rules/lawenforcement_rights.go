package rules

import (
	"fmt"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

const onlyDumping = "purposes:\n  - id: dumping\n    purpose: Find out who dumps waste on the plots, and prosecute them\n    data: [name, email]\n" +
	"    activities: [law-enforcement]\n" + enforcementTask + dumpingLaw

var rightNotInPart3 = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "right-not-in-part-3", Title: "A right is offered that law enforcement does not have", Severity: notices.Warning,
		Provisions: []string{"DPA 2018 s.44(1)(d)", "DPA 2018 s.43"}, Section: notices.RightsSection,
		Why: "In law enforcement people have the rights to access, rectification, erasure and restriction. There is no right to object and none to take data elsewhere. " +
			"A notice that offers them promises what the body need not do.",
		Bad:  onlyDumping + "rights:\n  how: Write to our data protection officer.\n  statements:\n    - right: objection\n      applies: yes\n",
		Good: onlyDumping + "rights:\n  how: Write to our data protection officer.\n  statements:\n    - right: objection\n      applies: no\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, st := range s.statements() {
			if s.noneInPart3(*st.RightStatement) {
				list = append(list, notices.Finding{
					Pos: firstPos(st.RightStatement.Applies.Pos, st.Pos), About: st.RightStatement.Right.Value,
					Message: fmt.Sprintf("The notice offers the right %s, but everything it is about is law enforcement, which does not come with this right.", st.name()),
					Fix:     "Correct the statement, or take it out: the page works the rights out from the purposes.\n\napplies: no",
				})
			}
		}
		return list
	},
}

// noneInPart3 reports whether the statement offers a right that DPA 2018 Part 3
// does not have, in a notice that is about nothing else than law enforcement.
func (s *Subject) noneInPart3(st notices.RightStatement) bool {
	return s.onlyPart3() && st.Right.Is("portability", "objection") && st.Applies.Is("yes", "limited")
}

// council matches the names of local authorities in English and Welsh. DPA 2018
// Sch 7 lists none of them.
var council = pattern.MustCompile(`(?i)\b(council|cyngor)\b`)

var competentAuthorityUnlisted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "competent-authority-unlisted", Title: "Schedule 7 does not list this body", Severity: notices.Warning,
		Provisions: []string{"DPA 2018 s.30(1)(b)", "DPA 2018 Sch 7"}, Section: notices.ControllerSection,
		Why: "Schedule 7 to the Data Protection Act 2018 lists the competent authorities of law enforcement: government departments, the police and others, but no council. " +
			"A council is one only to the extent that a law gives it a function of law enforcement. Then that function is what the notice names.",
		Bad:  "-- content/organisations/anytown-council.yaml --\ncompetent_authority: schedule-7\n",
		Good: "-- content/organisations/anytown-council.yaml --\ncompetent_authority: statutory-function\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if s.Law.Jurisdiction != "uk" {
			return nil
		}
		var list []notices.Finding
		for _, o := range s.Notice.Controllers {
			if o.CompetentAuthority.Is("schedule-7") && council.MatchString(o.Name.Value) {
				list = append(list, notices.Finding{
					Pos: o.CompetentAuthority.Pos, About: o.ID.Value,
					Message: organisationName(o) + " is said to be a competent authority under Schedule 7, but that Schedule lists no council.",
					Fix:     "If a law gives it a function of law enforcement, say so, and name that law with the purpose:\n\ncompetent_authority: statutory-function",
				})
			}
		}
		return list
	},
}
