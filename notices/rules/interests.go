package rules

import "notices.example/notices"

var legitimateInterestsMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "legitimate-interests-missing", Title: "The legitimate interests are missing", Severity: notices.Error,
		Provisions: []string{"13(1)(d)", "14(2)(b)"}, Item: "legitimate-interests", Section: notices.PurposesSection,
		Why: "A purpose that rests on legitimate interests has to say whose interests these are and what they are. Only then can people object to them.",
		Bad: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: legitimate-interests\n" +
			"    outside_public_tasks: The site is let as a private landlord would let it.\n",
		Good: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: legitimate-interests\n" +
			"    legitimate_interests: Keeping the plots in use.\n    outside_public_tasks: The site is let as a private landlord would let it.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("legitimate-interests") {
			return nil
		}
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			if p.LawfulBasis.Is("legitimate-interests") && saysNothing(p.LegitimateInterests.Value) && !refused(p.LegitimateInterests) {
				list = append(list, notices.Finding{
					Pos: firstPos(p.LegitimateInterests.Pos, p.Pos), About: p.ID.Value,
					Message: "The purpose " + purposeName(p) + " rests on legitimate interests, but does not say which.",
					Fix:     "Say whose interest it is, and what it is:\n\nlegitimate_interests: …",
				})
			}
		}
		return list
	},
}

func lookUpInterests(s *Subject) answer {
	var found answer
	for _, p := range s.Notice.Purposes {
		if !p.LawfulBasis.Is("legitimate-interests") {
			continue
		}
		if saysNothing(p.LegitimateInterests.Value) {
			return answer{}
		}
		if !found.given {
			found = given(p.LegitimateInterests.Pos)
		}
	}
	if !found.given && s.basisLacks() {
		return unclear("a purpose has no lawful basis yet")
	}
	if !found.given {
		return unneeded("no purpose rests on legitimate interests")
	}
	return found
}

var legitimateInterestsUnused = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "legitimate-interests-unused", Title: "Legitimate interests that nothing rests on", Severity: notices.Warning,
		Provisions: []string{"13(1)(d)", "14(2)(b)"}, Item: "legitimate-interests", Section: notices.PurposesSection,
		Why: "A purpose that rests on another basis needs no legitimate interests. Naming them leaves readers unsure which basis holds, " +
			"and which rights they have.",
		Bad: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n" +
			"    legitimate_interests: Keeping the plots in use.\n",
		Good: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			if p.LegitimateInterests.Said() && p.LawfulBasis.Said() && !p.LawfulBasis.Is("legitimate-interests") {
				list = append(list, notices.Finding{
					Pos: p.LegitimateInterests.Pos, About: p.ID.Value,
					Message: "The purpose " + purposeName(p) + " names legitimate interests, but rests on " + quote(p.LawfulBasis.Value) + ".",
					Fix:     "Take out legitimate_interests, or change the lawful basis if that is what is wrong.",
				})
			}
		}
		return list
	},
}
