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
	findings []notices.Finding

	asked [2][]int // the numbers of the questions of each step
	apart *plan    // it is made with; nil when it was used again, or is finished
	all   *across  // likewise
}

// claimAcross finds out which pages go across the notices, and speaks for their
// addresses. Notices and organisations have theirs by now.
func (p *plan) claimAcross() {
	changed := p.memory.changed(p.memory.kept.early, p.early)
	again := changed != nil && p.sameAcross()
	for _, lang := range p.languages {
		known := p.memory.kept.across[lang]
		if !again || known == nil || !unchanged(known.asked[0], changed) {
			known = p.cross(lang)
		}
		p.across[lang], p.subjects[lang], p.anchors[lang] = known, known.subjects, known.anchors
		for _, s := range known.subjects {
			for i := range s.pages {
				p.claim(inLanguage(acrossAddress(s.name, i), lang, p.main), notices.Pos{})
			}
			if s.path != "" {
				p.claim(s.path, notices.Pos{})
			}
		}
		p.claimSearch(lang)
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

// finishAcross makes the views and the files. After that nothing of this run's plan
// is needed.
func (p *plan) finishAcross(lang string, made *crossed) {
	apart := made.apart
	apart.asked, apart.subjects, apart.pages = p.noteBook(), p.subjects, nil
	for _, s := range made.subjects {
		for i, view := range s.pages {
			here := apart.at(inLanguage(acrossAddress(s.name, i), lang, p.main), lang)
			if made := view(here.acrossPage(s, i)); !p.inspects { // or else what is found in it is enough
				apart.add(here.at, s.name, made)
			}
		}
		if s.file != nil {
			made.files = append(made.files, s.file())
		}
	}
	made.pages, made.findings, made.asked[1] = apart.pages, apart.findings, p.memory.number(apart.asked)
	for _, s := range made.subjects {
		s.pages, s.file = make([]func(AcrossPage) any, len(s.pages)), nil
	}
	made.apart, made.all = nil, nil
}

// acrossFiles gives the files that go across the notices.
func (p *plan) acrossFiles() (files []File) {
	for _, lang := range p.languages {
		files = append(files, p.across[lang].files...)
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
