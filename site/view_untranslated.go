package site

import (
	"slices"

	"notices.example/notices"
)

// UntranslatedView is the page of a notice in a language into which it has not
// been translated yet: it says so, leads to the notice and gives the facts that
// need no translation.
type UntranslatedView struct {
	Page
	Notice   Link // the notice in the main language
	KeyFacts []KeyFact
	Contacts []ContactView // whom to ask for it
}

// planUntranslated plans a page in each language that a notice is not in, and adds these
// editions to those that it has.
func (p *plan) planUntranslated(c *notices.Complete, editions map[string]*edition) {
	for _, lang := range p.languages {
		address := inLanguage(noticeAddress(c.ID.Value), lang, p.main)
		if !p.isStub(address) {
			continue
		}
		here := p.at(address, lang)
		here.own = c.Lang
		e := here.edition(c)
		e.page, e.all = relative(address, noticeAddress(c.ID.Value)), e.allGaps()
		e.rightsHeld = editions[p.main].rightsHeld // it has the same facts
		editions[lang] = e
		p.addFrom(c.Pos.File, c.ID.Value, address, "untranslated", e.untranslatedView())
	}
}

func (e *edition) untranslatedView() *UntranslatedView {
	v := &UntranslatedView{
		Page:     e.frame(e.textOr(e.c.Title, e.c.ID), noticeAddress(e.c.ID.Value)),
		Notice:   Link{Text: Text{Value: e.words.Translation.Read}, Href: e.page},
		KeyFacts: e.plainFacts(),
		Contacts: e.askedFor(),
	}
	v.Head.NoIndex, v.Head.Canonical = true, ""
	e.markUnpublished(&v.Page)
	v.Breadcrumbs = e.breadcrumbs()
	return v
}

// plainFacts gives the key facts that are not in the words of another language.
// They lead to the sections of the notice itself. A list that cannot be given
// whole is left out.
func (e *edition) plainFacts() (facts []KeyFact) {
	foreign := func(l Link) bool { return l.Text.Lang != "" }
	for _, f := range e.keyFacts(e.choicesHad()) {
		if f.Label == e.words.KeyFacts.Why {
			f.Label, f.Values, f.More = e.words.Column.Basis, e.basesFact(), ""
		}
		if f.Label == e.words.KeyFacts.HowLong && len(f.Values) > 0 && !foreign(f.Values[0]) {
			f.Values = f.Values[:1] // the length, without what it is counted from
		}
		if len(f.Values) == 0 || slices.ContainsFunc(f.Values, foreign) {
			continue
		}
		f.Href = e.page + f.Href
		f.Values = e.there(f.Values)
		facts = append(facts, f)
	}
	return facts
}

// basesFact gives what allows the uses, each basis once.
func (e *edition) basesFact() (values []Link) {
	for _, p := range e.c.Purposes {
		value := Link{Text: e.basis(p.LawfulBasis.Value).Label}
		if p.LawfulBasis.Said() && !slices.Contains(values, value) {
			values = append(values, value)
		}
	}
	return values
}

// askedFor gives the contacts to ask for a translation: one of each controller.
func (e *edition) askedFor() (contacts []ContactView) {
	for _, o := range e.c.Controllers {
		for _, role := range []string{"help", "general", "information-governance", "data-protection-officer"} {
			contact, found := o.Contact(role)
			if !found {
				continue
			}
			shown := e.contact(contact)
			if len(e.c.Controllers) > 1 {
				shown.Body = e.nameOf(o)
			}
			contacts = append(contacts, shown)
			break
		}
	}
	return contacts
}

// Stale says of a translation that the notice has been updated since.
type Stale struct {
	Sentence string
	Newer    Link // the notice in the main language
}

// stale compares the day of the text that the translation follows with the day
// on which the notice was last updated.
func (e *edition) stale() Stale {
	follows, updated := e.c.Translates, e.c.Updated
	if e.lang == e.main || !follows.Said() || !updated.Said() || !follows.Time.Before(updated.Time) {
		return Stale{}
	}
	words, language := e.words.Translation, e.words.Translation.Languages[e.main]
	return Stale{
		Sentence: fillIn(words.Stale, "language", language, "date", e.words.Date(updated), "from", e.words.Date(follows)),
		Newer: Link{
			Text: Text{Value: fillIn(words.Newer, "language", language)},
			Href: relative(e.at, noticeAddress(e.c.ID.Value)),
		},
	}
}
