package notices

// AutomatedDecision is a decision about people without meaningful human
// involvement: Articles 13(2)(f), 22 (EU) and 22A to 22D (UK).
type AutomatedDecision struct {
	Pos          Pos `yaml:"-"`
	ID           ID
	What         Text
	Logic        Text
	Significance Text
	Consequences Text
	Purposes     []Ref `refs:"purpose"`
	Data         []Ref `refs:"data"`
	Safeguards   Safeguards
	UsesAI       Answer
}

// Safeguards are what a person can do about an automated decision:
// UK GDPR Article 22C(2), EU GDPR Article 22(3).
type Safeguards struct {
	Pos               Pos `yaml:"-"`
	Representations   Text
	HumanIntervention Text
	Contest           Text
}

// Profiling is automated evaluation of people: Article 4(4).
type Profiling struct {
	Pos      Pos `yaml:"-"`
	ID       ID
	What     Text  `scalar:"true"`
	Purposes []Ref `refs:"purpose"`
	Data     []Ref `refs:"data"`
	Effect   Text
	UsesAI   Answer
}
