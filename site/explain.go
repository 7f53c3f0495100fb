package site

import (
	"reflect"
	"slices"

	"notices.example/notices/prose"
)

// TermsView is the words of a page that the glossary explains, at its end, so that
// they can be read on paper and without following a link.
type TermsView struct {
	Words *Words
	Terms []TermRow
}

// TermRow is a word explained, and the first section of the page that uses it.
type TermRow struct {
	Term
	In Link
}

// Runs is a text in pieces, some of which lead to an explanation.
type Runs struct{ List []Run }

// Run is a piece of a text. Href is empty where it leads nowhere.
type Run struct{ Words, Href string }

// explainer finds the words of one page that the glossary explains. The first time
// that a section says one, it leads to the explanation.
type explainer struct {
	index    *termIndex
	sections map[string][]use // by section, for each term
}

// use is how a section uses a term.
type use uint8

const (
	notUsed use = iota
	isNamed
	isLinked // to its explanation
)

func newExplainer(index *termIndex) *explainer {
	return &explainer{index: index, sections: map[string][]use{}}
}

// in gives the function that finds the words of a section's prose.
func (x *explainer) in(section string) func(string) []prose.Explained {
	return func(text string) (found []prose.Explained) {
		for _, m := range x.index.find(text) {
			if x.note(section, m.term, true) {
				found = append(found, prose.Explained{Start: m.start, Stop: m.stop, Href: "#" + anchorOf(x.index.terms[m.term])})
			}
		}
		return found
	}
}

// note takes note that a section uses a term. It reports whether this is the first
// place for a link to its explanation.
func (x *explainer) note(section string, term int, canLink bool) bool {
	uses := x.sections[section]
	if uses == nil {
		uses = make([]use, len(x.index.terms))
		x.sections[section] = uses
	}
	uses[term] = max(uses[term], isNamed)
	if !canLink || uses[term] == isLinked || anchorOf(x.index.terms[term]) == "" {
		return false
	}
	uses[term] = isLinked
	return true
}

// anchorOf gives the id of a term on the page that uses it.
func anchorOf(t Term) string {
	if t.ID == "" {
		return ""
	}
	return "word--" + t.ID
}

// sectionTexts leads to the texts of a section. The tag of a field says how they are
// read: explain:"here" are texts in which words can have links, explain:"name" are
// strings that use words, explain:"no" are not read. Other texts use words too, but
// stand in headings or in links.
var sectionTexts = routeThrough(reflect.TypeFor[SectionView](), "explain", "", func(t reflect.Type, tag string) (goal, bool) {
	switch {
	case tag == "no" || t == reflect.TypeFor[*Words]() || t == reflect.TypeFor[Prose]():
		return onTheWay, true
	case t == reflect.TypeFor[Text]() && tag == "here":
		return aTextWithLinks, true
	case t == reflect.TypeFor[Text]():
		return aText, true
	case t.Kind() == reflect.String && tag == "name":
		return aName, true
	}
	return onTheWay, false
})

// read reads the texts of a section, in the order of its fields.
func (x *explainer) read(s *SectionView) {
	sectionTexts.each(reflect.ValueOf(s).Elem(), func(is goal, v reflect.Value) {
		if is != aName {
			x.readText(s.ID, v.Addr().Interface().(*Text), is == aTextWithLinks)
			return
		}
		for _, m := range x.index.find(v.String()) {
			x.note(s.ID, m.term, false)
		}
	})
}

// readText finds the words of a text. What is in another language than the page
// has other words.
func (x *explainer) readText(section string, t *Text, canLink bool) {
	if t.Lang != "" {
		return
	}
	var runs []Run
	end := 0
	for _, m := range x.index.find(t.Value) {
		if !x.note(section, m.term, canLink) {
			continue
		}
		if m.start > end {
			runs = append(runs, Run{Words: t.Value[end:m.start]})
		}
		runs = append(runs, Run{Words: t.Value[m.start:m.stop], Href: "#" + anchorOf(x.index.terms[m.term])})
		end = m.stop
	}
	if len(runs) > 0 {
		if end < len(t.Value) {
			runs = append(runs, Run{Words: t.Value[end:]})
		}
		t.Runs = &Runs{List: runs}
	}
}

// terms gives the words that the sections explain, from A to Z. The section without an
// id is the text before the first heading. A section explains a term when it leads to
// the explanation, or says a term to whose explanation nothing can lead.
func (x *explainer) terms(sections []SectionView) (rows []TermRow) {
	inSection := mapTo(sections, func(s SectionView) []use { return x.sections[s.ID] })
	for i, t := range x.index.terms {
		t.ID = anchorOf(t)
		explains := func(uses []use) bool { return uses != nil && (uses[i] == isLinked || uses[i] == isNamed && t.ID == "") }
		switch used := slices.IndexFunc(inSection, explains); {
		case used >= 0:
			rows = append(rows, TermRow{Term: t, In: Link{Text: sections[used].Title, Href: "#" + sections[used].ID}})
		case explains(x.sections[""]):
			rows = append(rows, TermRow{Term: t})
		}
	}
	return rows
}

// explained adds the section with the words that the page uses, after leading the
// words of its sections there.
func (e *edition) explained(sections []SectionView) []SectionView {
	for i := range sections {
		e.explain.read(&sections[i])
		sections[i].Controllers.unlinkRoles()
	}
	terms := e.explain.terms(sections)
	if len(terms) == 0 {
		return sections
	}
	return append(sections, SectionView{
		Words: e.words, ID: "glossary", Title: plainText(e.words.Notice.Terms), Terms: &TermsView{Words: e.words, Terms: terms},
		Across: []Link{{Text: plainText(e.words.Frame.Glossary), Href: e.to(glossaryAddress)}},
	})
}
