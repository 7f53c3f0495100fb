package rules

import (
	"slices"

	"notices.example/notices"
)

var automatedDecisionsMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "automated-decisions-missing", Title: "Nothing is said about automated decisions", Severity: notices.Error,
		Provisions: []string{"13(2)(f)", "14(2)(g)"}, Item: "automated-decisions", Section: notices.AutomatedDecisionsSection,
		Why: "People have to know whether a machine decides about them without a person taking a meaningful part. " +
			"If none does, say so: silence leaves them guessing.",
		Bad:  "# Nothing is said about automated decisions.\n",
		Good: "automated_decisions: none\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("automated-decisions") {
			return nil
		}
		return finding(notices.Finding{
			Pos:     s.Notice.AutomatedDecisions.Pos,
			Message: "The notice does not say whether decisions about people are made by automated means.",
			Fix:     "If none are, write:\n\nautomated_decisions: none",
		})
	},
}

func lookUpDecisions(s *Subject) answer {
	return stated(s.Notice.AutomatedDecisions.Said(), s.Notice.AutomatedDecisions.Pos)
}

const scoring = "automated_decisions:\n  - what: The order of the waiting list\n    logic: Points for each month you have waited.\n" +
	"    significance: You may have to wait longer.\n"

const scoringConsequences = "    consequences: Fewer points mean a later offer.\n"

const scoringSafeguards = "    safeguards:\n      representations: Write to us about your place.\n" +
	"      human_intervention: Ask an officer to look at it.\n      contest: Appeal to the allotments committee.\n"

var automatedDecisionIncomplete = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "automated-decision-incomplete", Title: "An automated decision is not explained", Severity: notices.Error,
		Provisions: []string{"13(2)(f)", "14(2)(g)"}, Item: "automated-decisions", Section: notices.AutomatedDecisionsSection,
		Why: "For each automated decision the notice explains the logic, how significant it is, and what it can lead to, " +
			"in words that let people see how the result about them comes about.",
		Bad:  scoring + scoringSafeguards,
		Good: scoring + scoringConsequences + scoringSafeguards,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, d := range s.Notice.AutomatedDecisions.Items {
			lacks := unsaid(
				part{d.What, "what is decided", "what"}, part{d.Logic, "the logic", "logic"},
				part{d.Significance, "how significant it is for people", "significance"}, part{d.Consequences, "what it can lead to", "consequences"},
			)
			if len(lacks) > 0 {
				list = append(list, notices.Finding{
					Pos: d.Pos, About: d.ID.Value,
					Message: "The automated decision " + decisionName(d) + " does not explain " + and(meanings(lacks)) + ".",
					Fix:     "Add:\n\n" + keys(lacks),
				})
			}
		}
		return list
	},
}

// part is a text that a finding may ask for: what it means, and its key.
type part struct {
	text    notices.Text
	meaning string
	key     string
}

func unsaid(list ...part) []part {
	var lacks []part
	for _, p := range list {
		if saysNothing(p.text.Value) && !refused(p.text) {
			lacks = append(lacks, p)
		}
	}
	return lacks
}

func meanings(list []part) []string {
	var words []string
	for _, p := range list {
		words = append(words, p.meaning)
	}
	return words
}

// keys gives lines to paste, one for each part.
func keys(list []part) string {
	var lines string
	for i, p := range list {
		if i > 0 {
			lines += "\n"
		}
		lines += p.key + ": …"
	}
	return lines
}

func decisionName(d notices.AutomatedDecision) string {
	if d.What.Said() {
		return quote(d.What.Value)
	}
	return quote(d.ID.Value)
}

var automatedSafeguardsMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "automated-decision-safeguards-missing", Title: "Not said what people can do about an automated decision", Severity: notices.Warning,
		Provisions: []string{"22(3)", "22C"}, Item: "automated-decisions", Section: notices.AutomatedDecisionsSection,
		Why:  "People can give their view, ask for a person to look at the decision, and contest it. The notice should say how for each of the three.",
		Bad:  scoring + scoringConsequences,
		Good: scoring + scoringConsequences + scoringSafeguards,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, d := range s.Notice.AutomatedDecisions.Items {
			lacks := unsaid(
				part{d.Safeguards.Representations, "give their view", "  representations"},
				part{d.Safeguards.HumanIntervention, "ask for a person to look at it", "  human_intervention"},
				part{d.Safeguards.Contest, "contest it", "  contest"},
			)
			if len(lacks) > 0 {
				list = append(list, notices.Finding{
					Pos: firstPos(d.Safeguards.Pos, d.Pos), About: d.ID.Value,
					Message: "The automated decision " + decisionName(d) + " does not say how people can " + and(meanings(lacks)) + ".",
					Fix:     "Add:\n\nsafeguards:\n" + keys(lacks),
				})
			}
		}
		return list
	},
}

// servicesDecide reports whether a notice that builds on this one has automated
// decisions, so that a right about them is for those.
func (s *Subject) servicesDecide() bool {
	return slices.ContainsFunc(s.Notice.Services, func(f *notices.Face) bool { return s.around.notice(f.ID.Value).decides })
}

var automatedDecisionsContradicted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "automated-decisions-contradicted", Title: "“No automated decisions” is contradicted", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "13(2)(f)", "14(2)(g)"}, Item: "automated-decisions", Section: notices.AutomatedDecisionsSection,
		Why: "A notice that denies automated decisions and offers rights about them leaves people unsure which is true. " +
			"A right that a corporate notice offers for all services is no contradiction where one service has no such decisions.",
		Bad: "automated_decisions: none\nrights:\n  how: Write to our data protection officer.\n  statements:\n" +
			"    - right: automated-decisions\n      applies: yes\n",
		Good: "automated_decisions: none\nrights:\n  how: Write to our data protection officer.\n  statements:\n" +
			"    - right: automated-decisions\n      applies: no\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.Notice.AutomatedDecisions.None {
			return nil
		}
		var list []notices.Finding
		for _, st := range s.statements() {
			offered := st.RightStatement.Right.Is("automated-decisions") && st.RightStatement.Applies.Is("yes", "limited")
			if offered && st.Pos.File == s.Notice.AutomatedDecisions.Pos.File && !s.servicesDecide() {
				list = append(list, notices.Finding{
					Pos: st.Pos, About: st.RightStatement.Right.Value,
					Message: "The notice says that there are no automated decisions, but offers a right about them.",
					Fix:     "Describe the decisions, or correct the statement:\n\napplies: no",
					Related: []notices.Related{{Pos: s.Notice.AutomatedDecisions.Pos, Message: "automated decisions are denied here"}},
				})
			}
		}
		return list
	},
}
