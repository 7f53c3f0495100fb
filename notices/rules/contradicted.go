package rules

import "notices.example/notices"

var noneContradicted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "none-contradicted", Title: "“None” is said, and something is listed", Severity: notices.Error,
		Provisions: []string{"5(1)(a)"},
		Why: "A notice that says “none” for its own part and takes in a shared part, or a part of the main notice, that lists something, " +
			"would tell readers both.",
		Bad: printer + "transfers: none\ninclude:\n  - block: hosting\n    because: The forms of this service are stored abroad.\n" + hostingBlock,
		Good: printer + "transfers:\n  - countries: [FR]\n    safeguard: adequacy\ninclude:\n  - block: hosting\n" +
			"    because: The forms of this service are stored abroad.\n" + hostingBlock,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.statedParts() {
			if !p.none || !p.listed {
				continue
			}
			list = append(list, notices.Finding{
				Pos:     p.pos,
				Message: "The notice says “none” here, but a part that it takes over lists something.",
				Fix:     "Take the “none” out, or take the part out that lists it.",
				Related: []notices.Related{{Pos: p.first, Message: "this is listed"}},
			})
		}
		return list
	},
}

const hostingBlock = "-- content/shared/hosting.yaml --\ntitle: Where forms are stored\n" +
	"transfers:\n  - countries: [NO]\n    safeguard: adequacy\n"

// statedPart is a part of a notice that can be said to be none.
type statedPart struct {
	none, listed bool
	pos, first   notices.Pos
}

func (s *Subject) statedParts() []statedPart {
	n := s.Notice
	return []statedPart{
		statedPartOf(n.Children, func(v notices.Text) notices.Pos { return v.Pos }),
		statedPartOf(n.Sources, func(v notices.Source) notices.Pos { return v.Pos }),
		statedPartOf(n.Recipients, func(v notices.Recipient) notices.Pos { return v.Pos }),
		statedPartOf(n.Transfers, func(v notices.Transfer) notices.Pos { return v.Pos }),
		statedPartOf(n.AutomatedDecisions, func(v notices.AutomatedDecision) notices.Pos { return v.Pos }),
		statedPartOf(n.Profiling, func(v notices.Profiling) notices.Pos { return v.Pos }),
		statedPartOf(n.ArtificialIntelligence, func(v notices.AIUse) notices.Pos { return v.Pos }),
	}
}

func statedPartOf[T any](s notices.Stated[T], place func(T) notices.Pos) statedPart {
	p := statedPart{none: s.None, listed: len(s.Items) > 0, pos: s.Pos}
	if p.listed {
		p.first = place(s.Items[0])
	}
	return p
}
