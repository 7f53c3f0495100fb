package prose

import (
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"

	"notices.example/notices"
)

// markdown gives the parser of all texts. It keeps nothing of a text, so that several
// can be parsed at a time.
var markdown = sync.OnceValue(func() parser.Parser {
	return goldmark.New(
		goldmark.WithParserOptions(parser.WithAttribute()), // {#id} on headings; the rest is reported
		goldmark.WithExtensions(extension.Table),
	).Parser()
})

// reader fills a document.
type reader struct {
	doc       *Document
	places    *places
	passages  bool                  // they are wanted
	begins    map[*ast.Heading]bool // the headings that sections begin at
	section   string                // the ID of the heading last read
	text      []byte                // memory for the words of passages, one after the other
	spans     notices.Spans         // likewise
	depth     int
	addresses int // bytes
	tooDeep   bool
	hasHTML   bool
}

func (r *reader) report(rule string, pos notices.Pos, message, fix string) {
	r.doc.Problems = append(r.doc.Problems, notices.Finding{
		Rule: rule, Severity: severityOf(rule), Pos: pos, Message: message, Fix: fix,
	})
}

func (r *reader) read(root ast.Node) {
	r.readHeadings(root)
	_ = ast.Walk(root, r.visit) // visit gives no errors
	if r.tooDeep || !r.withinAddressLimit() {
		return
	}
	r.split(root)
}

// visit looks at one node, before and after its children.
func (r *reader) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	r.countNesting(n, entering)
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Link:
		r.readLink(n)
	case *ast.AutoLink:
		r.readAutoLink(n)
	case *ast.Image:
		r.readImage(n)
	case *ast.HTMLBlock:
		r.readHTMLBlock(n)
	case *ast.RawHTML:
		r.readRawHTML(n)
	case *ast.FencedCodeBlock:
		n.Info = nil // the language of a program says nothing to readers
	case *east.Table:
		r.nameTable(n)
	case *east.TableCell:
		prepareCell(n)
	}
	if r.passages {
		r.readPassage(n)
	}
	return ast.WalkContinue, nil
}

func (r *reader) countNesting(n ast.Node, entering bool) {
	switch n.Kind() {
	case ast.KindBlockquote, ast.KindList, ast.KindEmphasis, ast.KindLink, ast.KindImage:
	default:
		return
	}
	if !entering {
		r.depth--
		return
	}
	r.depth++
	if r.depth > maxNesting && !r.tooDeep {
		r.tooDeep = true
		rule, message, fix := nestingFault()
		r.report(rule, r.places.span(n.Pos(), n.Pos()), message, fix)
	}
}

// tableNameKey is the attribute that keeps the name of a table for its box.
// goldmark does not write it, as a table element cannot have it.
const tableNameKey = "box-name"

// nameTable names a table by the words of its head.
func (r *reader) nameTable(table *east.Table) {
	var words []string
	for cell := table.FirstChild().FirstChild(); cell != nil; cell = cell.NextSibling() {
		if w := r.plain(cell); w != "" {
			words = append(words, w)
		}
	}
	table.SetAttributeString(tableNameKey, strings.Join(words, ", "))
}

func tableName(table ast.Node) string {
	name, _ := table.AttributeString(tableNameKey)
	s, _ := name.(string)
	return s
}

// prepareCell gives header cells their scope, and alignment as a class: goldmark
// would write a style, which the pages' security policy forbids.
func prepareCell(cell *east.TableCell) {
	if cell.Parent().Kind() == east.KindTableHeader {
		cell.SetAttributeString("scope", "col")
	}
	switch cell.Alignment {
	case east.AlignRight:
		cell.SetAttributeString("class", "right")
	case east.AlignCenter:
		cell.SetAttributeString("class", "centre")
	}
}

// split puts the blocks of the text into sections.
func (r *reader) split(root ast.Node) {
	current := Section{Level: 1, Pos: r.places.text.Pos}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok || !r.begins[h] {
			current.blocks = append(current.blocks, n)
			continue
		}
		r.addSection(current)
		current = Section{ID: headingID(h), Title: r.plain(h), Level: h.Level, Pos: r.headingPlace(h)}
	}
	r.addSection(current)
}

// addSection adds the section, unless it is the empty one before the first heading.
func (r *reader) addSection(s Section) {
	if s.ID == "" && !slices.ContainsFunc(s.blocks, isContent) {
		return
	}
	r.doc.Sections = append(r.doc.Sections, s)
}

func isContent(n ast.Node) bool { return n.Kind() != ast.KindLinkReferenceDefinition }

// readHTMLBlock reports HTML that stands by itself.
func (r *reader) readHTMLBlock(n *ast.HTMLBlock) {
	if start, stop := blockRange(n); stop > start {
		r.reportHTML(start, stop)
	}
}

// blockRange gives the offsets of the HTML, with the line that ends it.
func blockRange(n *ast.HTMLBlock) (start, stop int) {
	lines := n.Lines()
	if lines.Len() > 0 {
		start, stop = lines.At(0).Start, lines.At(lines.Len()-1).Stop
	}
	if n.HasClosure() {
		stop = n.ClosureLine.Stop
		if lines.Len() == 0 {
			start = n.ClosureLine.Start
		}
	}
	return start, stop
}

// readRawHTML reports HTML within a sentence.
func (r *reader) readRawHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	r.reportHTML(n.Segments.At(0).Start, n.Segments.At(n.Segments.Len()-1).Stop)
}

func (r *reader) reportHTML(start, stop int) {
	html := strings.TrimSpace(string(r.doc.bytes()[start:stop]))
	pos := r.places.span(start, start+len(html))
	if isComment(html) {
		r.report("markdown-comment", pos, "This comment is left out of the page.",
			"Delete it, or keep notes for colleagues in the part above the text, on a line that begins with #.")
		return
	}
	if r.hasHTML && strings.HasPrefix(html, "</") {
		return // it goes with an opening tag, which is reported
	}
	r.hasHTML = true
	r.report("markdown-html", pos, "This is HTML: "+shown(html)+". HTML is not used in notices: readers would see it as it is typed.",
		"Write it in Markdown. If < is meant to be seen, write &lt; instead.")
}

// isComment reports whether the HTML is a comment and nothing else. Words behind
// a comment, or in one that is not closed, would be missing from the page.
func isComment(html string) bool {
	return strings.HasPrefix(html, "<!--") && strings.Index(html, "-->") == len(html)-len("-->")
}
