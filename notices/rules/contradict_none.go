package rules

import (
	"notices.example/notices"
	"notices.example/notices/pattern"
)

var noneContradictedInText = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "none-contradicted-in-text", Title: "“None” is said, and the text tells otherwise", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "12(1)"},
		Why: "The notice says “none”, and the text below tells of the very thing that is denied. Readers cannot know which of the two is true, " +
			"and what the law asks to be told about it is missing.",
		Bad:  visitsText("Our provider stores your data outside the UK."),
		Good: visitsText("Our provider stores your data in the UK."),
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		for _, d := range affirmations {
			none := d.denied(s)
			if none.IsZero() {
				continue
			}
			for _, sn := range s.sentences() {
				at := anyOf(d.claims, sn)
				if at == nil || negation.MatchString(sn.Lower) || asked.MatchString(sn.Lower) || withinBody.MatchString(sn.Lower) {
					continue
				}
				list = append(list, notices.Finding{
					Pos: sn.at(at[:2]), About: sn.About,
					Message: "The notice says that there " + d.what + ", but the text says " + quote(sn.words(at[:2])) + ".",
					Fix:     "Correct the text, or describe it in place of “none”.",
					Related: []notices.Related{{Pos: none, Message: "denied here"}},
				})
			}
		}
		return list
	},
}

// asked matches sentences that explain what something is, or what would have to
// happen first, and do not say that it is done.
var asked = pattern.MustCompile(`\b(?:if|unless|would|means|is when|for example|such as|you (?:can|may|have))\b`)

// withinBody matches what goes to people of the same body, who are no recipients.
var withinBody = pattern.MustCompile(`\b(?:shares?|pass(?:es)?|disclose) [a-z ]{1,40}?(?:with|to) (?:the |our |other |its |another )?(?:[a-z-]+ ){0,3}(?:teams?|staff|officers?|departments?|colleagues|services?|managers?)\b`)

// affirmation is something that a notice can deny, and texts tell of.
type affirmation struct {
	what   string
	claims []claim
	denied func(*Subject) notices.Pos // the zero place when it does not
}

var affirmations = []affirmation{
	{"are no transfers to other countries", []claim{
		claimed("outside|overseas|abroad|in the u", `\b(?:is|are|be|we|they|which|that|company|firm|provider|supplier|contractor|processor|partner|host|platform|system|software|app|it) (?:also |may |will |can |sometimes )*(?:transfer(?:red|s)?|sent|sends?|store[ds]?|kept|keeps?|held|holds?|hosted|hosts?)\b.{0,50}?\b(?:outside(?: of)? the (?:uk|united kingdom)|overseas|abroad|in the (?:us|usa|united states))\b`),
	}, func(s *Subject) notices.Pos { return placeOfNone(s.Notice.Transfers) }},
	{"are no automated decisions", []claim{
		claimed("decision", `\bdecisions?(?: about you| on [a-z ]{1,30})? (?:is|are|will be) (?:made|taken)(?: solely| entirely| only| purely)? (?:by (?:a |the )?(?:computers?|machines?|software|algorithms?|automated means)|automatically)\b`),
		claimed("decide", `\b(?:a |the |our )?(?:computer|software|algorithm) decides\b`),
	}, func(s *Subject) notices.Pos { return placeOfNone(s.Notice.AutomatedDecisions) }},
	{"is no profiling", []claim{
		claimed("profile", `\bwe (?:also |may |will |can )*(?:build(?: up)?|create|make|draw up|keep) (?:a |up a )?(?:single )?profiles? (?:of|about|on) (?:you|each|every|people|residents|customers)\b`),
		claimed("profile", `\bwe (?:also |may |will |can )*profile (?:you|people|residents|customers)\b`),
	}, func(s *Subject) notices.Pos { return placeOfNone(s.Notice.Profiling) }},
	{"are no recipients", []claim{
		claimed("share|pass|disclose", `\bwe (?:also |may |will |can |sometimes |do )*(?:share|pass(?: on)?|disclose) (?:it|them|this|these|(?:some of )?your (?:personal )?(?:data|information|details|name|answers)) (?:with|to|on to) (?:the |our |other |its )?[a-z]+`),
	}, func(s *Subject) notices.Pos { return placeOfNone(s.Notice.Recipients) }},
	{"is no artificial intelligence", []claim{
		claimed("artificial intelligence", `\b(?:we|it|that|chatbot|system) (?:also |may |can |will )*uses? artificial intelligence\b`),
	}, func(s *Subject) notices.Pos { return placeOfNone(s.Notice.ArtificialIntelligence) }},
}

// placeOfNone gives where a part is said to be none, and nothing that was taken
// over lists some.
func placeOfNone[T any](part notices.Stated[T]) notices.Pos {
	if !part.None || len(part.Items) > 0 {
		return notices.Pos{}
	}
	return part.Pos
}

var offenceDeniedInText = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "offence-denied-in-prose", Title: "Criminal offence data is denied, but the text speaks of it", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "10"}, Section: notices.DataSection,
		Why: "The notice says that there is no data about crimes, and its text says that such data is collected, used or shared. " +
			"Often the text is a template that was not cut down to what the service does.",
		Bad:  "criminal_offence_data: none\n" + visitsText("We need personal, special category or criminal offence data from you."),
		Good: "criminal_offence_data: none\n" + visitsText("We need your name from you."),
	},
	Check: func(s *Subject) []notices.Finding {
		if !s.Notice.CriminalOffenceData.None {
			return nil
		}
		var f notices.Finding
		for _, sn := range s.sentences() {
			at := aboutCrimes.in(sn)
			if at == nil || negation.MatchString(sn.Lower) {
				continue
			}
			place := sn.at(at)
			if f.Message != "" {
				f.Related = append(f.Related, notices.Related{Pos: place, Message: "here as well"})
				continue
			}
			f = notices.Finding{
				Pos:     place,
				Message: "The notice says that it has no criminal offence data, but the text speaks of " + quote(sn.words(at)) + ".",
				Fix:     "Take it out of the text, or list the data and what allows you to use it.",
				Related: []notices.Related{{Pos: s.Notice.CriminalOffenceData.Pos, Message: "denied here"}},
			}
		}
		if f.Message == "" {
			return nil
		}
		return finding(f)
	},
}

var aboutCrimes = claimed("criminal", `\bcriminal(?: ?/ ?| or | and |, | )(?:law enforcement |offences? |convictions? |records? |justice )*(?:data|information)\b|\b(?:your|their) criminal (?:convictions|records?)\b`)
