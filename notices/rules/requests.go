package rules

import (
	"fmt"
	"strconv"
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var (
	// priced matches what asks for money.
	priced = pattern.MustCompile(`(?i)£ ?[0-9]|\b(an?|the|any|our) ([a-z]+ )?(fee|charge)\b|\b(we|to|will|may|can) charge\b`)
	// priceHints stand in all of that.
	priceHints = pattern.VocabularyOf("£", "fee", "charge")
	// rarely matches when the law lets a body ask for money, and what says that it does not.
	rarely = pattern.MustCompile(`(?i)\b(free|no|not|never|nothing|without|excessive|unfounded|unreasonable|repeat(ed|s)?|repetitive|further|extra|additional|more cop(y|ies)|refuse|have to)\b|n['’]t\b`)
)

var requestFee = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "request-fee", Title: "People are asked to pay for their rights", Severity: notices.Warning,
		Provisions: []string{"12(5)", "15(3)"}, Item: "rights", Section: notices.RightsSection,
		Why: "Requests are free. A fee may be asked only for one that is plainly unfounded or excessive, or for further copies. " +
			"Notices that still ask for £10 are from before May 2018.",
		Bad:  "rights:\n  how: Write to our data protection officer, with a cheque for the fee of £10.\n",
		Good: "rights:\n  how: Write to our data protection officer. It is free. A fee is for further copies only.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		return s.eachOnRequests(func(text string) string {
			if priceHints.Holds(text) && priced.MatchString(text) && !rarely.MatchString(text) {
				return "The notice asks people to pay for using their rights: " + quote(text) + "."
			}
			return ""
		}, "Take the fee out. If it is for excessive requests or further copies only, say so.")
	},
}

// eachOnRequests makes a finding for each sentence of the rights part that
// something is wrong with.
func (s *Subject) eachOnRequests(wrong func(string) string, fix string) []notices.Finding {
	r := s.Notice.Rights
	if r == nil {
		return nil
	}
	texts := []notices.Text{r.How, r.Identity, r.TimeLimit}
	for _, st := range r.Statements {
		texts = append(texts, st.Reason)
	}
	var list []notices.Finding
	for _, t := range texts {
		if t.Lang != "" && t.Lang != english {
			continue
		}
		for _, sentence := range sentencesIn(t.Value) {
			if message := wrong(strings.TrimRight(sentence, ". ")); message != "" {
				list = append(list, notices.Finding{Pos: t.Pos, Message: message, Fix: fix})
			}
		}
	}
	return list
}

var (
	duration = pattern.MustCompile(`(?i)\b([0-9]+|two|three|four|five|six|eight|ten|twelve|thirty|forty|sixty) ((calendar|working) )?(day|week|month)s?\b`)
	// extended matches what speaks of the time that the law adds for hard requests.
	extended = pattern.MustCompile(`(?i)\b(exten(d|ds|ded|sion)|complex|complicated|difficult|many|several requests|further|longer|more time|another|additional|up to three|most)\b`)
)

var numbers = map[string]int{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12, "thirty": 30, "forty": 40, "sixty": 60,
}

// longestIn gives the longest time that a text names, in days. A month counts as
// 30, and five working days as seven.
func longestIn(text string) int {
	longest := 0
	for _, m := range duration.FindAllStringSubmatch(strings.ToLower(text), -1) {
		n, isWord := numbers[m[1]]
		if !isWord {
			n, _ = strconv.Atoi(m[1])
		}
		switch {
		case m[4] == "month":
			n *= 30
		case m[4] == "week":
			n *= 7
		case m[3] == "working":
			n = n * 7 / 5
		}
		longest = max(longest, n)
	}
	return longest
}

// aMonth is the longest month in days: Article 12(3), and in the UK 12A.
const aMonth = 31

var requestTimeLong = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "request-time-long", Title: "People are told to wait longer than the law allows", Severity: notices.Warning,
		Provisions: []string{"12(3)", "12A"}, Item: "rights", Section: notices.RightsSection,
		Why: "A request has to be answered within one month. Two more are allowed for hard ones, and then people are told why within the first. " +
			"“40 days” is from the Act of 1998.",
		Bad:  "rights:\n  how: Write to our data protection officer.\n  time_limit: We answer within 40 days.\n",
		Good: "rights:\n  how: Write to our data protection officer.\n  time_limit: We answer within one month. If your request is complex, it can take two more months.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		r := s.Notice.Rights
		if r == nil || r.TimeLimit.Lang != "" && r.TimeLimit.Lang != english {
			return nil
		}
		for _, sentence := range sentencesIn(r.TimeLimit.Value) {
			if longestIn(sentence) > aMonth && !extended.MatchString(sentence) {
				return finding(notices.Finding{
					Pos:     r.TimeLimit.Pos,
					Message: "The notice promises an answer later than the law allows: " + quote(strings.TrimRight(sentence, ". ")) + ". Requests are answered within one month.",
					Fix:     "Give the time that the law sets:\n\ntime_limit: …",
				})
			}
		}
		return nil
	},
}

// acknowledges matches the promise to confirm that a complaint has come, and not
// what becomes of it.
var acknowledges = pattern.MustCompile(`(?i)\backnowledg\w*\b|\b(confirm|tell you|let you know)( to you)?( that)? (we have|we've|we’ve) (it\b|got\b|(now )?received\b|(your|the) complaints?\b)|` +
	`\bconfirm (receipt\b|(your|the|a|all|every) complaints?\b|(that )?(your|the) complaint (has (come|arrived|been received)|is with us|came)\b|complaints\b|it\b)`)

const daysToAcknowledge = 30

var complaintAcknowledgedLate = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "complaint-acknowledged-late", Title: "A complaint is confirmed too late", Severity: notices.Warning,
		Provisions: []string{"DPA 2018 s.164A(3)"}, Item: "complaint-to-controller", Section: notices.ComplaintsSection,
		Why:  "Since 19 June 2026 a controller in the UK has 30 days to confirm that it has a complaint about personal data.",
		Bad:  "complaints:\n  to_controller:\n    how: Write to us. We acknowledge complaints within 6 weeks.\n    contact: complaints\n  to_regulator:\n    regulator: information-commissioner\n",
		Good: "complaints:\n  to_controller:\n    how: Write to us. We acknowledge complaints within 2 weeks.\n    contact: complaints\n  to_regulator:\n    regulator: information-commissioner\n",
	},
	Check: func(s *Subject) []notices.Finding {
		c := s.Notice.Complaints
		if _, inForce := s.Law.Provision("DPA 2018 s.164A(3)"); !inForce || c == nil || c.ToController == nil {
			return nil
		}
		var list []notices.Finding
		for _, t := range append([]notices.Text{c.ToController.How}, c.ToController.Stages...) {
			for _, sentence := range sentencesIn(t.Value) {
				if acknowledges.MatchString(sentence) && longestIn(sentence) > daysToAcknowledge {
					list = append(list, notices.Finding{
						Pos:     t.Pos,
						Message: fmt.Sprintf("Complaints are to be confirmed later than the law allows: %s. It allows %d days.", quote(strings.TrimRight(sentence, ". ")), daysToAcknowledge),
						Fix:     "Promise to confirm a complaint in time, and see to it that it happens.",
					})
				}
			}
		}
		return list
	},
}
