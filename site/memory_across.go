package site

import (
	"slices"

	"notices.example/notices"
)

// crossed is what goes across all notices in one language: pages, files, and where
// things stand on them. It is made in two steps, because its pages have to have their
// addresses before others can lead there.
type crossed struct {
	subjects []*subject
	anchors  map[string]string
	index    File // of the words that notices are found by; none when they cannot be searched
	pages    []page
	files    []File
	later    []func() File // make other files, when they are published; none when files are kept
	findings []notices.Finding

	asked [2][]int // the numbers of the questions of each step
	apart *plan    // it is made with; nil when it was used again, or is finished
	all   *across  // likewise
}

// claimAcross finds out which pages go across the notices, and speaks for their
// addresses. Notices and organisations have theirs by now.
func (p *plan) claimAcross() {
	if p.noAcross {
		return
	}
	changed := p.memory.changed(p.memory.kept.early, p.early)
	again := changed != nil && p.sameAcross()
	for _, lang := range p.languages {
		known := p.memory.kept.across[lang]
		if !again || known == nil || !unchanged(known.asked[0], changed) {
			known = p.cross(lang)
		}
		p.across[lang], p.subjects[lang], p.anchors[lang] = known, known.subjects, known.anchors
		p.claimSubjects(lang)
		p.claimSearch(lang)
	}
}

// claimSubjects speaks for the addresses of the pages across notices in a language.
func (p *plan) claimSubjects(lang string) {
	for _, s := range p.subjects[lang] {
		for i := range s.pages {
			p.claim(inLanguage(acrossAddress(s.name, i), lang, p.main), notices.Pos{})
		}
		if s.path != "" {
			p.claim(s.path, notices.Pos{})
		}
	}
}

// cross looks for what goes across all notices.
func (p *plan) cross(lang string) *crossed {
	apart := p.apart()
	a := apart.allIn(lang)
	return &crossed{subjects: a.subjects(), anchors: a.anchors, asked: [2][]int{p.memory.number(apart.asked)}, apart: apart, all: a}
}

// planAcross plans the pages that go across the notices.
func (p *plan) planAcross(lang string) {
	known := p.across[lang]
	if known.apart == nil && !unchanged(known.asked[1], p.changed) {
		known = p.cross(lang)
		p.across[lang], p.subjects[lang], p.anchors[lang] = known, known.subjects, known.anchors
	}
	if known.apart != nil {
		p.finishAcross(lang, known)
	}
	p.pages = append(p.pages, known.pages...)
	for _, f := range known.findings {
		p.findings = addOnce(p.findings, f)
	}
}

// finishAcross makes the views and the files, or has them made when they are published:
// of a large site they would fill the memory. Where they are kept, nothing of this run's
// plan is needed after that.
func (p *plan) finishAcross(lang string, made *crossed) {
	apart := made.apart
	apart.asked, apart.subjects, apart.pages = p.noteBook(), p.subjects, nil
	for _, s := range made.subjects {
		for i, view := range s.pages {
			here := apart.at(inLanguage(acrossAddress(s.name, i), lang, p.main), lang)
			show := func() any { return view(here.acrossPage(s, i)) }
			if p.sparing {
				apart.addLater(here.at, s.name, Text{Value: here.span(s, i)}, show)
			} else {
				apart.add(here.at, s.name, show())
			}
		}
		switch {
		case s.file != nil && p.sparing:
			made.later = append(made.later, s.file)
		case s.file != nil:
			made.files = append(made.files, s.file())
		}
	}
	if p.sparing {
		made.all.findLinks()
	}
	made.pages, made.findings, made.asked[1] = apart.pages, apart.findings, p.memory.number(apart.asked)
	for _, s := range made.subjects {
		s.pages, s.file = make([]func(AcrossPage) any, len(s.pages)), nil
	}
	made.apart, made.all = nil, nil
}

// addLater adds a page whose view is made when the page is.
func (p *plan) addLater(address, layout string, title Text, view func() any) {
	p.pages = append(p.pages, page{address: address, layout: "layouts/" + layout + ".html", title: title, toFind: true, later: view})
}

// findLinks looks where the links lead that the pages will have: that one leads nowhere
// is all that can be found of these pages.
func (a *across) findLinks() {
	for _, e := range a.entries {
		for _, k := range e.keeps() {
			k.schedule()
		}
		e.found = nil // the index has been made
	}
}

// acrossFiles gives the files that go across the notices.
func (p *plan) acrossFiles() (files []File) {
	for _, lang := range p.languages {
		made := p.across[lang]
		files = append(files, made.files...)
		for _, make := range made.later {
			files = append(files, make())
		}
		made.later = nil
	}
	return files
}

// sameAcross reports whether all that the pages across notices show of the notices
// themselves is as in the last run.
func (p *plan) sameAcross() bool {
	return slices.EqualFunc(p.memory.order, p.order, func(old, now *notices.Face) bool {
		id := now.ID.Value
		was := p.memory.kept.surveyed[id]
		return old.ID.Value == id && was != nil && slices.Equal(was.Rows, p.surveyed[id].Rows) &&
			sameName(old, now) && slices.Equal(old.Controllers, now.Controllers)
	})
}
