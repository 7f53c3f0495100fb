package notices

// Checks is what a site may settle about how it is checked. What the law asks for
// cannot be settled here: a gap can only be accepted, by a notice or the baseline.
type Checks struct {
	Pos          Pos            `yaml:"-"`
	WordsAllowed []Text         // words and phrases that the rules on wording leave alone, such as the name of a service
	Severities   []RuleSeverity // how much rules of advice and warnings weigh
}

// RuleSeverity says how much the findings of a rule weigh on this site.
type RuleSeverity struct {
	Pos  Pos  `yaml:"-"`
	Rule Term // the rule's ID
	As   Term `terms:"severity"` // off, advice, warning or error
}

// Baseline is content/baseline.yaml: the gaps that notices had when the program
// was adopted. They are accepted until a day, in one file in place of an entry in
// every notice, and the file may only shrink.
type Baseline struct {
	Pos    Pos           `yaml:"-"` // the start of its file
	Reason Text          // why they cannot be put right yet; readers see it
	By     Text          // the role that accepts them
	Until  Date          // the last day
	Gaps   []BaselineGap // each with how often it was found
}

// BaselineGap is what a rule found in one place of a notice. Lines do not count,
// so that it is known again after other parts of the file have changed.
type BaselineGap struct {
	Pos    Pos  `yaml:"-"`
	Notice Text `fact:"true"` // the notice's ID; absent when it concerns none
	Rule   Term // the rule's ID
	File   Text `fact:"true"` // the file it stands in, when that is not the notice's own
	Field  Text `fact:"true"` // what it is part of in its file, such as purposes/billing; absent for the file as a whole
	About  Text `fact:"true"` // what it concerns, when the field does not say so
	Times  Text `fact:"true"` // how often, when more than once
}
