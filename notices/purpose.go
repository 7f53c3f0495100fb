package notices

// Purpose is one purpose with its own legal grounds. A lawful basis belongs to
// a purpose, not to a notice or a kind of data: Articles 5(1)(b), 6(1), 13(1)(c).
type Purpose struct {
	Pos        Pos    `yaml:"-"`
	ID         ID     // what the rest of the notice calls it
	Purpose    Text   // what is done and why, as a phrase that starts with a verb
	Data       []Ref  `refs:"data"`      // the items it uses
	Activities []Term `terms:"activity"` // what it involves, where that matters in law

	LawfulBasis         Term `terms:"lawful-basis"` // Article 6(1)
	BasisInLaw          Text // the enactment or function, Article 6(3); in law enforcement DPA 2018 s.30(1)(b)
	LegitimateInterests Text // Article 13(1)(d)
	RecognisedInterest  Term `terms:"recognised-interest"` // UK GDPR Annex 1, for 6(1)(ea)
	OutsidePublicTasks  Text // why a public authority may rely on 6(1)(f) here
	Condition           Term `terms:"special-category-condition"` // Article 9(2)
	Schedule1           Term `terms:"schedule-1"`                 // DPA 2018 Sch 1
	OffenceCondition    Term `terms:"offence-condition"`          // Article 10
	PolicyDocument      URL  // the appropriate policy document, Sch 1 Part 4 or s.42
	Withdrawal          Text // how to take back consent, when it differs from the notice's

	LawEnforcementGround Term `terms:"law-enforcement-ground"` // DPA 2018 s.35(2), in place of a lawful basis
	Schedule8            Term `terms:"schedule-8"`             // DPA 2018 Sch 8, for sensitive processing in law enforcement

	Channels []Term `terms:"channel"` // where it happens
	Note     Text   // anything else worth knowing
}

// EnforcesLaw reports whether the purpose is one of law enforcement: it is marked
// as such, or names a ground that only law enforcement has. In the UK Part 3 of
// the DPA 2018 governs it instead of the UK GDPR.
func (p Purpose) EnforcesLaw() bool {
	return p.Does("law-enforcement") || p.LawEnforcementGround.Said()
}

// Does reports whether the purpose involves one of the activities.
func (p Purpose) Does(activities ...string) bool {
	for _, a := range p.Activities {
		if a.Is(activities...) {
			return true
		}
	}
	return false
}
