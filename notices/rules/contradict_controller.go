package rules

import (
	"notices.example/notices"
	"notices.example/notices/pattern"
)

var controllerUnstated = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "controller-unstated", Title: "Not said who answers for what councillors do", Severity: notices.Warning,
		Provisions: []string{"4(7)", "13(1)(a)", "14(1)(a)"}, Item: "controller", Section: notices.ControllerSection,
		Why: "A councillor who helps a resident decides alone what to do with the resident's data, so the councillor is usually the controller, and not the council. " +
			"A notice that tells of it has to say which of the two people can turn to.",
		Bad:  councillorHelps + "    note: Councillors use our computers.\n",
		Good: councillorHelps + "    note: Your councillor is the controller for this work, not the council.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		sentences := s.sentences()
		for _, sn := range sentences {
			if councillor.in(sn) != nil && answersForIt.in(sn) != nil {
				return nil
			}
		}
		for _, p := range s.Notice.Purposes {
			if !councillorHints.Holds(p.Purpose.Value) {
				continue
			}
			at := casework.FindStringIndex(p.Purpose.Value)
			if at == nil {
				continue
			}
			return finding(notices.Finding{
				Pos: p.Purpose.Place(at[0], at[1]), About: p.ID.Value,
				Message: "The notice tells what councillors do for residents, but not whether the councillor or the council is the controller.",
				Fix:     "Say it in the text:\n\nnote: …",
			})
		}
		return nil
	},
}

const councillorHelps = "purposes:\n  - id: tenancy\n    purpose: Rent you a plot and send you the bill\n    data: [name, email]\n    lawful_basis: contract\n" +
	"  - id: casework\n    purpose: Let a councillor act for you\n    data: [name]\n    lawful_basis: contract\n"

var (
	councillor   = claimed("councillor|member", `\b(?:councillors?|elected members?|ward members?)\b`)
	answersForIt = claimed("control|responsib|answer|registered", `\b(?:controllers?|responsible|responsibility|answers? for|registered)\b`)
	casework     = pattern.MustCompile(`(?i)\b(?:let|help|helps|allow|support) (?:a |your |our |the )?(?:councillors?|elected members?|ward members?)\b|\b(?:brought|taken|go|turn) to (?:a |your )?(?:councillor|elected member|ward member)\b|\b(?:councillors?|elected members?|ward members?)(?: to)? (?:act|acts|help|helps|represent|represents)\b`)

	// councillorHints stand in all that casework matches.
	councillorHints = pattern.VocabularyOf("councillor", "member")
)
