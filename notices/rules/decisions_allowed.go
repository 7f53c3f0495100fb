package rules

import (
	"fmt"

	"notices.example/notices"
)

const plotPoints = "automated_decisions:\n  - what: Who is offered a raised bed\n    logic: Points for what you need.\n    significance: You may have to wait longer.\n" +
	scoringConsequences + "    purposes: [raised-beds]\n    data: [mobility]\n" + scoringSafeguards

const raisedBedsOffer = healthData + tenancyPurpose + "  - id: raised-beds\n    purpose: Offer you a plot you can work\n    data: [mobility]\n    lawful_basis: contract\n"

var automatedDecisionSpecialCategory = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "automated-decision-special-category", Title: "A machine decides by special category data", Severity: notices.Warning,
		Provisions: []string{"22(4)", "22B"}, Item: "automated-decisions", Section: notices.AutomatedDecisionsSection,
		Why: "A machine may decide by data on health, belief, origin and the like only where people gave explicit consent, " +
			"or where a law provides for it in the substantial public interest. No other condition of Article 9 is enough.",
		Bad:  raisedBedsOffer + "    condition: vital-interests\n" + plotPoints,
		Good: raisedBedsOffer + askedConsent + plotPoints,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, d := range s.Notice.AutomatedDecisions.Items {
			for _, p := range s.purposesOf(d) {
				items := s.specialIn(d, p)
				if len(items) == 0 || !p.Condition.Said() || p.Condition.Is("explicit-consent", "substantial-public-interest") {
					continue
				}
				list = append(list, notices.Finding{
					Pos: firstPos(p.Condition.Pos, d.Pos), About: p.ID.Value,
					Message: fmt.Sprintf("The automated decision %s goes by special category data (%s). The condition %s does not allow that.",
						decisionName(d), some(itemNames(items)), quote(p.Condition.Value)),
					Fix:     "Have a person decide, leave the data out, or ask your data protection officer whether another condition holds:\n\ncondition: …",
					Related: []notices.Related{{Pos: d.Pos, Message: "the decision"}},
				})
			}
		}
		return list
	},
}

// purposesOf gives the purposes that a decision names.
func (s *Subject) purposesOf(d notices.AutomatedDecision) []notices.Purpose {
	var list []notices.Purpose
	for _, p := range s.Notice.Purposes {
		if notices.Refers(d.Purposes, p.ID.Value) {
			list = append(list, p)
		}
	}
	return list
}

// specialIn gives the special category data of a purpose that a decision goes by;
// all of it when the decision names no data.
func (s *Subject) specialIn(d notices.AutomatedDecision, p notices.Purpose) []notices.DataItem {
	return without(s.Notice.Data, func(item *notices.DataItem) bool {
		goesBy := len(d.Data) == 0 || notices.Refers(d.Data, item.ID.Value)
		return !isSpecial(*item) || !goesBy || !notices.Refers(p.Data, item.ID.Value)
	})
}

const floodOrder = "automated_decisions:\n  - what: Whom we call first when the plots flood\n    logic: Points for how low your plot lies.\n" +
	"    significance: You may hear later.\n    consequences: Others may save their plants before you.\n    purposes: [%s]\n" + scoringSafeguards

var automatedDecisionBarred = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "automated-decision-barred", Title: "The lawful basis does not allow automated decisions", Severity: notices.Warning,
		Provisions: []string{"22(2)", "22B"}, Item: "automated-decisions", Section: notices.AutomatedDecisionsSection,
		Why: "In the UK, since 5 February 2026, no decision may be left to a machine on the basis of recognised legitimate interests. " +
			"Before that, and in the EU, only a contract, explicit consent or a law allows it: legitimate and vital interests do not.",
		Bad: recognisedPurpose + fmt.Sprintf(floodOrder, "flood"),
		Good: "purposes:\n  - id: flood\n    purpose: Find you when the plots flood\n    data: [name, email]\n    lawful_basis: contract\n" +
			fmt.Sprintf(floodOrder, "flood"),
	},
	Check: func(s *Subject) []notices.Finding {
		barred := []string{"legitimate-interests", "vital-interests"}
		if _, since := s.Law.Provision("22B"); since {
			barred = []string{"recognised-legitimate-interests"}
		}
		var list []notices.Finding
		for _, d := range s.Notice.AutomatedDecisions.Items {
			for _, p := range s.purposesOf(d) {
				if p.LawfulBasis.Is(barred...) {
					list = append(list, notices.Finding{
						Pos: firstPos(p.LawfulBasis.Pos, p.Pos), About: p.ID.Value,
						Message: fmt.Sprintf("The automated decision %s is for the purpose %s, whose lawful basis %s does not allow such decisions.",
							decisionName(d), purposeName(p), quote(p.LawfulBasis.Value)),
						Fix:     "Have a person decide, or ask your data protection officer whether the purpose has another basis:\n\nlawful_basis: …",
						Related: []notices.Related{{Pos: d.Pos, Message: "the decision"}},
					})
				}
			}
		}
		return list
	},
}
