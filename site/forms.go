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

// otherForms makes the other forms of a finished page, of its tree, which is changed. A
// page that is not a notice's has none.
func (f *finisher) otherForms(p *plan, finished page, root *html.Node, plain bool) []File {
	view, isNotice := finished.view.(*NoticeView)
	if !isNotice {
		return nil
	}
	for _, table := range slices.Collect(all(root, atom.Table)) {
		unfold(table)
	}
	one := &form{plan: p, view: view, at: finished.address, id: view.ID}
	text, address := one.text(&f.plain, root), one.enlarge(root)
	f.written = appendPage(f.written[:0], root, plain)
	return []File{text, {Path: address, Content: bytes.Clone(f.written)}}
}

// form makes another form of one page.
type form struct {
	*plan
	view *NoticeView
	at   string // the page's address
	id   string // of the notice
}

// enlarge makes the page's tree that of its large print, whose address it gives: the
// same words one below the other, with nothing in tables. Search engines are to find
// the page itself.
func (f *form) enlarge(root *html.Node) (address string) {
	address = inLanguage(largeAddress(f.id), f.view.Lang, f.main)
	links := f.largeLinks(address)
	for n := following(root, root); n != nil; n = following(n, root) {
		switch n.DataAtom {
		case atom.Html:
			setAttribute(n, "class", "large")
		case atom.Title:
			if n.Namespace != "" { // of a picture
				continue
			}
			say(n, f.view.Words.Forms.Large+": "+said(n))
		case atom.A:
			links.turn(n)
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
	return address
}

// largeLinks are the links of a page that lead elsewhere in its large print: the one to
// this form leads back to the page, and those to other languages lead to the large
// print in them.
type largeLinks struct {
	here, back string
	ordinary   string // the words of the way back
	others     []largeLink
}

type largeLink struct{ lang, href, large string }

func (f *form) largeLinks(address string) *largeLinks {
	l := &largeLinks{here: relative(f.at, address), back: relative(address, f.at), ordinary: f.view.Words.Forms.Ordinary}
	for _, o := range f.view.Languages {
		if other := inLanguage(largeAddress(f.id), o.Lang, f.main); f.exists[other] {
			l.others = append(l.others, largeLink{o.Lang, o.Href, relative(address, other)})
		}
	}
	return l
}

func (l *largeLinks) turn(a *html.Node) {
	href := attribute(a, "href")
	if href == l.here {
		setAttribute(a, "href", l.back)
		say(a, l.ordinary)
	}
	for _, o := range l.others {
		if href == o.href && attribute(a, "hreflang") == o.lang {
			setAttribute(a, "href", o.large)
		}
	}
}

// all gives the elements of a kind below a node.
func all(n *html.Node, kind atom.Atom) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for d := following(n, n); d != nil; d = following(d, n) {
			if d.DataAtom == kind && !yield(d) {
				return
			}
		}
	}
}

// following gives the node that comes next in what is below another one.
func following(n, below *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	for ; n != below; n = n.Parent {
		if n.NextSibling != nil {
			return n.NextSibling
		}
	}
	return nil
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
	for class := range strings.FieldsSeq(attribute(n, "class")) {
		if slices.Contains(classes, class) {
			return true
		}
	}
	return false
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
