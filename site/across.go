package site

import (
	"slices"
	"strconv"
	"strings"

	"notices.example/notices"
)

// across is all published notices in one language, as the pages see them that go
// across notices: who is given information, what is held, for how long.
type across struct {
	*place
	editions []*edition // in the order of their names
	bodies   bool       // not all are of the same bodies, so every row says whose it is
	abc      *alphabet
	anchors  map[string]string // where a body or a kind of recipient stands, by its anchor
}

// subject is what one or more pages go across all notices for.
type subject struct {
	name  string // of its layout, and of its address
	title string
	intro string
	parts []subjectPart
	pages []func(AcrossPage) any // make the view of each page; nil when they have been made
	file  func() File            // the same to take away; nil when there is none
	path  string                 // of that file
}

// subjectPart is a heading on one of a subject's pages.
type subjectPart struct {
	page   int // from 0
	id     string
	title  Text
	within []subjectPart
}

// acrossAddress gives the address of a page of a subject, counted from 0. A
// subject has one page, or several where there is very much to say.
func acrossAddress(name string, page int) string {
	if page == 0 {
		return name + ".html"
	}
	return name + "-" + strconv.Itoa(page+1) + ".html"
}

// allIn looks at every published notice in one language. There is nothing to go
// across when there is but one.
func (p *plan) allIn(lang string) *across {
	here := p.at(inLanguage(homeAddress, lang, p.main), lang)
	a := &across{place: here, abc: newAlphabet(here.words), anchors: map[string]string{}}
	if len(p.order) < 2 {
		return a
	}
	for _, c := range p.order {
		a.editions = append(a.editions, here.editionHere(c))
	}
	inOrder(a.abc, a.editions, func(e *edition) string { return e.title(e.c).Value })
	first := a.editions[0]
	a.bodies = slices.ContainsFunc(a.editions, func(e *edition) bool { return e.bodyID() != first.bodyID() })
	return a
}

// editionHere gives a notice in the language of this page, or else in its own, as a
// page other than its own shows it.
func (p *place) editionHere(c *notices.Complete) *edition {
	words, here := p.noticeHere(c), *p
	here.own = words.Lang
	e := &edition{place: &here, c: words, law: p.lawFor(&words.Notice), page: p.toPart(noticeAddress(c.ID.Value), "#")}
	e.page = strings.TrimSuffix(e.page, "#")
	return e
}

// subjects gives what there is something to say of, in the order in which people
// are offered it.
func (a *across) subjects() (all []*subject) {
	if len(a.editions) == 0 {
		return nil
	}
	for _, s := range []*subject{
		a.services(), a.sharing(), a.data(), a.why(), a.howLong(), a.automated(), a.abroad(), a.children(), a.changes(),
	} {
		if s != nil {
			all = append(all, s)
		}
	}
	return all
}

// subject gives the link to the pages about a subject, if there are any.
func (p *place) subject(name string) (Link, bool) {
	s := p.subjectNamed(p.lang, name)
	if s == nil {
		return Link{}, false
	}
	return Link{Text: Text{Value: s.title}, Href: p.to(acrossAddress(name, 0))}, true
}

// lookUp gives the links to every subject. The page about one has no link to
// itself.
func (p *place) lookUp(current *subject) (links []Link) {
	for _, s := range p.subjects[p.lang] {
		link := Link{Text: Text{Value: s.title}, Href: p.to(acrossAddress(s.name, 0))}
		if s == current {
			link.Href = ""
		}
		links = append(links, link)
	}
	return links
}
