package rules

import (
	"fmt"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

const agreedTransfer = "    safeguard: derogation-consent\n    detail: The law there does not protect your data as ours does. You could not complain to a regulator.\n"

var transferDerogationBarred = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfer-derogation-barred", Title: "A public authority relies on agreement for a transfer", Severity: notices.Warning,
		Provisions: []string{"49(3)", "13(1)(f)", "14(1)(f)"}, Item: "transfers", Section: notices.TransfersSection,
		Why: "The exceptions for people who agreed to a transfer, and for contracts, are not open to a public authority that uses its public powers. " +
			"The transfer needs an adequacy decision or a safeguard such as a contract with the recipient.",
		Bad:  councilTask + printer + "transfers:\n  - countries: [IN]\n" + agreedTransfer,
		Good: councilTask + printer + "transfers:\n  - countries: [IN]\n    safeguard: idta\n    copy: Ask our data protection officer.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		authority, ok := s.publicAuthority()
		if !ok {
			return nil
		}
		return s.eachTransfer(func(t notices.Transfer) (notices.Finding, bool) {
			task, found := s.taskWith(t.Data)
			return notices.Finding{
				Pos: t.Safeguard.Pos,
				Message: fmt.Sprintf("The transfer to %s rests on an exception that %s cannot use for its public tasks, such as %s.",
					s.whereTo(t), organisationName(authority), purposeName(task)),
				Fix: "Look in the contract with the recipient for what else the transfer can rest on:\n\nsafeguard: …\ncopy: …",
			}, found && t.Safeguard.Is("derogation-consent", "derogation-contract")
		})
	},
}

// taskWith gives the first public task that uses some of the data; all of the
// notice's data when none is named.
func (s *Subject) taskWith(data []notices.Ref) (notices.Purpose, bool) {
	for _, p := range s.Notice.Purposes {
		if p.LawfulBasis.Is("public-task") && (len(data) == 0 || sharesRef(p.Data, data)) {
			return p, true
		}
	}
	return notices.Purpose{}, false
}

func sharesRef(a, b []notices.Ref) bool {
	for _, r := range b {
		if notices.Refers(a, r.Value) {
			return true
		}
	}
	return false
}

var transferRisksMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfer-risks-missing", Title: "Not said what people risk when they agree to a transfer", Severity: notices.Warning,
		Provisions: []string{"49(1)(a)", "13(1)(f)", "14(1)(f)"}, Item: "transfers", Section: notices.TransfersSection,
		Why:  "People can agree to a transfer only after they were told of its risks: that no decision and no safeguard protects their data there.",
		Bad:  printer + "transfers:\n  - countries: [IN]\n    safeguard: derogation-consent\n",
		Good: printer + "transfers:\n  - countries: [IN]\n" + agreedTransfer,
	},
	Check: func(s *Subject) []notices.Finding {
		return s.eachTransfer(func(t notices.Transfer) (notices.Finding, bool) {
			return notices.Finding{
				Pos:     firstPos(t.Detail.Pos, t.Safeguard.Pos),
				Message: "The transfer to " + s.whereTo(t) + " rests on people's agreement, but the notice does not tell them of its risks.",
				Fix:     "Say what can happen to their data there that could not happen here:\n\ndetail: …",
			}, t.Safeguard.Is("derogation-consent") && saysNothing(t.Detail.Value) && !refused(t.Detail)
		})
	},
}

var transferAdequacyPartial = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfer-adequacy-partial", Title: "The adequacy decision covers only some recipients", Severity: notices.Warning,
		Provisions: []string{"45", "45A", "13(1)(f)", "14(1)(f)"}, Item: "transfers", Section: notices.TransfersSection,
		Why: "Some adequacy decisions cover a part of a country only. That for the United States covers the companies on a list. " +
			"The notice has to say that the recipient is one of those it covers; otherwise readers cannot tell whether anything protects the data.",
		Bad:  printer + "transfers:\n  - countries: [US]\n    safeguard: adequacy\n",
		Good: printer + "transfers:\n  - countries: [US]\n    safeguard: adequacy\n    detail: The firm is on the Data Privacy Framework List, with the UK Extension.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		return s.eachTransfer(func(t notices.Transfer) (notices.Finding, bool) {
			country, extent := s.partlyAdequate(t)
			return notices.Finding{
				Pos: t.Safeguard.Pos,
				Message: fmt.Sprintf("The transfer rests on adequacy, but the decision for %s does not cover everyone there. %s The notice does not say that the recipient is covered.",
					countryName(country), extent),
				Fix: "Look the recipient up. If it is covered, say so; otherwise name what the transfer really rests on:\n\ndetail: …",
			}, t.Safeguard.Is("adequacy") && extent != "" && saysNothing(t.Detail.Value) && !refused(t.Detail)
		})
	},
}

// partlyAdequate gives the first destination that a decision covers only in part,
// and which part.
func (s *Subject) partlyAdequate(t notices.Transfer) (country, extent string) {
	for _, c := range s.destinations(t) {
		if decision, ok := s.Law.Adequate(c.Value); ok && decision.Extent != "" {
			return c.Value, decision.Extent
		}
	}
	return "", ""
}

// ukClauses matches what makes the EU's clauses hold for the UK.
var ukClauses = pattern.MustCompile(`(?i)\baddendum\b|\bIDTA\b|\binternational data transfer agreement\b|\bICO\b|\bInformation Commission`)

var transferClausesAlone = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfer-clauses-alone", Title: "The EU's contract clauses are not enough", Severity: notices.Warning,
		Provisions: []string{"46", "13(1)(f)", "14(1)(f)"}, Item: "transfers", Section: notices.TransfersSection,
		Why: "The standard clauses of the European Commission protect transfers from the EU. For the UK they hold only with the addendum " +
			"of the Information Commissioner, or in place of them there is the Commissioner's own agreement.",
		Bad:  printer + "transfers:\n  - countries: [IN]\n    safeguard: standard-contractual-clauses\n    copy: Ask us.\n",
		Good: printer + "transfers:\n  - countries: [IN]\n    safeguard: uk-addendum\n    copy: Ask us.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if s.Law.Jurisdiction != "uk" {
			return nil
		}
		return s.eachTransfer(func(t notices.Transfer) (notices.Finding, bool) {
			return notices.Finding{
				Pos:     t.Safeguard.Pos,
				Message: "The transfer to " + s.whereTo(t) + " rests on standard contractual clauses. For the UK, those of the EU are not enough by themselves.",
				Fix:     "Look in the contract whether it has the UK addendum (uk-addendum) or the Commissioner’s agreement, and name that:\n\nsafeguard: …",
			}, t.Safeguard.Is("standard-contractual-clauses") && !ukClauses.MatchString(t.Detail.Value)
		})
	},
}
