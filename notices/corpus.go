package notices

// Block is content/shared/<id>.yaml or .md: something that several notices do
// alike, such as CCTV. It is part of a notice only where that notice includes it.
type Block struct {
	Pos   Pos  `yaml:"-"`
	ID    ID   `yaml:"-"` // the file's name
	Title Text // what the block is about
	Processing
	Body Markdown // the text; in a .md file, all that follows the front matter
}

// Page is content/pages/<id>.md: what is not a notice.
type Page struct {
	Pos     Pos      `yaml:"-"`
	ID      ID       `yaml:"-"`
	Lang    string   `yaml:"-"`
	Title   Text     // the page's heading
	Summary Text     // one or two sentences
	Aliases []URL    // earlier addresses of this page
	Body    Markdown // the text
}

// GlossaryTerm is a word explained: an entry of content/glossary.yaml.
type GlossaryTerm struct {
	Pos     Pos  `yaml:"-"`
	Term    Text // the word
	Meaning Text // what it means, in plain words
	ID      ID   // its place on the page, and what its translation is known by; made from the word when absent
}

// Anchor is the place of the word on the glossary's page, in every language.
func (g GlossaryTerm) Anchor() string {
	if g.ID.Value != "" {
		return g.ID.Value
	}
	return Anchor(g.Term.Value)
}

// Shared is what the notices of a site share, in another language than the main
// one: in a corpus the words as they were written in the translations, in a set
// everything, with the facts of the main files, and with the language of each text
// named in it.
type Shared struct {
	Lang          string                   // BCP 47 tag
	Site          *Site                    // nil when it was not translated
	Organisations map[string]*Organisation // by ID
	Blocks        map[string]*Block        // by ID
	Glossary      []GlossaryTerm
}

// Reader gives notices that are there in brief only as they stand in their files.
type Reader interface {
	// Read gives a notice and its translations. The error is for trouble of the
	// machine, and for files that are not as they were.
	Read(id string) (n *Notice, translations []*Notice, err error)

	// Beyond gives what a notice names and does not define itself, each thing once,
	// and false when it has to be read to learn that.
	Beyond(id string) ([]Named, bool)
}

// Named is a thing that a notice names.
type Named struct {
	Kind string // as in a Reference
	ID   string
}

// Corpus is everything load has read, each list in the order of the IDs.
type Corpus struct {
	Site          *Site
	Organisations []*Organisation
	Notices       []*Notice
	Translations  []*Notice // texts of a notice in another language, with the ID of that notice
	Shared        []*Shared // translations of what notices share, in the order of their languages
	Blocks        []*Block
	Pages         []*Page
	Glossary      []GlossaryTerm
	Baseline      *Baseline     // nil when there is none
	Ledger        *Ledger       // nil when there is none
	Archive       Archive       // the kept texts of notices; nil when there is none
	Fields        *Fields       // what every place is part of
	Unread        []ContentFile // files that could not be read, so that a reference to them is no second finding
	Reader        Reader        // of notices and translations that are there in brief; nil when none is
}
