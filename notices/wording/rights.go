package wording

import (
	"time"

	"notices.example/notices/pattern"
)

const (
	useOf  = `(?:using|accessing|visiting|browsing|entering|continuing(?: to use)?|having|creating|opening|logging in|signing in|providing|giving us|submitting|contacting|registering)`
	agrees = `(?:agree|agrees|consent|consents|accept|accepts|are agreeing|are consenting|are accepting|give consent|gives consent|have agreed|have consented)`
	theUse = `(?:site|website|websites|platform|service|services|app|portal|account|pages|system)`
)

var byUse = []phrase{
	words(`by ` + useOf + `\b[^.;]{0,80}?\b(?:you|users|people|visitors|they)(?: \pL+)? ` + agrees + `\b`).with("by "),
	words(`(?:whoever|anyone who|everyone who|if you|people who|users who|those who) (?:uses?|access(?:es)?|visits?|creates?|opens?|continues?|has|have|holds?|logs? in)\b[^.;]{0,60}?\b(?:you )?` + agrees + `\b`).with("whoever|who |if you"),
	words(`(?:continued )?use of (?:this|the|our) (?:\pL+ )?` + theUse + ` (?:means|implies|signifies|constitutes|indicates|is taken|shows|amounts)\b`),
	words(`(?:implied|implicit|deemed) consent`, `(?:deemed|taken|assumed) to (?:have )?(?:agreed?|consent(?:ed)?|accept(?:ed)?)`).with("consent|deemed to|taken to|assumed to"),
}

// consent reports agreement that is taken from use. Consent is a clear act of its
// own: Article 4(11), recital 32.
func (r *reader) consent() {
	seen := map[int]bool{}
	for _, form := range byUse {
		r.find(form, func(start, stop int, sentence string) {
			s := r.sentence(start)
			if seen[s.start] || denied.MatchString(sentence) {
				return
			}
			seen[s.start] = true
			r.hit(ConsentByUse, start, stop, r.quoted(start, stop)+" takes use for agreement. Nobody consents to a use of data by using something.",
				"If you need consent, ask for it by itself, with a box that is empty at first. If you do not, name the lawful basis that you rely on, and take this sentence out.")
		})
	}
}

// complaintFirst is the first day of the right to complain to the controller:
// DPA 2018 s.164A.
var complaintFirst = time.Date(2026, time.June, 19, 0, 0, 0, 0, time.UTC)

var (
	asWish = words(`we (?:would|'d|’d|should)? ?(?:much )?(?:prefer|like|ask|appreciate|encourage|hope|request|rather)\b[^.]{0,60}\b(?:complain|complaints?|concerns?|contact us|come to us|raise|speak to us|tell us|approach us|bring)\b[^.]{0,60}\b(?:first|before|initially|in the first instance)\b`).with("first|before|initially")

	objecting   = words(`(?:can|may|could|have the right to|right to|wish to|want to|choose to|be able to) object\b`)
	byConsent   = pattern.MustCompile(`\bconsent\b`)
	otherReason = pattern.MustCompile(`\bwithdraw|\btake (?:it |this |your consent )?back\b|\blegitimate|\bpublic task|\bmarketing|\bwithout (?:your )?consent`)

	refusal = words(`(?:will|shall|can|do|must)(?: not|n't|n’t| never|not) (?:disclose|release|provide|share|give(?: you)?|supply|reveal|include)\b[^.;]{0,30}?\bany(?:thing|\s(?:personal )?(?:information|data|details|records?))\b[^.;]{0,40}?\b(?:relat|about|concern|identif|refer)\w*[^.;]{0,30}?\b(?:third part(?:y|ies)|another|other|others|someone|somebody|anyone)\b`).with("relat|about|concern|identif|refer")

	owned = words(`(?:information|data|details)(?: about you)? (?:always |still )?belongs? to you\b`, `you (?:are the owner of|own) (?:your|the) (?:own )?(?:personal )?(?:information|data|details)`).with("belong|the owner of|you own")
)

// rights reports what is said of people's rights and does not hold.
func (r *reader) rights() {
	r.find(asWish, func(start, stop int, _ string) {
		if r.document.Jurisdiction == "uk" && !r.document.Day.Before(complaintFirst) {
			r.hit(ComplaintAsWish, start, stop, "This makes a wish of yours out of a right: "+r.quoted(start, stop)+".",
				"Say that people have the right to complain to you, and how. Say beside it that they can go to the regulator as well.")
		}
	})
	r.find(objecting, func(start, stop int, sentence string) {
		if byConsent.MatchString(sentence) && !otherReason.MatchString(sentence) {
			r.hit(ObjectionAsConsent, start, stop, "Where data is used by consent, people do not object: they withdraw their consent.",
				"Say how consent is withdrawn, and keep the right to object for what rests on a public task or legitimate interests.")
		}
	})
	r.find(refusal, func(start, stop int, _ string) {
		r.hit(RefusalAbsolute, start, stop, r.quoted(start, stop)+" refuses more than the law lets you refuse.",
			"Say that you weigh, each time, whether it is reasonable to give what is also about somebody else, and give the rest.")
	})
	r.find(owned, func(start, stop int, _ string) {
		r.hit(Ownership, start, stop, r.quoted(start, stop)+" says more than the law does: nobody owns data, and people have rights over it.",
			"Take it out, or say what people can do: see their data, have it put right, object.")
	})
}

var (
	competent = words(`competent authorit(?:y|ies)\b`)
	asPart3   = pattern.MustCompile(`\bschedule 7\b|\bpart 3\b|\blaw enforcement\b`)
)

// competence reports a council that calls itself a competent authority, under the
// law on law enforcement: DPA 2018 Part 3.
func (r *reader) competence() {
	if r.document.Jurisdiction != "uk" {
		return
	}
	r.find(competent, func(start, stop int, sentence string) {
		if asPart3.MatchString(sentence) && !denied.MatchString(sentence) {
			r.hit(CompetentAuthority, start, stop, "Schedule 7 to the Data Protection Act 2018 names no council as a competent authority.",
				"Say which law gives you a function of law enforcement: you are one only as far as that reaches (section 30(1)(b)). If there is none, take the sentence out.")
		}
	})
}
