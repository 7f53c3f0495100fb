package rules

import (
	"fmt"
	"slices"

	"notices.example/notices"
)

var retentionDiffers = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "retention-differs", Title: "The main notice and a service give two periods for the same data", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "13(2)(a)", "14(2)(a)"}, Item: "retention", Section: notices.RetentionSection,
		Why: "A reader who looks up one kind of data in the corporate notice and in the notice of a service should not find two periods. " +
			"They are told apart by the event, the purpose, the channel or the body that holds the data; here nothing does.",
		Bad:  mainNotice + allotmentLetters + "6 months\n",
		Good: mainNotice + allotmentLetters + "1 year\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if s.corporateName().id == "" || s.Notice.Standing(s.Day) != notices.InForce {
			return nil
		}
		corporate := s.corporate()
		if corporate.Standing(s.Day) != notices.InForce {
			return nil
		}
		return retentionAgainst(corporate, s.Notice.Written)
	},
}

const allotmentLetters = "-- content/notices/allotments.yaml --\ndata:\n  - id: name\n    label: Your name\n    provision: contractual\n    required_by: the tenancy agreement\n" +
	"    if_not_given: We cannot rent you a plot.\n  - id: email\n    label: Your letter\n    provision: optional\n    if_not_given: Nothing happens.\n" +
	"retention:\n  - data: [name]\n    period: 6 years\n    from: the end of your tenancy\n  - data: [email]\n    from: our answer\n    period: "

// retentionAgainst compares what a service says itself with what its corporate
// notice says itself. Data counts as the same when it has the same label.
func retentionAgainst(corporate, service *notices.Notice) []notices.Finding {
	if !mayContradict(corporate.Retention, service.Retention) {
		return nil
	}
	above := map[string][]notices.Retention{}
	for _, r := range corporate.Retention {
		for _, label := range labelsOf(corporate, r) {
			above[label] = append(above[label], r)
		}
	}
	var list []notices.Finding
	for _, r := range service.Retention {
		for _, label := range labelsOf(service, r) {
			for _, other := range above[label] {
				if len(r.Purposes)+len(other.Purposes) == 0 && contradicts(other, r) {
					list = append(list, notices.Finding{
						Pos:     r.Period.Pos,
						Message: fmt.Sprintf("%s is kept for another period here than in the corporate notice, and nothing says when which one holds.", quote(label)),
						Fix:     "Correct the one that is wrong, or say what sets them apart:\n\nfrom: …",
						Related: []notices.Related{{Pos: other.Period.Pos, Message: "the period in the corporate notice"}},
					})
				}
			}
		}
	}
	return list
}

// mayContradict reports whether some periods differ, whatever they are of.
func mayContradict(above, own []notices.Retention) bool {
	return slices.ContainsFunc(own, func(r notices.Retention) bool {
		return len(r.Purposes) == 0 && slices.ContainsFunc(above, func(other notices.Retention) bool {
			return len(other.Purposes) == 0 && contradicts(other, r)
		})
	})
}

// labelsOf gives the labels of the data that an entry names, as they are compared.
func labelsOf(n *notices.Notice, r notices.Retention) []string {
	var list []string
	for _, d := range n.Data {
		if d.Label.Said() && notices.Refers(r.Data, d.ID.Value) {
			list = append(list, folded(d.Label.Value))
		}
	}
	return list
}
