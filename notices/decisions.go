package notices

// AutomatedDecision is a decision about people without meaningful human
// involvement: Articles 13(2)(f), 22 (EU) and 22A to 22D (UK).
type AutomatedDecision struct {
	Pos          Pos        `yaml:"-"`
	ID           ID         // what the rest of the notice calls it
	What         Text       // what is decided
	Logic        Text       // what it goes by
	Significance Text       // what it means for a person
	Consequences Text       // what may follow from it
	Purposes     []Ref      `refs:"purpose"` // the purposes it serves
	Data         []Ref      `refs:"data"`    // the items it uses
	Safeguards   Safeguards // what a person can do about it
	UsesAI       Answer     // whether an AI system takes part
}

// Safeguards are what a person can do about an automated decision:
// UK GDPR Article 22C(2), EU GDPR Article 22(3).
type Safeguards struct {
	Pos               Pos  `yaml:"-"`
	Representations   Text // how to put one's view
	HumanIntervention Text // how to have a person look at it
	Contest           Text // how to contest it
}

// Profiling is automated evaluation of people: Article 4(4).
type Profiling struct {
	Pos      Pos    `yaml:"-"`
	ID       ID     // what the rest of the notice calls it
	What     Text   `scalar:"true"`  // what is evaluated
	Purposes []Ref  `refs:"purpose"` // the purposes it serves
	Data     []Ref  `refs:"data"`    // the items it uses
	Effect   Text   // what it means for a person
	UsesAI   Answer // whether an AI system takes part
}

// AIUse is a use of artificial intelligence that people should know of, whether
// or not it decides anything about them.
type AIUse struct {
	Pos      Pos   `yaml:"-"`
	What     Text  `scalar:"true"`  // what it does
	Purposes []Ref `refs:"purpose"` // the purposes it serves
	Data     []Ref `refs:"data"`    // the items it uses
	Limits   Text  // what it is not used for
}
