package rules

import (
	"fmt"
	"slices"

	"notices.example/notices"
	"notices.example/notices/law"
	"notices.example/notices/pattern"
)

var rightDiffersInText = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "right-differs-in-text", Title: "The text and the lawful bases disagree about a right", Severity: notices.Warning,
		Provisions: []string{"13(2)(b)", "14(2)(c)", "12(2)", "5(1)(a)"}, Item: "rights", Section: notices.RightsSection,
		Why: "Which rights people have follows from the lawful bases, and the page lists them. A text that promises a right which no basis brings, " +
			"or denies one that they do bring, stands against that list.",
		Bad:  visitsText("You have the right to object to how we use your data."),
		Good: visitsText("You have the right to see the data that we hold about you."),
	},
	Check: func(s *Subject) []notices.Finding {
		if s.Notice.IsCorporate() { // it speaks of what its services do
			return nil
		}
		var list []notices.Finding
		for _, sn := range s.sentences() {
			if !sn.hints.HasOne(rightHints) { // as most
				continue
			}
			for _, r := range rightsNamed {
				if f, wrong := s.disagrees(r, sn); wrong {
					list = append(list, f)
				}
			}
		}
		return list
	},
}

// disagrees reports whether a sentence promises a right that no basis brings, or
// denies one that some basis does.
func (s *Subject) disagrees(r namedRight, sn sentence) (notices.Finding, bool) {
	promised, denied := anyOf(r.promised, sn), anyOf(r.denied, sn)
	if promised == nil && denied == nil || sn.conditional() || inSomeCases.MatchString(sn.Lower) {
		return notices.Finding{}, false
	}
	status := s.rightStatus(r.right)
	if denied != nil && s.Part3 && ofEnforcement.MatchString(sn.Lower) {
		return notices.Finding{}, false // it is about the part that the UK GDPR does not govern
	}
	if denied != nil {
		sure := s.forSure(r.right).Applies
		if r.right == "erasure" && sure != "yes" {
			return notices.Finding{}, false // where it is limited, a text may say that it does not hold
		}
		return aboutRight(sn, denied, status, "denies the right %s, but it applies. %s"), sure == "yes" || sure == "limited"
	}
	return aboutRight(sn, promised, status, "promises the right %s, but it does not apply. %s"), status.Applies == "no" && !sn.negated()
}

// ofEnforcement matches sentences on law enforcement.
var ofEnforcement = pattern.MustCompile(`\b(?:law enforcement|part 3|investigat\w+|prosecut\w+|offences?|fines?|fixed penalt(?:y|ies))\b`)

func aboutRight(sn sentence, at []int, status law.RightStatus, does string) notices.Finding {
	return notices.Finding{
		Pos: sn.at(at[:2]), About: status.Right.ID,
		Message: "The text " + fmt.Sprintf(does, quote(status.Right.ID), because(status)),
		Fix:     "Correct the text, or take it out: the page works the rights out from the lawful bases.",
	}
}

func (s *Subject) rightStatus(id string) law.RightStatus {
	for _, status := range s.Rights {
		if status.Right.ID == id {
			return status
		}
	}
	return law.RightStatus{}
}

// inSomeCases matches words by which a right is told with its limits.
var inSomeCases = pattern.MustCompile(`\b(?:in (?:some|certain|most|limited|particular|these|those) (?:cases|circumstances|situations)|may|might|sometimes|depending|depends|subject to|for (?:direct )?marketing|to (?:direct )?marketing|limited|not always|some of)\b`)

// namedRight is a right, and how texts promise and deny it.
type namedRight struct {
	right            string
	promised, denied []claim
}

var rightHints = func() (all []pattern.Word) {
	for _, r := range rightsNamed {
		all = append(all, hintsOfAll(r.promised, r.denied)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}()

const rightTo = `\byou (?:also )?have (?:the|a) right (?:to|of) (?:data )?`

const noRightTo = `\b(?:you (?:do not|don't) have (?:the|a) right (?:to|of)|you have no right (?:to|of)|there is no right (?:to|of))(?: data)? `

var rightsNamed = []namedRight{
	{"portability", []claim{
		claimed("portab", rightTo+`portability\b`),
		claimed("right", rightTo+`(?:move|transfer|port) your (?:data|information)\b`),
	}, []claim{
		claimed("portab", noRightTo+`portability\b`),
		claimed("portab", `\bthe right (?:to|of) (?:data )?portability does not apply\b`),
	}},
	{"objection", []claim{
		claimed("object", rightTo+`object\b`),
	}, []claim{
		claimed("object", noRightTo+`object\b`),
		claimed("object", `\bthe right to object does not apply\b|\byou (?:cannot|can't|may not) object\b`),
	}},
	{"withdraw-consent", []claim{
		claimed("withdraw", rightTo+`withdraw (?:your )?consent\b`),
	}, []claim{
		claimed("withdraw", noRightTo+`withdraw (?:your )?consent\b`),
		claimed("withdraw", `\b(?:consent cannot be withdrawn|you (?:cannot|can't|may not) withdraw (?:your )?consent)\b`),
	}},
	{"erasure", nil, []claim{
		claimed("right", noRightTo+`(?:erasure|be forgotten|have your data (?:deleted|erased))(?:[,.;:]|$| because| as | since)`),
	}},
	{"access", nil, []claim{
		claimed("right", noRightTo+`(?:access|see|a copy of) `),
		claimed("access", `\bthe right of access does not apply\b`),
	}},
	{"rectification", nil, []claim{
		claimed("right", noRightTo+`(?:rectification|have your data (?:corrected|put right))\b`),
		claimed("rectification", `\bthe right to rectification does not apply\b`),
	}},
}
