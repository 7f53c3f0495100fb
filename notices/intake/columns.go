package intake

import (
	"regexp"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Field is what a column of a record holds.
type Field string

// The fields that become part of a notice.
const (
	Group        Field = "service"
	NoticeID     Field = "notice"
	Controller   Field = "controller"
	Joint        Field = "joint controllers"
	Purpose      Field = "purpose"
	People       Field = "people"
	Data         Field = "data"
	Sensitive    Field = "special category data"
	Recipients   Field = "recipients"
	Countries    Field = "countries"
	Safeguards   Field = "safeguards"
	Retention    Field = "retention"
	Security     Field = "security"
	Basis        Field = "lawful basis"
	BasisInLaw   Field = "basis in law"
	Interests    Field = "legitimate interests"
	Condition    Field = "condition for special category data"
	Schedule1    Field = "condition in Schedule 1"
	Offences     Field = "condition for offence data"
	Policy       Field = "policy document"
	Sources      Field = "sources"
	Decisions    Field = "automated decisions"
	Assessment   Field = "impact assessment"
	AssessNeeded Field = "whether an impact assessment is needed"
)

// column is a kind of column: what it holds, or why a notice does not have it, and the
// titles it goes by, as plain writes them.
type column struct {
	field  Field
	beside string // why it is no part of a notice
	titles []string
}

const (
	ofTheBody  = "it is in the file of the organisation, once for all its notices"
	internally = "a notice for people does not say it"
	derived    = "it follows from the lawful bases, so no notice needs it written"
	ofTheFile  = "it is about the notice that was there before"
)

// columns are the columns that are known: those of “notices record”, the thirty of the
// template that the UK's regulator gives controllers, and names that other records use.
var columns = []column{
	{field: Group, titles: []string{"service", "business function", "function", "department", "service area", "business area", "directorate", "team", "processing activity", "activity", "name of processing"}},
	{field: NoticeID, titles: []string{"notice"}},
	{field: Controller, titles: []string{"controller and contact details", "controller", "data controller", "name of controller"}},
	{field: Joint, titles: []string{"name and contact details of joint controller", "joint controller", "joint controllers"}},
	{field: Purpose, titles: []string{"purpose", "purpose of processing", "purposes of processing", "purposes of the processing", "purposes", "purpose of the processing", "why we process"}},
	{field: People, titles: []string{"categories of people", "categories of individuals", "categories of data subjects", "data subjects", "individuals", "whose data", "types of individuals"}},
	{field: Data, titles: []string{"categories of personal data", "personal data", "categories of data", "data categories", "types of personal data", "data held", "data collected", "personal data held", "personal data collected", "personal data processed"}},
	{field: Sensitive, titles: []string{"special category and offence data", "special category data", "special categories", "special categories of personal data", "sensitive data", "special category personal data"}},
	{field: Recipients, titles: []string{"categories of recipients", "recipients", "shared with", "data sharing", "third parties", "who is it shared with", "data recipients"}},
	{field: Countries, titles: []string{"other countries", "names of third countries or international organisations that personal data are transferred to", "third countries", "international transfers", "transfers", "third country transfers", "transfers outside the uk", "transfers outside the eea"}},
	{field: Safeguards, titles: []string{"safeguards for transfers", "safeguards for exceptional transfers of personal data to third countries or international organisations", "safeguards", "transfer safeguards", "transfer mechanism"}},
	{field: Retention, titles: []string{"time limits for erasure", "retention schedule", "retention", "retention period", "retention periods", "how long kept", "time limits"}},
	{field: Security, titles: []string{"security measures", "general description of technical and organisational security measures", "technical and organisational measures", "security", "technical and organisational security measures"}},
	{field: Basis, titles: []string{"lawful basis", "article 6 lawful basis for processing personal data", "gdpr article 6 lawful basis for processing", "uk gdpr article 6 lawful basis for processing", "legal basis", "article 6 lawful basis", "lawful basis for processing", "article 6 condition"}},
	{field: BasisInLaw, titles: []string{"basis in law", "legislation", "statutory basis", "legal gateway", "relevant legislation"}},
	{field: Interests, titles: []string{"legitimate interests", "legitimate interests for the processing"}},
	{field: Condition, titles: []string{"condition for special category data", "article 9 basis for processing special category data", "article 9 condition", "article 9 basis", "special category condition"}},
	{field: Schedule1, titles: []string{"condition in dpa 2018 schedule 1", "data protection act 2018 schedule 1 condition for processing", "schedule 1 condition", "schedule 1 condition for processing", "dpa 2018 schedule 1 condition"}},
	{field: Offences, titles: []string{"condition for offence data"}},
	{field: Policy, titles: []string{"appropriate policy document", "link to retention and erasure policy document", "link to appropriate policy document"}},
	{field: Sources, titles: []string{"source when not the person", "the source of the personal data", "source of the personal data", "source", "sources", "source of data", "data source"}},
	{field: Decisions, titles: []string{"automated decisions", "existence of automated decision making including profiling", "automated decision making", "automated decision making including profiling", "profiling"}},
	{field: Assessment, titles: []string{"impact assessment", "link to data protection impact assessment", "link to dpia", "dpia reference", "dpia"}},
	{field: AssessNeeded, titles: []string{"data protection impact assessment required", "dpia required"}},

	{beside: ofTheBody, titles: []string{"data protection officer", "name and contact details of data protection officer", "representative"}},
	{beside: derived, titles: []string{"rights available to individuals", "rights"}},
	{beside: ofTheFile, titles: []string{"notice updated", "notice reviewed", "next review"}},
	{beside: internally, titles: []string{
		"link to contract with processor", "link to record of legitimate interests assessment", "link to record of consent", "location of personal data",
		"data protection impact assessment progress", "dpia progress", "has a personal data breach occurred", "link to record of personal data breach",
		"is personal data retained and erased in accordance with the policy document", "is personal data retained and erased in accordance with the retention and erasure policy document",
		"is personal data retained and erased in accordance with the policy", "reasons for not adhering to retention and erasure policy document",
		"reasons for not adhering to the retention and erasure policy document",
	}},
}

var (
	inBrackets = regexp.MustCompile(`\([^()]*\)`)
	provision  = regexp.MustCompile(`:\s*\d+[\d()a-z]*\s*$`)
)

// plain gives the title of a column as the list has it.
func plain(title string) string {
	title = inBrackets.ReplaceAllString(provision.ReplaceAllString(title, ""), " ")
	title = inBrackets.ReplaceAllString(title, " ")
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') })
	return strings.Join(words, " ")
}

// known gives the kind of column that a title names. A slip or two in a long title is
// forgiven.
func known(title string) (column, bool) {
	words := plain(title)
	if words == "" {
		return column{}, false
	}
	const long, slips = 12, 2
	var near column
	for _, c := range columns {
		for _, t := range c.titles {
			if t == words {
				return c, true
			}
			if len(t) >= long && levenshtein.ComputeDistance(t, words) <= slips {
				near = c
			}
		}
	}
	return near, near.titles != nil
}
