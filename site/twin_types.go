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
	Type string   `json:"@type"`
	ID   string   `json:"id"`
	Name TextData `json:"label"`
}

// GroundData is a ground that the law names, with its provision.
type GroundData struct {
	Types     []string `json:"@type,omitempty"`
	Term      string   `json:"term"`
	Label     TextData `json:"label,omitzero"`
	Provision string   `json:"provision,omitempty"`
	Citation  TextData `json:"citation,omitzero"`
	Link      string   `json:"link,omitempty"`
}

// ChangeData is an entry of the change log.
type ChangeData struct {
	Date     string   `json:"date"`
	What     TextData `json:"what"`
	Material bool     `json:"material,omitempty"`
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
	Type      string   `json:"@type"`
	Role      string   `json:"role"`
	Label     TextData `json:"label,omitzero"`
	Post      string   `json:"post,omitempty"`
	Email     string   `json:"email,omitempty"`
	Phone     string   `json:"phone,omitempty"`
	Textphone string   `json:"textphone,omitempty"`
	Form      string   `json:"form,omitempty"`
}

// JointData is the essence of what joint controllers agreed.
type JointData struct {
	Essence TextData    `json:"essence,omitzero"`
	Contact string      `json:"contact,omitempty"`
	Shares  []ShareData `json:"shares,omitempty"`
}

// ShareData says what a joint controller looks after.
type ShareData struct {
	Organisation string   `json:"organisation"`
	For          TextData `json:"for"`
}

// SubjectData is a group of people whose data is used.
type SubjectData struct {
	Type     string   `json:"@type"`
	Label    TextData `json:"label"`
	Children *bool    `json:"children,omitempty"`
}

// ItemData is a kind of personal data.
type ItemData struct {
	Node            string      `json:"@id,omitempty"`
	Types           []string    `json:"@type"`
	ID              string      `json:"id,omitempty"`
	Label           TextData    `json:"label"`
	Origin          string      `json:"origin,omitempty"`
	SpecialCategory *GroundData `json:"special_category,omitempty"`
	CriminalOffence *bool       `json:"criminal_offence,omitempty"`
	Channels        []string    `json:"channels,omitempty"`
	When            TextData    `json:"when,omitzero"`
	Provision       string      `json:"provision,omitempty"`
	RequiredBy      TextData    `json:"required_by,omitzero"`
	IfNotGiven      TextData    `json:"if_not_given,omitzero"`
	VisibleTo       TextData    `json:"visible_to,omitzero"`
}

// SourceData is where data comes from that the person does not give.
type SourceData struct {
	Type              string      `json:"@type"`
	ID                string      `json:"id,omitempty"`
	Name              TextData    `json:"name"`
	Organisation      string      `json:"organisation,omitempty"`
	Kind              string      `json:"kind,omitempty"`
	When              TextData    `json:"when,omitzero"`
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
	BasisInLaw          TextData    `json:"basis_in_law,omitzero"`
	LegitimateInterests TextData    `json:"legitimate_interests,omitzero"`
	RecognisedInterest  *GroundData `json:"recognised_interest,omitempty"`
	OutsidePublicTasks  TextData    `json:"outside_public_tasks,omitzero"`
	Condition           *GroundData `json:"condition,omitempty"`
	Schedule1           *GroundData `json:"schedule_1,omitempty"`
	EnforcementGround   *GroundData `json:"law_enforcement_ground,omitempty"`
	Schedule8           *GroundData `json:"schedule_8,omitempty"`
	OffenceCondition    string      `json:"offence_condition,omitempty"`
	PolicyDocument      string      `json:"policy_document,omitempty"`
	Withdrawal          TextData    `json:"withdrawal,omitzero"`
}

// LabelData is something that only words tell of.
type LabelData struct {
	Type  string   `json:"@type"`
	Label TextData `json:"label"`
}

// RecipientData is a body, or a kind of body, that data is given to.
type RecipientData struct {
	Types        []string    `json:"@type"`
	ID           string      `json:"id,omitempty"`
	Name         TextData    `json:"name"`
	Organisation string      `json:"organisation,omitempty"`
	Examples     []TextData  `json:"examples,omitempty"`
	Role         string      `json:"role,omitempty"`
	For          string      `json:"for,omitempty"`
	Purpose      TextData    `json:"reason,omitzero"`
	Purposes     []Reference `json:"serves,omitempty"`
	Data         []Reference `json:"data,omitempty"`
	When         TextData    `json:"when,omitzero"`
	RequiredBy   TextData    `json:"required_by,omitzero"`
	Country      string      `json:"country,omitempty"`
}

// TransferData is a transfer to other countries.
type TransferData struct {
	Type      string      `json:"@type"`
	ID        string      `json:"id,omitempty"`
	Recipient string      `json:"recipient,omitempty"`
	Countries []string    `json:"countries,omitempty"`
	Safeguard *GroundData `json:"safeguard,omitempty"`
	Detail    TextData    `json:"detail,omitzero"`
	Copy      TextData    `json:"copy,omitzero"`
	CopyLink  string      `json:"copy_link,omitempty"`
	Data      []Reference `json:"data,omitempty"`
	When      TextData    `json:"when,omitzero"`
}

// RetentionData says how long data is kept. Period is an ISO 8601 duration.
type RetentionData struct {
	Type       string      `json:"@type"`
	What       TextData    `json:"what,omitzero"`
	Data       []Reference `json:"data,omitempty"`
	Purposes   []Reference `json:"serves,omitempty"`
	HeldBy     string      `json:"held_by,omitempty"`
	Channels   []string    `json:"channels,omitempty"`
	Period     string      `json:"period,omitempty"`
	Criteria   TextData    `json:"criteria,omitzero"`
	From       TextData    `json:"from,omitzero"`
	Then       string      `json:"then,omitempty"`
	Exceptions TextData    `json:"exceptions,omitzero"`
	Schedule   string      `json:"schedule,omitempty"`
	Row        string      `json:"schedule_row,omitempty"`
}

// DecisionData is an automated decision, a profile, or a use of AI.
type DecisionData struct {
	ID           string      `json:"id,omitempty"`
	What         TextData    `json:"what"`
	Logic        TextData    `json:"logic,omitzero"`
	Significance TextData    `json:"significance,omitzero"`
	Consequences TextData    `json:"consequences,omitzero"`
	Effect       TextData    `json:"effect,omitzero"`
	Limits       TextData    `json:"limits,omitzero"`
	Purposes     []Reference `json:"serves,omitempty"`
	Data         []Reference `json:"data,omitempty"`
	UsesAI       *bool       `json:"uses_ai,omitempty"`
}

// UseData says how people use their rights.
type UseData struct {
	How             TextData `json:"how,omitzero"`
	Contact         string   `json:"contact,omitempty"`
	Identity        TextData `json:"identity,omitzero"`
	TimeLimit       TextData `json:"time_limit,omitzero"`
	WithdrawConsent TextData `json:"withdraw_consent,omitzero"`
	Link            string   `json:"link,omitempty"`
}

// RightData is a right, and whether it applies: yes, limited or no.
type RightData struct {
	Types      []string       `json:"@type"`
	Term       string         `json:"term"`
	Label      TextData       `json:"label"`
	Provisions []CitationData `json:"provisions"`
	Applies    string         `json:"applies"`
	Reason     TextData       `json:"reason"`
	Purposes   []Reference    `json:"for_purposes,omitempty"`
	Statement  TextData       `json:"statement,omitzero"`
}

// CitationData is a provision of the law, and where to read it.
type CitationData struct {
	Provision string   `json:"provision"`
	Citation  TextData `json:"citation"`
	Link      string   `json:"link,omitempty"`
}

// ComplaintsData is how to complain.
type ComplaintsData struct {
	ToController *RouteData `json:"to_controller,omitempty"`
	ToRegulator  *RouteData `json:"to_regulator,omitempty"`
}

// RouteData is one way of complaining.
type RouteData struct {
	How       TextData   `json:"how,omitzero"`
	Contact   string     `json:"contact,omitempty"`
	Form      string     `json:"form,omitempty"`
	Stages    []TextData `json:"stages,omitempty"`
	Regulator TextData   `json:"regulator,omitzero"`
	Website   string     `json:"website,omitempty"`
	Link      string     `json:"link,omitempty"`
}

// ExemptionData is a stated reason for not giving some information.
type ExemptionData struct {
	Provision  string   `json:"provision"`
	Citation   TextData `json:"citation,omitzero"`
	Item       string   `json:"item,omitempty"`
	Reason     TextData `json:"reason,omitzero"`
	Safeguards TextData `json:"safeguards,omitzero"`
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
	What       TextData `json:"what"`
	Provisions []string `json:"provisions,omitempty"`
	About      string   `json:"about,omitempty"`
	Reason     TextData `json:"reason,omitzero"`
	AcceptedBy TextData `json:"accepted_by,omitzero"`
	Until      string   `json:"until,omitempty"`
}
