package site

import (
	"strconv"

	"notices.example/notices"
)

// AcrossPage is what every page that goes across all notices shows around its own
// lists.
type AcrossPage struct {
	Page
	Intro  string
	Parts  []Part // where everything stands, on this page and the next
	Next   Link   // the page that goes on from this one
	LookUp []Link // all such pages; this one without a link
}

// Part is a heading of a page, and the headings below it.
type Part struct {
	Link   Link
	Within []Link
}

// List is a heading with rows, in one group or under letters.
type List[Row any] struct {
	ID       string
	Title    Text // empty when the page has but one list
	Intro    Text
	Citation Citation
	Groups   []Group[Row]
}

// Group is the rows of a list under one letter. The only group of a list has no
// title.
type Group[Row any] struct {
	ID    string
	Title Text
	Rows  []Row
}

// NoticeName is a notice as a row of another page names it.
type NoticeName struct {
	Words *Words
	Link  Link
	Body  Text   // whose notice it is, when the site has those of several
	Mark  string // why it would not be published; empty when it is
}

// acrossPage gives what stands around a page of a subject.
func (p *place) acrossPage(s *subject, page int) AcrossPage {
	v := AcrossPage{Page: p.frame(Text{Value: p.span(s, page)}, acrossAddress(s.name, page)), Intro: s.intro, LookUp: p.lookUp(s)}
	if next := page + 1; next < len(s.pages) {
		v.Next = Link{Text: Text{Value: p.span(s, next)}, Href: p.to(acrossAddress(s.name, next))}
	}
	v.Description = Text{Value: s.intro}
	v.Breadcrumbs = []Link{p.homeLink()}
	link := func(part subjectPart) Link {
		href := "#" + part.id
		if part.page != page {
			href = p.to(acrossAddress(s.name, part.page)) + href
		}
		return Link{Text: part.title, Href: href}
	}
	for _, part := range s.parts {
		shown := Part{Link: link(part)}
		for _, within := range part.within {
			shown.Within = append(shown.Within, link(within))
		}
		v.Parts = append(v.Parts, shown)
	}
	if len(v.Parts) == 1 && len(v.Parts[0].Within) == 0 {
		v.Parts = nil
	}
	return v
}

// span gives the title of a page: Who we share with, or Who we share with: A to F
// when there are several.
func (p *place) span(s *subject, page int) string {
	if len(s.pages) == 1 {
		return s.title
	}
	var names []string
	for _, part := range s.parts {
		headings := part.within
		if len(headings) == 0 {
			headings = []subjectPart{part}
		}
		for _, heading := range headings {
			if heading.page == page {
				names = append(names, heading.title.Value)
			}
		}
	}
	switch len(names) {
	case 0:
		return s.title + ", " + strconv.Itoa(page+1)
	case 1:
		return s.title + ": " + names[0]
	}
	return fillIn(p.words.LookUp.Span, "title", s.title, "first", names[0], "last", names[len(names)-1])
}

// name names the notice, with a link to a section of it, or to its page.
func (a *across) name(e *entry, section notices.Section) NoticeName {
	n := NoticeName{Words: a.words, Link: Link{Text: e.title, Href: e.page + "#" + string(section)}, Mark: e.mark}
	if section == "" {
		n.Link.Href = a.to(noticeAddress(e.face.ID.Value))
	}
	if a.bodies {
		n.Body = e.bodyName()
	}
	return n
}

// nameAt names the notice, with a link to one of its rows, or to the section.
func (a *across) nameAt(e *entry, section notices.Section, row string) NoticeName {
	n := a.name(e, section)
	if row != "" {
		n.Link.Href = e.page + "#" + row
	}
	return n
}

// bodyID tells notices of the same bodies from others.
func (e *entry) bodyID() (id string) {
	for _, body := range e.face.Controllers {
		id = joined(id, body)
	}
	return id
}

func joined(first, second string) string {
	if first == "" {
		return second
	}
	return first + "--" + second
}

// bodyName gives the names of the notice's controllers.
func (e *entry) bodyName() Text {
	var names []string
	for _, id := range e.face.Controllers {
		names = append(names, e.nameOf(e.set.Organisations[id]).Value)
	}
	return Text{Value: e.words.Join(names)}
}

// there makes links on the notice's own page into links to that page.
func (e *edition) there(links []Link) []Link { return leadTo(e.page, links) }

func leadTo(page string, links []Link) []Link {
	for i, l := range links {
		if len(l.Href) > 0 && l.Href[0] == '#' {
			links[i].Href = page + l.Href
		}
	}
	return links
}

// items gives data items of the notice by their numbers, with links to their rows.
func (e *entry) items(numbers []uint32) (links []Link) {
	for _, n := range numbers {
		d := &e.Data[n]
		links = append(links, Link{Text: d.Label.text(), Href: e.page + "#" + anchor("data", notices.ID{Value: d.ID})})
	}
	return links
}

// purposes gives purposes of the notice by their numbers, likewise.
func (e *entry) purposes(numbers []uint32) (links []Link) {
	for _, n := range numbers {
		p := &e.Purposes[n]
		link := Link{Text: p.Purpose.text()}
		if a := anchor("purpose", notices.ID{Value: p.ID}); a != "" {
			link.Href = e.page + "#" + a
		}
		links = append(links, link)
	}
	return links
}

// origin tells where a row of the notice is from, by the file that it is inherited from.
func (e *entry) origin(file string) Origin {
	if file == "" {
		return Origin{}
	}
	return e.originIn(file, e.blockNamed)
}

// blockNamed gives the title of the shared block that a file defines.
func (p *place) blockNamed(f notices.ContentFile) Text {
	for _, b := range p.set.Corpus.Blocks {
		if b.ID.Value == f.ID {
			return p.common(p.blockHere(b).Title)
		}
	}
	return p.tagged(f.Title, p.main)
}

// shelves puts the notices into lists, one for each body when there are several.
func (a *across) shelves() []List[*entry] {
	if !a.bodies {
		list := List[*entry]{ID: "all", Groups: entriesByLetter(a.abc, "all", a.entries, itself)}
		if len(list.Groups) > 1 {
			list.Title.Value = a.words.LookUp.All
		}
		return []List[*entry]{list}
	}
	var lists []List[*entry]
	index := map[string]int{}
	for _, e := range a.entries {
		id := anchor("of", notices.ID{Value: or(e.bodyID(), "none")})
		i, known := index[id]
		if !known {
			i = len(lists)
			index[id] = i
			lists = append(lists, List[*entry]{ID: id, Title: e.bodyName(), Groups: []Group[*entry]{{}}})
		}
		lists[i].Groups[0].Rows = append(lists[i].Groups[0].Rows, e)
	}
	for i := range lists {
		lists[i].Title.Value = or(lists[i].Title.Value, a.words.LookUp.All)
		lists[i].Groups = entriesByLetter(a.abc, lists[i].ID, lists[i].Groups[0].Rows, itself)
	}
	inOrder(a.abc, lists, func(l List[*entry]) string { return l.Title.Value })
	return lists
}

func entryName(e *entry) string { return e.title.Value }

func itself(e *entry) *entry { return e }

// rows makes a list of what each notice of another list has to say. It keeps no
// group without rows.
func rows[A, B any](from List[A], row func(A) []B) List[B] {
	list := List[B]{ID: from.ID, Title: from.Title, Intro: from.Intro, Citation: from.Citation}
	for _, g := range from.Groups {
		made := Group[B]{ID: g.ID, Title: g.Title}
		for _, item := range g.Rows {
			made.Rows = append(made.Rows, row(item)...)
		}
		if len(made.Rows) > 0 {
			list.Groups = append(list.Groups, made)
		}
	}
	return list
}

// filled leaves out lists without rows.
func filled[Row any](lists ...List[Row]) (kept []List[Row]) {
	for _, l := range lists {
		if len(l.Groups) > 0 {
			kept = append(kept, l)
		}
	}
	return kept
}

// those lists the notices of which something holds.
func (a *across) those(id, title string, holds func(*entry) bool) List[*entry] {
	list := List[*entry]{ID: id, Title: Text{Value: title}}
	for _, e := range a.entries {
		if !holds(e) {
			continue
		}
		if list.Groups == nil {
			list.Groups = make([]Group[*entry], 1)
		}
		list.Groups[0].Rows = append(list.Groups[0].Rows, e)
	}
	return list
}

// names gives lists of notices as a page shows them.
func (a *across) names(lists []List[*entry]) []List[NoticeName] {
	return onPage(lists, func(e *entry) NoticeName { return a.name(e, "") })
}

// onPage gives lists with their rows as a page shows them.
func onPage[A, B any](lists []List[A], show func(A) B) []List[B] {
	return mapTo(lists, func(l List[A]) List[B] {
		return rows(l, func(row A) []B { return []B{show(row)} })
	})
}

// acrossLinks gives the pages that go across all notices for the same as a section
// of this one.
func (e *edition) acrossLinks(s *SectionView) (links []Link) {
	add := func(name string, here bool) {
		if !here {
			return
		}
		if link, there := e.subject(name); there {
			links = append(links, link)
		}
	}
	add("why", s.Purposes != nil)
	add("data", s.Data != nil)
	add("children", s.Data != nil && e.c.Children.Said())
	add("sharing", s.Recipients != nil)
	add("abroad", s.Transfers != nil)
	add("how-long", s.Retention != nil)
	add("automated", s.Decisions != nil)
	add("services", s.Services != nil)
	add("changes", s.About != nil && len(s.About.Changes) > 0)
	return links
}
