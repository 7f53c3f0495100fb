package notices

// Severity says how much a finding weighs.
type Severity uint8

// The severities. Only an unaccepted error keeps a notice from being published.
const (
	Advice  Severity = iota + 1 // plain language, style
	Warning                     // the regulator expects it
	Error                       // the law requires it, or the file cannot be read
)

// String gives the severity as reports name it.
func (s Severity) String() string {
	switch s {
	case Advice:
		return "advice"
	case Warning:
		return "warning"
	case Error:
		return "error"
	}
	return "unknown"
}

// Finding is something an author has to know about a content file. It is not an
// error of the program: it never stops the reading of other files.
type Finding struct {
	Rule       string // the rule's ID
	Severity   Severity
	Pos        Pos
	Message    string   // a sentence for people who are neither lawyers nor programmers
	Fix        string   // how to put it right: a sentence, or lines to paste after it
	Provisions []string // such as 13(2)(a); empty when no law is concerned
	Notice     string   // the notice's ID, when the finding concerns a notice
	About      string   // the ID of the purpose, data item or recipient concerned
	Field      string   // where in its file, without lines: purposes/billing/lawful_basis, or body
	Related    []Related
	Accepted   *Acceptance // not nil when the notice, or the baseline, accepts the finding
	Baseline   bool        // it is the baseline that accepts it
	Draft      bool        // the notice is a draft, so the finding keeps nothing from being published
	Ended      bool        // the notice has expired; likewise
	Section    Section     // of the notice's page that it concerns; empty when the rule does not say, which leaves the field
}

// Related is another place that has to do with a finding.
type Related struct {
	Pos     Pos
	Message string
}

// Blocks reports whether the finding keeps the site from being published. One in a
// notice that waits for its day does: when the day comes, nobody looks again.
func (f Finding) Blocks() bool {
	return f.Severity == Error && f.Accepted == nil && !f.Unpublished()
}

// Unpublished reports whether the finding stands in a draft or in a notice that has
// expired, and so keeps nothing from being published.
func (f Finding) Unpublished() bool { return f.Draft || f.Ended }

// RuleDoc is what is to be known of a rule, whichever package checks it. It is
// the rule's page in docs/rules, and its examples are its test.
type RuleDoc struct {
	ID         string   // stable: retention-missing
	Title      string   // a phrase: "Retention is missing"
	Severity   Severity // the usual one
	Provisions []string // the provisions it serves
	Item       string   // the information item it decides; empty for other rules
	Section    Section  // of a notice's page that its findings concern; empty when that depends on the finding
	Why        string   // in plain words
	Bad        string   // content that the rule reports
	Good       string   // the same, put right
}
