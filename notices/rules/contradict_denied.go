package rules

import (
	"notices.example/notices"
	"notices.example/notices/pattern"
)

var deniedInText = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "denied-in-text", Title: "The text denies what the notice lists", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "12(1)"},
		Why: "A text says that something is not done, such as cookies, profiling or transfers, and the notice lists it. " +
			"Readers who find the sentence do not look further, so it misleads them.",
		Bad:  "profiling:\n  - what: We look at who gives up plots early.\n    effect: You may have to pay a deposit.\n" + visitsText("We do not carry out any profiling."),
		Good: "profiling:\n  - what: We look at who gives up plots early.\n    effect: You may have to pay a deposit.\n" + visitsText("We look at who gives up plots early."),
	},
	Check: func(s *Subject) []notices.Finding {
		var list []notices.Finding
		sentences := s.sentences()
		for _, d := range denials {
			listed := d.listed(s)
			if listed.IsZero() {
				continue
			}
			for _, sn := range sentences {
				at := anyOf(d.claims, sn)
				if at == nil || sn.conditional() || limited.MatchString(sn.Lower) {
					continue
				}
				list = append(list, notices.Finding{
					Pos: sn.at(at[:2]), About: sn.About,
					Message: "The text says " + quote(sn.words(at[:2])) + ", but the notice lists " + d.what + ".",
					Fix:     "Correct the one that is wrong. If the text is about a part of what you do, say about which.",
					Related: []notices.Related{{Pos: listed, Message: "this is listed"}},
				})
			}
		}
		return list
	},
}

// limited matches words that make a sentence one about a part of what is done.
var limited = pattern.MustCompile(`\b(?:this page|this form|this survey|this site|chatbot|solely on|based only on|marketing cookies|third-party cookies|advertising cookies|` +
	`cookies (?:for|to|that|which|from)|(?:profiling|artificial intelligence) (?:to|for|in|that|which)|special category (?:personal )?(?:data|information) (?:for|about|from|to))\b`)

// textDenial is something that texts deny, and where a notice lists it.
type textDenial struct {
	what   string
	claims []claim
	listed func(*Subject) notices.Pos // the zero place when it does not
}

const doNot = `\b(?:do not|don't|does not|doesn't|never|will not|won't)`

const outside = `(?:outside(?: of)? (?:the )?(?:uk|united kingdom|european economic area|eea|eu|country)|overseas|abroad|to (?:another|other|any other) countr(?:y|ies))\b`

// denials is the list of what texts are held against.
var denials = []textDenial{
	{"cookies among the data", []claim{
		claimed("cookies", doNot+` (?:use|set|place|store)(?: any)? cookies\b`),
		claimed("cookies", `\b(?:uses?|sets?) no cookies\b`),
	}, (*Subject).cookieItem},
	{"profiling", []claim{
		claimed("profil", doNot+`(?: carry out| use| do| engage in| undertake| make)?(?: any)? profil(?:ing|es)\b`),
		claimed("profil", doNot+` profile (?:you|anyone|anybody|people|customers|residents)\b`),
		claimed("profil", `\bno profiling (?:takes place|is (?:done|carried out|used)|happens)\b`),
	}, (*Subject).listedProfiling},
	{"transfers to other countries", []claim{
		claimed("outside|overseas|abroad|countr", doNot+` (?:transfer|send|store|process|move|keep|hold)\b.{0,40}? `+outside),
		claimed("outside|overseas|abroad|countr", `\b(?:is|are|will be) (?:not|never) (?:transferred|sent|stored|processed|moved|kept|held)\b.{0,20}? ?`+outside),
		claimed("leave", `\b(?:nothing|none of (?:it|your data)|no (?:personal )?data) (?:ever )?leaves the (?:uk|united kingdom|country)\b`),
	}, (*Subject).listedTransfer},
	{"automated decisions", []claim{
		claimed("automated", doNot+`(?: make| use| take)?(?: any)?(?: fully| wholly)? automated decisions?\b`),
		claimed("automated", `\bno automated decisions? (?:is|are) (?:made|taken)\b`),
		claimed("automated", doNot+` use(?: any)? automated decision[- ]making\b`),
	}, func(s *Subject) notices.Pos {
		return firstPlace(s.Notice.AutomatedDecisions.Items, func(d notices.AutomatedDecision) notices.Pos { return d.Pos })
	}},
	{"artificial intelligence", []claim{
		claimed("artificial intelligence", doNot+` use(?: any)? artificial intelligence\b`),
	}, func(s *Subject) notices.Pos {
		return firstPlace(s.Notice.ArtificialIntelligence.Items, func(a notices.AIUse) notices.Pos { return a.Pos })
	}},
	{"special category data", []claim{
		claimed("special category", doNot+` (?:collect|use|hold|process|keep|ask for)(?: any)? special category (?:personal )?(?:data|information)\b`),
	}, func(s *Subject) notices.Pos {
		d, _ := s.firstItem(isSpecial)
		return d.SpecialCategory.Pos
	}},
	{"direct marketing", []claim{
		claimed("marketing", doNot+` use (?:your |any |the |it |them )[a-z ]{0,40}for (?:direct )?marketing(?: purposes| at all| ever)*\s*[.,!;]?\s*$`),
	}, func(s *Subject) notices.Pos { return s.purposeDoing("direct-marketing") }},
}

// firstPlace gives the place of the first item of a list.
func firstPlace[T any](items []T, place func(T) notices.Pos) notices.Pos {
	if len(items) == 0 {
		return notices.Pos{}
	}
	return place(items[0])
}

var cookies = pattern.MustCompile(`(?i)\bcookies?\b`)

func (s *Subject) cookieItem() notices.Pos {
	d, found := s.firstItem(func(d notices.DataItem) bool {
		for _, c := range d.Channels {
			if c.Is("cookies") {
				return true
			}
		}
		return cookies.MatchString(d.Label.Value)
	})
	if !found {
		return notices.Pos{}
	}
	return firstPos(d.Label.Pos, d.Pos)
}

func (s *Subject) listedProfiling() notices.Pos {
	if place := firstPlace(s.Notice.Profiling.Items, func(p notices.Profiling) notices.Pos { return p.Pos }); !place.IsZero() {
		return place
	}
	return s.purposeDoing("profiling")
}

func (s *Subject) listedTransfer() notices.Pos {
	if place := firstPlace(s.Notice.Transfers.Items, func(t notices.Transfer) notices.Pos { return t.Pos }); !place.IsZero() {
		return place
	}
	if s.Notice.Transfers.None {
		return notices.Pos{} // transfers-contradicted tells
	}
	for _, r := range s.Notice.Recipients.Items {
		if c := s.country(r); c.Said() && s.Law.Outside(c.Value) {
			return r.Pos
		}
	}
	return notices.Pos{}
}

// purposeDoing gives the place of the first purpose that involves the activity.
func (s *Subject) purposeDoing(activity string) notices.Pos {
	for _, p := range s.Notice.Purposes {
		if p.Does(activity) {
			return p.Pos
		}
	}
	return notices.Pos{}
}
