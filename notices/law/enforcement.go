package law

import (
	"slices"

	"notices.example/notices"
)

// UnderPart3 reports whether DPA 2018 Part 3 governs the purpose instead of the UK
// GDPR: it enforces the criminal law, and the law is that of the UK.
func (l *Law) UnderPart3(p notices.Purpose) bool { return l.Jurisdiction == "uk" && p.EnforcesLaw() }

// Regimes tells which law governs the purposes of a notice: the GDPR, DPA 2018
// Part 3, or both. A notice without purposes is under the GDPR.
func (l *Law) Regimes(c *notices.Complete) (gdpr, part3 bool) {
	part3 = slices.ContainsFunc(c.Purposes, l.UnderPart3)
	gdpr = slices.ContainsFunc(c.Purposes, func(p notices.Purpose) bool { return !l.UnderPart3(p) })
	return gdpr || !part3, part3
}

// EnforcementGround gives the ground of DPA 2018 s.35(2), and whether it is in
// force. There is none in the EU.
func (l *Law) EnforcementGround(id string) (EnforcementGround, bool) {
	return find(l.EnforcementGrounds, id)
}

// Schedule8Condition gives the condition of DPA 2018 Schedule 8, and whether it is
// in force. There is none in the EU.
func (l *Law) Schedule8Condition(id string) (Schedule8Condition, bool) { return find(l.Schedule8, id) }

// EnforcementItem gives what DPA 2018 s.44(1) says of an item of information, and
// whether it asks for the item at all.
func (l *Law) EnforcementItem(item string) (Counterpart, bool) {
	return find(l.EnforcementItems, item)
}

// EnforcementRight gives the provision of DPA 2018 Part 3 on a right, and whether
// Part 3 has that right at all.
func (l *Law) EnforcementRight(right string) (Counterpart, bool) {
	return find(l.EnforcementRights, right)
}

// rightProvisions gives the provisions that a right has for the notice: that of
// the GDPR, that of Part 3, or both.
func (l *Law) rightProvisions(r Right, c *notices.Complete, gdpr, part3 bool) []string {
	if r.ID == "withdraw-consent" {
		part3 = part3 && slices.ContainsFunc(c.Purposes, agreedToEnforcement)
	}
	var list []string
	if gdpr {
		list = append(list, r.Provision)
	}
	if own, ok := l.EnforcementRight(r.ID); ok && part3 {
		list = append(list, own.Provision)
	}
	return list
}

// agreedToEnforcement reports whether the person agreed to law enforcement: DPA
// 2018 s.35(2)(a).
func agreedToEnforcement(p notices.Purpose) bool {
	return enforcesLaw(p) && p.LawEnforcementGround.Is("consent")
}

// enforcesLaw reports whether the rights in a purpose are those of law
// enforcement, which have no portability and no objection. In the EU these stand
// in Directive (EU) 2016/680 and the law of each country.
func enforcesLaw(p notices.Purpose) bool { return p.EnforcesLaw() }

func onlyLawEnforcement(c *notices.Complete) bool {
	return len(c.Purposes) > 0 && !slices.ContainsFunc(c.Purposes, func(p notices.Purpose) bool { return !enforcesLaw(p) })
}
