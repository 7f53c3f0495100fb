package intake

// The keys of a draft, in the order of docs/keys.md. Where none can be said,
// the value is the word or a list.
type draft struct {
	Title         string      `yaml:"title"`
	Kind          string      `yaml:"kind"`
	Status        string      `yaml:"status"`
	Controller    any         `yaml:"controller"`
	Summary       string      `yaml:"summary,omitempty"`
	People        []string    `yaml:"data_subjects,omitempty"`
	Data          []*item     `yaml:"data,omitempty"`
	Sources       any         `yaml:"sources,omitempty"`
	Purposes      []*purpose  `yaml:"purposes,omitempty"`
	Recipients    any         `yaml:"recipients,omitempty"`
	Transfers     any         `yaml:"transfers,omitempty"`
	Retention     []*retained `yaml:"retention,omitempty"`
	Decisions     any         `yaml:"automated_decisions,omitempty"`
	Profiling     any         `yaml:"profiling,omitempty"`
	Security      []string    `yaml:"security,omitempty"`
	Updated       string      `yaml:"updated"`
	Assessment    string      `yaml:"assessment,omitempty"`
	OpenQuestions []question  `yaml:"open_questions,omitempty"`
}

type question struct {
	Question string `yaml:"question"`
	For      string `yaml:"for,omitempty"`
	About    string `yaml:"about,omitempty"`
}

type item struct {
	ID       string `yaml:"id"`
	Label    string `yaml:"label"`
	Special  string `yaml:"special_category,omitempty"`
	Offence  string `yaml:"criminal_offence,omitempty"`
	original string // the words of the record
}

type purpose struct {
	ID          string   `yaml:"id"`
	Purpose     string   `yaml:"purpose"`
	Data        []string `yaml:"data,omitempty,flow"`
	Basis       string   `yaml:"lawful_basis,omitempty"`
	Law         string   `yaml:"basis_in_law,omitempty"`
	Interests   string   `yaml:"legitimate_interests,omitempty"`
	Recognised  string   `yaml:"recognised_interest,omitempty"`
	Condition   string   `yaml:"condition,omitempty"`
	Schedule1   string   `yaml:"schedule_1,omitempty"`
	Offences    string   `yaml:"offence_condition,omitempty"`
	Policy      string   `yaml:"policy_document,omitempty"`
	Enforcement string   `yaml:"law_enforcement_ground,omitempty"`
	Schedule8   string   `yaml:"schedule_8,omitempty"`
}

type recipient struct {
	Organisation string   `yaml:"organisation,omitempty"`
	Name         string   `yaml:"name,omitempty"`
	Role         string   `yaml:"role,omitempty"`
	Purposes     []string `yaml:"purposes,omitempty,flow"`
}

type source struct {
	Organisation string   `yaml:"organisation,omitempty"`
	Name         string   `yaml:"name,omitempty"`
	Data         []string `yaml:"data,omitempty,flow"`
	purposes     []string
}

type transfer struct {
	Countries []string `yaml:"countries,flow"`
	Safeguard string   `yaml:"safeguard,omitempty"`
	Detail    string   `yaml:"detail,omitempty"`
	Data      []string `yaml:"data,omitempty,flow"`
	purposes  []string
}

type retained struct {
	Data     []string  `yaml:"data,omitempty,flow"`
	Purposes []string  `yaml:"purposes,omitempty,flow"`
	What     string    `yaml:"what,omitempty"`
	Period   string    `yaml:"period,omitempty"`
	Criteria string    `yaml:"criteria,omitempty"`
	From     string    `yaml:"from,omitempty"`
	Then     string    `yaml:"then,omitempty"`
	Schedule *schedule `yaml:"schedule,omitempty"`
}

type schedule struct {
	Link string `yaml:"link,omitempty"`
	Row  string `yaml:"row,omitempty"`
}

type decision struct {
	What     string   `yaml:"what"`
	Purposes []string `yaml:"purposes,omitempty,flow"`
}
