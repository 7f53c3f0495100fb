package rules

import (
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var registrationNumberDiffers = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "registration-number-differs", Title: "The text gives another registration number", Severity: notices.Warning,
		Provisions: []string{"5(1)(d)", "13(1)(a)", "14(1)(a)"}, Item: "controller", Section: notices.ControllerSection,
		Why: "The number of the controller stands in its file, and the page shows it. A text that gives another one leaves people unsure which entry of the register is meant. " +
			"Often the text was taken over from an older notice or from another council.",
		Bad:  visitsText("Our number in the register is Z7654321.") + numbered,
		Good: visitsText("Our number in the register is Z1234567.") + numbered,
	},
	Check: func(s *Subject) []notices.Finding {
		number := s.registration()
		if !number.Said() {
			return nil
		}
		var list []notices.Finding
		for _, sn := range s.sentences() {
			if strings.IndexByte(sn.Lower, 'z') < 0 { // with which every number begins
				continue
			}
			for _, at := range registrationNumber.FindAllStringIndex(sn.Lower, -1) {
				if s.isRegistered(sn.words(at)) {
					continue
				}
				list = append(list, notices.Finding{
					Pos:     sn.at(at),
					Message: "The text gives the registration number " + sn.words(at) + ", which is not that of the controller.",
					Fix:     "Look it up in the regulator's register, and take it out of the text: the page shows the number from the controller's file.",
					Related: []notices.Related{{Pos: number.Pos, Message: "the number in its file"}},
				})
			}
		}
		return list
	},
}

const numbered = "-- content/organisations/anytown-council.yaml --\nregistration:\n  number: Z1234567\n"

var registrationNumber = pattern.MustCompile(`\bz[a-z0-9]\d{6}\b`)

// registration gives the number of the first controller that has one.
func (s *Subject) registration() notices.Text {
	for _, o := range s.Notice.Controllers {
		if o.Registration.Number.Said() {
			return o.Registration.Number
		}
	}
	return notices.Text{}
}

// isRegistered reports whether a body of the site has the number: a text may name
// that of another body, too.
func (s *Subject) isRegistered(number string) bool {
	for _, o := range s.around.organisations() {
		if plainNumber(o.Registration.Number) == strings.ToUpper(number) {
			return true
		}
	}
	return false
}

var dpoContactDiffers = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "dpo-contact-differs", Title: "The text gives another way to the data protection officer", Severity: notices.Warning,
		Provisions: []string{"5(1)(d)", "13(1)(b)", "14(1)(b)"}, Item: "dpo", Section: notices.ControllerSection,
		Why: "The address of the officer stands in the controller's file, and every page shows it. A text with another one sends people to two places, " +
			"and when the officer's address changes one of the two is forgotten.",
		Bad:  visitsText("Write to our data protection officer at privacy@anytown.example."),
		Good: visitsText("Write to our data protection officer at dpo@anytown.example."),
	},
	Check: func(s *Subject) []notices.Finding {
		known, place := s.waysToOfficer()
		if place.IsZero() {
			return nil
		}
		var list []notices.Finding
		for _, sn := range s.sentences() {
			written := sn.Written[sn.Start : sn.Start+len(sn.Lower)]
			if sn.Text == sn.passage.Written && !sn.hints.HasOne(officerWords) || !officerHints.Holds(written) {
				continue
			}
			written = lowered(written)
			for _, at := range toOfficer(written) {
				if slices.Contains(known, wayTo(written[at[0]:at[1]])) {
					continue
				}
				list = append(list, notices.Finding{
					Pos:     sn.at(at),
					Message: "The text gives " + strings.TrimSpace(written[at[0]:at[1]]) + " for the data protection officer, which is not in the controller's file.",
					Fix:     "Take it out of the text, where the page shows it anyway, or correct the controller's file.",
					Related: []notices.Related{{Pos: place, Message: "the officer in its file"}},
				})
			}
		}
		return list
	},
}

var (
	officer = pattern.MustCompile(`\b(?:data protection officer|dpo)\b`)
	// officerHints stand in all that officer matches.
	officerHints = pattern.VocabularyOf("officer", "dpo")
	officerWords = hints.Add("officer", "dpo")

	wayIn   = pattern.MustCompile(`[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+|\b0\d{2,4} ?\d{3} ?\d{3,4}\b`)
	another = pattern.MustCompile(`\b(?:or|team|service|centre|council|commissioner|regulator)\b`)
)

// toOfficer gives the email addresses and phone numbers that stand shortly behind
// the word for the officer, with nobody else between.
func toOfficer(text string) [][]int {
	const near = 60
	called := officer.FindStringIndex(text)
	if called == nil {
		return nil
	}
	return slices.DeleteFunc(wayIn.FindAllStringIndex(text, -1), func(at []int) bool {
		return at[0] < called[1] || at[0]-called[1] > near || another.MatchString(text[called[1]:at[0]])
	})
}

// wayTo is an email address or a phone number as they are compared.
func wayTo(text string) string { return strings.ReplaceAll(lowered(text), " ", "") }

// waysToOfficer gives the email addresses and phone numbers of the officers of
// the controllers, and of the regulator, which the same sentence may give; and
// the place of the first officer. There is none when a way was left open.
func (s *Subject) waysToOfficer() ([]string, notices.Pos) {
	var known []string
	var place notices.Pos
	for _, o := range s.Notice.Controllers {
		c, ok := s.contact(o, "data-protection-officer")
		if !ok || !c.Email.Said() {
			return nil, notices.Pos{}
		}
		for _, contact := range o.Contacts {
			known = append(known, wayTo(contact.Email.Value), wayTo(contact.Phone.Value), wayTo(contact.Textphone.Value))
		}
		known = append(known, wayTo(c.Email.Value), wayTo(c.Phone.Value))
		place = firstPos(place, c.Email.Pos)
	}
	for _, r := range s.Law.Regulators {
		known = append(known, wayTo(r.Phone))
	}
	return known, place
}
