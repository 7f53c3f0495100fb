package rules

import "notices.example/notices"

// askedFor reports whether people are asked for the item, so that Article
// 13(2)(e) wants to know whether they must give it. What is only observed of
// them, such as an IP address, nobody is asked to provide.
func askedFor(d notices.DataItem) bool { return d.Origin.Is("given", "") }

const nameOf = "data:\n  - id: name\n    label: Your name\n    provision: contractual\n    required_by: the tenancy agreement\n    if_not_given: We cannot rent you a plot.\n"

var provisionMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "provision-missing", Title: "Not said whether people must give the data", Severity: notices.Error,
		Provisions: []string{"13(2)(e)"}, Item: "provision", Section: notices.DataSection,
		Why: "People have to know, for each thing they are asked, whether they must answer: because a law or a contract says so, " +
			"because the service needs it, or not at all.",
		Bad:  nameOf + "  - id: email\n    label: Your email address\n    if_not_given: We write to you by post.\n",
		Good: nameOf + "  - id: email\n    label: Your email address\n    provision: optional\n    if_not_given: We write to you by post.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("provision") {
			return nil
		}
		asked := s.asked
		var lacking []*notices.DataItem
		for _, d := range asked {
			if unwritten(d.Provision.Said(), d.Provision.Pos) {
				lacking = append(lacking, d)
			}
		}
		const fix = "For each item choose statutory, contractual, required or optional, and say what follows if people do not give it:\n\n" +
			"provision: …\nif_not_given: …"
		if len(lacking) == len(asked) {
			f := notices.Finding{Message: "The notice does not say whether people have to give their data.", Fix: fix}
			for _, d := range lacking {
				f.Related = append(f.Related, notices.Related{Pos: d.Pos, Message: itemName(*d) + " is listed here"})
			}
			if len(asked) > 0 {
				f.Pos = asked[0].Pos
			}
			return finding(f)
		}
		var list []notices.Finding
		for _, d := range lacking {
			list = append(list, notices.Finding{
				Pos: d.Pos, About: d.ID.Value,
				Message: "The notice does not say whether people have to give " + itemName(*d) + ".", Fix: fix,
			})
		}
		return list
	},
}

// without gives the items that are not to be dropped. Where these are all, it is the
// same list.
func without(items []notices.DataItem, drop func(*notices.DataItem) bool) []notices.DataItem {
	first := 0
	for first < len(items) && !drop(&items[first]) {
		first++
	}
	kept := items[:first:first]
	if first+1 < len(items) {
		kept = append(make([]notices.DataItem, 0, len(items)-1), kept...)
	}
	for i := first + 1; i < len(items); i++ {
		if !drop(&items[i]) {
			kept = append(kept, items[i])
		}
	}
	return kept
}

func lookUpProvision(s *Subject) answer {
	asked := s.asked
	if len(asked) == 0 && len(s.Notice.Data) > 0 {
		return unneeded("people are not asked for any of the data")
	}
	for _, d := range asked {
		if !d.Provision.Said() {
			return answer{}
		}
	}
	if len(asked) == 0 {
		return answer{}
	}
	return given(asked[0].Provision.Pos)
}

var requiredByMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "required-by-missing", Title: "Not said which law or contract requires the data", Severity: notices.Warning,
		Provisions: []string{"13(2)(e)"}, Item: "provision", Section: notices.DataSection,
		Why:  "A notice that says a law or a contract requires an answer should say which one. Then people can look it up.",
		Bad:  "data:\n  - id: name\n    label: Your name\n    provision: contractual\n    if_not_given: We cannot rent you a plot.\n" + emailItem,
		Good: nameOf + emailItem,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, d := range s.asked {
			if d.Provision.Is("statutory", "contractual") && saysNothing(d.RequiredBy.Value) && !refused(d.RequiredBy) {
				what := map[string]string{"statutory": "law", "contractual": "contract"}[d.Provision.Value]
				list = append(list, notices.Finding{
					Pos: d.Provision.Pos, About: d.ID.Value,
					Message: "The notice says that a " + what + " requires people to give " + itemName(*d) + ", but not which one.",
					Fix:     "Name it:\n\nrequired_by: …",
				})
			}
		}
		return list
	},
}

const emailItem = "  - id: email\n    label: Your email address\n    provision: optional\n    if_not_given: We write to you by post.\n"

var ifNotGivenMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "if-not-given-missing", Title: "Not said what follows when data is not given", Severity: notices.Error,
		Provisions: []string{"13(2)(e)"}, Item: "provision", Section: notices.DataSection,
		Why: "The law asks for the possible consequences of not giving the data. For voluntary data a word is enough, such as “Nothing happens.”, " +
			"and the finding is only a warning: that people may leave it out is said already.",
		Bad:  "data:\n  - id: name\n    label: Your name\n    provision: contractual\n    required_by: the tenancy agreement\n" + emailItem,
		Good: nameOf + emailItem,
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.Article13 {
			return nil
		}
		if item, ok := s.Law.Item("provision"); ok {
			if _, exempt := s.exemption(item); exempt {
				return nil
			}
		}
		var list []notices.Finding
		var voluntary []notices.DataItem
		for _, d := range s.asked {
			switch {
			case !d.Provision.Said() || !unwritten(d.IfNotGiven.Said(), d.IfNotGiven.Pos):
			case d.Provision.Is("optional"):
				voluntary = append(voluntary, *d)
			default:
				list = append(list, consequenceMissing(*d))
			}
		}
		if len(voluntary) > 0 {
			list = append(list, voluntaryConsequenceMissing(voluntary))
		}
		return list
	},
}

func consequenceMissing(d notices.DataItem) notices.Finding {
	return notices.Finding{
		Pos: firstPos(d.Provision.Pos, d.Pos), About: d.ID.Value,
		Message: "The notice does not say what follows if people do not give " + itemName(d) + ".",
		Fix:     "Say what follows:\n\nif_not_given: We cannot give you the service.",
	}
}

// voluntaryConsequenceMissing speaks once of all that people may leave out: for
// most of it the same few words will do.
func voluntaryConsequenceMissing(items []notices.DataItem) notices.Finding {
	var names []string
	var related []notices.Related
	for _, d := range items {
		names = append(names, itemName(d))
		related = append(related, notices.Related{Pos: firstPos(d.Provision.Pos, d.Pos), Message: itemName(d) + " is voluntary"})
	}
	return notices.Finding{
		Severity: notices.Warning, Pos: related[0].Pos, About: items[0].ID.Value, Related: related[1:],
		Message: "The notice does not say what follows if people do not give " + some(names) + ".",
		Fix:     "Say what follows, for each of them:\n\nif_not_given: Nothing happens.",
	}
}
