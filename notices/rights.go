package notices

// Rights says how people use their rights: Articles 13(2)(b) and (c), 12. Which
// rights apply is derived from the lawful bases; Statements holds what the body
// itself says of them.
type Rights struct {
	Pos             Pos `yaml:"-"`
	How             Text
	Contact         Term `terms:"contact-role"`
	Identity        Text // what proof of identity is asked for
	TimeLimit       Text
	WithdrawConsent Text
	Statements      []RightStatement
	Link            URL
}

// RightStatement is what the body says of one right.
type RightStatement struct {
	Pos     Pos  `yaml:"-"`
	Right   Term `terms:"right" scalar:"true"`
	Applies Term `terms:"applies"`
	Reason  Text
}

// Complaints says how people complain: Articles 13(2)(ca) and (d).
type Complaints struct {
	Pos          Pos `yaml:"-"`
	ToController *ComplaintRoute
	ToRegulator  *ComplaintRoute
}

// ComplaintRoute is one way of complaining.
type ComplaintRoute struct {
	Pos       Pos  `yaml:"-"`
	How       Text `scalar:"true"`
	Contact   Term `terms:"contact-role"` // of the controller
	Regulator Term `terms:"regulator"`    // contact points come from the law's dated data
	Form      URL
	Stages    []Text
}
