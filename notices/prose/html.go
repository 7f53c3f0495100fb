package prose

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"strings"

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
	r := d.newRenderer(s, o)
	var b limited
	for _, block := range s.blocks {
		if err := r.Render(&b, d.source, block); err != nil {
			return "", fmt.Errorf("write section %q of %s as HTML: %w", s.ID, s.Pos, err)
		}
	}
	return template.HTML(b.String()), nil
}

var errTooLong = errors.New("it is too long")

// limited is a buffer that refuses to grow beyond maxHTML.
type limited struct{ bytes.Buffer }

// Write takes text as long as there is room for all of it.
func (l *limited) Write(p []byte) (int, error) {
	if l.Len()+len(p) > maxHTML {
		return 0, errTooLong
	}
	return l.Buffer.Write(p)
}

func (d *Document) newRenderer(s Section, o HTMLOptions) renderer.Renderer {
	page := &pageRenderer{base: baseFuncs(), file: s.Pos.File, section: s, options: o}
	if o.Explain != nil {
		page.explain(d.source)
	}
	base := []util.PrioritizedValue{
		util.Prioritized(html.NewRenderer(), 1000),
		util.Prioritized(newTableRenderer(), 900),
		util.Prioritized(page, 100),
	}
	return renderer.NewRenderer(renderer.WithNodeRenderers(base...))
}

func newTableRenderer() renderer.NodeRenderer {
	return extension.NewTableHTMLRenderer(extension.WithTableCellAlignMethod(extension.TableCellAlignNone))
}

// funcs are goldmark's own functions, kept to be called by ours: a copy of them
// would miss the corrections that goldmark makes.
type funcs map[ast.NodeKind]renderer.NodeRendererFunc

// Register is called by goldmark's renderers.
func (f funcs) Register(kind ast.NodeKind, fn renderer.NodeRendererFunc) { f[kind] = fn }

func baseFuncs() funcs {
	f := funcs{}
	html.NewRenderer().RegisterFuncs(f)
	newTableRenderer().RegisterFuncs(f)
	return f
}

// pageRenderer does what differs from goldmark: it gives goldmark's functions a
// changed copy of a node, or leaves them out.
type pageRenderer struct {
	base    funcs
	file    string
	section Section
	options HTMLOptions
	edges   map[*ast.Text][]edge // of links to explanations, in their order
}

// RegisterFuncs is called by goldmark.
func (p *pageRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindHeading, p.heading)
	reg.Register(ast.KindText, p.text)
	reg.Register(ast.KindLink, p.link)
	reg.Register(ast.KindAutoLink, p.autoLink)
	reg.Register(ast.KindImage, p.image)
	reg.Register(ast.KindHTMLBlock, p.htmlBlock)
	reg.Register(ast.KindRawHTML, p.rawHTML)
	reg.Register(east.KindTable, p.table)
}

func (p *pageRenderer) heading(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	h := *n.(*ast.Heading)
	id := headingID(&h)
	h.Level = min(max(p.options.Level+h.Level-p.section.Level, 1), 6)
	h.RemoveAttributes() // of the copy
	h.SetAttributeString("id", p.options.IDPrefix+id)
	return p.base[ast.KindHeading](w, source, &h, entering)
}

func (p *pageRenderer) link(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	l := *n.(*ast.Link)
	href, ok := p.href(resolve(l.Destination))
	if !ok {
		return ast.WalkContinue, nil
	}
	l.Destination = escape(href)
	return p.base[ast.KindLink](w, source, &l, entering)
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
	return p.base[ast.KindAutoLink](w, source, n, entering)
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

// image shows the words that stand for the picture.
func (p *pageRenderer) image(_ util.BufWriter, _ []byte, _ ast.Node, _ bool) (ast.WalkStatus, error) {
	return ast.WalkContinue, nil
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
		return p.base[east.KindTable](w, source, n, entering)
	}
	status, err := p.base[east.KindTable](w, source, n, entering)
	_, _ = w.WriteString("</div>\n")
	return status, err
}
