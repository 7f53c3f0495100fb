package rules

import (
	"fmt"
	"slices"

	"notices.example/notices"
)

var recipientCountryUnknown = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "recipient-country-unknown", Title: "“No transfers”, but where a company handles the data is not said", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "13(1)(f)", "14(1)(f)"}, Item: "transfers", Section: notices.RecipientsSection,
		Why: "“No data leaves the country” is a promise. It holds only when it is known where each company that is named handles the data, " +
			"its support staff and the firms that work for it included. Ask the company, and write the country into its file.",
		Bad:  "recipients:\n  - organisation: forms-firm\n    role: processor\n    purpose: Runs our online forms\ntransfers: none\n-- content/organisations/forms-firm.yaml --\nname: Forms Firm Ltd\n",
		Good: "recipients:\n  - organisation: forms-firm\n    role: processor\n    purpose: Runs our online forms\ntransfers: none\n" + formsFirm,
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.Notice.Transfers.None {
			return nil
		}
		var list []notices.Finding
		for _, r := range s.Notice.Recipients.Items {
			o := s.organisation(r.Organisation)
			if o == nil || s.decidesItself(r, o) || written(r.Country.Pos, o.Country.Pos, o.Established.Pos) {
				continue
			}
			list = append(list, notices.Finding{
				Pos: r.Pos, About: r.Ref(),
				Message: "The notice says that no data leaves " + s.territory() + ", but not where " + organisationName(o) + " handles it.",
				Fix:     "Ask the company, its support staff included, and write the country into " + o.Pos.File + ":\n\ncountry: …",
				Related: []notices.Related{{Pos: s.Notice.Transfers.Pos, Message: "transfers are denied here"}},
			})
		}
		return list
	},
}

// decidesItself reports whether a recipient is no company that works for the
// controller, but a public body or another one that answers for itself.
func (s *Subject) decidesItself(r notices.Recipient, o *notices.Organisation) bool {
	return r.Role.Is("controller", "joint-controller", "public-authority", "public") || o.PublicAuthority.Yes() || s.isController(r.Organisation) || s.isHosted(r.Organisation)
}

var transferNotAbroad = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfer-not-abroad", Title: "A transfer goes nowhere abroad", Severity: notices.Warning,
		Provisions: []string{"13(1)(f)", "14(1)(f)"}, Item: "transfers", Section: notices.TransfersSection,
		Why: "A transfer in the sense of the law goes to another country. Data that stays at home is not transferred: " +
			"an entry for it makes people worry about nothing, or hides where the data really goes.",
		Bad:  printer + "transfers:\n  - countries: [GB]\n    safeguard: idta\n    copy: Ask our data protection officer.\n",
		Good: printer + "transfers:\n  - countries: [US]\n    safeguard: idta\n    copy: Ask our data protection officer.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		return s.eachTransfer(func(t notices.Transfer) (notices.Finding, bool) {
			home := slices.IndexFunc(t.Countries, func(c notices.Term) bool { return !s.Law.Outside(c.Value) })
			if home < 0 || s.contradictsRecipient(t) {
				return notices.Finding{}, false
			}
			return notices.Finding{
				Pos:     t.Countries[home].Pos,
				Message: "The transfer goes to " + countryName(t.Countries[home].Value) + ", which is not outside " + s.territory() + ": that is no transfer.",
				Fix:     "Take the country out. If data goes nowhere else, say so in place of the list:\n\ntransfers: none",
			}, true
		})
	},
}

var transferCountryDiffers = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfer-country-differs", Title: "A transfer and its recipient are in two countries", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "13(1)(f)", "14(1)(f)"}, Item: "transfers", Section: notices.TransfersSection,
		Why: "The transfer names a recipient, and the recipient handles data in a country that the transfer leaves out. " +
			"Then nothing is said about what protects the data there.",
		Bad:  abroad + "transfers:\n  - recipient: booking\n    countries: [IN]\n    safeguard: idta\n    copy: Ask our data protection officer.\n",
		Good: abroad + idta,
	},
	Check: func(s *Subject) []notices.Finding {
		return s.eachTransfer(func(t notices.Transfer) (notices.Finding, bool) {
			if !s.contradictsRecipient(t) {
				return notices.Finding{}, false
			}
			r := s.recipient(t.Recipient)
			c := s.country(r)
			return notices.Finding{
				Pos: t.Countries[0].Pos,
				Message: fmt.Sprintf("The transfer to %s goes to %s, but the recipient handles data in %s.",
					s.recipientName(r), s.whereTo(t), countryName(c.Value)),
				Fix:     "Name every country that data goes to, or correct the one of the recipient:\n\ncountries: […]",
				Related: []notices.Related{{Pos: c.Pos, Message: "the country of the recipient"}},
			}, true
		})
	},
}

// contradictsRecipient reports whether a transfer leaves out the country abroad
// in which its recipient handles data.
func (s *Subject) contradictsRecipient(t notices.Transfer) bool {
	c := s.country(s.recipient(t.Recipient))
	return len(t.Countries) > 0 && c.Said() && s.Law.Outside(c.Value) && !slices.ContainsFunc(t.Countries, sameTerm(c))
}

var transferWithoutRecipient = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfer-without-recipient", Title: "Nobody gets the data that is transferred", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "13(1)(e)", "14(1)(e)"}, Item: "recipients", Section: notices.TransfersSection,
		Why: "Data that goes to another country goes to somebody there. Every recipient in the notice is said to be elsewhere, " +
			"so one is missing, or the transfer no longer happens.",
		Bad: ukFirm + "transfers:\n  - countries: [IN]\n    safeguard: idta\n    copy: Ask our data protection officer.\n",
		Good: ukFirm + "  - name: Call centre firms in India\n    role: processor\n    purpose: Answer calls\n    country: IN\n" +
			"transfers:\n  - countries: [IN]\n    safeguard: idta\n    copy: Ask our data protection officer.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.knowsCountries() {
			return nil
		}
		return s.eachTransfer(func(t notices.Transfer) (notices.Finding, bool) {
			return notices.Finding{
				Pos:     t.Pos,
				Message: "The notice says that data goes to " + s.whereTo(t) + ", but none of its recipients is there.",
				Fix:     "Add the recipient there, or take the transfer out:\n\nrecipients:\n  - name: …\n    role: …\n    purpose: …\n    country: …",
			}, !t.Recipient.Said() && len(t.Countries) > 0 && !slices.ContainsFunc(t.Countries, func(c notices.Term) bool { return s.isThere(c) || !s.Law.Outside(c.Value) })
		})
	},
}

const ukFirm = "recipients:\n  - name: Printing firms\n    role: processor\n    purpose: Print and post our letters\n    country: GB\n"

// knowsCountries reports whether it is said of every recipient where it is, and
// each one abroad has a transfer: transfer-not-listed tells of the others.
func (s *Subject) knowsCountries() bool {
	for _, r := range s.Notice.Recipients.Items {
		c := s.country(r)
		if !c.Said() || s.Law.Outside(c.Value) && !s.hasTransfer(r, c) {
			return false
		}
	}
	return len(s.Notice.Recipients.Items) > 0
}

func (s *Subject) isThere(c notices.Term) bool {
	return slices.ContainsFunc(s.Notice.Recipients.Items, func(r notices.Recipient) bool { return s.country(r).Value == c.Value })
}
