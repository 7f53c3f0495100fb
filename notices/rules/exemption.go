package rules

import "notices.example/notices"

var exemptionIncomplete = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "exemption-incomplete", Title: "An exemption is not explained", Severity: notices.Error,
		Provisions: []string{"13(4)", "14(5)", "DPA 2018 Sch 2"},
		Why: "Information may be left out only where the law says so. The notice names the provision and says why it holds here; " +
			"otherwise nobody can check it, and the information counts as missing.",
		Bad:  "exemptions:\n  - item: recipients\n    provision: DPA 2018 Sch 2 para 2\n",
		Good: "exemptions:\n  - item: recipients\n    provision: DPA 2018 Sch 2 para 2\n    reason: Naming the police force would warn people who are under investigation.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, e := range s.Notice.Exemptions {
			lacks := unsaid(part{e.Provision, "the provision", "provision"}, part{e.Reason, "the reason", "reason"})
			if len(lacks) > 0 {
				list = append(list, notices.Finding{
					Pos: e.Pos, About: e.Item.Value,
					Message: "An exemption is claimed without " + and(meanings(lacks)) + ".",
					Fix:     "Add:\n\n" + keys(lacks),
				})
			}
		}
		return list
	},
}
