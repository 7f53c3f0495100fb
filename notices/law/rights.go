package law

import (
	"maps"
	"slices"

	"notices.example/notices"
)

// RightStatus says whether a right applies to a notice, and why.
type RightStatus struct {
	Right      Right    // with the first of Provisions, or none
	Applies    string   // yes, no or limited
	Reason     Wording  // in residents' words
	Purposes   []string // the IDs of those it holds for, where they are not all; empty for all or none
	Provisions []string // those that govern it here: of the GDPR, of DPA 2018 Part 3, or both
}

// holding says how a right stands to one purpose.
type holding uint8

const (
	unknown holding = iota // the purpose names no lawful basis
	refused
	held
)

// RightsOf tells of each right, in the order of l.Rights, whether it applies to
// what the notice does, and why. It follows from the lawful bases of the purposes
// and from where their data comes from; what the notice itself says of a right
// does not count. Where bases are missing it says that it depends on them.
func (l *Law) RightsOf(c *notices.Complete) []RightStatus {
	list := make([]RightStatus, 0, len(l.Rights))
	gdpr, part3 := l.Regimes(c)
	for _, r := range l.Rights {
		status := l.status(r.ID, c, part3)
		status.Provisions = l.rightProvisions(r, c, gdpr, part3)
		r.Provision = ""
		if len(status.Provisions) > 0 {
			r.Provision = status.Provisions[0]
		}
		status.Right = r
		list = append(list, status)
	}
	return list
}

func (l *Law) status(right string, c *notices.Complete, part3 bool) RightStatus {
	switch right {
	case "erasure":
		return l.erasure(c)
	case "portability":
		return l.portability(c)
	case "objection":
		return l.objection(c)
	case "withdraw-consent":
		return l.weigh(c, onConsent, reasonIDs{all: "consent-all", some: "consent-some", none: "consent-none"})
	case "automated-decisions":
		return l.automated(c)
	}
	if part3 && onlyLawEnforcement(c) {
		return RightStatus{Applies: "yes", Reason: l.reasons["law-enforcement-always"]}
	}
	return RightStatus{Applies: "yes", Reason: l.reasons["always"]} // access, rectification, restriction
}

// reasonIDs name the reasons for a right that holds for all, some or none of the
// purposes.
type reasonIDs struct{ all, some, none string }

// weigh puts the purposes together. Purposes that name no basis keep a right
// from being granted or denied outright.
func (l *Law) weigh(c *notices.Complete, of func(notices.Purpose) holding, why reasonIDs) RightStatus {
	var holds []string
	open, denied := len(c.Purposes) == 0, false
	for _, p := range c.Purposes {
		switch of(p) {
		case held:
			holds = append(holds, p.ID.Value)
		case refused:
			denied = true
		case unknown:
			open = true
		}
	}
	switch {
	case len(holds) == 0 && open:
		return RightStatus{Applies: "limited", Reason: l.reasons["depends"]}
	case len(holds) == 0:
		return RightStatus{Applies: "no", Reason: l.reasons[why.none]}
	case open || denied:
		return RightStatus{Applies: "limited", Reason: l.reasons[why.some], Purposes: holds}
	}
	return RightStatus{Applies: "yes", Reason: l.reasons[why.all]}
}

// erasure is never denied outright: what Article 17(3) takes out is only what is
// still needed.
func (l *Law) erasure(c *notices.Complete) RightStatus {
	why := reasonIDs{all: "erasure-all", some: "erasure-some", none: "erasure-needed"}
	if onlyLawEnforcement(c) {
		why.none = "law-enforcement-erasure"
	}
	s := l.weigh(c, erasable, why)
	if s.Applies == "no" {
		s.Applies = "limited"
	}
	return s
}

// erasable looks for the exceptions of Article 17(3)(b) to (e), and of DPA 2018
// s.47 for law enforcement.
func erasable(p notices.Purpose) holding {
	switch {
	case enforcesLaw(p),
		p.LawfulBasis.Is("legal-obligation", "public-task"),
		p.Condition.Is("health-or-social-care", "public-health", "archiving-research-statistics", "legal-claims"):
		return refused
	case !p.LawfulBasis.Said():
		return unknown
	}
	return held
}

// portability needs consent or a contract, data from the person, and a computer:
// Article 20(1). That a computer is used cannot be seen here; the reason says it.
func (l *Law) portability(c *notices.Complete) RightStatus {
	why := reasonIDs{all: "portability-all", some: "portability-some", none: "portability-none"}
	switch {
	case slices.ContainsFunc(c.Purposes, agreed):
		why.none = "portability-not-from-you"
	case onlyLawEnforcement(c):
		why.none = "law-enforcement"
	}
	return l.weigh(c, func(p notices.Purpose) holding {
		return known(p, agreed(p) && usesGivenData(c, p))
	}, why)
}

// agreed reports whether the person agreed to the purpose, by consent or contract.
func agreed(p notices.Purpose) bool {
	return !enforcesLaw(p) && (p.LawfulBasis.Is("contract") || onConsent(p) == held)
}

// usesGivenData reports whether some data of the purpose is from the person. A
// purpose or a notice that lists none is taken to use such data.
func usesGivenData(c *notices.Complete, p notices.Purpose) bool {
	if len(p.Data) == 0 {
		return len(c.Data) == 0 || slices.ContainsFunc(c.Data, given)
	}
	return slices.ContainsFunc(p.Data, func(ref notices.Ref) bool {
		d, found := c.DataItem(ref.Value)
		return !found || given(d)
	})
}

// given counts an item that does not tell its origin as given by the person.
func given(d notices.DataItem) bool { return !d.Origin.Is("derived", "obtained") }

// onConsent follows Article 7(3), for consent of either kind, and in law
// enforcement DPA 2018 s.40A(5).
func onConsent(p notices.Purpose) holding {
	return known(p, p.LawfulBasis.Is("consent") || p.Condition.Is("explicit-consent") || agreedToEnforcement(p))
}

// automated depends on the decisions the notice tells of, not on the bases.
func (l *Law) automated(c *notices.Complete) RightStatus {
	decisions := c.AutomatedDecisions
	switch {
	case !decisions.Said():
		return RightStatus{Applies: "limited", Reason: l.reasons["automated-unsaid"]}
	case len(decisions.Items) == 0:
		return RightStatus{Applies: "no", Reason: l.reasons["automated-none"]}
	}
	s := RightStatus{Applies: "yes", Reason: l.reasons["automated-some"]}
	for _, p := range c.Purposes {
		if slices.ContainsFunc(decisions.Items, func(d notices.AutomatedDecision) bool { return concerns(d, p) }) {
			s.Purposes = append(s.Purposes, p.ID.Value)
		}
	}
	if len(s.Purposes) == len(c.Purposes) {
		s.Purposes = nil
	}
	return s
}

func concerns(d notices.AutomatedDecision, p notices.Purpose) bool {
	return slices.ContainsFunc(d.Purposes, func(ref notices.Ref) bool { return ref.Value == p.ID.Value })
}

// known turns the answer for a purpose into a holding: a no counts only when it
// cannot be for want of a basis.
func known(p notices.Purpose, holds bool) holding {
	switch {
	case holds:
		return held
	case p.LawfulBasis.Said() || enforcesLaw(p):
		return refused
	}
	return unknown
}

// joined puts one text behind the other, in the languages that both have.
func joined(a, b Wording) Wording {
	both := maps.Clone(a)
	maps.DeleteFunc(both, func(lang, _ string) bool { return b[lang] == "" })
	for lang := range both {
		both[lang] += " " + b[lang]
	}
	return both
}
