package notices

// Accessibility is what an accessibility statement is made from: the Public
// Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
// Regulations 2018, regulation 8, and the model statement it names.
type Accessibility struct {
	Pos                    Pos                    `yaml:"-"`
	Organisation           Text                   `fact:"true" varies:"language"` // the body that runs the site, by its name
	Scope                  Text                   // what the statement is about, when it is not just this site
	Compliance             Term                   `terms:"compliance"` // with WCAG 2.2 AA: full, partial or none
	Problems               []AccessibilityProblem // what does not meet the standard yet
	DisproportionateBurden []AccessibilityProblem // what would be too great a burden to mend: regulation 7
	OutOfScope             []AccessibilityProblem // what the regulations leave out: regulation 4(2)
	Contact                Contact                // where people report problems and ask for another form of a text
	HowToReport            Text                   // how to do so, where the contact's channels are not enough
	AnswerWithin           Period                 // how soon they get an answer
	NorthernIreland        Answer                 // whether the body is in Northern Ireland, which has its own commission
	Prepared               Date                   // when the statement was first written
	Reviewed               Date                   // when it was last looked at; once a year is usual
	Tested                 Date                   // when the site was last tested
	TestedBy               Text                   // who tested it: a body or a team, never a person
	HowTested              Text                   // which pages were tested, and how they were chosen
	Improvements           Text                   // what is being done to make it better
}

// AccessibilityProblem is something that not everyone can use.
type AccessibilityProblem struct {
	Pos         Pos  `yaml:"-"`
	What        Text `scalar:"true"` // what it is, and for whom
	Criterion   Text `fact:"true"`   // the success criterion it fails, such as 1.1.1 Non-text Content (A)
	Alternative Text // how to get the same in another way
	FixBy       Date // when it will be mended
}
