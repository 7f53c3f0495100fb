package rules

import (
	"fmt"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var (
	// offersOut matches an offer to get no more messages.
	offersOut = pattern.MustCompile(`(?i)\b(can|may|could|are free to|are able to) ([a-z]+ )?(opt[- ]?out|say no|say yes or no|decline)\b`)
	// ofMessages matches texts on messages. A question can be declined too, and an
	// offer to opt out is always one of messages or the like.
	ofMessages = pattern.MustCompile(`(?i)\b(opt[- ]?out|e-?mails?|texts?|sms|messages?|newsletters?|news|marketing|offers|alerts|calls?|ring|invite|letters|survey)\b`)
	// wayOut matches a way of taking such an offer up.
	wayOut = pattern.MustCompile(`(?i)\b(links?|unsubscribe|reply|text (us|stop|back)|send stop|settings|profile|preferences|notifications|tell (us|our|the)|let us know|` +
		`write to|email (us|our|the)|ring|phone (us|our)|call (us|our)|contact|ask (us|our)|forms?|tick)\b`)
	// speaksOfOut matches texts that are about getting no more messages.
	speaksOfOut = pattern.MustCompile(`(?i)\b(unsubscribe|opt(ed|ing|s)?[- ]?out|stop(s|ped|ping)?|no more|no longer|say(s|ing)? no|take you off)\b`)
)

const springFair = tenancyPurpose + "  - id: fair\n    purpose: Invite you to our spring fair\n    data: [email]\n    lawful_basis: consent\n" +
	"    activities: [direct-marketing]\n"

var optOutMethodMissing = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "opt-out-method-missing", Title: "Not said how to stop messages", Severity: notices.Warning,
		Provisions: []string{"21(2)", "21(3)", "12(2)", "PECR reg.22"}, Item: "rights", Section: notices.RightsSection,
		Why: "People can stop direct marketing at any time, and the body must make that easy. “You can opt out” does not tell them how: " +
			"a link, a reply, a number to ring.",
		Bad:  springFair + "    withdrawal: You can opt out whenever you like.\n",
		Good: springFair + "    withdrawal: You can opt out with the link in each email.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, p := range s.Notice.Purposes {
			if !s.offersOut(p) && !p.Does("direct-marketing") || wayOut.MatchString(strings.Join(s.wordsOn(p), "\n")) || s.tellsWayOut("") {
				continue
			}
			list = append(list, notices.Finding{
				Pos: firstPos(p.Withdrawal.Pos, p.Note.Pos, p.Purpose.Pos, p.Pos), About: p.ID.Value,
				Message: "The notice does not say how people can stop the messages of the purpose " + purposeName(p) + ".",
				Fix:     "Say how, such as by a link in each message:\n\nnote: …",
			})
		}
		return append(list, s.offersWithoutWay()...)
	},
}

// offersOut reports whether a notice offers in the fields of a purpose to stop its
// messages.
func (s *Subject) offersOut(p notices.Purpose) bool {
	words := s.wordsOn(p)
	return slices.ContainsFunc(words, offerHints.Holds) && offersOut.MatchString(strings.Join(words, "\n"))
}

// wordsOn is all that a notice says of a purpose and its data in their own fields.
func (s *Subject) wordsOn(p notices.Purpose) []string {
	words := []string{p.Purpose.Value, p.Note.Value, p.Withdrawal.Value}
	for _, ref := range p.Data {
		if d, ok := s.Notice.DataItem(ref.Value); ok {
			words = append(words, d.When.Value, d.Note.Value)
		}
	}
	if r := s.Notice.Rights; r != nil && (p.LawfulBasis.Is("consent") || p.Does("direct-marketing")) {
		words = append(words, r.WithdrawConsent.Value)
	}
	return words
}

// tellsWayOut reports whether some paragraph of the section, or of the whole text
// when none is named, tells how to get no more messages.
func (s *Subject) tellsWayOut(section string) bool {
	return slices.ContainsFunc(s.passages(), func(p passage) bool {
		return p.Key == bodyKey && (section == "" || p.Section == section) && speaksOfOut.MatchString(p.Text) && wayOut.MatchString(p.Text)
	})
}

// offerHints are parts of words that stand in every offer, so that most texts are
// passed over quickly. There is no s in them, which has a second small letter.
var (
	offerHints = pattern.VocabularyOf("opt", "ay no", "ay ye", "decline")
	offerWords = hints.Add("opt", "ay no", "ay ye", "decline")
)

// offersWithoutWay gives the places of the Markdown that offer to stop messages,
// in a section that nowhere says how.
func (s *Subject) offersWithoutWay() []notices.Finding {
	if !slices.ContainsFunc(s.sentences(), func(sn sentence) bool { return sn.hints.HasOne(offerWords) }) {
		return nil // as mostly: every paragraph is in sentences
	}
	var list []notices.Finding
	for _, p := range s.passages() {
		if p.Key != bodyKey || !offerHints.Holds(p.Text) {
			continue
		}
		at := offersOut.FindStringIndex(p.Text)
		if at == nil || p.Heading || !ofMessages.MatchString(p.Text) || wayOut.MatchString(p.Text) || p.Section != "" && s.tellsWayOut(p.Section) || s.linked(p.Text[at[0]:at[1]]) {
			continue
		}
		list = append(list, notices.Finding{
			Pos:     p.place(at[0], at[1]),
			Message: "The text says that people can say no, but not how.",
			Fix:     "Say how, such as by a link in each message or a reply to it.",
		})
	}
	return list
}

// linked reports whether words of an offer are a link, which then is the way.
func (s *Subject) linked(words string) bool {
	return s.links(func(text, _ string) bool {
		return text != "" && (strings.Contains(text, words) || strings.Contains(words, text))
	})
}

// sends matches what a recipient does that sends messages for another.
var sends = pattern.MustCompile(`(?i)(mail|messag|\btexts?\b|\bsms\b|alert|newsletter|\bnews\b|subscri|communicat|notif)`)

// byMessage are the channels by which messages are sent to many people.
var byMessage = []string{"email-alerts", "sms"}

// oneself matches a note that the body sends messages itself.
var oneself = pattern.MustCompile(`(?i)\b(ourselves|our own|we send (them|it|these)|no (other )?company)\b`)

const alertData = nameOf + emailItem + "    channels: [email-alerts]\n" + tenancyPurpose

var processorUndisclosed = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "processor-undisclosed", Title: "Who sends these messages?", Severity: notices.Advice,
		Provisions: []string{"4(9)", "13(1)(e)", "14(1)(e)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why: "Few public bodies send email alerts and text messages from computers of their own. A company that sends them gets the addresses, " +
			"and so is a recipient. It is the one most often forgotten.",
		Bad:  alertData + "recipients: none\n",
		Good: alertData + "recipients:\n  - name: The company that sends our emails\n    role: processor\n    purpose: Sends our email alerts\n",
	},
	Check: func(s *Subject) []notices.Finding {
		n := s.Notice
		if !n.Recipients.Said() || n.Recipients.Reason.Said() {
			return nil
		}
		var unsent []notices.Purpose
		var names []string
		for _, p := range n.Purposes {
			sent := slices.ContainsFunc(n.Recipients.Items, func(r notices.Recipient) bool { return s.maySend(r, p) })
			if s.happensAt(p, byMessage...) && !sent && !oneself.MatchString(p.Note.Value) {
				unsent, names = append(unsent, p), append(names, purposeName(p))
			}
		}
		if len(unsent) == 0 {
			return nil
		}
		return finding(notices.Finding{
			Pos: firstPos(unsent[0].Purpose.Pos, unsent[0].Pos), About: unsent[0].ID.Value,
			Message: fmt.Sprintf("Emails or text messages are sent for %s, and no recipient is named who sends them. Is that so?", some(names)),
			Fix: "If a company sends them, add it to the recipients. If you send them yourselves, say so in a note of the purpose:\n\n" +
				"recipients:\n  - name: …\n    role: processor\n    purpose: …",
		})
	},
}

// maySend reports whether a recipient may be the one that sends the messages of a
// purpose.
func (s *Subject) maySend(r notices.Recipient, p notices.Purpose) bool {
	if sharesRef(r.Data, s.itemsAt(p, byMessage...)) || notices.Refers(r.Purposes, p.ID.Value) || sends.MatchString(r.Name.Value+" "+r.Purpose.Value) {
		return true
	}
	return r.Organisation.Said() && len(r.Data) == 0 && len(r.Purposes) == 0 && !r.Role.Is("controller", "public-authority", "public")
}
