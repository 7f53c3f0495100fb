package handbook

// Page is what there is to say of something, apart from how it is shown.
type Page struct {
	Title string
	Parts []Part
}

// Part is a paragraph, a list or an example, or several of them under one heading.
type Part struct {
	Heading  string // none for what stands below the title
	Text     string // a paragraph
	List     []Entry
	Example  string // lines of a content file, or of several files
	Language string // of the example
}

// Entry is one thing of a list.
type Entry struct {
	Name string
	Link string // where there is more, or nothing
	Text string
}
