// Package law is what the law says on a day: the provisions, lawful bases,
// conditions, rights and regulators of one jurisdiction, and look-ups in them.
//
// It takes a jurisdiction and a day and gives a [Law]. It refuses a jurisdiction
// that it does not know.
//
// The law itself is dated data in data/*.yaml; the code here only selects what
// is in force and answers questions. Nothing here is legal advice.
package law

import "time"

// Wording is a text by language tag. English is always there.
type Wording map[string]string

// In gives the text in that language, or in English when there is none, and the
// language it is in.
func (w Wording) In(lang string) (text, in string) {
	if t, ok := w[lang]; ok {
		return t, lang
	}
	return w["en"], "en"
}

// Law is the law of one jurisdiction as it is in force on one day. Many notices
// share its lists, so they must not be changed.
type Law struct {
	Jurisdiction string // uk or eu
	Day          time.Time
	Name         Wording // of the main instrument: "UK GDPR"

	Provisions          []Provision
	Items               []Item
	Bases               []Basis
	SpecialCategories   []SpecialCategory
	Conditions          []Condition
	Schedule1           []Schedule1Condition
	RecognisedInterests []RecognisedInterest
	Safeguards          []Safeguard
	Rights              []Right
	Regulators          []Regulator
	Territory           Territory
	Exemptions          []Exemption // from telling people

	EnforcementGrounds []EnforcementGround  // DPA 2018 Part 3; these four are empty in the EU
	Schedule8          []Schedule8Condition // for sensitive processing
	EnforcementItems   []Counterpart        // what s.44(1) asks for, by item of information
	EnforcementRights  []Counterpart        // by right

	reasons map[string]Wording // why a right applies, by ID
	always  []Provision        // those of every day, oldest first

	provisions func() map[string]int // the places in Provisions by ID, which are many and asked for often
}

// InForce is when something holds. Zero dates leave that side open.
type InForce struct {
	From  time.Time // first day, midnight UTC
	Until time.Time // last day, midnight UTC
}

// On reports whether it holds on that day.
func (f InForce) On(day time.Time) bool {
	return (f.From.IsZero() || !day.Before(f.From)) && (f.Until.IsZero() || !day.After(f.Until))
}

// Provision is a provision that rules and pages cite.
type Provision struct {
	ID      string  // short form used everywhere: "13(2)(a)", "DPA 2018 Sch 1 para 8"
	Title   string  // what it is about
	Link    string  // the official text; follows from the ID when the data gives none
	Now     string  // what took the place of one that has ended: "Articles 22A to 22D"
	InForce InForce `yaml:",inline"`
}

// Item is a row of information that a notice must give: Articles 13 and 14.
type Item struct {
	ID        string  // "retention"
	Label     Wording // "How long we keep it"
	Article13 string  `yaml:"article_13"` // "13(2)(a)"; empty where Article 13 has no such item
	Article14 string  `yaml:"article_14"`
	Applies   string  // when it applies, in plain English
	InForce   InForce `yaml:",inline"`
}

// Basis is a lawful basis: Article 6(1).
type Basis struct {
	ID        string  // "public-task"
	Provision string  // "6(1)(e)"
	Label     Wording // "Public task"
	Plain     Wording // for residents: "We need it to do our work as a public body."
	NeedsLaw  bool    `yaml:"needs_law"` // Article 6(3): it must be laid down by law
	InForce   InForce `yaml:",inline"`
}

// SpecialCategory is a kind of data named in Article 9(1).
type SpecialCategory struct {
	ID    string // "health"
	Label Wording
}

// Condition is a condition of Article 9(2).
type Condition struct {
	ID             string // "substantial-public-interest"
	Provision      string // "9(2)(g)"
	Label          Wording
	Plain          Wording
	Schedule1Parts []int   `yaml:"schedule_1_parts"` // parts of DPA 2018 Sch 1 one of whose conditions it also needs; UK only
	InForce        InForce `yaml:",inline"`
}

// Schedule1Condition is a condition of DPA 2018 Schedule 1.
type Schedule1Condition struct {
	ID             string // "equality-of-opportunity"
	Provision      string // "DPA 2018 Sch 1 para 8"
	Part           int
	Label          Wording
	PolicyDocument bool    `yaml:"policy_document"` // an appropriate policy document is required
	InForce        InForce `yaml:",inline"`
}

// RecognisedInterest is a condition of UK GDPR Annex 1, for Article 6(1)(ea).
type RecognisedInterest struct {
	ID        string
	Provision string
	Label     Wording
	InForce   InForce `yaml:",inline"`
}

// EnforcementGround is what makes law enforcement processing lawful: DPA 2018
// s.35(2). It stands in the place of a lawful basis.
type EnforcementGround struct {
	ID        string // "task"
	Provision string // "DPA 2018 s.35(2)(b)"
	Label     Wording
	Plain     Wording // for residents
	InForce   InForce `yaml:",inline"`
}

// Schedule8Condition is a condition of DPA 2018 Schedule 8, for sensitive
// processing in law enforcement. All of them need an appropriate policy document.
type Schedule8Condition struct {
	ID        string // "statutory-purposes"
	Provision string // "DPA 2018 Sch 8 para 1"
	Label     Wording
	InForce   InForce `yaml:",inline"`
}

// Counterpart is the provision of DPA 2018 Part 3 that stands in the place of one
// of the UK GDPR, for an item of information or a right.
type Counterpart struct {
	ID        string // of the item or right
	Provision string
	InForce   InForce `yaml:",inline"`
}

// Safeguard is what a transfer rests on: Articles 45 to 49.
type Safeguard struct {
	ID        string // "idta"
	Provision string
	Kind      string // adequacy, appropriate or derogation
	Label     Wording
	Plain     Wording
	Caution   string  // what whoever writes the notice must watch, in plain English; often empty
	InForce   InForce `yaml:",inline"`
}

// Right is a right of the data subject.
type Right struct {
	ID        string // "rectification"
	Provision string
	Label     Wording // "Have it put right"
	Plain     Wording // what it means, in a sentence
	InForce   InForce `yaml:",inline"`
}

// Regulator is a supervisory authority and how to reach it.
type Regulator struct {
	ID            string // "information-commissioner"
	Name          Wording
	Short         string // "ICO"
	Address       string // lines separated by \n
	Phone         string
	Email         string // so that texts which give it are understood; empty when not known
	Website       string
	ComplaintLink string  `yaml:"complaint_link"`
	RegisterLink  string  `yaml:"register_link"` // where registration numbers can be looked up
	InForce       InForce `yaml:",inline"`
}

// Territory says what counts as a transfer.
type Territory struct {
	Name      Wording  // "the UK"
	Outside   Wording  // "outside the UK"
	Countries []string // ISO 3166-1 codes inside
	Adequate  []Adequacy
}

// Adequacy is a decision or regulation that a country protects data well enough.
type Adequacy struct {
	Country string  // ISO 3166-1 code
	Extent  string  // what it is limited to; empty for all transfers
	Under   string  // the instrument
	InForce InForce `yaml:",inline"`
}
