package site

import (
	"maps"
	"slices"
	"time"

	"notices.example/notices"
)

// EndedView is the page of a notice that has ended, at the address that the notice had:
// it says so, and leads to the words that were kept of it.
type EndedView struct {
	Page
	Sentence    string // that it has ended, and when
	Successor   Link   // the notice that has taken its address
	Controllers []Link // who was responsible
	Versions    []Link // the newest first
}

// PastView is the page that lists the notices that have ended.
type PastView struct {
	Page
	Notices []PastNotice
}

// PastNotice is a notice that has ended, in that list.
type PastNotice struct {
	Link  Link
	Ended string // on which day; empty when that is not known
}

const pastAddress = "ended.html"

// past is a notice that is not in force, and once was: words of it were kept. Those whose
// information was collected then can go on reading what they were told.
type past struct {
	id       string
	face     *notices.Face // nil when the notice is no longer among the content
	until    notices.Date  // its last day; not said when that is not known
	versions []earlier     // the newest first
}

// choosePast finds the notices that are not in force, and once were.
func (p *plan) choosePast() {
	archive := p.set.Corpus.Archive
	for _, id := range slices.Sorted(maps.Keys(archive)) {
		if p.published[id] != nil {
			continue
		}
		n := past{id: id, face: p.set.Face(id)}
		before := p.in.Day.AddDate(0, 0, 1)
		if n.face != nil && n.face.Standing(p.in.Day) == notices.Expired {
			n.until = n.face.Expires
			before = n.until.Time.AddDate(0, 0, 1)
		}
		if n.versions = heldUntil(n.until.Time, before, archive[id]); len(n.versions) > 0 {
			p.past = append(p.past, n)
		}
	}
}

// addresses gives the two addresses at which it is said that a notice has ended: the first
// is always its own, the second that of the notice, unless something else has taken that.
func (n past) addresses() [2]string { return [2]string{historyAddress(n.id), noticeAddress(n.id)} }

// in reports whether there is anything of the notice in a language.
func (n past) in(lang, main string) bool {
	return lang == main || n.face != nil && n.face.Translations[lang] != nil ||
		slices.ContainsFunc(n.versions, func(v earlier) bool { return v.in(lang, main) != nil })
}

// claimPast speaks for the addresses of notices that have ended. It comes after all other
// pages have theirs: a notice that takes the place of another one may have its address.
func (p *plan) claimPast() {
	for _, n := range p.past {
		by := n.versions[0].texts[0].Pos
		for _, lang := range p.languages {
			if !n.in(lang, p.main) {
				continue
			}
			for _, address := range n.addresses() {
				p.claimFree(inLanguage(address, lang, p.main), by)
			}
			for _, v := range n.versions {
				if v.in(lang, p.main) != nil {
					p.claimFree(inLanguage(earlierAddress(n.id, v.from), lang, p.main), by)
				}
			}
		}
	}
	for _, lang := range p.languages {
		if len(p.past) > 0 {
			p.claimFree(inLanguage(pastAddress, lang, p.main), notices.Pos{})
		}
	}
}

// claimFree speaks for an address that nothing else has.
func (p *plan) claimFree(address string, by notices.Pos) {
	if _, err := p.claims.claim(address, by); err == nil {
		p.exists[address], p.ended[address] = true, true
	}
}

// planPast plans the pages of the notices that have ended.
func (p *plan) planPast() {
	for _, lang := range p.languages {
		for _, n := range p.past {
			if n.in(lang, p.main) {
				p.planEnded(n, lang)
			}
		}
		if address := inLanguage(pastAddress, lang, p.main); p.ended[address] {
			here := p.at(address, lang)
			p.add(address, "past", here.pastView())
		}
	}
}

// planEnded plans the pages of one such notice in a language.
func (p *plan) planEnded(n past, lang string) {
	newest := n.versions[0].texts[0].Pos.File
	for _, address := range n.addresses() {
		if own := inLanguage(address, lang, p.main); p.ended[own] {
			p.addFrom(newest, "", own, "ended", p.at(own, lang).endedView(n, address))
		}
	}
	for _, v := range n.versions {
		text, address := v.in(lang, p.main), inLanguage(earlierAddress(n.id, v.from), lang, p.main)
		if text == nil || !p.ended[address] {
			continue
		}
		here := p.at(address, lang)
		view := here.keptView(n.id, here.pastTitle(n).Value, v, text)
		view.Notice = here.endedLink(n)
		view.Notice.Text = Text{Value: here.words.History.Ended.Back}
		view.Breadcrumbs = append(here.pastCrumbs(), here.endedLink(n))
		p.addFrom(text.Pos.File, "", address, "earlier", view)
	}
}

func (p *place) endedView(n past, mainAddress string) *EndedView {
	words := p.words.History.Ended
	v := &EndedView{Page: p.frame(p.pastTitle(n), mainAddress), Sentence: words.NoLonger, Successor: p.successor(n)}
	if n.until.Said() {
		v.Sentence = fillIn(words.On, "day", p.words.Date(n.until))
	}
	if n.face != nil {
		for _, id := range n.face.Controllers {
			if p.isPage(organisationAddress(id)) {
				v.Controllers = append(v.Controllers, p.organisation(notices.Ref{Value: id}))
			}
		}
	}
	for _, one := range n.versions {
		span := fillIn(words.Span, "from", p.words.day(one.from), "until", p.words.day(one.until))
		if one.until.IsZero() {
			span = fillIn(words.SpanFrom, "from", p.words.day(one.from))
		}
		if link := p.versionLink(n.id, one, span); link.Said() {
			v.Versions = append(v.Versions, link)
		}
	}
	v.Head.NoIndex, v.Head.Canonical = true, ""
	v.Breadcrumbs = p.pastCrumbs()
	return v
}

// pastTitle gives what a notice was called: as its file says, or else the words that were
// kept last.
func (p *place) pastTitle(n past) Text {
	if n.face != nil && n.face.Title.Said() {
		return p.title(n.face)
	}
	for _, lang := range []string{p.lang, p.main} {
		for _, v := range n.versions {
			if text := v.in(lang, p.main); text != nil {
				if title := readEarlier(p.textOf(text)).title; title != "" {
					return p.tagged(title, lang)
				}
			}
		}
	}
	return Text{Value: n.id}
}

// successor leads to what has taken the address of a notice that has ended.
func (p *place) successor(n past) Link {
	address := noticeAddress(n.id)
	for _, m := range p.moves {
		if target, ok := p.target(m.to); ok && m.address == address && m.title.Said() {
			return Link{Text: m.title, Href: target}
		}
	}
	return Link{}
}

// endedLink leads to the page that says that a notice has ended.
func (p *place) endedLink(n past) Link {
	for _, address := range n.addresses() {
		for _, lang := range []string{p.lang, p.main} {
			if own := inLanguage(address, lang, p.main); p.ended[own] {
				return Link{Text: p.pastTitle(n), Href: relative(p.at, own)}
			}
		}
	}
	return Link{Text: p.pastTitle(n)}
}

func (p *place) pastView() *PastView {
	words := p.words.History.Ended
	v := &PastView{Page: p.frame(Text{Value: words.Title}, pastAddress)}
	v.Description = Text{Value: words.Intro}
	for _, n := range p.past {
		row := PastNotice{Link: p.endedLink(n)}
		if n.until.Said() {
			row.Ended = fillIn(p.words.Standing.Expired, "day", p.words.Date(n.until))
		}
		v.Notices = append(v.Notices, row)
	}
	v.Breadcrumbs = []Link{p.homeLink()}
	return v
}

// pastLink leads to the list of the notices that have ended; it is none where there is no
// such list.
func (p *place) pastLink() []Link {
	if !p.isPage(inLanguage(pastAddress, p.lang, p.main)) || len(p.past) == 0 {
		return nil
	}
	return []Link{{Text: Text{Value: p.words.History.Ended.Title}, Href: p.to(pastAddress)}}
}

func (p *place) pastCrumbs() []Link { return append([]Link{p.homeLink()}, p.pastLink()...) }

// day gives a day in words; nothing of one that is not known.
func (w *Words) day(day time.Time) string { return w.Date(notices.Date{Time: day}) }
