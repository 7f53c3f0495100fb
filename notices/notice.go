package notices

// Notice is content/notices/**/<id>.md (front matter and Markdown) or .yaml.
// A file <id>.<language>.md holds the same notice in another language: only its
// texts, matched by ID; the facts stand in the main file.
type Notice struct {
	Pos     Pos    `yaml:"-"` // the start of its file
	ID      ID     `yaml:"-"` // its path below content/notices without the ending
	Lang    string `yaml:"-"` // BCP 47 tag
	Title   Text
	Kind    Term  `terms:"notice-kind"`
	Service Text  // the service's name, when the title is not
	Status  Term  `terms:"status"` // published unless it says draft
	Aliases []URL // earlier addresses of this page

	Controller       []Ref            `refs:"organisation"` // several are joint controllers, Article 26
	JointArrangement JointArrangement // Article 26(2)
	ProvidedBy       Ref              `refs:"organisation"` // the body or unit that runs the service, when it is not the controller
	AlsoProcessorFor []ProcessorFor
	Summary          Text   // one or two sentences: what the reader learns here
	Corporate        Ref    `refs:"notice"` // the corporate notice it builds on; found by the controller when not said
	Inherits         []Term `terms:"part"`  // parts taken over from the corporate notice besides rights and complaints
	Include          []Inclusion
	ReadWith         []Ref `refs:"notice"`
	Covers           []Covered
	Documents        []RelatedDocument

	Processing

	LawfulBasis Term `terms:"lawful-basis"` // for the purposes that name no other
	BasisInLaw  Text // likewise, Article 6(3)

	Rights     *Rights
	Complaints *Complaints
	Exemptions []Exemption
	Transition *Transition

	Effective     Date // from when it holds
	Updated       Date
	Reviewed      Date
	ReviewDue     Date
	Expires       Date
	ApprovedBy    Text // a role
	Assessment    Text // reference of the data protection impact assessment
	Changes       []Change
	OpenQuestions []OpenQuestion
	Accepted      []Acceptance

	Body Markdown
}

// Processing is what is done with personal data: the part that a notice and a
// shared block have in common.
type Processing struct {
	DataSubjects             []DataSubject
	Children                 Stated[Text] // how children are told, Article 12(1)
	Data                     []DataItem
	NotCollected             []Text
	SpecialCategoryData      Denial // Article 9; the items themselves say which they are
	CriminalOffenceData      Denial // Article 10
	LawEnforcementProcessing Denial // DPA 2018 Part 3
	Sources                  Stated[Source]
	Purposes                 []Purpose
	Recipients               Stated[Recipient]
	NeverSharedFor           []Text
	Access                   []Access
	Transfers                Stated[Transfer]
	Retention                []Retention
	AutomatedDecisions       Stated[AutomatedDecision]
	Profiling                Stated[Profiling]
	Security                 []Text
}

// IsDraft reports whether the notice is not to be published yet.
func (n *Notice) IsDraft() bool { return n.Status.Is("draft") }

// IsCorporate reports whether service notices can build on this one.
func (n *Notice) IsCorporate() bool { return n.Kind.Is("corporate") }

// JointArrangement is the essence of what joint controllers agreed.
type JointArrangement struct {
	Pos       Pos `yaml:"-"`
	Essence   Text
	Contact   Ref `refs:"organisation"` // the contact point, Article 26(1)
	Shares    []Responsibility
	Agreement URL
}

// Responsibility says which joint controller looks after what.
type Responsibility struct {
	Pos          Pos `yaml:"-"`
	Organisation Ref `refs:"organisation"`
	For          Text
}

// ProcessorFor says for whom, and when, the body is a processor instead.
type ProcessorFor struct {
	Pos          Pos `yaml:"-"`
	Organisation Ref `refs:"organisation"`
	Name         Text
	When         Text
}

// Inclusion takes a shared block into the notice, and says why it applies.
type Inclusion struct {
	Pos     Pos `yaml:"-"`
	Block   Ref `refs:"block" scalar:"true"`
	Because Text
}

// Covered is a service that a corporate notice names.
type Covered struct {
	Pos    Pos  `yaml:"-"`
	Name   Text `scalar:"true"`
	Notice Ref  `refs:"notice"`
	Link   URL  // a notice that is published elsewhere
}

// RelatedDocument is something to read further: a policy, an agreement.
type RelatedDocument struct {
	Pos   Pos `yaml:"-"`
	Title Text
	Link  URL
	About Text
}

// Exemption is a stated reason for not giving some information.
type Exemption struct {
	Pos        Pos  `yaml:"-"`
	Provision  Text `fact:"true"`              // such as 14(5)(b), or DPA 2018 Sch 2 para 2
	Item       Term `terms:"information-item"` // what is not given; everything when not said
	Reason     Text
	Safeguards Text
}

// Transition is for the time in which one body takes over from others.
type Transition struct {
	Pos      Pos `yaml:"-"`
	From     Date
	Until    Date
	Replaces []Ref `refs:"organisation"` // the predecessors
	Routes   []Route
}

// Route says where to turn about a topic during a transition.
type Route struct {
	Pos          Pos `yaml:"-"`
	Topic        Text
	Organisation Ref `refs:"organisation"`
	Notice       Ref `refs:"notice"`
	Link         URL
}

// Change is one entry of the change log.
type Change struct {
	Pos      Pos `yaml:"-"`
	Date     Date
	What     Text
	Material Answer // people must be told before: Article 13(3), 14(4)
}

// OpenQuestion is something that has to be answered before the notice is
// complete, such as "for the DPO to advise" in an impact assessment.
type OpenQuestion struct {
	Pos      Pos  `yaml:"-"`
	Question Text `scalar:"true"`
	For      Text // the role that is asked
	About    Term `terms:"information-item"`
}

// Acceptance is a finding that the body knows of and accepts for a time.
type Acceptance struct {
	Pos    Pos  `yaml:"-"`
	Rule   Term // the rule's ID
	About  Ref  // the item it concerns; every finding of the rule when not said
	Reason Text
	By     Text // a role
	Until  Date // the last day
}
