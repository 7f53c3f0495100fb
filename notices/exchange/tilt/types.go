package tilt

// Document is a notice in TILT. Its parts are named as the schema names them.
type Document struct {
	Meta        Meta         `json:"meta"`
	Controller  Controller   `json:"controller"`
	Officer     Officer      `json:"dataProtectionOfficer"`
	Data        []Data       `json:"dataDisclosed"`
	Transfers   []Transfer   `json:"thirdCountryTransfers"`
	Access      Right        `json:"accessAndDataPortability"`
	Sources     []DataSource `json:"sources"`
	Information Right        `json:"rightToInformation"`
	Erasure     Right        `json:"rightToRectificationOrDeletion"`
	Portability Right        `json:"rightToDataPortability"`
	Withdrawal  Right        `json:"rightToWithdrawConsent"`
	Complaint   Right        `json:"rightToComplain"`
	Decisions   Decisions    `json:"automatedDecisionMaking"`
	Changes     []Change     `json:"changesOfPurpose"`
}

// Meta says which document it is. Days are written YYYY-MM-DD.
type Meta struct {
	ID       string `json:"_id"` // the notice's ID
	Name     string `json:"name"`
	Created  string `json:"created"`
	Modified string `json:"modified"`
	Version  int    `json:"version"` // one more than the change log has entries
	Language string `json:"language"`
	Status   string `json:"status"` // active on the days on which the notice is in force
	URL      string `json:"url"`    // the notice's page
	Hash     string `json:"_hash"`  // SHA-256 of the document as JSON, in which this is empty
}

// Controller is the body that is responsible. TILT has room for one.
type Controller struct {
	Name           string `json:"name"`
	Division       string `json:"division,omitempty"`
	Address        string `json:"address"`
	Country        string `json:"country"`
	Representative Person `json:"representative"`
}

// Person is how to reach a body: a role here, never a person's name.
type Person struct {
	Name  string `json:"name"`
	Email string `json:"email"`
	Phone string `json:"phone,omitempty"`
}

// Officer is the data protection officer.
type Officer struct {
	Name    string `json:"name"`
	Address string `json:"address"`
	Country string `json:"country"`
	Email   string `json:"email"`
	Phone   string `json:"phone,omitempty"`
}

// Data is an item of data, with all that is done with it.
type Data struct {
	ID          string        `json:"_id"`
	Category    string        `json:"category"`
	Purposes    []Purpose     `json:"purposes"`
	Grounds     []Ground      `json:"legalBases"`
	Interests   []Interest    `json:"legitimateInterests"`
	Recipients  []Recipient   `json:"recipients"`
	Storage     []Storage     `json:"storage"`
	NotProvided NonDisclosure `json:"nonDisclosure"`
}

// Purpose is what an item is used for.
type Purpose struct {
	Purpose     string `json:"purpose"`
	Description string `json:"description"`
}

// Ground is a provision of the law that a purpose rests on, such as UKGDPR-6-1-e.
type Ground struct {
	Reference   string `json:"reference"`
	Description string `json:"description,omitempty"`
}

// Interest is a legitimate interest, Article 13(1)(d), or that there is none.
type Interest struct {
	Exists    bool   `json:"exists"`
	Reasoning string `json:"reasoning"`
}

// Recipient is who gets an item.
type Recipient struct {
	Name     string `json:"name,omitempty"`
	Address  string `json:"address,omitempty"`
	Country  string `json:"country,omitempty"`
	Category string `json:"category"`
}

// Storage is how long an item is kept. Of several lengths of time the longest counts.
type Storage struct {
	Temporal    []Temporal `json:"temporal,omitempty"`
	Conditional []string   `json:"purposeConditional,omitempty"`
	Aggregation string     `json:"aggregationFunction"`
}

// Temporal is a length of time, as an ISO 8601 duration of years, months and days.
type Temporal struct {
	Description string `json:"description"`
	TTL         string `json:"ttl"`
}

// NonDisclosure is whether an item has to be given, and what follows when it is not.
type NonDisclosure struct {
	LegalRequirement      bool   `json:"legalRequirement"`
	ContractualRegulation bool   `json:"contractualRegulation"`
	ObligationToProvide   bool   `json:"obligationToProvide"`
	Consequences          string `json:"consequences"`
}

// Transfer is what goes to another country, and what protects it there.
type Transfer struct {
	Country    string    `json:"country"`
	Adequacy   Statement `json:"adequacyDecision,omitzero"`
	Guarantees Statement `json:"appropriateGuarantees,omitzero"`
	Clauses    Statement `json:"standardDataProtectionClause,omitzero"`
}

// Statement is a yes with words. What is not said has none.
type Statement struct {
	Available   bool   `json:"available"`
	Description string `json:"description"`
}

// DataSource is where an item comes from that the person does not give.
type DataSource struct {
	ID       string   `json:"_id"`
	Category string   `json:"dataCategory"`
	Sources  []Source `json:"sources"`
}

// Source is one place it comes from.
type Source struct {
	Description string `json:"description"`
	URL         string `json:"url"`
	Public      bool   `json:"publiclyAvailable"`
}

// Right is a right and how to use it.
type Right struct {
	Available   bool       `json:"available"`
	Description string     `json:"description"`
	URL         string     `json:"url,omitempty"`
	Email       string     `json:"email,omitempty"`
	Evidence    []string   `json:"identificationEvidences,omitempty"`
	Authority   *Authority `json:"supervisoryAuthority,omitempty"` // of the right to complain
}

// Authority is the regulator.
type Authority struct {
	Name    string `json:"name"`
	Address string `json:"address,omitempty"`
	Country string `json:"country,omitempty"`
	Email   string `json:"email,omitempty"`
	Phone   string `json:"phone,omitempty"`
}

// Decisions says whether decisions are made about people without people, or profiles.
type Decisions struct {
	InUse bool   `json:"inUse"`
	Logic string `json:"logicInvolved"`
	Scope string `json:"scopeAndIntendedEffects"`
}

// Change is an entry of the change log of which people were to be told before.
type Change struct {
	Description string   `json:"description"`
	Affected    []string `json:"affectedDataCategories"`
	Planned     string   `json:"plannedDateOfChange,omitempty"`
}
