package dpv

// The parts of a document. Each key is a term of a vocabulary, with the prefix that
// the context explains, so that nothing of it is lost when it is read as RDF.

// Document is a notice.
type Document struct {
	Context     map[string]string `json:"@context"`
	Node        string            `json:"@id"`
	Type        string            `json:"@type"`
	Identifier  string            `json:"dct:identifier"`
	Title       Words             `json:"dct:title"`
	Summary     *Words            `json:"dct:description,omitempty"`
	Language    string            `json:"dct:language"`
	Updated     *Literal          `json:"dct:modified,omitempty"`
	Effective   *Literal          `json:"dct:valid,omitempty"`
	Law         Node              `json:"dpv:hasApplicableLaw"`
	Controllers []Body            `json:"dpv:hasDataController,omitempty"`
	Joint       *Joint            `json:"dpv:hasJointDataControllers,omitempty"`
	Processes   []Process         `json:"dpv:hasProcess,omitempty"`
	Rights      []Thing           `json:"dpv:hasRight,omitempty"`
	Measures    []Thing           `json:"dpv:hasTechnicalOrganisationalMeasure,omitempty"`
	Assessment  *Thing            `json:"dpv:hasImpactAssessment,omitempty"`
}

// Words is text in a language.
type Words struct {
	Value    string `json:"@value"`
	Language string `json:"@language"`
}

// Literal is a value of a type of XML Schema.
type Literal struct {
	Value string `json:"@value"`
	Type  string `json:"@type"`
}

// Node names something that stands elsewhere.
type Node struct {
	ID string `json:"@id"`
}

// Thing is something that is told in words.
type Thing struct {
	Types []string `json:"@type"`
	Label *Words   `json:"rdfs:label,omitempty"`
	About *Words   `json:"dct:description,omitempty"`
}

// Body is an organisation: a controller, a recipient or a source.
type Body struct {
	ID      string   `json:"@id,omitempty"`
	Types   []string `json:"@type"`
	Name    *Words   `json:"dpv:hasName,omitempty"`
	Address *Words   `json:"dpv:hasAddress,omitempty"`
	Contact []string `json:"dpv:hasContact,omitempty"`
	Country *Node    `json:"dpv:hasCountry,omitempty"`
	Officer *Body    `json:"dpv:hasDataProtectionOfficer,omitempty"`
	About   *Words   `json:"dct:description,omitempty"`
}

// Joint is a group of controllers.
type Joint struct {
	Type        string `json:"@type"`
	Controllers []Node `json:"dpv:hasDataController"`
	About       *Words `json:"dct:description,omitempty"`
}

// Process is a purpose with all that is done for it.
type Process struct {
	Node       string     `json:"@id"`
	Type       string     `json:"@type"`
	Purpose    Thing      `json:"dpv:hasPurpose"`
	Subjects   []Thing    `json:"dpv:hasDataSubject,omitempty"`
	Data       []Item     `json:"dpv:hasPersonalData,omitempty"`
	Grounds    []Thing    `json:"dpv:hasLegalBasis,omitempty"`
	Recipients []Body     `json:"dpv:hasRecipient,omitempty"`
	Transfers  []Transfer `json:"dpv:hasProcessing,omitempty"`
	Storage    []Storage  `json:"dpv:hasStorageCondition,omitempty"`
	Context    []Thing    `json:"dpv:hasContext,omitempty"`
}

// Item is an item of personal data.
type Item struct {
	Node        string   `json:"@id"`
	Types       []string `json:"@type"`
	Label       Words    `json:"rdfs:label"`
	Sources     []Body   `json:"dpv:hasDataSource,omitempty"`
	Necessity   *Node    `json:"dpv:hasNecessity,omitempty"`
	Consequence *Thing   `json:"dpv:hasConsequence,omitempty"`
}

// Transfer is what goes to another country.
type Transfer struct {
	Type      string  `json:"@type"`
	Countries []Node  `json:"dpv:hasCountry,omitempty"`
	Grounds   []Thing `json:"dpv:hasLegalBasis,omitempty"`
	About     *Words  `json:"dct:description,omitempty"`
}

// Storage is how long data is kept.
type Storage struct {
	Types    []string `json:"@type"`
	Duration *Literal `json:"dpv:hasDuration,omitempty"`
	About    *Words   `json:"dct:description,omitempty"`
}
