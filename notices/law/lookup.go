package law

import "slices"

// entry is what every list of the law holds: something with an ID and a time.
type entry interface {
	id() string
	inForce() InForce
}

func (p Provision) id() string          { return p.ID }
func (i Item) id() string               { return i.ID }
func (b Basis) id() string              { return b.ID }
func (s SpecialCategory) id() string    { return s.ID }
func (c Condition) id() string          { return c.ID }
func (s Schedule1Condition) id() string { return s.ID }
func (r RecognisedInterest) id() string { return r.ID }
func (s Safeguard) id() string          { return s.ID }
func (r Right) id() string              { return r.ID }
func (r Regulator) id() string          { return r.ID }
func (g EnforcementGround) id() string  { return g.ID }
func (s Schedule8Condition) id() string { return s.ID }
func (c Counterpart) id() string        { return c.ID }
func (e Exemption) id() string          { return e.ID }

func (p Provision) inForce() InForce          { return p.InForce }
func (i Item) inForce() InForce               { return i.InForce }
func (b Basis) inForce() InForce              { return b.InForce }
func (s SpecialCategory) inForce() InForce    { return InForce{} } // they have not changed
func (c Condition) inForce() InForce          { return c.InForce }
func (s Schedule1Condition) inForce() InForce { return s.InForce }
func (r RecognisedInterest) inForce() InForce { return r.InForce }
func (s Safeguard) inForce() InForce          { return s.InForce }
func (r Right) inForce() InForce              { return r.InForce }
func (r Regulator) inForce() InForce          { return r.InForce }
func (g EnforcementGround) inForce() InForce  { return g.InForce }
func (s Schedule8Condition) inForce() InForce { return s.InForce }
func (c Counterpart) inForce() InForce        { return c.InForce }
func (e Exemption) inForce() InForce          { return e.InForce }

func find[T entry](list []T, id string) (found T, ok bool) {
	for i := range list {
		if list[i].id() == id {
			return list[i], true
		}
	}
	return found, false
}

// Provision gives the provision, such as 13(2)(a), and whether it is in force.
func (l *Law) Provision(id string) (Provision, bool) {
	if l.provisions == nil { // the zero Law
		return Provision{}, false
	}
	i, inForce := l.provisions()[id]
	if !inForce {
		return Provision{}, false
	}
	return l.Provisions[i], true
}

// Item gives the item of information, and whether a notice must know it.
func (l *Law) Item(id string) (Item, bool) { return find(l.Items, id) }

// Basis gives the lawful basis, and whether it is in force.
func (l *Law) Basis(id string) (Basis, bool) { return find(l.Bases, id) }

// SpecialCategory gives the category of data, and whether Article 9(1) has it.
func (l *Law) SpecialCategory(id string) (SpecialCategory, bool) {
	return find(l.SpecialCategories, id)
}

// Condition gives the condition of Article 9(2), and whether it is in force.
func (l *Law) Condition(id string) (Condition, bool) { return find(l.Conditions, id) }

// Schedule1Condition gives the condition of DPA 2018 Schedule 1, and whether it
// is in force. There is none in the EU.
func (l *Law) Schedule1Condition(id string) (Schedule1Condition, bool) { return find(l.Schedule1, id) }

// RecognisedInterest gives the condition of UK GDPR Annex 1, and whether it is
// in force. There is none in the EU, nor in the UK before 5 February 2026.
func (l *Law) RecognisedInterest(id string) (RecognisedInterest, bool) {
	return find(l.RecognisedInterests, id)
}

// Safeguard gives what a transfer can rest on, and whether it is in force.
func (l *Law) Safeguard(id string) (Safeguard, bool) { return find(l.Safeguards, id) }

// Right gives the right, and whether it is in force.
func (l *Law) Right(id string) (Right, bool) { return find(l.Rights, id) }

// Regulator gives the supervisory authority, and whether there is one of that ID.
func (l *Law) Regulator(id string) (Regulator, bool) { return find(l.Regulators, id) }

// Adequate gives the adequacy decision or regulations for the country, an ISO
// 3166-1 code, and whether there are any. Heed its Extent: many are limited.
func (l *Law) Adequate(country string) (Adequacy, bool) {
	i := slices.IndexFunc(l.Territory.Adequate, func(a Adequacy) bool { return a.Country == country })
	if i < 0 {
		return Adequacy{}, false
	}
	return l.Territory.Adequate[i], true
}

// Outside reports whether handling data in that country, an ISO 3166-1 code, is
// a transfer.
func (l *Law) Outside(country string) bool {
	return !slices.Contains(l.Territory.Countries, country)
}
