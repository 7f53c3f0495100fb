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
	key := func(e *entry, name string) string { return e.bodyID() + " " + strings.ToLower(name) }
	known, shared := map[string]bool{}, map[string]int{} // by the names of the services
	for _, e := range a.entries {
		shared[key(e, e.Service.text().Value)]++
	}
	add := func(e *entry, n NoticeName) {
		if n.Link.Said() {
			known[key(e, n.Link.Text.Value)] = true
			all = append(all, n)
		}
	}
	for _, e := range a.entries {
		n := a.name(e, "")
		if service := e.Service.text(); service.Said() && shared[key(e, service.Value)] == 1 {
			n.Link.Text = a.marked(e.face, service)
		}
		add(e, n) // several of one service are known by their titles
	}
	for _, e := range a.entries {
		for _, covered := range e.Covers {
			if n := a.covered(e, covered); a.published[covered.Notice] == nil && !known[key(e, n.Link.Text.Value)] {
				add(e, n)
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
		func(page AcrossPage, lists []List[NoticeName], _ []List[*entry]) any {
			return &ServicesPage{AcrossPage: page, Lists: lists}
		})
}

// covered names a service that only a main notice speaks for, or one whose notice
// is published elsewhere.
func (a *across) covered(e *entry, c coverRow) NoticeName {
	n := a.name(e, notices.ServicesSection)
	if onTheWeb(c.Link) {
		n.Link.Href = c.Link
	} else {
		n.Body = e.title
		n.Body.Before = strings.TrimSpace(fillIn(a.words.LookUp.PartOf, "notice", ""))
	}
	n.Link.Text = c.Name.text()
	return n
}
