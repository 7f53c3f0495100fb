package prose

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// HTMLOptions say how a section becomes part of a page.
type HTMLOptions struct {
	// Level is the level that the section's own heading has on the page, 1 to 6.
	// The headings below it follow: in a section written with ##, ### is one more.
	Level int
	// IDPrefix stands before the ids of headings, for pages that show several texts.
	IDPrefix string
	// Href gives the address that a link has on the page for its destination as
	// written, or not ok when there is none, and then only the words are shown.
	// It is asked only for destinations that no error was found in. When it is
	// nil, destinations stay as they are.
	Href func(destination string) (href string, ok bool)
	// Explain gives the parts of a text that are explained elsewhere, in their
	// order, for links to the explanations. It is asked once for each piece of text
	// that can have links, from the beginning of the section to its end; there are no
	// such links when it is nil.
	Explain func(text string) []Explained
}

// HTML gives the section as HTML, without its own heading. It has no scripts,
// styles or pictures, and only links that Parse found no error in.
//
// A table stands in <div class="table">, which can be scrolled by keyboard.
// Columns that are not aligned left have cells of the class right or centre.
func (d *Document) HTML(s Section, o HTMLOptions) (template.HTML, error) {
	s.blocks = d.blocksOf(s)
	p := &pageRenderer{file: s.Pos.File, section: s, options: o}
	if o.Explain != nil {
		p.explain(d.bytes())
	}
	var out page
	for _, block := range s.blocks {
		err := ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			return p.node(&out, d.bytes(), n, entering)
		})
		if err != nil || out.tooLong {
			return "", fmt.Errorf("write section %q of %s as HTML: %w", s.ID, s.Pos, cmp.Or(err, errTooLong))
		}
	}
	return template.HTML(out.String()), nil
}

var errTooLong = errors.New("it is too long")

// page is what a section becomes, as goldmark's functions write it. It does not grow
// beyond maxHTML.
type page struct {
	strings.Builder
	tooLong bool
}

// room reports whether there is room for so many bytes.
func (p *page) room(bytes int) error {
	if p.tooLong = p.tooLong || p.Len()+bytes > maxHTML; p.tooLong {
		return errTooLong
	}
	return nil
}

// Write takes text as long as there is room for all of it.
func (p *page) Write(text []byte) (int, error) {
	if err := p.room(len(text)); err != nil {
		return 0, err
	}
	return p.Builder.Write(text)
}

// WriteString is Write.
func (p *page) WriteString(text string) (int, error) {
	if err := p.room(len(text)); err != nil {
		return 0, err
	}
	return p.Builder.WriteString(text)
}

// WriteByte is Write of one byte.
func (p *page) WriteByte(c byte) error {
	if err := p.room(1); err != nil {
		return err
	}
	return p.Builder.WriteByte(c)
}

// WriteRune is Write of one letter.
func (p *page) WriteRune(r rune) (int, error) { return p.WriteString(string(r)) }

// Available, Buffered and Flush are there because goldmark writes to buffers: there is
// nothing behind this one.
func (p *page) Available() int { return maxHTML - p.Len() }
func (p *page) Buffered() int  { return 0 }
func (p *page) Flush() error   { return nil }

// funcs are goldmark's own functions, kept to be called by ours: a copy of them
// would miss the corrections that goldmark makes.
type funcs map[ast.NodeKind]renderer.NodeRendererFunc

// Register is called by goldmark's renderers.
func (f funcs) Register(kind ast.NodeKind, fn renderer.NodeRendererFunc) { f[kind] = fn }

// base are those functions for all kinds of nodes. They keep nothing of what they
// write, so that several texts can be written at a time.
var base = sync.OnceValue(func() funcs {
	f := funcs{}
	html.NewRenderer().RegisterFuncs(f)
	extension.NewTableHTMLRenderer(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)).RegisterFuncs(f)
	return f
})

// pageRenderer does what differs from goldmark: it gives goldmark's functions a
// changed copy of a node, or leaves them out.
type pageRenderer struct {
	file    string
	section Section
	options HTMLOptions
	edges   map[*ast.Text][]edge // of links to explanations, in their order
}

// node writes a node as it is entered or left.
func (p *pageRenderer) node(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	switch n.Kind() {
	case ast.KindHeading:
		return p.heading(w, source, n, entering)
	case ast.KindText:
		return p.text(w, source, n, entering)
	case ast.KindLink:
		return p.link(w, source, n, entering)
	case ast.KindAutoLink:
		return p.autoLink(w, source, n, entering)
	case ast.KindImage:
		return ast.WalkContinue, nil // the words that stand for the picture are shown
	case ast.KindHTMLBlock:
		return p.htmlBlock(w, source, n, entering)
	case ast.KindRawHTML:
		return p.rawHTML(w, source, n, entering)
	case east.KindTable:
		return p.table(w, source, n, entering)
	}
	return plainly(w, source, n, entering)
}

// plainly writes a node as goldmark does.
func plainly(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if write := base()[n.Kind()]; write != nil {
		return write(w, source, n, entering)
	}
	return ast.WalkContinue, nil
}

func (p *pageRenderer) heading(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	h := *n.(*ast.Heading)
	id := headingID(&h)
	h.Level = min(max(p.options.Level+h.Level-p.section.Level, 1), 6)
	h.RemoveAttributes() // of the copy
	h.SetAttributeString("id", p.options.IDPrefix+id)
	return plainly(w, source, &h, entering)
}

func (p *pageRenderer) link(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	l := *n.(*ast.Link)
	href, ok := p.href(resolve(l.Destination))
	if !ok {
		return ast.WalkContinue, nil
	}
	l.Destination = escape(href)
	return plainly(w, source, &l, entering)
}

func (p *pageRenderer) autoLink(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	l := n.(*ast.AutoLink)
	if !entering {
		return ast.WalkContinue, nil
	}
	if !p.usable(autoDestination(l, source)) {
		_, err := w.Write(util.EscapeHTML(l.Label(source)))
		return ast.WalkContinue, err
	}
	return plainly(w, source, n, entering)
}

func (p *pageRenderer) href(destination string) (string, bool) {
	if !p.usable(destination) {
		return "", false
	}
	if p.options.Href == nil {
		return destination, true
	}
	return p.options.Href(destination)
}

// usable reports whether an address can stand on a page.
func (p *pageRenderer) usable(destination string) bool {
	f := inspectFrom(p.file, destination)
	return f == nil || severityOf(f.rule) < blocking
}

// escape writes an address so that goldmark reads it as it is.
func escape(href string) []byte {
	return []byte(strings.ReplaceAll(strings.ReplaceAll(href, "&", "&amp;"), `\`, `\\`))
}

// htmlBlock shows HTML as it was typed, so that a preview hides nothing, and
// leaves out comments.
func (p *pageRenderer) htmlBlock(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	start, stop := blockRange(n.(*ast.HTMLBlock))
	written := bytes.TrimSpace(source[start:stop])
	if isComment(string(written)) {
		return ast.WalkContinue, nil
	}
	_, err := fmt.Fprintf(w, "<p>%s</p>\n", util.EscapeHTML(written))
	return ast.WalkContinue, err
}

func (p *pageRenderer) rawHTML(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	written := n.(*ast.RawHTML).Segments.Value(source)
	if !entering || isComment(string(written)) {
		return ast.WalkSkipChildren, nil
	}
	_, err := w.Write(util.EscapeHTML(written))
	return ast.WalkSkipChildren, err
}

// table puts a box around a table that scrolls on narrow screens. The box has a
// name, from the head of the table, as it can be reached by keyboard.
func (p *pageRenderer) table(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = fmt.Fprintf(w, "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"%s\">\n",
			util.EscapeHTML([]byte(tableName(n))))
		return plainly(w, source, n, entering)
	}
	status, err := plainly(w, source, n, entering)
	_, _ = w.WriteString("</div>\n")
	return status, err
}
