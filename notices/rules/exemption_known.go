package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"notices.example/notices"
	"notices.example/notices/law"
)

var exemptionUnknown = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "exemption-unknown", Title: "This provision exempts from nothing", Severity: notices.Error,
		Provisions: []string{
			"13(4)", "13(5)", "14(5)", "14(5)(a)", "14(5)(b)", "14(5)(c)", "14(5)(d)", "14(5)(e)", "14(5)(f)", "DPA 2018 Sch 2", "DPA 2018 Sch 3", "DPA 2018 s.26",
		},
		Section: notices.AboutSection,
		Why: "Only some provisions let a body leave information out: Articles 13(4) and 14(5), and in the UK section 26, most paragraphs of Schedule 2 " +
			"and three of Schedule 3 of the Data Protection Act. The rest of these Schedules limits other rights. " +
			"On 5 February 2026 Article 14(5) changed in the UK: its point (b) went, and points (e) and (f) came. " +
			"What is left out under anything else counts as missing. Where the provision never was an exemption, the finding is an error; otherwise it is a warning.",
		Bad:  "exemptions:\n  - provision: 14(2)\n    item: recipients\n    reason: Naming them would warn people who are under investigation.\n",
		Good: "exemptions:\n  - provision: DPA 2018 Sch 2 para 2\n    item: recipients\n    reason: Naming them would warn people who are under investigation.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, e := range s.Notice.Exemptions {
			if why, severity := s.noExemption(e); why != "" {
				list = append(list, notices.Finding{
					Severity: severity, Pos: e.Provision.Pos, About: e.Item.Value,
					Message: fmt.Sprintf("The notice claims an exemption under %s, but %s.", quote(e.Provision.Value), why),
					Fix:     "Name the one provision that exempts you, or give the information:\n\nprovision: …\nreason: …",
				})
			}
		}
		return list
	},
}

// noExemption says why what a notice cites lets nobody leave information out, as
// the end of a sentence, and how much that weighs; or nothing.
func (s *Subject) noExemption(e notices.Exemption) (why string, weighs notices.Severity) {
	if !e.Provision.Said() {
		return "", 0 // exemption-incomplete
	}
	x, known := s.Law.Exemption(e.Provision.Value)
	switch {
	case known && x.ID == "13(5)" && e.Item.Said():
		return "it lifts only the duty to tell people of a new purpose, and no item of information", notices.Warning
	case known && strings.HasPrefix(x.ID, "DPA 2018 s.44") && !s.Part3:
		return "that is for law enforcement, and no purpose here is marked as such", notices.Warning
	case known:
		return "", 0
	}
	id, isOne := law.Cited(e.Provision.Value)
	switch {
	case !isOne:
		return "that is no provision known to let a body leave information out of a notice", notices.Warning
	case strings.HasPrefix(id, "DPA 2018 "):
		return s.noExemptionOfAct(id)
	}
	return s.noExemptionOfGDPR(id)
}

// noExemptionOfAct is noExemption for a provision of the DPA 2018.
func (s *Subject) noExemptionOfAct(id string) (why string, weighs notices.Severity) {
	schedule, inSchedule := strings.CutPrefix(id, "DPA 2018 Sch ")
	number, rest, _ := strings.Cut(schedule, " ")
	switch {
	case s.Law.Jurisdiction != "uk":
		return "that is UK law, and this site is under another", notices.Error
	case !inSchedule || !slices.Contains([]string{"2", "3", "4"}, number):
		return "the exemptions of that Act stand in its section 26 and its Schedules 2 and 3", notices.Error
	case number == "4":
		return "Schedule 4 limits the right of access, and not what a notice tells", notices.Warning
	case !strings.HasPrefix(rest, "para "):
		return "it does not name the paragraph: only some of that Schedule lift the duty to tell people", notices.Warning
	}
	return "that paragraph does not lift the duty to tell people", notices.Warning
}

// noExemptionOfGDPR is noExemption for a provision of the GDPR.
func (s *Subject) noExemptionOfGDPR(id string) (why string, weighs notices.Severity) {
	article, _, _ := strings.Cut(id, "(")
	if once, is := s.Law.Find(id); is && once.ID == id && (strings.HasPrefix(id, "13(") || strings.HasPrefix(id, "14(5)")) && !once.InForce.On(s.Law.Day) {
		return "the law of " + longDate(s.Law.Day) + " has no such provision", notices.Warning
	}
	switch number, _ := strconv.Atoi(article); {
	case number == 13 || number == 14:
		return id + " is no exemption", notices.Error
	case number >= 5 && number <= 22: // principles, grounds and rights
		return "Article " + article + " lifts no duty to tell people", notices.Error
	}
	return "Article " + article + " alone exempts nobody: another law has to", notices.Warning // 23, 85 to 91
}

var exemptionOtherArticle = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "exemption-other-article", Title: "The exemption is for other data", Severity: notices.Warning,
		Provisions: []string{"13(4)", "14(5)"}, Section: notices.AboutSection,
		Why: "Article 13(4) is for data that people give or that is observed of them. Article 14(5) is for data from anyone else. " +
			"An exemption of the wrong Article covers none of the data in the notice.",
		Bad:  "exemptions:\n  - provision: 14(5)(a)\n    item: transfers\n    reason: People know it.\n",
		Good: "exemptions:\n  - provision: 13(4)\n    item: transfers\n    reason: People know it.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, e := range s.Notice.Exemptions {
			x, known := s.Law.Exemption(e.Provision.Value)
			if len(s.Notice.Data) == 0 || !known {
				continue
			}
			var where string
			switch {
			case isArticle(x.ID, "14") && !s.Article14:
				where = "Article 14 is for data from other sources, and this notice has none"
			case isArticle(x.ID, "13") && !s.Article13:
				where = "Article 13 is for data from the people themselves, and this notice has none"
			default:
				continue
			}
			list = append(list, notices.Finding{
				Pos: e.Provision.Pos, About: e.Item.Value,
				Message: fmt.Sprintf("The exemption under %s covers nothing here: %s.", quote(e.Provision.Value), where),
				Fix:     "Name the provision that covers this data, or give the information:\n\nprovision: …\nreason: …",
			})
		}
		return list
	},
}

const plotSource = "sources:\n  - name: The allotment association\n    data: [plot]\n    publicly_available: no\n"

const oldPlots = plotData + plotSource + "exemptions:\n  - provision: 14(5)(e)\n    item: source\n    reason: We hold no addresses of the former tenants.\n"

var exemptionSafeguardsMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "exemption-safeguards-missing", Title: "Not said what protects people who are not told", Severity: notices.Warning,
		Provisions: []string{"13(7)", "14(7)", "14(5)(b)"}, Section: notices.AboutSection,
		Why: "Who leaves people untold because it is impossible, or too much effort, has to protect them in another way, and has to publish the information. " +
			"The law does not say that the notice must tell how, but nobody else can.",
		Bad:  oldPlots,
		Good: oldPlots + "    safeguards: This notice is published, and only two officers can open the old files.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, e := range s.Notice.Exemptions {
			x, known := s.Law.Exemption(e.Provision.Value)
			if !known || !slices.Contains(needSafeguards, x.ID) {
				continue
			}
			if saysNothing(e.Safeguards.Value) && !refused(e.Safeguards) {
				list = append(list, notices.Finding{
					Pos: firstPos(e.Safeguards.Pos, e.Pos), About: e.Item.Value,
					Message: fmt.Sprintf("The exemption under %s does not say what protects the people who are not told.", quote(e.Provision.Value)),
					Fix:     "Say what you do in its place, such as publishing this notice:\n\nsafeguards: …",
				})
			}
		}
		return list
	},
}

// needSafeguards are the exemptions for an effort that is too much. In the EU, and
// in the UK before 5 February 2026, it is point (b) that has it.
var needSafeguards = []string{"13(5)", "14(5)(b)", "14(5)(e)"}
