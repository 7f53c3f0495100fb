package rules

import (
	"notices.example/notices"
)

var purposesMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "purposes-missing", Title: "The purposes are missing", Severity: notices.Error,
		Provisions: []string{"13(1)(c)", "14(1)(c)", "DPA 2018 s.44(1)(c)"}, Item: "purposes", Section: notices.PurposesSection,
		Why: "People have to know what their data is used for. The lawful basis, the rights and the retention all hang on the purposes, " +
			"so nothing else can be judged without them.",
		Bad: "lawful_basis: contract\n",
		Good: "lawful_basis: contract\npurposes:\n  - id: tenancy\n    purpose: Rent you a plot and send you the bill\n" +
			"    data: [name, email]\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("purposes") {
			return nil
		}
		return finding(notices.Finding{
			Message: "The notice does not say what the data is used for.",
			Fix: "List each purpose with the data it needs and its lawful basis:\n\npurposes:\n  - id: …\n" +
				"    purpose: …\n    data: " + ids(s.Notice.Data) + "\n    lawful_basis: …",
		})
	},
}

func lookUpPurposes(s *Subject) answer {
	if len(s.Notice.Purposes) == 0 {
		return answer{}
	}
	return given(s.Notice.Purposes[0].Pos)
}

var purposeTextMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "purpose-text-missing", Title: "A purpose does not say what it is", Severity: notices.Error,
		Provisions: []string{"13(1)(c)", "14(1)(c)", "DPA 2018 s.44(1)(c)"}, Item: "purposes", Section: notices.PurposesSection,
		Why:  "An ID is for links within the files. Readers see only the sentence under “purpose”.",
		Bad:  "purposes:\n  - id: tenancy\n    data: [name, email]\n    lawful_basis: contract\n",
		Good: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			if unwritten(p.Purpose.Said(), p.Purpose.Pos) {
				list = append(list, notices.Finding{
					Pos: p.Pos, About: p.ID.Value,
					Message: "The purpose “" + p.ID.Value + "” does not say what the data is used for.",
					Fix:     "Add a phrase that starts with a verb and names the thing done:\n\npurpose: …",
				})
			}
		}
		return list
	},
}

var purposeDataMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "purpose-data-missing", Title: "A purpose does not say which data it uses", Severity: notices.Warning,
		Provisions: []string{"13(1)(c)", "14(1)(c)", "5(1)(c)"}, Item: "purposes", Section: notices.PurposesSection,
		Why: "People ask what happens to one piece of their data. Only the link from the purpose to the data can tell them, " +
			"and only with it can special categories and rights be checked.",
		Bad: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n" +
			"  - id: waiting-list\n    purpose: Keep a waiting list\n    lawful_basis: contract\n",
		Good: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n" +
			"  - id: waiting-list\n    purpose: Keep a waiting list\n    data: [name]\n    lawful_basis: contract\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if len(s.Notice.Data) == 0 {
			return nil
		}
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			if len(p.Data) == 0 && !s.partRefused(p.Pos, "data") {
				list = append(list, notices.Finding{
					Pos: p.Pos, About: p.ID.Value,
					Message: "The purpose " + purposeName(p) + " does not say which data it uses.",
					Fix:     "Name the data by its IDs, and leave out what this purpose does not need:\n\ndata: " + ids(s.Notice.Data),
				})
			}
		}
		return list
	},
}
