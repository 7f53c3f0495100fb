package rules

import (
	"fmt"

	"notices.example/notices"
)

const harassment = healthData + tenancyPurpose + "  - id: harassment\n    purpose: Prosecute people who harass tenants with a disability\n    data: [mobility]\n" +
	"    activities: [law-enforcement]\n    law_enforcement_ground: task\n    basis_in_law: Local Government Act 1972, section 222\n"

var sensitiveProcessingConditionMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "sensitive-processing-condition-missing", Title: "No condition for sensitive data in law enforcement", Severity: notices.Warning,
		Provisions: []string{"DPA 2018 s.35(3)", "DPA 2018 s.35(5)", "DPA 2018 Sch 8"}, Section: notices.PurposesSection,
		Why: "In law enforcement, data on health, ethnic origin, belief and the like may be used in two cases only: with the person's consent, " +
			"or where it is strictly necessary and a condition of Schedule 8 holds. A condition of Article 9 does not do. " +
			"Section 44 does not ask to name the condition in a notice, but without it nobody can see that there is one.",
		Bad:  harassment,
		Good: harassment + "    schedule_8: statutory-purposes\n" + policyDocument,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, u := range s.sensitive() {
			p := *u.Purpose
			if p.LawEnforcementGround.Is("consent") || written(p.Schedule8.Pos) {
				continue
			}
			list = append(list, notices.Finding{
				Pos: p.Pos, About: p.ID.Value,
				Message: fmt.Sprintf("The purpose %s is law enforcement and uses sensitive data (%s), but names no condition of Schedule 8.",
					purposeName(p), some(itemNames(u.items()))),
				Fix:     "Ask your data protection officer which condition of Schedule 8 holds, and name it:\n\nschedule_8: …",
				Related: []notices.Related{{Pos: u.items()[0].SpecialCategory.Pos, Message: itemName(u.items()[0]) + " is sensitive"}},
			})
		}
		return list
	},
}

var sensitiveProcessingPolicyDocumentMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "sensitive-processing-policy-document-missing", Title: "The policy document for sensitive data in law enforcement is not linked", Severity: notices.Warning,
		Provisions: []string{"DPA 2018 s.42", "DPA 2018 s.35(4)", "DPA 2018 s.35(5)"}, Section: notices.PurposesSection,
		Why: "Sensitive data may be used in law enforcement only while the body has an appropriate policy document, also where the person consents. " +
			"To have it is the law; to link it lets people see that it is there.",
		Bad:  harassment + "    schedule_8: statutory-purposes\n",
		Good: harassment + "    schedule_8: statutory-purposes\n" + policyDocument,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, u := range s.sensitive() {
			p := *u.Purpose
			allowed := p.LawEnforcementGround.Is("consent") || p.Schedule8.Said() // without, the condition is the finding
			if allowed && unwritten(p.PolicyDocument.Said(), p.PolicyDocument.Pos) {
				list = append(list, notices.Finding{
					Pos: firstPos(p.Schedule8.Pos, p.LawEnforcementGround.Pos), About: p.ID.Value,
					Message: "The purpose " + purposeName(p) + " uses sensitive data in law enforcement, which needs an appropriate policy document. None is linked.",
					Fix:     "Link the document:\n\npolicy_document: …",
				})
			}
		}
		return list
	},
}

// sensitive gives the purposes with sensitive processing in law enforcement: DPA
// 2018 s.35(8) names the kinds of data that Article 9(1) does.
func (s *Subject) sensitive() []usedBy {
	var list []usedBy
	for _, u := range s.purposesUsing(isSpecial) {
		if s.Law.UnderPart3(*u.Purpose) {
			list = append(list, u)
		}
	}
	return list
}
