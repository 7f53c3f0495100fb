package site

// The parts of NoticeData. A field is named as its key is in content files; where
// a value is a term of a fixed list, it is the term, and its label stands beside
// it only where the law gives it one.

// Reference names something else in the document: ID is what the notice calls it.
type Reference struct {
	Node string `json:"@id,omitempty"`
	ID   string `json:"id"`
}

// OtherData is the notice in another language.
type OtherData struct {
	Language string `json:"language"`
	Page     string `json:"page"`
	Data     string `json:"json"`
}

// LawData is the law the notice is under.
type LawData struct {
	Type string `json:"@type"`
	ID   string `json:"id"`
	Name string `json:"label"`
}

// GroundData is a ground that the law names, with its provision.
type GroundData struct {
	Types     []string `json:"@type,omitempty"`
	Term      string   `json:"term"`
	Label     string   `json:"label,omitempty"`
	Provision string   `json:"provision,omitempty"`
	Citation  string   `json:"citation,omitempty"`
	Link      string   `json:"link,omitempty"`
}

// ChangeData is an entry of the change log.
type ChangeData struct {
	Date     string `json:"date"`
	What     string `json:"what"`
	Material bool   `json:"material,omitempty"`
}

// BodyData is an organisation.
type BodyData struct {
	Node         string        `json:"@id,omitempty"`
	Types        []string      `json:"@type,omitempty"`
	ID           string        `json:"id,omitempty"`
	Name         string        `json:"name"`
	Country      string        `json:"country,omitempty"`
	Address      string        `json:"address,omitempty"`
	Website      string        `json:"website,omitempty"`
	Registration string        `json:"registration,omitempty"`
	Contacts     []ContactData `json:"contacts,omitempty"`
}

// ContactData is a way of reaching a body.
type ContactData struct {
	Type      string `json:"@type"`
	Role      string `json:"role"`
	Label     string `json:"label,omitempty"`
	Post      string `json:"post,omitempty"`
	Email     string `json:"email,omitempty"`
	Phone     string `json:"phone,omitempty"`
	Textphone string `json:"textphone,omitempty"`
	Form      string `json:"form,omitempty"`
}

// JointData is the essence of what joint controllers agreed.
type JointData struct {
	Essence string      `json:"essence,omitempty"`
	Contact string      `json:"contact,omitempty"`
	Shares  []ShareData `json:"shares,omitempty"`
}

// ShareData says what a joint controller looks after.
type ShareData struct {
	Organisation string `json:"organisation"`
	For          string `json:"for"`
}

// SubjectData is a group of people whose data is used.
type SubjectData struct {
	Type     string `json:"@type"`
	Label    string `json:"label"`
	Children *bool  `json:"children,omitempty"`
}

// ItemData is a kind of personal data.
type ItemData struct {
	Node            string      `json:"@id,omitempty"`
	Types           []string    `json:"@type"`
	ID              string      `json:"id,omitempty"`
	Label           string      `json:"label"`
	Origin          string      `json:"origin,omitempty"`
	SpecialCategory *GroundData `json:"special_category,omitempty"`
	CriminalOffence *bool       `json:"criminal_offence,omitempty"`
	Channels        []string    `json:"channels,omitempty"`
	When            string      `json:"when,omitempty"`
	Provision       string      `json:"provision,omitempty"`
	RequiredBy      string      `json:"required_by,omitempty"`
	IfNotGiven      string      `json:"if_not_given,omitempty"`
	VisibleTo       string      `json:"visible_to,omitempty"`
}

// SourceData is where data comes from that the person does not give.
type SourceData struct {
	Type              string      `json:"@type"`
	ID                string      `json:"id,omitempty"`
	Name              string      `json:"name"`
	Organisation      string      `json:"organisation,omitempty"`
	Kind              string      `json:"kind,omitempty"`
	When              string      `json:"when,omitempty"`
	Data              []Reference `json:"data,omitempty"`
	PubliclyAvailable *bool       `json:"publicly_available,omitempty"`
}

// PurposeData is a purpose with its own legal grounds.
type PurposeData struct {
	Node                string      `json:"@id,omitempty"`
	Type                string      `json:"@type"`
	ID                  string      `json:"id,omitempty"`
	Purpose             LabelData   `json:"purpose"`
	Data                []Reference `json:"data,omitempty"`
	Activities          []string    `json:"activities,omitempty"`
	LawfulBasis         *GroundData `json:"lawful_basis,omitempty"`
	BasisInLaw          string      `json:"basis_in_law,omitempty"`
	LegitimateInterests string      `json:"legitimate_interests,omitempty"`
	RecognisedInterest  *GroundData `json:"recognised_interest,omitempty"`
	OutsidePublicTasks  string      `json:"outside_public_tasks,omitempty"`
	Condition           *GroundData `json:"condition,omitempty"`
	Schedule1           *GroundData `json:"schedule_1,omitempty"`
	EnforcementGround   *GroundData `json:"law_enforcement_ground,omitempty"`
	Schedule8           *GroundData `json:"schedule_8,omitempty"`
	OffenceCondition    string      `json:"offence_condition,omitempty"`
	PolicyDocument      string      `json:"policy_document,omitempty"`
	Withdrawal          string      `json:"withdrawal,omitempty"`
}

// LabelData is something that only words tell of.
type LabelData struct {
	Type  string `json:"@type"`
	Label string `json:"label"`
}

// RecipientData is a body, or a kind of body, that data is given to.
type RecipientData struct {
	Types        []string    `json:"@type"`
	ID           string      `json:"id,omitempty"`
	Name         string      `json:"name"`
	Organisation string      `json:"organisation,omitempty"`
	Examples     []string    `json:"examples,omitempty"`
	Role         string      `json:"role,omitempty"`
	For          string      `json:"for,omitempty"`
	Purpose      string      `json:"reason,omitempty"`
	Purposes     []Reference `json:"serves,omitempty"`
	Data         []Reference `json:"data,omitempty"`
	When         string      `json:"when,omitempty"`
	RequiredBy   string      `json:"required_by,omitempty"`
	Country      string      `json:"country,omitempty"`
}

// TransferData is a transfer to other countries.
type TransferData struct {
	Type      string      `json:"@type"`
	ID        string      `json:"id,omitempty"`
	Recipient string      `json:"recipient,omitempty"`
	Countries []string    `json:"countries,omitempty"`
	Safeguard *GroundData `json:"safeguard,omitempty"`
	Detail    string      `json:"detail,omitempty"`
	Copy      string      `json:"copy,omitempty"`
	CopyLink  string      `json:"copy_link,omitempty"`
	Data      []Reference `json:"data,omitempty"`
	When      string      `json:"when,omitempty"`
}

// RetentionData says how long data is kept. Period is an ISO 8601 duration.
type RetentionData struct {
	Type       string      `json:"@type"`
	What       string      `json:"what,omitempty"`
	Data       []Reference `json:"data,omitempty"`
	Purposes   []Reference `json:"serves,omitempty"`
	HeldBy     string      `json:"held_by,omitempty"`
	Channels   []string    `json:"channels,omitempty"`
	Period     string      `json:"period,omitempty"`
	Criteria   string      `json:"criteria,omitempty"`
	From       string      `json:"from,omitempty"`
	Then       string      `json:"then,omitempty"`
	Exceptions string      `json:"exceptions,omitempty"`
	Schedule   string      `json:"schedule,omitempty"`
	Row        string      `json:"schedule_row,omitempty"`
}

// DecisionData is an automated decision, a profile, or a use of AI.
type DecisionData struct {
	ID           string      `json:"id,omitempty"`
	What         string      `json:"what"`
	Logic        string      `json:"logic,omitempty"`
	Significance string      `json:"significance,omitempty"`
	Consequences string      `json:"consequences,omitempty"`
	Effect       string      `json:"effect,omitempty"`
	Limits       string      `json:"limits,omitempty"`
	Purposes     []Reference `json:"serves,omitempty"`
	Data         []Reference `json:"data,omitempty"`
	UsesAI       *bool       `json:"uses_ai,omitempty"`
}

// UseData says how people use their rights.
type UseData struct {
	How             string `json:"how,omitempty"`
	Contact         string `json:"contact,omitempty"`
	Identity        string `json:"identity,omitempty"`
	TimeLimit       string `json:"time_limit,omitempty"`
	WithdrawConsent string `json:"withdraw_consent,omitempty"`
	Link            string `json:"link,omitempty"`
}

// RightData is a right, and whether it applies: yes, limited or no.
type RightData struct {
	Types      []string       `json:"@type"`
	Term       string         `json:"term"`
	Label      string         `json:"label"`
	Provisions []CitationData `json:"provisions"`
	Applies    string         `json:"applies"`
	Reason     string         `json:"reason"`
	Purposes   []Reference    `json:"for_purposes,omitempty"`
	Statement  string         `json:"statement,omitempty"`
}

// CitationData is a provision of the law, and where to read it.
type CitationData struct {
	Provision string `json:"provision"`
	Citation  string `json:"citation"`
	Link      string `json:"link,omitempty"`
}

// ComplaintsData is how to complain.
type ComplaintsData struct {
	ToController *RouteData `json:"to_controller,omitempty"`
	ToRegulator  *RouteData `json:"to_regulator,omitempty"`
}

// RouteData is one way of complaining.
type RouteData struct {
	How       string   `json:"how,omitempty"`
	Contact   string   `json:"contact,omitempty"`
	Form      string   `json:"form,omitempty"`
	Stages    []string `json:"stages,omitempty"`
	Regulator string   `json:"regulator,omitempty"`
	Website   string   `json:"website,omitempty"`
	Link      string   `json:"link,omitempty"`
}

// ExemptionData is a stated reason for not giving some information.
type ExemptionData struct {
	Provision  string `json:"provision"`
	Citation   string `json:"citation,omitempty"`
	Item       string `json:"item,omitempty"`
	Reason     string `json:"reason,omitempty"`
	Safeguards string `json:"safeguards,omitempty"`
}

// TransitionData is for the time in which one body takes over from others.
type TransitionData struct {
	From     string   `json:"from,omitempty"`
	Until    string   `json:"until,omitempty"`
	Replaces []string `json:"replaces,omitempty"`
}

// GapData is something that the notice owns up to not saying yet, or not rightly.
type GapData struct {
	Rule       string   `json:"rule"`
	What       string   `json:"what"`
	Provisions []string `json:"provisions,omitempty"`
	About      string   `json:"about,omitempty"`
	Reason     string   `json:"reason,omitempty"`
	AcceptedBy string   `json:"accepted_by,omitempty"`
	Until      string   `json:"until,omitempty"`
}
