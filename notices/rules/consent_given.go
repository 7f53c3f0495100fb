package rules

import (
	"fmt"
	"slices"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// askedConsent is explicit consent with all that the rules ask about it.
const askedConsent = "    condition: explicit-consent\n    withdrawal: Tell us, and we take it off your record.\n    note: We ask you to tick a box.\n"

// consentAsked matches what tells how people agree.
var consentAsked = pattern.MustCompile(`(?i)\b(tick(s|ed|ing)?|sign(s|ed|ing)?|ask(s|ed|ing)?|agree[sd]?|opt(s|ed|ing)?[ -]in|say yes|press(es|ed)?|choose|confirm(s|ed)?)\b`)

// explicitlyAsked matches the same in a text that is about more than consent.
var explicitlyAsked = pattern.MustCompile(`(?i)\b(tick|sign|ask (you )?(to agree|for your (explicit )?consent)|say yes)\b`)

var explicitConsentHow = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "explicit-consent-how", Title: "Not said how people give explicit consent", Severity: notices.Advice,
		Provisions: []string{"9(2)(a)", "7(1)"}, Section: notices.PurposesSection,
		Why: "Explicit consent is a clear statement: a tick, a signature, a yes. The body must be able to show it. " +
			"A notice that says how people are asked lets them know whether they ever agreed.",
		Bad:  raisedBedsOffer + "    condition: explicit-consent\n    withdrawal: Tell us, and we take it off your record.\n",
		Good: raisedBedsOffer + askedConsent,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			if p.Condition.Is("explicit-consent") && !consentAsked.MatchString(p.Note.Value) && !refused(p.Note) {
				list = append(list, notices.Finding{
					Pos: p.Condition.Pos, About: p.ID.Value,
					Message: "The purpose " + purposeName(p) + " rests on explicit consent, but the notice does not say how people are asked for it.",
					Fix:     "Say how they agree, such as by ticking a box:\n\nnote: …",
				})
			}
		}
		told := func(p passage) bool { return p.Key == bodyKey && explicitlyAsked.MatchString(p.Text) }
		if len(list) == 0 || slices.ContainsFunc(s.passages(), told) {
			return nil
		}
		return list
	},
}

const newsByContract = tenancyPurpose + "  - id: bill\n    purpose: Send you the bill\n    data: [name]\n    lawful_basis: contract\n"

var withdrawalUnneeded = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "withdrawal-unneeded", Title: "Consent can be taken back that nothing rests on", Severity: notices.Warning,
		Provisions: []string{"13(2)(c)", "14(2)(d)", "5(1)(a)"}, Item: "consent-withdrawal", Section: notices.RightsSection,
		Why: "Only consent can be taken back. A purpose that rests on a law, a task or a contract goes on whatever people say, " +
			"so the offer misleads them. What they may have is the right to object.",
		Bad:  newsByContract + "    withdrawal: Tell us at any time.\n",
		Good: newsByContract,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			settled := p.LawfulBasis.Said() && !p.LawfulBasis.Is("consent") && !refusedTerm(p.Condition) && !p.Condition.Is("explicit-consent")
			if p.Withdrawal.Said() && settled && !p.Does("direct-marketing") {
				list = append(list, notices.Finding{
					Pos: p.Withdrawal.Pos, About: p.ID.Value,
					Message: fmt.Sprintf("The notice says how to take back consent for the purpose %s, which rests on %s.", purposeName(p), quote(p.LawfulBasis.Value)),
					Fix:     "Take out withdrawal, or change the lawful basis if that is what is wrong.",
				})
			}
		}
		return list
	},
}

// refusedTerm reports whether a term was written and load refused it.
func refusedTerm(t notices.Term) bool { return !t.Said() && !t.Pos.IsZero() }

var optionalDataWithdrawal = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "optional-data-withdrawal", Title: "Is this consent, and how is it taken back?", Severity: notices.Advice,
		Provisions: []string{"13(2)(c)", "14(2)(d)", "7(3)"}, Item: "consent-withdrawal", Section: notices.RightsSection,
		Why: "When people may leave an answer out, what is done with it often rests on their consent. As long as the purpose names no lawful basis, " +
			"readers cannot know. If it is consent, they must be told how to take it back.",
		Bad:  openPurpose,
		Good: openPurpose + "    withdrawal: Tell us at any time.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if r := s.Notice.Rights; r != nil && written(r.WithdrawConsent.Pos) {
			return nil
		}
		var open []notices.Purpose
		var names []string
		for _, u := range s.purposesUsing(askedFor) {
			p := *u.Purpose
			free := !slices.ContainsFunc(u.of, func(d *notices.DataItem) bool { return !d.Provision.Is("optional") })
			if free && unwritten(p.LawfulBasis.Said(), p.LawfulBasis.Pos) && !written(p.Withdrawal.Pos, p.Condition.Pos) && !s.Law.UnderPart3(p) {
				open, names = append(open, p), append(names, purposeName(p))
			}
		}
		if len(open) == 0 {
			return nil
		}
		return finding(notices.Finding{
			Pos: open[0].Pos, About: open[0].ID.Value,
			Message: fmt.Sprintf("People need not give what is used for %s, and no lawful basis is named for it. If it is consent, the notice has to say how to take it back.",
				some(names)),
			Fix: "If it rests on consent, say how people take it back:\n\nwithdrawal: …",
		})
	},
}

const openPurpose = "accepted:\n  - rule: purpose-basis-missing\n    reason: Our lawyers are looking at it.\n    by: Data protection officer\n    until: 2027-06-30\n" +
	tenancyPurpose + "  - id: news\n    purpose: Write to you about the site\n    data: [email]\n"
