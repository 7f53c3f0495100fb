package rules

import (
	"fmt"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

const springNews = "    activities: [direct-marketing]\n    note: Each email has a link that stops them.\n"

var basisUnlikely = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "basis-unlikely", Title: "This lawful basis hardly fits the purpose", Severity: notices.Warning,
		Provisions: []string{"6(1)", "PECR reg.22"}, Item: "lawful-basis", Section: notices.PurposesSection,
		Why: "Marketing is no public task, no duty and no part of a contract: it mostly needs consent, and by email or text nearly always. " +
			"Messages that a body sends as its task are not marketing, so either the basis or the activity is wrong. " +
			"Vital interests are a matter of life and death, not of statistics or training.",
		Bad: tenancyPurpose + "  - id: news\n    purpose: Advertise our spring fair\n    data: [email]\n    lawful_basis: contract\n" + springNews,
		Good: tenancyPurpose + "  - id: news\n    purpose: Advertise our spring fair\n    data: [email]\n    lawful_basis: consent\n" +
			"    withdrawal: Use the link in each email.\n" + springNews,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			activity := unlikely(p)
			if activity == "" {
				continue
			}
			list = append(list, notices.Finding{
				Pos: firstPos(p.LawfulBasis.Pos, p.Pos), About: p.ID.Value,
				Message: fmt.Sprintf("The purpose %s is %s and rests on %s. That basis hardly covers it.", purposeName(p), activity, quote(p.LawfulBasis.Value)),
				Fix: "Name the basis it really rests on. If it is something else than " + activity + ", take the activity out:\n\n" +
					"lawful_basis: …",
			})
		}
		return list
	},
}

// unlikely gives the activity of a purpose that its lawful basis hardly covers, in
// words; or nothing.
func unlikely(p notices.Purpose) string {
	switch b := p.LawfulBasis; {
	case p.Does("direct-marketing") && b.Is("public-task", "legal-obligation", "vital-interests", "contract"):
		return "direct marketing"
	case !b.Is("vital-interests"):
		return ""
	case p.Does("statistics", "research", "archiving", "analysis"):
		return "statistics or research"
	case p.Does("training", "quality-assurance", "prize-draw"):
		return "about the service itself"
	}
	return ""
}

var conditionUnlikely = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "special-category-condition-unlikely", Title: "This condition is not for public bodies", Severity: notices.Warning,
		Provisions: []string{"9(2)(d)"}, Section: notices.PurposesSection,
		Why:  "Article 9(2)(d) is for parties, churches, trade unions and the like, and for the data of their own members. A public authority is none of them.",
		Bad:  raisedBedsOffer + "    condition: not-for-profit-body\n",
		Good: raisedBedsOffer + askedConsent,
	},
	Check: func(s *Subject) []notices.Finding {
		authority, ok := s.publicAuthority()
		if !ok {
			return nil
		}
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			if p.Condition.Is("not-for-profit-body") {
				list = append(list, notices.Finding{
					Pos: p.Condition.Pos, About: p.ID.Value,
					Message: fmt.Sprintf("The purpose %s rests on the condition for parties, churches and unions. %s is a public authority.", purposeName(p), organisationName(authority)),
					Fix:     "Ask your data protection officer which condition of Article 9(2) holds, and name it:\n\ncondition: …",
				})
			}
		}
		return list
	},
}

// lawNamed matches what tells which law it is: the name of one, a year or a part.
var lawNamed = pattern.MustCompile(`\b(Acts?|Measure|Order|Regulations?|Rules|Directive|Charter|Byelaws?|Standing Orders|[A-Z][A-Za-z]+ Code)\b|\b(1[0-9]|20)[0-9]{2}\b|` +
	`(?i:\b(sections?|ss?\.|articles?|schedules?|sch\.|part|para(graph)?s?|regulations?|regs?\.|chapter)) ?[0-9]+`)

// lawSpokenOf matches law in general.
var lawSpokenOf = pattern.MustCompile(`(?i)\b(legislation|laws?|statut(e|es|ory)|legal|rules|regulations|acts?|dut(y|ies)|obligations?|powers?)\b`)

// functionNamed matches a function of the body, which is enough.
var functionNamed = pattern.MustCompile(`(?i)\b(functions?|role|common law|prerogative|general (power of )?competence)\b|\bas (an? |the )?([a-z-]+ ){0,4}(authority|council|body)\b`)

var basisInLawVague = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "basis-in-law-vague", Title: "The law behind a lawful basis is only hinted at", Severity: notices.Warning,
		Provisions: []string{"6(3)", "DPA 2018 s.8", "12(1)"}, Item: "lawful-basis", Section: notices.PurposesSection,
		Why: "“Housing legislation” is a field of law, not a law. Readers can look up an Act and its section, or a function that the body has; " +
			"nobody can look up a field.",
		Bad: "purposes:\n  - id: tenancy\n    purpose: Let plots to residents\n    data: [name, email]\n    lawful_basis: public-task\n" +
			"    basis_in_law: Our duties under allotments legislation\n",
		Good: councilTask,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		seen := map[notices.Pos]bool{}
		report := func(t notices.Text, about string) {
			if !hintsAtLaw(t.Value) || seen[t.Pos] {
				return
			}
			seen[t.Pos] = true
			list = append(list, notices.Finding{
				Pos: t.Pos, About: about,
				Message: quote(t.Value) + " does not name a law: readers cannot look it up.",
				Fix:     "Name the Act and section, or the function of the body:\n\nbasis_in_law: …",
			})
		}
		report(s.Notice.BasisInLaw, "")
		for _, p := range s.Notice.Purposes {
			report(p.BasisInLaw, p.ID.Value)
		}
		return list
	},
}

// hintsAtLaw reports whether a text speaks of law and names neither one nor a
// function. What names no law at all is for basis-in-law-missing to tell.
func hintsAtLaw(text string) bool {
	return !namesNoLaw(text) && lawSpokenOf.MatchString(text) && !lawNamed.MatchString(text) && !functionNamed.MatchString(text)
}
