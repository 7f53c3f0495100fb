package rules

import (
	"fmt"
	"strconv"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var purposeBasisMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "purpose-basis-missing", Title: "A purpose has no lawful basis", Severity: notices.Error,
		Provisions: []string{"13(1)(c)", "14(1)(c)", "6(1)"}, Item: "lawful-basis", Section: notices.PurposesSection,
		Why: "Each purpose needs its own lawful basis, and the notice must name it. Two purposes of one service often rest on different ones. " +
			"A basis for the notice as a whole holds only for the purposes that name none.",
		Bad:  "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n",
		Good: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: contract\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.missing("lawful-basis") {
			return nil
		}
		if len(s.Notice.Purposes) == 0 {
			return finding(notices.Finding{
				Message: "The notice names no lawful basis for using the data.",
				Fix:     "Give each purpose the lawful basis it rests on. " + basisWords + ":\n\nlawful_basis: …\nbasis_in_law: …",
			})
		}
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			if unwritten(p.LawfulBasis.Said(), p.LawfulBasis.Pos) && !s.Law.UnderPart3(p) {
				list = append(list, notices.Finding{
					Pos: p.Pos, About: p.ID.Value,
					Message: "The notice names no lawful basis for the purpose " + purposeName(p) + ".",
					Fix:     "Add the basis it rests on. " + basisWords + ":\n\nlawful_basis: …\nbasis_in_law: …",
				})
			}
		}
		return list
	},
}

// basisWords says which words a fix leaves open.
const basisWords = "Mostly it is public-task, legal-obligation, consent or contract; public-task and legal-obligation need the law behind them as well"

func lookUpBasis(s *Subject) answer {
	if len(s.Notice.Purposes) == 0 {
		return stated(s.Notice.LawfulBasis.Said(), s.Notice.LawfulBasis.Pos)
	}
	first := s.Notice.Purposes[0]
	all := given(firstPos(first.LawfulBasis.Pos, first.LawEnforcementGround.Pos, first.Pos))
	for _, p := range s.Notice.Purposes {
		if !s.lacksBasis(p) {
			continue
		}
		if p.LawfulBasis.Pos.IsZero() {
			return answer{}
		}
		all = answer{refused: true}
	}
	return all
}

var basisNotInForce = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "basis-not-in-force", Title: "The lawful basis is not in force", Severity: notices.Error,
		Provisions: []string{"6(1)"}, Item: "lawful-basis", Section: notices.PurposesSection,
		Why: "Lawful bases come and go with the law. Recognised legitimate interests exist in the UK only, from 5 February 2026. " +
			"A notice is judged by the law on the day it holds.",
		Bad: recognisedPurpose + "complaints:\n  to_controller:\n    contact: complaints\n  to_regulator:\n    regulator: supervisory-authority\n" +
			"-- content/site.yaml --\nlaw: eu\n",
		Good: recognisedPurpose + "-- content/site.yaml --\nlaw: uk\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			if _, inForce := s.Law.Basis(p.LawfulBasis.Value); p.LawfulBasis.Said() && !inForce {
				list = append(list, notices.Finding{
					Pos: p.LawfulBasis.Pos, About: p.ID.Value,
					Message: fmt.Sprintf("The purpose %s rests on %q, which is no lawful basis under the law of %s.",
						purposeName(p), p.LawfulBasis.Value, longDate(s.Law.Day)),
					Fix: "Choose a basis that holds on that day, and name the law behind it:\n\nlawful_basis: …\nbasis_in_law: …",
				})
			}
		}
		return list
	},
}

const recognisedPurpose = "purposes:\n  - id: flood\n    purpose: Find you when the plots flood\n    data: [name, email]\n" +
	"    lawful_basis: recognised-legitimate-interests\n    recognised_interest: emergencies\n" +
	"    outside_public_tasks: The association, not the council, runs the flood line.\n"

var basisInLawMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "basis-in-law-missing", Title: "The law behind a lawful basis is not named", Severity: notices.Error,
		Provisions: []string{"6(3)", "DPA 2018 s.8"}, Item: "lawful-basis", Section: notices.PurposesSection,
		Why: "A public task or a legal obligation must be laid down by law. The notice names the Act and section, or the function, " +
			"so that people can see what the body is there to do. “Not applicable” cannot be right for these two, nor can the UK GDPR, " +
			"which lays down no tasks.",
		Bad: "purposes:\n  - id: tenancy\n    purpose: Let plots to residents\n    data: [name, email]\n    lawful_basis: public-task\n" +
			"    basis_in_law: Not applicable\n",
		Good: "purposes:\n  - id: tenancy\n    purpose: Let plots to residents\n    data: [name, email]\n    lawful_basis: public-task\n" +
			"    basis_in_law: Small Holdings and Allotments Act 1908, section 23\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, group := range s.withoutLaw() {
			p := group[0]
			basis, _ := s.Law.Basis(p.LawfulBasis.Value)
			label, _ := basis.Label.In("en")
			f := notices.Finding{
				Pos:     lawPlace(p),
				Message: fmt.Sprintf("%s on %s, but the law that lays it down is not named.", s.rest(group), quote(label)),
				Fix:     "Name the Act and section, or the function of the body:\n\nbasis_in_law: …",
			}
			if !s.hasNoticesBasis(p) {
				f.About = p.ID.Value
			}
			if p.BasisInLaw.Said() {
				wrong := " is no law. "
				if !saysNothing(p.BasisInLaw.Value) {
					wrong = " lays down no task and no obligation. "
				}
				f.Message = quote(p.BasisInLaw.Value) + wrong + s.rest(group) + " on " + quote(label) + ", which the law has to lay down."
			}
			list = append(list, f)
		}
		return list
	},
}

// generalLaw matches what says on which basis data may be used, but gives nobody
// a task or an obligation: data protection law as a whole, and no law in particular.
var generalLaw = pattern.MustCompile(`^(article 6( ?\(1\))?( ?\([a-f]\))?,?( of)? ?)?(the )?((uk |eu )?gdpr|(uk )?general data protection regulation|` +
	`data protection act( 1998| 2018)?|dpa( 1998| 2018)?|data protection (law|laws|legislation)|laws?|legislation|statutes?)?$`)

// namesNoLaw reports whether a text does not name what lays down a task or an
// obligation: Article 6(3).
func namesNoLaw(text string) bool {
	return saysNothing(text) || generalLaw.MatchString(folded(text))
}

// lawPlace is where the law behind the basis of a purpose is named, or would be.
func lawPlace(p notices.Purpose) notices.Pos {
	return firstPos(p.BasisInLaw.Pos, p.LawfulBasis.Pos, p.Pos)
}

// hasNoticesBasis reports whether the purpose has the basis of the notice as a
// whole, and no law of its own for it.
func (s *Subject) hasNoticesBasis(p notices.Purpose) bool {
	place, n := lawPlace(p), s.Notice
	return place == n.BasisInLaw.Pos || place == n.LawfulBasis.Pos
}

// rest starts a sentence on the purposes that share a basis.
func (s *Subject) rest(group []notices.Purpose) string {
	switch p := group[0]; {
	case !s.hasNoticesBasis(p):
		return "The purpose " + purposeName(p) + " rests"
	case len(group) == 1:
		return "One purpose, " + purposeName(p) + ", rests"
	}
	return strconv.Itoa(len(group)) + " purposes that have the basis of the notice as a whole rest"
}

// withoutLaw gives the purposes whose basis must be laid down by law but names
// none. Those that have the basis of the notice as a whole are one group: they
// are put right at one place.
func (s *Subject) withoutLaw() [][]notices.Purpose {
	var groups [][]notices.Purpose
	at := map[notices.Pos]int{}
	for _, p := range s.Notice.Purposes {
		basis, ok := s.Law.Basis(p.LawfulBasis.Value)
		if !ok || !basis.NeedsLaw || refused(p.BasisInLaw) || !namesNoLaw(p.BasisInLaw.Value) {
			continue
		}
		i, seen := at[lawPlace(p)]
		if !seen {
			i = len(groups)
			at[lawPlace(p)] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], p)
	}
	return groups
}

var publicAuthorityInterests = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "public-authority-interests", Title: "A public authority relies on legitimate interests", Severity: notices.Error,
		Provisions: []string{"6(1)"}, Item: "lawful-basis", Section: notices.PurposesSection,
		Why: "A public authority cannot rest what it does as its task on legitimate interests, recognised or not. " +
			"It can do so only for something outside its tasks, and then has to say why that is. Parish councils are not under this bar.",
		Bad: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: legitimate-interests\n" +
			"    legitimate_interests: Keeping the plots in use.\n",
		Good: "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email]\n    lawful_basis: legitimate-interests\n" +
			"    legitimate_interests: Keeping the plots in use.\n    outside_public_tasks: The site is let as a private landlord would let it.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		authority, ok := s.publicAuthority()
		if !ok {
			return nil
		}
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			barred := p.LawfulBasis.Is("legitimate-interests", "recognised-legitimate-interests")
			if barred && saysNothing(p.OutsidePublicTasks.Value) {
				list = append(list, notices.Finding{
					Pos: firstPos(p.LawfulBasis.Pos, p.Pos), About: p.ID.Value,
					Message: fmt.Sprintf("%s is a public authority, so the purpose %s cannot rest on legitimate interests if it is one of its tasks.",
						organisationName(authority), purposeName(p)),
					Fix: "Use the basis of the task, or say why the purpose lies outside the tasks:\n\noutside_public_tasks: …",
				})
			}
		}
		return list
	},
}

var recognisedInterestMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "recognised-interest-missing", Title: "The recognised legitimate interest is not named", Severity: notices.Error,
		Provisions: []string{"6(1)(ea)"}, Item: "lawful-basis", Section: notices.PurposesSection,
		Why: "Recognised legitimate interests are the five in Annex 1 of the UK GDPR and no others. The purpose has to say which one it is.",
		Bad: "purposes:\n  - id: flood\n    purpose: Find you when the plots flood\n    data: [name, email]\n" +
			"    lawful_basis: recognised-legitimate-interests\n    outside_public_tasks: The association runs the flood line.\n",
		Good: recognisedPurpose,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			_, inForce := s.Law.Basis(p.LawfulBasis.Value)
			if !inForce || !p.LawfulBasis.Is("recognised-legitimate-interests") {
				continue
			}
			if unwritten(p.RecognisedInterest.Said(), p.RecognisedInterest.Pos) {
				list = append(list, notices.Finding{
					Pos: firstPos(p.RecognisedInterest.Pos, p.LawfulBasis.Pos), About: p.ID.Value,
					Message: "The purpose " + purposeName(p) + " rests on a recognised legitimate interest, but does not say which of Annex 1.",
					Fix:     "Name the one that holds:\n\nrecognised_interest: …",
				})
			}
		}
		return list
	},
}

var consentNotFree = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "consent-not-free", Title: "Consent for data that people have to give", Severity: notices.Warning,
		Provisions: []string{"4(11)", "7(4)"}, Item: "lawful-basis", Section: notices.PurposesSection,
		Why: "Consent counts only when people can say no without harm. A purpose that rests on consent and uses data people must give " +
			"rests on the wrong basis, or the data is not really required.",
		Bad: "purposes:\n  - id: news\n    purpose: Send you the allotment newsletter\n    data: [name, email]\n    lawful_basis: consent\n" +
			"    withdrawal: Use the link in each newsletter.\n",
		Good: "purposes:\n  - id: news\n    purpose: Send you the allotment newsletter\n    data: [email]\n    lawful_basis: consent\n" +
			"    withdrawal: Use the link in each newsletter.\n" +
			"  - id: tenancy\n    purpose: Rent you a plot\n    data: [name]\n    lawful_basis: contract\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		// What a purpose on consent itself requires takes nothing by force: who does not consent does not give it.
		mustGive := func(d notices.DataItem) bool { return d.Provision.Is("statutory", "contractual") }
		for _, u := range s.purposesUsing(mustGive) {
			if u.Purpose.LawfulBasis.Is("consent") && !s.usedWithoutConsent(u.items()) {
				list = append(list, notices.Finding{
					Pos: firstPos(u.Purpose.LawfulBasis.Pos, u.Purpose.Pos), About: u.Purpose.ID.Value,
					Message: fmt.Sprintf("The purpose %s rests on consent, but people have to give %s.",
						purposeName(*u.Purpose), some(itemNames(u.items()))),
					Fix:     "Make the data optional, or give the purpose the basis that really applies:\n\nprovision: optional",
					Related: []notices.Related{{Pos: u.items()[0].Provision.Pos, Message: "people have to give this"}},
				})
			}
		}
		return list
	},
}

// usedWithoutConsent reports whether people have to give all the items for some
// other purpose that does not rest on consent: then this purpose takes nothing
// by force.
func (s *Subject) usedWithoutConsent(items []notices.DataItem) bool {
	for _, d := range items {
		other := false
		for _, p := range s.Notice.PurposesUsing(d.ID.Value) {
			other = other || !p.LawfulBasis.Is("consent")
		}
		if !other {
			return false
		}
	}
	return true
}
