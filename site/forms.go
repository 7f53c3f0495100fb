package site

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A notice has other forms beside its page: as plain text, and in large print.
// Both are made from the finished page, so that no form can say anything else,
// whatever layout made it.

func largeAddress(id string) string { return "notices/" + id + ".large.html" }
func textAddress(id string) string  { return "notices/" + id + ".txt" }

// forms gives the links from a notice's page to its other forms.
func (e *edition) forms() []Link {
	words := e.words.Forms
	return []Link{
		{Text: Text{Value: words.Large}, Href: relative(e.at, inLanguage(largeAddress(e.c.ID.Value), e.lang, e.main))},
		{Text: Text{Value: words.Plain}, Href: relative(e.at, inLanguage(textAddress(e.c.ID.Value), e.lang, e.main))},
	}
}

// otherForms makes the other forms of a finished page, of its tree. A page that is
// not a notice's has none.
func (p *plan) otherForms(finished page, root *html.Node) []File {
	view, isNotice := finished.view.(*NoticeView)
	if !isNotice {
		return nil
	}
	for _, table := range slices.Collect(all(root, atom.Table)) {
		unfold(table)
	}
	f := &form{plan: p, view: view, at: finished.address, id: view.ID}
	return []File{f.text(root), f.large(root)}
}

// form makes another form of one page.
type form struct {
	*plan
	view *NoticeView
	at   string // the page's address
	id   string // of the notice
}

// large makes the page in large print: the same words one below the other, with
// nothing in tables. Search engines are to find the page itself.
func (f *form) large(root *html.Node) File {
	address := inLanguage(largeAddress(f.id), f.view.Lang, f.main)
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Html:
			setAttribute(n, "class", "large")
		case atom.Title:
			if n.Namespace != "" { // of a picture
				continue
			}
			say(n, f.view.Words.Forms.Large+": "+said(n))
		case atom.A:
			f.stayLarge(n, address)
		case atom.Div:
			if hasClass(n, "split") { // columns beside each other
				n.Attr = nil
			}
		}
	}
	if head := first(root, atom.Head); head != nil && !f.view.Head.NoIndex {
		robots := &html.Node{Type: html.ElementNode, Data: "meta", DataAtom: atom.Meta}
		setAttribute(robots, "name", "robots")
		setAttribute(robots, "content", "noindex")
		head.AppendChild(robots)
	}
	var b bytes.Buffer
	if err := html.Render(&b, root); err != nil {
		panic(err) // not reached: the page has been parsed, and a buffer takes everything
	}
	// In what Render writes, a slash before a bracket only ends an empty element.
	return File{Path: address, Content: append(bytes.ReplaceAll(b.Bytes(), []byte("/>"), []byte(">")), '\n')}
}

// stayLarge leads the link to this form back to the page, and the links to other
// languages to the large print in them.
func (f *form) stayLarge(a *html.Node, address string) {
	href := attribute(a, "href")
	if href == relative(f.at, address) {
		setAttribute(a, "href", relative(address, f.at))
		say(a, f.view.Words.Forms.Ordinary)
	}
	for _, l := range f.view.Languages {
		other := inLanguage(largeAddress(f.id), l.Lang, f.main)
		if href == l.Href && attribute(a, "hreflang") == l.Lang && f.exists[other] {
			setAttribute(a, "href", relative(address, other))
		}
	}
}

// all gives the elements of a kind below a node.
func all(n *html.Node, kind atom.Atom) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for d := range n.Descendants() {
			if d.DataAtom == kind && !yield(d) {
				return
			}
		}
	}
}

// first gives the first element of a kind below a node, or nil.
func first(n *html.Node, kind atom.Atom) *html.Node {
	for found := range all(n, kind) {
		return found
	}
	return nil
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func setAttribute(n *html.Node, name, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: name, Val: value})
}

// say puts words in the place of everything in an element.
func say(n *html.Node, words string) {
	for child := n.FirstChild; child != nil; child = n.FirstChild {
		n.RemoveChild(child)
	}
	n.AppendChild(&html.Node{Type: html.TextNode, Data: words})
}

// hasClass reports whether an element has one of the classes.
func hasClass(n *html.Node, classes ...string) bool {
	return slices.ContainsFunc(strings.Fields(attribute(n, "class")), func(c string) bool { return slices.Contains(classes, c) })
}

// formsKey says what the other forms of a page hang on besides the page: where the
// site is published, and which of its other languages have large print. It is empty
// for a page without other forms.
func (p *plan) formsKey(finished page) string {
	view, isNotice := finished.view.(*NoticeView)
	if !isNotice {
		return ""
	}
	key := p.main + " " + p.base
	for _, l := range view.Languages {
		if p.exists[inLanguage(largeAddress(view.ID), l.Lang, p.main)] {
			key += " " + l.Lang
		}
	}
	return key
}
