package rules

import "notices.example/notices"

var consentWithdrawalMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "consent-withdrawal-missing", Title: "How to withdraw consent is missing", Severity: notices.Error,
		Provisions: []string{"13(2)(c)", "14(2)(d)", "7(3)"}, Item: "consent-withdrawal", Section: notices.RightsSection,
		Why: "Consent can be taken back at any time, as easily as it was given. The notice says how, and that what was done before stays lawful.",
		Bad: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n" +
			"  - id: news\n    purpose: Send you the newsletter\n    data: [email]\n    lawful_basis: consent\n",
		Good: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n" +
			"  - id: news\n    purpose: Send you the newsletter\n    data: [email]\n    lawful_basis: consent\n    withdrawal: Use the link in each newsletter.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("consent-withdrawal") {
			return nil
		}
		var list []notices.Finding
		for _, p := range s.onConsent() {
			if unwritten(p.Withdrawal.Said(), p.Withdrawal.Pos) {
				list = append(list, notices.Finding{
					Pos: firstPos(p.Pos, p.LawfulBasis.Pos), About: p.ID.Value,
					Message: "The purpose " + purposeName(p) + " rests on consent, but the notice does not say how to take it back.",
					Fix:     "Say how, for this purpose or for all of them under rights:\n\nwithdrawal: …",
				})
			}
		}
		return list
	},
}

// onConsent gives the purposes that rest on consent: 6(1)(a) or 9(2)(a).
func (s *Subject) onConsent() []notices.Purpose {
	var list []notices.Purpose
	for _, p := range s.Notice.Purposes {
		if p.LawfulBasis.Is("consent") || p.Condition.Is("explicit-consent") {
			list = append(list, p)
		}
	}
	return list
}

func lookUpWithdrawal(s *Subject) answer {
	on := s.onConsent()
	if len(on) == 0 && s.basisLacks() {
		return unclear("a purpose has no lawful basis yet")
	}
	if len(on) == 0 {
		return unneeded("no purpose rests on consent")
	}
	if r := s.Notice.Rights; r != nil && r.WithdrawConsent.Said() {
		return given(r.WithdrawConsent.Pos)
	}
	for _, p := range on {
		if !p.Withdrawal.Said() {
			return answer{}
		}
	}
	return given(on[0].Withdrawal.Pos)
}
