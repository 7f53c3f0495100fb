package notices

// Block is content/shared/<id>.yaml or .md: something that several notices do
// alike, such as CCTV. It is part of a notice only where that notice includes it.
type Block struct {
	Pos   Pos `yaml:"-"`
	ID    ID  `yaml:"-"` // the file's name
	Title Text
	Processing
	Body Markdown
}

// Page is content/pages/<id>.md: what is not a notice.
type Page struct {
	Pos     Pos    `yaml:"-"`
	ID      ID     `yaml:"-"`
	Lang    string `yaml:"-"`
	Title   Text
	Summary Text
	Aliases []URL
	Body    Markdown
}

// GlossaryTerm is a word explained: an entry of content/glossary.yaml.
type GlossaryTerm struct {
	Pos     Pos `yaml:"-"`
	Term    Text
	Meaning Text
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
	Unread        []ContentFile // files that could not be read, so that a reference to them is no second finding
}
