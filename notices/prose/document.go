package prose

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"notices.example/notices"
)

// Document is a Markdown text as read. It does not change after Parse, so that
// several goroutines can use it.
type Document struct {
	Sections []Section
	Headings []Heading
	Links    []Link
	Images   []Image
	Passages []Passage         // the words, for checks of the wording; see ParseForPage
	Problems []notices.Finding // in the order of their places

	plain  *plainText // of a text that goldmark has not read
	text   string
	source []byte // the same; see bytes
	copied sync.Once
}

// Section is the text below one heading, up to the next heading of the same or a
// higher rank. Text before the first heading is the section with the ID "" and,
// as it stands under the title, with level 1.
type Section struct {
	ID    string // also a notices.Section where the writer says so, with {#recipients}
	Title string // the heading's words
	Level int    // the heading's level, 1 to 6
	Pos   notices.Pos

	blocks []ast.Node
	plain  plainBlocks // in the place of these, of a plain text
}

// Heading is a heading anywhere in the text.
type Heading struct {
	ID    string // never empty, unique in the document
	Text  string
	Level int
	Pos   notices.Pos
}

// Link is a link as written: a reference, [words][label], has the destination it
// refers to.
type Link struct {
	Destination string // without escapes: "&amp;" is "&"
	Text        string
	Pos         notices.Pos
}

// Image is an image as written. Images are not published yet.
type Image struct {
	Destination string
	Alt         string
	Pos         notices.Pos
}

// Parse reads a Markdown text. It never fails: what is wrong is in Problems. A
// text that breaks a limit (see Rules) has problems only, and no sections.
func Parse(m notices.Markdown) *Document { return parse(m, true) }

// ParseForPage is Parse for who shows the text, or follows its links, and does not
// check its wording: the document is the same, but has no passages.
func ParseForPage(m notices.Markdown) *Document { return parse(m, false) }

func parse(m notices.Markdown, passages bool) *Document {
	r := &reader{doc: &Document{text: m.Source}, places: &places{text: m}, passages: passages}
	if p, plain := plainTextOf(m); plain {
		r.doc.plain = &p
		r.readPlain(&p)
	} else {
		r.parse(m)
	}
	notices.SortFindings(r.doc.Problems)
	return r.doc
}

// parse has goldmark read the text.
func (r *reader) parse(m notices.Markdown) {
	r.places = newPlaces(m)
	if r.withinLimits(m.Source) {
		r.read(markdown().Parse(text.NewReader(r.doc.bytes())))
	}
}

// bytes gives the text as goldmark takes it.
func (d *Document) bytes() []byte {
	d.copied.Do(func() { d.source = []byte(d.text) })
	return d.source
}
