package rules

import (
	"notices.example/notices"
	"notices.example/notices/pattern"
)

var anonymousContradicted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "anonymous-contradicted", Title: "Called anonymous, but names are asked for", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "4(1)"}, Section: notices.DataSection,
		Why: "Answers are anonymous only when nobody can tell whose they are. A survey that asks for a name or an address is not, " +
			"even if the names are taken out later, and people answer differently when they think that it is.",
		Bad:  "summary: How we use what you tell us. Our surveys are anonymous.\n",
		Good: "summary: How we use what you tell us. We take the names out before anyone studies the answers.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		d, identifies := s.firstItem(func(d notices.DataItem) bool { return !d.When.Said() && identifying.MatchString(d.Label.Value) })
		if !identifies {
			return nil
		}
		var list []notices.Finding
		for _, sn := range s.sentences() {
			at := anyOf(anonymity, sn)
			if at == nil || sn.negated() || loosely.MatchString(sn.Lower) {
				continue
			}
			list = append(list, notices.Finding{
				Pos: sn.at(at), About: sn.About,
				Message: "The text says " + quote(sn.words(at)) + ", but the notice lists " + itemName(d) + ".",
				Fix:     "Say what is really done: that you do not ask for names, or that you take them out before the answers are studied.",
				Related: []notices.Related{{Pos: d.Label.Pos, Message: "it tells who somebody is"}},
			})
		}
		return list
	},
}

const answering = `(?:consultations?|surveys?|questionnaires?|answers?|responses?|replies|submissions?|polls?|feedback)`

var anonymity = []claim{
	claimed("anonymous", `\b`+answering+`(?: [a-z]+){0,2} (?:is|are|stays?|remains?|will (?:be|stay|remain))(?: always| all| completely| fully| entirely| strictly| kept)* anonymous\b`),
	claimed("anonymous", `\byour (?:application|comments?|data|information|details) (?:is|are|stays?|remains?)(?: always| all| completely| fully| entirely| strictly| kept)* anonymous(?:[.,;!]|\s*$)`),
	claimed("anonymous", `\byou(?: will)? (?:are|stay|remain)(?: always| completely| fully)* anonymous\b`),
	claimed("anonymous", `\bwe (?:only )?(?:run|hold|use) anonymous `+answering),
}

// loosely matches words by which a sentence is true of a part of the cases.
var loosely = pattern.MustCompile(`\b(?:most|mostly|mainly|some|sometimes|usually|often|generally|in general|normally|as a rule|may|might|can|could|some of|reports?|results|statistics|published|publish)\b`)

// identifying matches labels of data that tells who somebody is.
var identifying = pattern.MustCompile(`(?i)\b(?:(?:your|full|first|last) names?|names? and address|postal address|home address|e-?mail address|(?:tele)?phone number|national insurance number|nhs number|photographs?)\b|^(?:names?|address|e-?mail)\b`)

// firstItem gives the first data item with the property.
func (s *Subject) firstItem(has func(notices.DataItem) bool) (notices.DataItem, bool) {
	for _, d := range s.Notice.Data {
		if has(d) {
			return d, true
		}
	}
	return notices.DataItem{}, false
}

var identifiesNobody = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "identifies-nobody", Title: "Said to identify nobody, but there are online identifiers", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "4(1)"}, Section: notices.DataSection,
		Why: "An IP address is an online identifier, and so is the number of a device: with what others know it can lead to a person, so it is personal data (recital 30). " +
			"A text that says that nobody is identified takes back what the list of data says.",
		Bad:  logs + visitsText("We count visits in a way that does not identify anyone."),
		Good: logs + visitsText("We do not try to find out who is behind a visit."),
	},
	Check: func(s *Subject) []notices.Finding {
		d, listed := s.firstItem(func(d notices.DataItem) bool { return onlineIdentifier.MatchString(d.Label.Value) })
		if !listed {
			return nil
		}
		var list []notices.Finding
		for _, sn := range s.sentences() {
			at := anyOf(identifyingNobody, sn)
			if at == nil || sn.conditional() || published.MatchString(sn.Lower) || s.isAboutOther(sn, d) {
				continue
			}
			list = append(list, notices.Finding{
				Pos: sn.at(at[:2]), About: d.ID.Value,
				Message: "The text says " + quote(sn.words(at[:2])) + ", but " + itemName(d) + " is data about a person.",
				Fix:     "Say what you do not do: that you do not try to find out who is behind a visit, or that you shorten the address first.",
				Related: []notices.Related{{Pos: d.Label.Pos, Message: "an online identifier"}},
			})
		}
		return list
	},
}

const logs = "data:\n  - id: name\n    label: Your IP address\n    origin: observed\n    channels: [website]\n  - id: email\n    label: Your email address\n    provision: optional\n    if_not_given: We write to you by post.\n"

func visitsText(words string) string { return "body: |\n  " + words + "\n" }

const whoever = `(?:you|anyone|anybody|any (?:individual|person|one|visitor|user)s?|individuals|people|users|visitors)\b`

const personal = `(?:(?:any |your )?personal(?:ly identifiable)? (?:data|information|details)|anything personal)`

const storing = `(?:store|collect|capture|record|hold|gather|keep|log)`

var identifyingNobody = []claim{
	claimed("identif", `\b(?:does not|doesn't|do not|don't|will not|won't|cannot|can't|never)(?: personally| directly)* identif(?:y|ies) `+whoever),
	claimed("identif", `\bidentif(?:y|ies) (?:no one|nobody|no individuals?)\b`),
	claimed("identif", `\b(?:cannot|can't|can not|will not|is not|are not|never)(?: be)? used to(?: personally)? identify `+whoever),
	claimed("personal", `\b(?:website|site|cookies?|analytics|logs?|server)\b.{0,30}? (?:does not|doesn't|do not|don't|never) `+storing+`(?:(?:,| or| and)+ `+storing+`)* `+personal+`\b`),
}

// published matches sentences on what is made of data for others to read.
var published = pattern.MustCompile(`\b(?:reports?|results|publish|published|publication|maps?)\b`)

// onlineIdentifier matches labels of data that identifies a device or a line.
var onlineIdentifier = pattern.MustCompile(`(?i)\b(?:ip address(?:es)?|internet protocol address(?:es)?|mac address(?:es)?|device (?:ids?|identifiers?|numbers?)|advertising ids?|online identifiers?)\b`)

// isAboutOther reports whether a sentence is part of another data item, so that
// it says nothing of this one.
func (s *Subject) isAboutOther(sn sentence, d notices.DataItem) bool {
	_, is := s.Notice.DataItem(sn.About)
	return sn.About != "" && sn.About != d.ID.Value && is
}
