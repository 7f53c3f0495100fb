package rules

import (
	"slices"

	"notices.example/notices"
	"notices.example/notices/law"
)

var exemptionIncomplete = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "exemption-incomplete", Title: "An exemption is not explained", Severity: notices.Error,
		Provisions: []string{"13(4)", "14(5)", "DPA 2018 Sch 2"}, Section: notices.AboutSection,
		Why: "Information may be left out only where the law says so. The notice names the provision and the item of information, and says why it holds here; " +
			"otherwise nobody can check it, and the information counts as missing. Only points (b) to (f) of Article 14(5) lift everything at once, so they need no item.",
		Bad:  "exemptions:\n  - item: recipients\n    provision: DPA 2018 Sch 2 para 2\n",
		Good: "exemptions:\n  - item: recipients\n    provision: DPA 2018 Sch 2 para 2\n    reason: Naming the police force would warn people who are under investigation.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, e := range s.Notice.Exemptions {
			lacks := unsaid(part{e.Provision, "the provision", "provision"}, part{e.Reason, "the reason", "reason"})
			if x, known := s.Law.Exemption(e.Provision.Value); known && liftsItems(x) && !x.Whole && unwritten(e.Item.Said(), e.Item.Pos) {
				lacks = append(lacks, part{meaning: "the item of information that is left out", key: "item"})
			}
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

// exemption gives the provisions of the stated exemptions that together lift every
// duty to give the item. One of Article 14(5) leaves the duty of Article 13 as it
// is, and the other way round. What the law does not know as an exemption lifts
// nothing, nor does one without a reason.
func (s *Subject) exemption(item law.Item) (provisions string, exempt bool) {
	var cited []string
	duties := s.applicable(item)
	for _, e := range s.Notice.Exemptions {
		x, known := s.Law.Exemption(e.Provision.Value)
		if !known || !e.Reason.Said() || !covers(e, x, item) || !slices.ContainsFunc(duties, x.LiftsDuty) {
			continue
		}
		cited = append(cited, e.Provision.Value)
		duties = slices.DeleteFunc(duties, x.LiftsDuty)
	}
	return and(cited), len(cited) > 0 && len(duties) == 0
}

// covers reports whether a stated exemption is for that item. Without an item it is
// for all of them where the provision lifts all at once, and for none otherwise.
func covers(e notices.Exemption, x law.Exemption, item law.Item) bool {
	if e.Item.Said() {
		return e.Item.Is(item.ID)
	}
	return x.Whole && !written(e.Item.Pos)
}

// liftsItems reports whether an exemption lifts items of information. Article 13(5)
// lifts only the duty to tell people of a new purpose.
func liftsItems(x law.Exemption) bool {
	return slices.Contains(x.Lifts, "13") || slices.Contains(x.Lifts, "14")
}
