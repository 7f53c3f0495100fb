package site

import (
	"slices"

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
func (f *finisher) otherForms(r *renderer, finished page, read reading) []File {
	view, isNotice := finished.view.(*NoticeView)
	if !isNotice {
		return nil
	}
	for _, table := range slices.Collect(read.root.all(atom.Table)) {
		f.reader.unfold(table)
	}
	one := &form{plan: r.plan, reader: &f.reader, view: view, at: finished.address, id: view.ID}
	text := File{Path: one.text(&f.plain, read.root), Content: r.lasting(f.plain.out)}
	large := one.enlarge(read.root)
	f.written, f.starts = appendPage(f.written[:0], f.starts[:0], read.root, read.plain)
	f.reader.expected = f.starts
	return []File{text, {Path: large, Content: r.lasting(f.written)}}
}

// form makes another form of one page.
type form struct {
	*plan
	reader *reader
	view   *NoticeView
	at     string // the page's address
	id     string // of the notice
}

// enlarge makes the page's tree that of its large print, whose address it gives: the
// same words one below the other, with nothing in tables. Search engines are to find
// the page itself.
func (f *form) enlarge(root *node) (address string) {
	address = inLanguage(largeAddress(f.id), f.view.Lang, f.main)
	links := f.largeLinks(address)
	for n := root.following(root); n != nil; n = n.following(root) {
		switch n.atom() {
		case atom.Html:
			n.tag = n.tag.with("class", "large")
		case atom.Title:
			if n.tag.element.Namespace != "" { // of a picture
				continue
			}
			f.say(n, f.view.Words.Forms.Large+": "+string(f.reader.said(n)))
		case atom.A:
			f.turn(n, links)
		case atom.Div:
			if n.hasClass(splitClass) { // columns beside each other
				n.tag = f.reader.tagOf(atom.Div)
			}
		}
	}
	if head := root.firstOf(atom.Head); head != nil && !f.view.Head.NoIndex {
		head.add(f.reader.element(atom.Meta, html.Attribute{Key: "name", Val: "robots"}, html.Attribute{Key: "content", Val: "noindex"}))
	}
	return address
}

// say puts words in the place of everything in an element.
func (f *form) say(n *node, words string) {
	n.empty()
	f.reader.node(n, wordsTag).words = []byte(words)
}

// largeLinks are the links of a page that lead elsewhere in its large print: the one to
// this form leads back to the page, and those to other languages lead to the large
// print in them.
type largeLinks struct {
	here, back string
	others     []largeLink
}

type largeLink struct{ lang, href, large string }

func (f *form) largeLinks(address string) *largeLinks {
	l := &largeLinks{here: relative(f.at, address), back: relative(address, f.at)}
	for _, o := range f.view.Languages {
		if other := inLanguage(largeAddress(f.id), o.Lang, f.main); f.exists[other] {
			l.others = append(l.others, largeLink{o.Lang, o.Href, relative(address, other)})
		}
	}
	return l
}

func (f *form) turn(a *node, l *largeLinks) {
	href := a.attribute("href")
	if href == l.here {
		a.tag = a.tag.with("href", l.back)
		f.say(a, f.view.Words.Forms.Ordinary)
	}
	for _, o := range l.others {
		if href == o.href && a.attribute("hreflang") == o.lang {
			a.tag = a.tag.with("href", o.large)
		}
	}
}

func attribute(n *html.Node, name string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			return n.Attr[i].Val
		}
	}
	return ""
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
