package rules

import (
	"fmt"
	"slices"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// plainlySpecial matches labels of what Article 9(1) names.
var plainlySpecial = pattern.MustCompile(`(?i)\b(ethnic(ity| origin| group| background)|racial (or ethnic )?origin|religio(n|us beliefs?)|faith|philosophical beliefs?|` +
	`sexual orientation|sex life|trade union member(ship)?|political (opinions?|views|beliefs)|biometrics?|fingerprints?|genetic|dna|` +
	`disabilit(y|ies)|disabled|medical (condition|history|record|need|information|diagnos)[a-z]*|mental health|(physical|your|state of) health|health (condition|record|need|problem)s?|diagnos[ie]s)\b`)

// notAboutThem matches the parts of labels that name such a word, but tell nothing
// of the kind about the person.
var notAboutThem = pattern.MustCompile(`(?i)\bhealth and safety\b|\bbiometric (residence|identity|card|permit|passport)[a-z]*|` +
	`\b(faith|religious|health|medical|mental health|disability) (school|service|visitor|centre|body|bodies|organisation|charity|charities|group|team|officer)s?\b|` +
	`\b(state of )?health insurance\b|\b(public|environmental) health\b|\bin good faith\b|` +
	`\b(animal|herd|flock|cattle|livestock|pet|dog|cat|horse|food|device|browser|fault|boiler|vehicle|machine)s?\b(['’]s?)?( \pL+){0,2} (dna|health|medical|genetic|diagnos|condition|histor|record)[a-z]*( \pL+){0,2}|` +
	`\b(dna|health|medical (history|condition|record)s?|genetic\w*|diagnos[ie]s|fingerprints?) (\pL+ ){0,4}(animals?|herds?|flocks?|cattle|livestock|pets?|dogs?|cats?|horses?|food|devices?|browsers?|boilers?|vehicles?|machines?|faults?)\b|` +
	`\b(device|browser|fault|boiler|vehicle|machine)s? (fingerprint|diagnos)[a-z]*|` +
	`\bdisabled (persons['’]? |people['’]s )?(parking|bays?|toilets?|access|facilit)[a-z]*|` +
	`\b(no|not|without|never|nothing)\b[^,;.]*`)

// sensitiveWords are parts of words that stand in all that plainlySpecial and
// plainlyOffence match.
var sensitiveWords = pattern.VocabularyOf(
	"ethnic", "racial", "religio", "faith", "belief", "sex", "union", "politic", "biometric", "fingerprint", "genetic", "dna", "disab", "medical", "health",
	"diagnos", "criminal", "conviction", "dbs",
)

// aboutThem gives the words of a pattern that the label of an item says of the
// person, or nothing. A harmless phrase acquits only its own words.
func aboutThem(pattern *pattern.Pattern, d notices.DataItem) string {
	if !sensitiveWords.Holds(d.Label.Value) || !pattern.MatchString(d.Label.Value) {
		return ""
	}
	return pattern.FindString(notAboutThem.ReplaceAllString(d.Label.Value, ";"))
}

const beliefItem = nameOf + emailItem + "  - id: belief\n    label: Your religion\n    provision: optional\n    if_not_given: Nothing happens.\n"

const beliefKept = "retention:\n  - data: [name, email, belief]\n    period: 6 years\n    from: the end of your tenancy\n"

const beliefUse = tenancyPurpose + "  - id: sundays\n    purpose: Learn on which days tenants would not like gates to be locked\n    data: [belief]\n    lawful_basis: contract\n"

var specialCategoryUnmarked = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "special-category-unmarked", Title: "This is special category data, and not marked", Severity: notices.Warning,
		Provisions: []string{"9(1)"}, Section: notices.DataSection,
		Why: "Data on health, ethnic origin, belief, sexual orientation, political opinions and the like may be used only under a condition of Article 9. " +
			"Unless the item is marked, nobody asks for that condition.",
		Bad:  beliefItem + beliefKept + beliefUse,
		Good: beliefItem + "    special_category: religious-or-philosophical-beliefs\n" + beliefKept + beliefUse + askedConsent,
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, d := range s.Notice.Data {
			word := unmarkedWord(d)
			if word == "" {
				continue
			}
			list = append(list, notices.Finding{
				Pos: firstPos(d.Label.Pos, d.Pos), About: d.ID.Value,
				Message: fmt.Sprintf("%s speaks of %s, which is special category data, but the item is not marked as such.", itemName(d), quote(word)),
				Fix:     "Mark it with the category it belongs to, and give each purpose that uses it a condition:\n\nspecial_category: …",
			})
		}
		return list
	},
}

// unmarkedWord gives the word that makes an item special category data which is not
// marked as such, or nothing.
func unmarkedWord(d notices.DataItem) string {
	if !unwritten(d.SpecialCategory.Said(), d.SpecialCategory.Pos) {
		return ""
	}
	return aboutThem(plainlySpecial, d)
}

// plainlyOffence matches labels of what Article 10 names.
var plainlyOffence = pattern.MustCompile(`(?i)\b(criminal (convictions?|offences?|records?|history|allegations?)|(un)?spent convictions?|convictions|cautions and convictions|DBS (check|certificate|result)s?)\b`)

const convictions = "data:\n  - id: name\n    label: Your name\n    provision: contractual\n    required_by: the tenancy agreement\n    if_not_given: We cannot rent you a plot.\n" +
	emailItem + "  - id: record\n    label: Your criminal record\n    provision: optional\n    if_not_given: Nothing happens.\n"

const convictionsUse = "retention:\n  - data: [name, email, record]\n    period: 6 years\n    from: the end of your tenancy\n" + tenancyPurpose +
	"  - id: keyholder\n    purpose: Choose who holds the keys to the stores\n    data: [record]\n    lawful_basis: contract\n"

var offenceUnmarked = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "criminal-offence-unmarked", Title: "This is criminal offence data, and not marked", Severity: notices.Warning,
		Provisions: []string{"10"}, Section: notices.DataSection,
		Why: "Data on convictions, offences and allegations of them may be used only under official authority or where a law allows it. " +
			"Unless the item is marked, nobody asks what does.",
		Bad:  convictions + convictionsUse,
		Good: convictions + "    criminal_offence: yes\n" + convictionsUse + "    offence_condition: official-authority\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, d := range s.Notice.Data {
			word := aboutThem(plainlyOffence, d)
			if word == "" || !unwritten(d.CriminalOffence.Said(), d.CriminalOffence.Pos) {
				continue
			}
			list = append(list, notices.Finding{
				Pos: firstPos(d.Label.Pos, d.Pos), About: d.ID.Value,
				Message: fmt.Sprintf("%s speaks of %s, which is criminal offence data, but the item is not marked as such.", itemName(d), quote(word)),
				Fix:     "Mark it, and say for each purpose that uses it what allows that:\n\ncriminal_offence: yes",
			})
		}
		return list
	},
}

// warnsOff matches notes that ask people to leave things out, or say what is done
// with what they write.
var warnsOff = pattern.MustCompile(`(?i)\b(leave|keep|left) (\S+ ){0,5}out\b|\bdo not\b|\bdon['’]t\b|\bavoid\b|\bsensitive\b|\bspecial category\b|\bprivate\b|\bremove\b|\bdelete\b`)

// asksNotTo claims that people are asked not to tell such things.
var asksNotTo = claimed("not", `\b(?:do not|don't|not to|please avoid)\b.*\b(?:enter|give|write|type|include|send|tell|share|put|post)\w*\b.*\b(?:personal|private|sensitive|special category|health)\b`)

// takesOut claims that somebody takes such things out of what people write.
var takesOut = claimed("black|redact|remove|delete| out", `\b(?:black(?:ed)? out|redact(?:ed)?|removed?|deleted?|take out|taken out|strike out)\b.*\b(?:personal|private|sensitive|special category|health|medical)\b`)

const remarks = nameOf + emailItem + "  - id: remarks\n    label: What else you want to tell us\n    free_text: yes\n    provision: optional\n    if_not_given: Nothing happens.\n"

const remarksUse = "purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email, remarks]\n    lawful_basis: contract\n" +
	"retention:\n  - data: [name, email, remarks]\n    period: 6 years\n    from: the end of your tenancy\n"

var freeTextSpecialCategory = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "free-text-special-category", Title: "Free text may hold special category data", Severity: notices.Advice,
		Provisions: []string{"9(1)", "5(1)(c)"}, Section: notices.DataSection,
		Why: "Where people can write anything, some write about their health, their belief or their politics. A comment on a proposal or a vote can show an opinion too. " +
			"Ask people to leave such things out, or name the condition under which you use them.",
		Bad:  remarks + remarksUse,
		Good: remarks + "    note: Please leave out anything about your health.\n" + remarksUse,
	},
	Check: func(s *Subject) []notices.Finding {
		n := s.Notice
		if len(n.NotCollected) > 0 || n.SpecialCategoryData.Reason.Said() {
			return nil
		}
		var list []notices.Finding
		for _, d := range n.Data {
			if !d.FreeText.Yes() || isSpecial(d) || warnsOff.MatchString(d.Note.Value) || s.underCondition(d) || s.onlyEnforces(d) {
				continue
			}
			list = append(list, notices.Finding{
				Pos: firstPos(d.FreeText.Pos, d.Pos), About: d.ID.Value,
				Message: fmt.Sprintf("People can write anything in %s: about their health, their belief or their politics. The notice does not say what happens then.", itemName(d)),
				Fix:     "If you expect such things, give the purpose a condition. If you do not, ask people in a note on the item to leave them out:\n\nnote: …",
			})
		}
		if len(list) > 0 && slices.ContainsFunc(s.sentences(), func(sn sentence) bool { return asksNotTo.in(sn) != nil || takesOut.in(sn) != nil }) {
			return nil
		}
		return list
	},
}

// underCondition reports whether a purpose that uses the item has a condition for
// special category data.
func (s *Subject) underCondition(d notices.DataItem) bool {
	for _, p := range s.Notice.PurposesUsing(d.ID.Value) {
		if written(p.Condition.Pos) {
			return true
		}
	}
	return false
}

// onlyEnforces reports whether the item is used for law enforcement only, where
// Article 9 does not apply.
func (s *Subject) onlyEnforces(d notices.DataItem) bool {
	used := s.Notice.PurposesUsing(d.ID.Value)
	return len(used) > 0 && !slices.ContainsFunc(used, func(p notices.Purpose) bool { return !s.Law.UnderPart3(p) })
}
