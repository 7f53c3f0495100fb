package rules

import (
	"fmt"
	"slices"

	"notices.example/notices"
)

var transfersMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfers-missing", Title: "Nothing is said about other countries", Severity: notices.Error,
		Provisions: []string{"13(1)(f)", "14(1)(f)"}, Item: "transfers", Section: notices.TransfersSection,
		Why: "People have to know whether their data goes to another country, and what protects it there. If it does not, say so. " +
			"Ask the firms that run your systems where they keep the data, and where their support staff are.",
		Bad:  "# Nothing is said about transfers.\n",
		Good: "transfers: none\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("transfers") {
			return nil
		}
		return finding(notices.Finding{
			Pos:     s.Notice.Transfers.Pos,
			Message: "The notice does not say whether data goes outside " + s.territory() + ".",
			Fix:     "If none does, write “transfers: none”. If some does, say where to and what protects it:\n\ntransfers:\n  - countries: […]\n    safeguard: …\n    copy: …",
		})
	},
}

func lookUpTransfers(s *Subject) answer {
	return stated(s.Notice.Transfers.Said(), s.Notice.Transfers.Pos)
}

const abroad = "recipients:\n  - id: booking\n    name: The firm that runs our booking system\n    role: processor\n    purpose: Keeps the waiting list\n    country: US\n"

const idta = "transfers:\n  - recipient: booking\n    countries: [US]\n    safeguard: idta\n    copy: Ask our data protection officer.\n"

var transferCountryMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfer-country-missing", Title: "A transfer does not say where to", Severity: notices.Warning,
		Provisions: []string{"13(1)(f)", "14(1)(f)"}, Item: "transfers", Section: notices.TransfersSection,
		Why: "“Outside the UK” is not enough to judge the risk. Article 13 asks that there is a transfer and what protects it; " +
			"guidance asks for the names of the countries as well (WP260 rev.01, annex).",
		Bad:  printer + "transfers:\n  - safeguard: idta\n    copy: Ask our data protection officer.\n",
		Good: printer + "transfers:\n  - countries: [US]\n    safeguard: idta\n    copy: Ask our data protection officer.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, t := range s.Notice.Transfers.Items {
			if len(t.Countries) == 0 && !s.country(s.recipient(t.Recipient)).Said() {
				list = append(list, notices.Finding{
					Pos: t.Pos, About: t.ID.Value,
					Message: "A transfer does not say which country the data goes to.",
					Fix:     "Name the countries by their two-letter codes:\n\ncountries: […]",
				})
			}
		}
		return list
	},
}

// recipient gives the recipient of the notice that a reference names.
func (s *Subject) recipient(r notices.Ref) notices.Recipient {
	for _, item := range s.Notice.Recipients.Items {
		if r.Said() && item.Ref() == r.Value {
			return item
		}
	}
	return notices.Recipient{}
}

// destinations gives the countries a transfer goes to.
func (s *Subject) destinations(t notices.Transfer) []notices.Term {
	if len(t.Countries) > 0 {
		return t.Countries
	}
	if c := s.country(s.recipient(t.Recipient)); c.Said() {
		return []notices.Term{c}
	}
	return nil
}

var transferSafeguardMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfer-safeguard-missing", Title: "Not said what protects a transfer", Severity: notices.Error,
		Provisions: []string{"13(1)(f)", "14(1)(f)", "44", "44A"}, Item: "transfers", Section: notices.TransfersSection,
		Why: "Data may go abroad only on one of the grounds of Articles 45 to 49: the country protects data well enough, a safeguard is in place, " +
			"or an exception holds. The notice has to say which.",
		Bad:  printer + "transfers:\n  - countries: [US]\n",
		Good: printer + "transfers:\n  - countries: [US]\n    safeguard: idta\n    copy: Ask our data protection officer.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		return s.eachTransfer(func(t notices.Transfer) (notices.Finding, bool) {
			return notices.Finding{
				Pos:     t.Pos,
				Message: "The transfer to " + s.whereTo(t) + " does not say what protects the data there.",
				Fix:     "Look in the contract with the recipient for what it rests on:\n\nsafeguard: …\ncopy: …",
			}, unwritten(t.Safeguard.Said(), t.Safeguard.Pos)
		})
	},
}

func (s *Subject) eachTransfer(check func(notices.Transfer) (notices.Finding, bool)) []notices.Finding {
	var list []notices.Finding
	for _, t := range s.Notice.Transfers.Items {
		if f, wrong := check(t); wrong {
			f.About = t.ID.Value
			list = append(list, f)
		}
	}
	return list
}

func (s *Subject) whereTo(t notices.Transfer) string {
	var names []string
	for _, c := range s.destinations(t) {
		names = append(names, countryName(c.Value))
	}
	if len(names) == 0 {
		return "another country"
	}
	return some(names)
}

var transferSafeguardNotInForce = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfer-safeguard-not-in-force", Title: "The safeguard of a transfer is not in force", Severity: notices.Error,
		Provisions: []string{"44", "44A", "46"}, Item: "transfers", Section: notices.TransfersSection,
		Why: "The safeguard has to exist in the law that the notice is judged by. " +
			"The international data transfer agreement, for example, is for the UK only.",
		Bad: printer + "transfers:\n  - countries: [US]\n    safeguard: idta\n    copy: Ask our data protection officer.\n" +
			"complaints:\n  to_regulator:\n    regulator: supervisory-authority\n-- content/site.yaml --\nlaw: eu\n",
		Good: printer + "transfers:\n  - countries: [US]\n    safeguard: standard-contractual-clauses\n    copy: Ask our data protection officer.\n" +
			"complaints:\n  to_regulator:\n    regulator: supervisory-authority\n-- content/site.yaml --\nlaw: eu\n",
	},
	Check: func(s *Subject) []notices.Finding {
		return s.eachTransfer(func(t notices.Transfer) (notices.Finding, bool) {
			_, inForce := s.Law.Safeguard(t.Safeguard.Value)
			return notices.Finding{
				Pos:     t.Safeguard.Pos,
				Message: fmt.Sprintf("The transfer to %s rests on %q, which the law of %s does not have.", s.whereTo(t), t.Safeguard.Value, longDate(s.Law.Day)),
				Fix:     "Look in the contract for what the transfer rests on:\n\nsafeguard: …",
			}, t.Safeguard.Said() && !inForce
		})
	},
}

var transferCopyMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfer-copy-missing", Title: "Not said how to get a copy of the safeguards", Severity: notices.Error,
		Provisions: []string{"13(1)(f)", "14(1)(f)"}, Item: "transfers", Section: notices.TransfersSection,
		Why:  "Where a transfer rests on a contract or other safeguards, people may ask for a copy. The notice says how, or where it is published.",
		Bad:  printer + "transfers:\n  - countries: [US]\n    safeguard: idta\n",
		Good: printer + "transfers:\n  - countries: [US]\n    safeguard: idta\n    copy: Ask our data protection officer.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		return s.eachTransfer(func(t notices.Transfer) (notices.Finding, bool) {
			safeguard, ok := s.Law.Safeguard(t.Safeguard.Value)
			return notices.Finding{
				Pos:     firstPos(t.Safeguard.Pos, t.Pos),
				Message: "The transfer to " + s.whereTo(t) + " does not say how to get a copy of the safeguards.",
				Fix:     "Say how people can get it, or link it:\n\ncopy: …",
			}, ok && safeguard.Kind == "appropriate" && !t.Copy.Said() && !t.CopyLink.Said() && !written(t.Copy.Pos, t.CopyLink.Pos)
		})
	},
}

var transferAdequacyUnknown = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfer-adequacy-unknown", Title: "No adequacy decision is known for the country", Severity: notices.Warning,
		Provisions: []string{"45", "45A", "13(1)(f)", "14(1)(f)"}, Item: "transfers", Section: notices.TransfersSection,
		Why: "“Adequacy” means that an official decision or regulations find that the country protects data well enough. " +
			"None is known for this country on the day, so the transfer must rest on something else.",
		Bad:  printer + "transfers:\n  - countries: [BR]\n    safeguard: adequacy\n-- content/site.yaml --\nlaw: uk\n",
		Good: printer + "transfers:\n  - countries: [IE]\n    safeguard: adequacy\n-- content/site.yaml --\nlaw: uk\n",
	},
	Check: func(s *Subject) []notices.Finding {
		return s.eachTransfer(func(t notices.Transfer) (notices.Finding, bool) {
			c, unknown := s.notAdequate(t)
			return notices.Finding{
				Pos:     t.Safeguard.Pos,
				Message: fmt.Sprintf("The transfer rests on adequacy, but no decision for %s is known to hold on %s.", countryName(c.Value), longDate(s.Law.Day)),
				Fix:     "Check the country, or name the safeguard the transfer really rests on:\n\nsafeguard: …",
			}, t.Safeguard.Is("adequacy") && unknown
		})
	},
}

func (s *Subject) notAdequate(t notices.Transfer) (notices.Term, bool) {
	for _, c := range s.destinations(t) {
		if _, adequate := s.Law.Adequate(c.Value); !adequate && s.Law.Outside(c.Value) {
			return c, true
		}
	}
	return notices.Term{}, false
}

var transfersContradicted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfers-contradicted", Title: "“No transfers” is contradicted", Severity: notices.Error,
		Provisions: []string{"5(1)(a)", "13(1)(f)", "14(1)(f)"}, Item: "transfers", Section: notices.TransfersSection,
		Why: "The notice says that no data leaves the territory, but one of the recipients handles it abroad. For the UK, " +
			"the countries of the European Economic Area are abroad too.",
		Bad:  abroad + "transfers: none\n",
		Good: abroad + idta,
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.Notice.Transfers.None {
			return nil
		}
		key := "transfers:\n" // once: a key that stands twice is refused
		return s.recipientsAbroad(func(r notices.Recipient, c notices.Term) notices.Finding {
			f := notices.Finding{
				Message: fmt.Sprintf("The notice says that no data leaves %s, but %s handles it in %s.", s.territory(), s.recipientName(r), countryName(c.Value)),
				Fix:     s.transferFix("Describe the transfer in place of “none”", key, r, c),
				Related: []notices.Related{{Pos: s.Notice.Transfers.Pos, Message: "transfers are denied here"}},
			}
			key = ""
			return f
		})
	},
}

var transferNotListed = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "transfer-not-listed", Title: "A recipient abroad has no transfer", Severity: notices.Error,
		Provisions: []string{"13(1)(f)", "14(1)(f)"}, Item: "transfers", Section: notices.TransfersSection,
		Why:  "Each recipient in another country needs an entry that says what protects the data there.",
		Bad:  abroad + "transfers:\n  - countries: [IN]\n    safeguard: idta\n    copy: Ask our data protection officer.\n",
		Good: abroad + idta,
	},
	Check: func(s *Subject) []notices.Finding {
		if s.Notice.Transfers.None || !s.Notice.Transfers.Said() {
			return nil
		}
		return s.recipientsAbroad(func(r notices.Recipient, c notices.Term) notices.Finding {
			return notices.Finding{
				Message: fmt.Sprintf("%s handles data in %s, but no transfer to that country is described.", s.recipientName(r), countryName(c.Value)),
				Fix:     s.transferFix("Add an entry for it to the list below “transfers:”", "", r, c),
			}
		})
	},
}

// recipientsAbroad makes a finding for each recipient outside the territory that
// no transfer is for. It points at the recipient, which the notice names, and
// only then at the country, which is often in the file of the organisation.
func (s *Subject) recipientsAbroad(describe func(notices.Recipient, notices.Term) notices.Finding) []notices.Finding {
	var list []notices.Finding
	for _, r := range s.Notice.Recipients.Items {
		c := s.country(r)
		if !c.Said() || !s.Law.Outside(c.Value) || s.hasTransfer(r, c) {
			continue
		}
		f := describe(r, c)
		f.Pos, f.About = r.Pos, r.Ref()
		if !c.Pos.IsZero() {
			f.Related = append([]notices.Related{{Pos: c.Pos, Message: "the country is given here"}}, f.Related...)
		}
		list = append(list, f)
	}
	return list
}

func (s *Subject) hasTransfer(r notices.Recipient, c notices.Term) bool {
	for _, t := range s.Notice.Transfers.Items {
		if t.Recipient.Said() && t.Recipient.Value == r.Ref() {
			return true
		}
		for _, to := range t.Countries {
			if !s.isListed(t.Recipient) && to.Value == c.Value {
				return true
			}
		}
	}
	return false
}

// isListed reports whether a transfer names one of the recipients. One that it names
// and that is not there, which inherit reports, may be any.
func (s *Subject) isListed(ref notices.Ref) bool {
	return slices.ContainsFunc(s.Notice.Recipients.Items, func(r notices.Recipient) bool { return ref.Said() && r.Ref() == ref.Value })
}

// transferFix is the fix for a transfer that is not described. It offers adequacy
// only where a decision covers the whole country: whether a recipient is within
// one that covers a part has to be looked up. What only the contract tells is left
// open. The lines start with the key given.
func (s *Subject) transferFix(todo, key string, r notices.Recipient, c notices.Term) string {
	grounds := "safeguard: …\n    copy: …"
	switch decision, adequate := s.Law.Adequate(c.Value); {
	case adequate && decision.Extent == "":
		grounds = "safeguard: adequacy"
	case adequate:
		todo += fmt.Sprintf(". Write “adequacy” as the safeguard only if the decision for %s covers the recipient: %s "+
			"Otherwise look in the contract for what the transfer rests on", countryName(c.Value), decision.Extent)
	}
	who := ""
	if r.Ref() != "" {
		who = "recipient: " + r.Ref() + "\n    "
	}
	return todo + ":\n\n" + key + "  - " + who + "countries: [" + c.Value + "]\n    " + grounds
}
