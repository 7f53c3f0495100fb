package site

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
)

// across is all published notices in one language, as the pages see them that go
// across notices: who is given information, what is held, for how long.
type across struct {
	*place
	entries []*entry // in the order of their names
	bodies  bool     // not all are of the same bodies, so every row says whose it is
	abc     *alphabet
	anchors map[string]string // where a body or a kind of recipient stands, by its anchor
}

// entry is a notice on the pages that go across notices.
type entry struct {
	legal
	*acrossRows
	face   *notices.Face
	found  *findable
	title  Text
	letter string // that it stands under; empty until it is asked for
	page   string // the link to its page, whose parts have its rows
	mark   string // why it would not be published; empty when it is
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

// acrossNames is what the addresses of pages across notices, and of the search, begin with.
var acrossNames = []string{
	"services", "sharing", "data", "why", "how-long", "automated", "abroad", "children", "changes", "search", "assets/search",
}

// acrossAddress gives the address of a page of a subject, counted from 0. A
// subject has one page, or several where there is very much to say.
func acrossAddress(name string, page int) string {
	if page == 0 {
		return name + ".html"
	}
	return name + "-" + strconv.Itoa(page+1) + ".html"
}

// allIn gives what was seen of every published notice in one language. There is nothing
// to go across when there is but one.
func (p *plan) allIn(lang string) *across {
	here := p.at(inLanguage(homeAddress, lang, p.main), lang)
	a := &across{place: here, abc: newAlphabet(here.words), anchors: map[string]string{}}
	if len(p.order) < 2 {
		return a
	}
	number := slices.Index(p.languages, lang)
	laws := map[time.Time]*law.Law{}
	for _, f := range p.order {
		seen, day := p.surveyed[f.ID.Value], f.LawDay(p.in.Day)
		if laws[day] == nil {
			laws[day] = p.lawFor(f)
		}
		a.entries = append(a.entries, &entry{
			legal: legal{place: here, law: laws[day]}, acrossRows: seen.Rows[number], found: seen.Words[number], face: f,
			title: here.title(f), page: strings.TrimSuffix(here.toPart(noticeAddress(f.ID.Value), "#"), "#"), mark: here.unpublished(f).Mark,
		})
	}
	inOrder(a.abc, a.entries, entryName)
	first := a.entries[0]
	a.bodies = slices.ContainsFunc(a.entries, func(e *entry) bool { return e.bodyID() != first.bodyID() })
	return a
}

// subjects gives what there is something to say of, in the order in which people
// are offered it.
func (a *across) subjects() (all []*subject) {
	if len(a.entries) == 0 {
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
