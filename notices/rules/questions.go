package rules

import (
	"fmt"
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// foreignSignIns are services that only people of one country can sign in with,
// with that country.
var foreignSignIns = map[string]string{
	"franceconnect": "FR", "csam": "BE", "itsme": "BE", "digid": "NL", "eherkenning": "NL", "mitid": "DK", "nemid": "DK", "spid": "IT",
	"bankid": "SE", "clave": "ES", "smart-id": "EE", "bundid": "DE",
}

var wordsOfName = pattern.MustCompile(`[a-z][a-z-]+`)

var signInServiceForeign = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "sign-in-service-foreign", Title: "A sign-in service of another country", Severity: notices.Advice,
		Provisions: []string{"14(2)(f)", "5(1)(a)"}, Item: "source", Section: notices.SourcesSection,
		Why: "FranceConnect is for people in France, and DigiD for people in the Netherlands. In the notice of a public body in the UK such names are mostly left over " +
			"from the text of the company that made the platform. Name the services that are switched on.",
		Bad:  plotData + plotSource + "  - name: Google or FranceConnect\n    kind: sign-in-service\n    data: [name]\nrecipients:\n  - name: Google\n    role: controller\n    purpose: Lets you sign in\n",
		Good: plotData + plotSource + "  - name: Google\n    kind: sign-in-service\n    data: [name]\nrecipients:\n  - name: Google\n    role: controller\n    purpose: Lets you sign in\n",
	},
	Check: func(s *Subject) []notices.Finding {
		if s.Law.Jurisdiction != "uk" {
			return nil
		}
		var list []notices.Finding
		for _, src := range s.Notice.Sources.Items {
			name := src.Name.Value
			if o := s.organisation(src.Organisation); o != nil {
				name = o.Name.Value
			}
			for _, word := range wordsOfName.FindAllString(strings.ToLower(name), -1) {
				country, foreign := foreignSignIns[word]
				if !foreign {
					continue
				}
				list = append(list, notices.Finding{
					Pos: firstPos(src.Name.Pos, src.Organisation.Pos, src.Pos), About: src.ID.Value,
					Message: fmt.Sprintf("The source %s is a service that people in %s sign in with. Have you switched it on?", s.sourceName(src), countryName(country)),
					Fix:     "Ask whoever runs the platform which services are switched on, and name only these:\n\nname: …",
				})
				break
			}
		}
		return list
	},
}

var ofLawfulBasis = pattern.MustCompile(`(?i)\b(lawful|legal) bas(is|es)\b`)

var lawfulBasisOfStaff = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "lawful-basis-of-staff", Title: "Staff have no lawful basis, purposes do", Severity: notices.Advice,
		Provisions: []string{"6(1)", "13(1)(c)", "14(1)(c)"}, Item: "lawful-basis", Section: notices.PurposesSection,
		Why: "A lawful basis belongs to what data is used for. “Staff must have a lawful basis to look” sounds like one, and names none. " +
			"Say for which task they look, and give the basis with the purpose.",
		Bad:  "access:\n  - who: Our allotments officers\n    sees: identifiable\n    why: They must have a lawful basis for access.\n",
		Good: "access:\n  - who: Our allotments officers\n    sees: identifiable\n    why: They let the plots and send the bills.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, a := range s.Notice.Access {
			if at := ofLawfulBasis.FindStringIndex(a.Why.Value); at != nil {
				list = append(list, notices.Finding{
					Pos:     a.Why.Place(at[0], at[1]),
					Message: "The notice says that those who see the data have, or need, a lawful basis. That names no basis: it belongs to the purpose.",
					Fix:     "Say for which task they look:\n\nwhy: …",
				})
			}
		}
		return list
	},
}

// onOwnServers claims that data stays on computers of the body itself.
var onOwnServers = claimed("own", `\b(?:our|the council's|its|your) own (?:[a-z]+ )?(?:servers?|computers?|systems?|data centres?)\b`)

var serversWhose = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "servers-whose", Title: "Whose computers are these?", Severity: notices.Advice,
		Provisions: []string{"5(1)(a)", "13(1)(e)", "14(1)(e)"},
		Why: "A space that a body rents from a company stands on the company's computers, not on the body's own. " +
			"Readers who are told that data stays on “our own servers” do not expect that a company holds it.",
		Bad:  rackFirm + "body: |\n  Rack Firm runs the booking system within our own secure servers.\n" + rackFirmFile,
		Good: rackFirm + "body: |\n  Rack Firm runs the booking system on its computers.\n" + rackFirmFile,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, sn := range s.sentences() {
			at := onOwnServers.in(sn)
			if at == nil || sn.negated() {
				continue
			}
			for _, r := range s.Notice.Recipients.Items {
				o := s.organisation(r.Organisation)
				if o == nil || s.isController(r.Organisation) || s.isHosted(r.Organisation) || !namesBody(sn.Lower, o.Called()) {
					continue
				}
				list = append(list, notices.Finding{
					Pos: sn.at(at[:2]), About: r.Ref(),
					Message: fmt.Sprintf("The text speaks of servers of your own, and in the same sentence of %s, which gets the data. Whose are they?", organisationName(o)),
					Fix:     "Say whose computers the data is on, and where they are.",
				})
				break
			}
		}
		return list
	},
}

// onlyNecessary claims that no more is collected than there must be.
var onlyNecessary = claimed("necessary", `\bonly\b.*\b(?:collect|ask|gather|hold|keep|use|process)\w*\b.*\b(?:absolutely|strictly) necessary\b`)

var necessityDoubtful = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "necessity-doubtful", Title: "Is all of it absolutely necessary?", Severity: notices.Advice,
		Provisions: []string{"5(1)(a)", "5(1)(c)"},
		Why: "“We only collect what is absolutely necessary” is a strong promise. A body that studies the data as well, or sends marketing, " +
			"uses it for more than what cannot be done without. Say what the data is used for, and leave the judgement to readers.",
		Bad:  "body: |\n  We only ever collect what is absolutely necessary.\n" + tenancyPurpose + "  - id: trends\n    purpose: See which sites are popular\n    data: [name]\n    lawful_basis: contract\n    activities: [analysis]\n",
		Good: "body: |\n  We collect your name and your address.\n" + tenancyPurpose + "  - id: trends\n    purpose: See which sites are popular\n    data: [name]\n    lawful_basis: contract\n    activities: [analysis]\n",
	},
	Check: func(s *Subject) []notices.Finding {
		more, found := notices.Purpose{}, false
		for _, p := range s.Notice.Purposes {
			if p.Does("analysis", "research", "direct-marketing", "targeting", "profiling", "prize-draw") {
				more, found = p, true
				break
			}
		}
		if !found {
			return nil
		}
		var list []notices.Finding
		for _, sn := range s.sentences() {
			if at := onlyNecessary.in(sn); at != nil {
				list = append(list, notices.Finding{
					Pos: sn.at(at[:2]), About: more.ID.Value,
					Message: "The text says that only what is absolutely necessary is collected. One of the purposes is " + purposeName(more) + ". Is the data necessary for that too?",
					Fix:     "Leave the promise out, or say for what the data is necessary.",
					Related: []notices.Related{{Pos: more.Pos, Message: "the purpose"}},
				})
			}
		}
		return list
	},
}
