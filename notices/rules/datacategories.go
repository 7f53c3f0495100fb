package rules

import (
	"notices.example/notices"
)

var dataCategoriesMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "data-categories-missing", Title: "The kinds of data are missing", Severity: notices.Error,
		Provisions: []string{"14(1)(d)"}, Item: "data-categories", Section: notices.DataSection,
		Why: "When data comes from someone else, people cannot know what it is unless the notice tells them.",
		Bad: "retention:\n  - period: 6 years\n    from: the end of your tenancy\n" +
			"purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    lawful_basis: contract\n" +
			"sources:\n  - name: The allotment association\n    publicly_available: no\n",
		Good: "data:\n  - id: plot\n    label: The number of your plot\n    origin: obtained\nretention:\n  - period: 6 years\n    from: the end of your tenancy\n" +
			"purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [plot]\n    lawful_basis: contract\n" +
			"sources:\n  - name: The allotment association\n    data: [plot]\n    publicly_available: no\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("data-categories") {
			return nil
		}
		return finding(notices.Finding{
			Pos:     s.Notice.Sources.Pos,
			Message: "Data comes from someone other than the people themselves, but the notice does not list what data it is.",
			Fix:     "List each kind of data once:\n\ndata:\n  - id: …\n    label: …\n    origin: obtained",
		})
	},
}

func lookUpDataCategories(s *Subject) answer {
	if len(s.Notice.Data) == 0 {
		return answer{}
	}
	return given(s.Notice.Data[0].Pos)
}

var dataMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "data-missing", Title: "No data is listed", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)"}, Item: "data-categories", Section: notices.DataSection,
		Why: "The law asks for the list only when data comes from elsewhere. But people ask about their data, " +
			"and without the list nobody can say how long each kind is kept or who gets it.",
		Bad: "retention:\n  - period: 6 years\n    from: the end of your tenancy\n" +
			"purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    lawful_basis: contract\n" +
			"exemptions:\n  - provision: 13(4)\n    item: provision\n    reason: Tenants are told when they sign the agreement.\n",
		Good: "data:\n  - id: name\n    label: Your name\nretention:\n  - period: 6 years\n    from: the end of your tenancy\n" +
			"purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name]\n    lawful_basis: contract\n" +
			"exemptions:\n  - provision: 13(4)\n    item: provision\n    reason: Tenants are told when they sign the agreement.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if len(s.Notice.Data) > 0 || s.Article14 || s.keyRefused("data") {
			return nil
		}
		return finding(notices.Finding{
			Message: "The notice does not list the personal data that it is about.",
			Fix:     "List each kind of data once, then name it by its ID elsewhere:\n\ndata:\n  - id: name\n    label: Your name\n    provision: required\n    if_not_given: …",
		})
	},
}

var dataUnused = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "data-unused", Title: "No purpose uses the data", Severity: notices.Warning,
		Provisions: []string{"5(1)(c)", "13(1)(c)", "14(1)(c)"}, Item: "purposes", Section: notices.DataSection,
		Why:  "Data that serves no purpose must not be collected. Usually a purpose has been forgotten, or the data is no longer asked for.",
		Bad:  "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name]\n    lawful_basis: contract\n",
		Good: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var used bool
		for _, p := range s.Notice.Purposes {
			used = used || len(p.Data) > 0
		}
		if !used {
			return nil // every purpose is reported for naming no data
		}
		var list []notices.Finding
		meant := s.dataMeant()
		for _, d := range s.Notice.Data {
			if !s.isUsed(d.ID.Value) && !meant[d.ID.Value] {
				list = append(list, notices.Finding{
					Pos: d.Pos, About: d.ID.Value,
					Message: "No purpose says what " + itemName(d) + " is used for.",
					Fix:     "Add its ID to the data of a purpose, or take the item out:\n\ndata: " + ids([]notices.DataItem{d}),
				})
			}
		}
		return list
	},
}

// dataMeant gives the items that purposes mean by names that are not there: the one
// whose ID is nearest, or the only one that nothing uses. The unknown name is
// reported, and one finding is enough.
func (s *Subject) dataMeant() map[string]bool {
	var unused, unknown []string
	for _, d := range s.Notice.Data {
		if !s.isUsed(d.ID.Value) {
			unused = append(unused, d.ID.Value)
		}
	}
	for _, p := range s.Notice.Purposes {
		for _, ref := range p.Data {
			if _, known := s.Notice.DataItem(ref.Value); !known {
				unknown = append(unknown, ref.Value)
			}
		}
	}
	meant := map[string]bool{}
	for _, word := range unknown {
		if near, ok := nearest(word, unused); ok {
			meant[near] = true
		} else if len(unused) == 1 {
			meant[unused[0]] = true
		}
	}
	return meant
}
