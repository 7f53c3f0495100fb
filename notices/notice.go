package notices

import "time"

// Notice is content/notices/**/<id>.md (front matter and Markdown) or .yaml.
// A file <id>.<language>.md holds the same notice in another language: only its
// texts, matched by ID; the facts stand in the main file.
type Notice struct {
	Pos     Pos    `yaml:"-"` // the start of its file
	ID      ID     `yaml:"-"` // its path below content/notices without the ending
	Lang    string `yaml:"-"` // BCP 47 tag
	Brief   bool   `yaml:"-"` // there is no more in it than others see: see Corpus.Reader
	Title   Text   // the page's heading
	Kind    Term   `terms:"notice-kind"` // what sort of notice it is
	Service Text   // the service's name, when the title is not
	Status  Term   `terms:"status"` // published unless it says draft
	Aliases []URL  // earlier addresses of this page

	Controller       []Ref             `refs:"organisation"` // several are joint controllers, Article 26
	JointArrangement JointArrangement  // Article 26(2)
	ProvidedBy       Ref               `refs:"organisation"` // the body or unit that runs the service, when it is not the controller
	AlsoProcessorFor []ProcessorFor    // when the controller acts for someone else instead
	Summary          Text              // one or two sentences: what the reader learns here
	Corporate        Ref               `refs:"notice"` // the corporate notice it builds on; found by the controller when not said
	Inherits         []Term            `terms:"part"`  // parts taken over from the corporate notice besides rights and complaints
	Include          []Inclusion       // shared blocks that apply to this notice
	ReadWith         []Ref             `refs:"notice"` // notices to read beside this one
	Covers           []Covered         // of a corporate notice: the services it speaks for
	Documents        []RelatedDocument // what to read further

	Processing

	LawfulBasis Term `terms:"lawful-basis"` // for the purposes that name no other
	BasisInLaw  Text // likewise, Article 6(3)

	Rights     *Rights     // how people use their rights; from the corporate notice when absent
	Complaints *Complaints // how people complain; from the corporate notice when absent
	Exemptions []Exemption // stated reasons for not giving some information
	Transition *Transition // of a transition notice: from whom, to whom, until when

	Effective     Date           // from when it holds; published from this day
	Updated       Date           // when it was last changed
	Translates    Date           `translation:"true"` // of a translation: the day on which the notice that it follows was last updated
	Reviewed      Date           // when it was last checked against what is done
	ReviewDue     Date           // when it is to be checked next
	Expires       Date           // the last day on which it holds and is published
	ApprovedBy    Text           // a role
	Assessment    Text           // reference of the data protection impact assessment
	Changes       []Change       // the change log, newest first
	OpenQuestions []OpenQuestion // what has to be answered before it is complete
	Accepted      []Acceptance   // findings that are known and accepted for a time

	Body Markdown // the text; in a .md file, all that follows the front matter
}

// Processing is what is done with personal data: the part that a notice and a
// shared block have in common.
type Processing struct {
	DataSubjects             []DataSubject             // whose data it is
	Children                 Stated[Text]              // how children are told, Article 12(1)
	Data                     []DataItem                // what is held, each item once
	NotCollected             []Text                    // what people should not send, or is not asked for
	SpecialCategoryData      Denial                    // Article 9; the items themselves say which they are
	CriminalOffenceData      Denial                    // Article 10
	LawEnforcementProcessing Denial                    // DPA 2018 Part 3
	Sources                  Stated[Source]            // where data comes from that the person does not give
	Purposes                 []Purpose                 // what it is used for, each with its legal grounds
	Recipients               Stated[Recipient]         // who else gets it
	NeverSharedFor           []Text                    // promises, such as marketing
	Access                   []Access                  // who inside the body sees what
	Transfers                Stated[Transfer]          // what goes to other countries
	Retention                []Retention               // how long it is kept
	AutomatedDecisions       Stated[AutomatedDecision] // decisions without meaningful human involvement
	Profiling                Stated[Profiling]         // automated evaluation of people
	ArtificialIntelligence   Stated[AIUse]             // uses of AI that people should know of
	Security                 []Text                    // how it is protected
}

// IsDraft reports whether the notice is not finished. Whether one that is finished
// is published depends on the day: see Standing.
func (n *Notice) IsDraft() bool { return n.Status.Is("draft") }

// IsCorporate reports whether service notices can build on this one.
func (n *Notice) IsCorporate() bool { return n.Kind.Is("corporate") }

// LawDay gives the day whose law the notice is judged by: the day of the check,
// but not before the notice holds nor after it has ended. An archived notice
// does not fail for a law that came later.
func (n *Notice) LawDay(day time.Time) time.Time { return lawDay(n.Effective, n.Expires, day) }

func lawDay(effective, expires Date, day time.Time) time.Time {
	switch {
	case expires.Said() && day.After(expires.Time):
		return expires.Time
	case effective.Said() && day.Before(effective.Time):
		return effective.Time
	}
	return day
}

// JointArrangement is the essence of what joint controllers agreed.
type JointArrangement struct {
	Pos       Pos              `yaml:"-"`
	Essence   Text             // what people need to know of it
	Contact   Ref              `refs:"organisation"` // the contact point, Article 26(1)
	Shares    []Responsibility // who looks after what
	Agreement URL              // the arrangement itself, where it is published
}

// Responsibility says which joint controller looks after what.
type Responsibility struct {
	Pos          Pos  `yaml:"-"`
	Organisation Ref  `refs:"organisation"` // one of the joint controllers
	For          Text // what it looks after
}

// ProcessorFor says for whom, and when, the body is a processor instead.
type ProcessorFor struct {
	Pos          Pos  `yaml:"-"`
	Organisation Ref  `refs:"organisation"` // the controller then
	Name         Text // a kind of controller, when it is not one organisation
	When         Text // in which cases
}

// Inclusion takes a shared block into the notice, and says why it applies.
type Inclusion struct {
	Pos     Pos  `yaml:"-"`
	Block   Ref  `refs:"block" scalar:"true"` // the block's file name without its ending
	Because Text // why it applies here
}

// Covered is a service that a corporate notice names.
type Covered struct {
	Pos    Pos  `yaml:"-"`
	Name   Text `scalar:"true"` // the service's name
	Notice Ref  `refs:"notice"` // its notice on this site
	Link   URL  // a notice that is published elsewhere
}

// RelatedDocument is something to read further: a policy, an agreement.
type RelatedDocument struct {
	Pos   Pos  `yaml:"-"`
	Title Text // what it is called
	Link  URL  // where it is
	About Text // what one finds in it
}

// Exemption is a stated reason for not giving some information.
type Exemption struct {
	Pos        Pos  `yaml:"-"`
	Provision  Text `fact:"true"`              // such as 14(5)(b), or DPA 2018 Sch 2 para 2
	Item       Term `terms:"information-item"` // what is not given; everything when not said
	Reason     Text // why it applies
	Safeguards Text // what protects people instead
}

// Transition is for the time in which one body takes over from others.
type Transition struct {
	Pos      Pos     `yaml:"-"`
	From     Date    // the first day
	Until    Date    // the last day; a transition without an end is a finding
	Replaces []Ref   `refs:"organisation"` // the predecessors
	Routes   []Route // where to turn in the meantime
}

// Route says where to turn about a topic during a transition.
type Route struct {
	Pos          Pos   `yaml:"-"`
	Topic        Text  // about what
	Organisation []Ref `refs:"organisation"` // to whom
	Notice       Ref   `refs:"notice"`       // or the notice that holds
	Link         URL   // or a page elsewhere
}

// Change is one entry of the change log.
type Change struct {
	Pos      Pos    `yaml:"-"`
	Date     Date   // when
	What     Text   // what changed for people
	Material Answer // people must be told before: Article 13(3), 14(4)
}

// OpenQuestion is something that has to be answered before the notice is
// complete, such as "for the DPO to advise" in an impact assessment.
type OpenQuestion struct {
	Pos      Pos  `yaml:"-"`
	Question Text `scalar:"true"` // what is not known yet
	For      Text // the role that is asked
	About    Term `terms:"information-item"` // the item of information it concerns
}

// Acceptance is a finding that the body knows of and accepts for a time.
type Acceptance struct {
	Pos    Pos  `yaml:"-"`
	Rule   Term // the rule's ID
	About  Ref  // the item it concerns; every finding of the rule when not said
	Reason Text // why; readers see it
	By     Text // a role
	Until  Date // the last day
}
