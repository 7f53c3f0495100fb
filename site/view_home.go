package site

import (
	"slices"

	"notices.example/notices"
)

// HomeView is the home page.
type HomeView struct {
	Page
	Intro         Text
	Bodies        []BodyNotices // the notices of each controller
	LookUp        []Link        // the pages that go across all notices, and the list of those that have ended
	Organisations []Link
	Search        SearchForm
}

// BodyNotices are the notices of one controller.
type BodyNotices struct {
	Controller Link
	Corporate  []NoticeLink
	Transition []NoticeLink
	Services   []NoticeLink
	Elsewhere  string // how many services there are, when they are too many for this page; the body's own lists them
}

// NoticeLink leads to a notice and says what it is about.
type NoticeLink struct {
	Link
	Summary Text
	Mark    string // why it would not be published; empty when it is
}

// manyLinks is how many notices one page lists at most, where another one lists them too:
// people read it on phones.
const manyLinks = 1000

func (p *plan) planHome(lang string) {
	here := p.at(inLanguage(homeAddress, lang, p.main), lang)
	view := HomeView{
		Page:   here.frame(here.siteTitle(), homeAddress),
		Intro:  here.common(here.siteHere().Intro),
		Bodies: here.bodies(),
	}
	view.Description = view.Intro
	view.LookUp = append(here.lookUp(nil), here.pastLink()...)
	view.Search = here.searchForm()
	view.Searches = view.Search.Action != ""
	for _, o := range here.byName() {
		view.Organisations = append(view.Organisations, here.organisation(notices.Ref{Value: o.ID.Value}))
	}
	p.addFrom(here.siteHere().Pos.File, "", here.at, "home", &view)
}

// bodies groups the notices by controller, in the order of the bodies' names. A
// notice of joint controllers stands under each of them.
func (p *place) bodies() []BodyNotices {
	var all []BodyNotices
	for _, o := range p.byName() {
		body := BodyNotices{Controller: p.organisation(notices.Ref{Value: o.ID.Value})}
		for _, f := range p.controlledBy(o.ID.Value) {
			switch link := p.noticeLink(f); f.Kind.Value {
			case "corporate":
				body.Corporate = append(body.Corporate, link)
			case "transition":
				body.Transition = append(body.Transition, link)
			default:
				body.Services = append(body.Services, link)
			}
		}
		if len(body.Corporate)+len(body.Transition)+len(body.Services) > 0 {
			all = append(all, body)
		}
	}
	p.shorten(all)
	return all
}

// shorten puts the services of each body in order, or says how many there are when they
// are too many for one page.
func (p *place) shorten(all []BodyNotices) {
	many := len(p.order) > manyLinks
	for i := range all {
		if services := all[i].Services; many && len(services) > 0 {
			all[i].Services, all[i].Elsewhere = nil, p.count(len(services))
			continue
		}
		p.sortLinks(all[i].Services)
	}
}

func (p *place) noticeLink(f *notices.Face) NoticeLink {
	link, _ := p.notice(f.ID.Value)
	return NoticeLink{Link: link, Summary: p.summaryHere(f), Mark: p.unpublished(f).Mark}
}

// byName gives the organisations that have a page, in the order of their names. They
// are put in order once.
func (p *place) byName() []*notices.Organisation {
	list, known := p.ordered[p.lang]
	if !known {
		list = slices.Clone(p.organisations)
		sortAs(p.orders[p.lang], list, func(o **notices.Organisation) string { return p.nameOf(*o).Value })
		p.ordered[p.lang] = list
	}
	return list
}

func (p *place) sortLinks(links []NoticeLink) {
	sortAs(p.orders[p.lang], links, func(l *NoticeLink) string { return l.Text.Value })
}
