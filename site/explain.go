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
	index  *termIndex
	linked map[string]map[int]bool // the terms that have a link, by section
	named  map[string]map[int]bool // all terms, by section
}

func newExplainer(index *termIndex) *explainer {
	return &explainer{index: index, linked: map[string]map[int]bool{}, named: map[string]map[int]bool{}}
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
	if x.named[section] == nil {
		x.named[section], x.linked[section] = map[int]bool{}, map[int]bool{}
	}
	x.named[section][term] = true
	if !canLink || x.linked[section][term] || anchorOf(x.index.terms[term]) == "" {
		return false
	}
	x.linked[section][term] = true
	return true
}

// anchorOf gives the id of a term on the page that uses it.
func anchorOf(t Term) string {
	if t.ID == "" {
		return ""
	}
	return "word--" + t.ID
}

// read reads the texts of a view, in the order of its fields. The tag of a field
// says how: explain:"here" are texts in which words can have links, explain:"name"
// are strings that use words, explain:"no" are not read. Other texts use words too,
// but stand in headings or in links.
func (x *explainer) read(section string, v reflect.Value, tag string) {
	switch {
	case tag == "no" || v.Type() == reflect.TypeFor[*Words]() || v.Type() == reflect.TypeFor[Prose]():
	case v.Type() == reflect.TypeFor[Text]():
		x.readText(section, v.Addr().Interface().(*Text), tag == "here")
	case v.Kind() == reflect.String && tag == "name":
		for _, m := range x.index.find(v.String()) {
			x.note(section, m.term, false)
		}
	case v.Kind() == reflect.Pointer && !v.IsNil():
		x.read(section, v.Elem(), tag)
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			x.read(section, v.Index(i), tag)
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				x.read(section, v.Field(i), or(field.Tag.Get("explain"), tag))
			}
		}
	}
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

// uses reports whether a section leads to the explanation of a term, or says a term
// to whose explanation nothing can lead.
func (x *explainer) uses(section string, term int) bool {
	return x.linked[section][term] || x.named[section][term] && anchorOf(x.index.terms[term]) == ""
}

// terms gives the words that the sections explain, from A to Z. The section without an
// id is the text before the first heading.
func (x *explainer) terms(sections []SectionView) (rows []TermRow) {
	for i, t := range x.index.terms {
		t.ID = anchorOf(t)
		used := slices.IndexFunc(sections, func(s SectionView) bool { return x.uses(s.ID, i) })
		switch {
		case used >= 0:
			rows = append(rows, TermRow{Term: t, In: Link{Text: sections[used].Title, Href: "#" + sections[used].ID}})
		case x.uses("", i):
			rows = append(rows, TermRow{Term: t})
		}
	}
	return rows
}

// explained adds the section with the words that the page uses, after leading the
// words of its sections there.
func (e *edition) explained(sections []SectionView) []SectionView {
	for i := range sections {
		e.explain.read(sections[i].ID, reflect.ValueOf(&sections[i]), "")
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
