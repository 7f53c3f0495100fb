package law

import (
	"slices"

	"notices.example/notices"
)

// objection follows Article 21(1), and 21(2) for direct marketing, whatever the
// basis.
func (l *Law) objection(c *notices.Complete) RightStatus {
	why := reasonIDs{all: "objection-all", some: "objection-some", none: "objection-none"}
	if onlyLawEnforcement(c) {
		why.none = "law-enforcement"
	}
	s := l.weigh(c, objectionable, why)
	switch marketing, weighed := slices.ContainsFunc(c.Purposes, markets), slices.ContainsFunc(c.Purposes, weighedOnObjection); {
	case !marketing:
	case weighed:
		s.Reason = joined(s.Reason, l.reasons["objection-marketing-too"])
	case s.Applies == "yes":
		s.Reason = l.reasons["objection-marketing-only"]
	default:
		s.Reason = l.reasons["objection-marketing"]
	}
	return s
}

// Objections are the purposes of a notice that can be objected to, by what follows. A
// purpose that markets and does more than that stands in both lists.
type Objections struct {
	Marketing []*notices.Purpose // always stops, without a reason: Article 21(2) and (3)
	Weighed   []*notices.Purpose // stops unless there are compelling grounds: Article 21(1)
}

// ObjectionsTo tells the purposes that can be objected to without a reason from
// those where the person gives reasons and the controller weighs them.
func ObjectionsTo(c *notices.Complete) Objections {
	var o Objections
	for i := range c.Purposes {
		p := &c.Purposes[i]
		if markets(*p) {
			o.Marketing = append(o.Marketing, p)
		}
		if weighedOnObjection(*p) {
			o.Weighed = append(o.Weighed, p)
		}
	}
	return o
}

// weighedOnObjection reports whether a purpose is among those that are weighed.
func weighedOnObjection(p notices.Purpose) bool {
	return weighable(p) && !(markets(p) && len(p.Activities) == 1)
}

func objectionable(p notices.Purpose) holding {
	if markets(p) {
		return held
	}
	return known(p, weighable(p))
}

// weighable reports whether Article 21(1) lets people object: it names Article
// 6(1)(e) and (f), and in the UK (ea).
func weighable(p notices.Purpose) bool {
	return !enforcesLaw(p) && p.LawfulBasis.Is("public-task", "legitimate-interests", "recognised-legitimate-interests")
}

func markets(p notices.Purpose) bool { return p.Does("direct-marketing") && !enforcesLaw(p) }
