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
}

// Corpus is everything load has read, each list in the order of the IDs.
type Corpus struct {
	Site          *Site
	Organisations []*Organisation
	Notices       []*Notice
	Translations  []*Notice // texts of a notice in another language, with the ID of that notice
	Blocks        []*Block
	Pages         []*Page
	Glossary      []GlossaryTerm
	Baseline      *Baseline     // nil when there is none
	Fields        Fields        // what every place is part of
	Unread        []ContentFile // files that could not be read, so that a reference to them is no second finding
}
