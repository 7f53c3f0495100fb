package site

import (
	"strings"

	"notices.example/notices"
)

// ServicesPage lists every service from A to Z, those with a notice of their own
// and those that a main notice speaks for.
type ServicesPage struct {
	AcrossPage
	Lists []List[NoticeName]
}

// worthwhile is how many services there are to be for a list from A to Z. The
// home page has all of them too.
const worthwhile = 8

func (a *across) services() *subject {
	var all []NoticeName
	known := map[string]bool{}
	add := func(e *edition, n NoticeName) {
		key := e.bodyID() + " " + strings.ToLower(n.Link.Text.Value)
		if !known[key] && n.Link.Said() {
			known[key] = true
			all = append(all, n)
		}
	}
	for _, e := range a.editions {
		n := a.name(e, "")
		if e.c.Service.Said() {
			n.Link.Text = a.marked(e.c, e.text(e.c.Service))
		}
		add(e, n)
	}
	for _, e := range a.editions {
		for _, covered := range e.c.Covers {
			if a.published[covered.Notice.Value] == nil {
				add(e, a.covered(e, covered))
			}
		}
	}
	if len(all) < worthwhile {
		return nil
	}
	words := a.words.LookUp
	list := List[NoticeName]{ID: "a-to-z", Groups: byLetter(a.abc, "a-to-z", all, func(n NoticeName) string { return n.Link.Text.Value })}
	if len(list.Groups) > 1 {
		list.Title.Value = a.words.Home.Services
	}
	return subjectOf("services", words.Services, words.ServicesIntro, []List[NoticeName]{list}, nil, one,
		func(page AcrossPage, lists []List[NoticeName], _ []List[NoticeName]) any {
			return &ServicesPage{AcrossPage: page, Lists: lists}
		})
}

// covered names a service that only a main notice speaks for, or one whose notice
// is published elsewhere.
func (a *across) covered(e *edition, c notices.Covered) NoticeName {
	n := a.name(e, notices.ServicesSection)
	if onTheWeb(c.Link.Value) {
		n.Link.Href = c.Link.Value
	} else {
		n.Body = e.title(e.c)
		n.Body.Before = strings.TrimSpace(fillIn(a.words.LookUp.PartOf, "notice", ""))
	}
	n.Link.Text = e.text(c.Name)
	return n
}
