package notices

// Rights says how people use their rights: Articles 13(2)(b) and (c), 12. Which
// rights apply is derived from the lawful bases; Statements holds what the body
// itself says of them.
type Rights struct {
	Pos             Pos              `yaml:"-"`
	How             Text             // how to make a request
	Contact         Term             `terms:"contact-role"` // whom to ask
	Identity        Text             // what proof of identity is asked for
	TimeLimit       Text             // how soon people get an answer
	WithdrawConsent Text             // how to take consent back, Article 7(3)
	Statements      []RightStatement // what the body itself says of single rights
	Link            URL              // more about rights
}

// RightStatement is what the body says of one right.
type RightStatement struct {
	Pos     Pos  `yaml:"-"`
	Right   Term `terms:"right" scalar:"true"` // which right
	Applies Term `terms:"applies"`             // whether it can be used here
	Reason  Text // why, or with what limits
}

// Complaints says how people complain: Articles 13(2)(ca) and (d).
type Complaints struct {
	Pos          Pos             `yaml:"-"`
	ToController *ComplaintRoute // Article 13(2)(ca), in the UK from 19 June 2026
	ToRegulator  *ComplaintRoute // Article 13(2)(d)
}

// ComplaintRoute is one way of complaining.
type ComplaintRoute struct {
	Pos       Pos    `yaml:"-"`
	How       Text   `scalar:"true"`        // what to do
	Contact   Term   `terms:"contact-role"` // of the controller
	Regulator Term   `terms:"regulator"`    // contact points come from the law's dated data
	Form      URL    // an online form
	Stages    []Text // what happens, step by step
}
