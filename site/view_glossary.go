package site

import (
	"slices"
	"strings"

	"golang.org/x/text/collate"
)

// glossary gives the site's own words and the legal ones that it does not
// explain itself, from A to Z.
func (p *place) glossary() []Term {
	var terms []Term
	own := map[string]bool{}
	for _, g := range p.set.Corpus.Glossary {
		if !g.Term.Said() {
			continue
		}
		own[strings.ToLower(g.Term.Value)] = true
		terms = append(terms, Term{ID: slug(g.Term.Value), Term: p.common(g.Term), Meaning: p.common(g.Meaning)})
	}
	for _, legal := range p.words.Legal {
		if !own[strings.ToLower(legal.Term)] {
			terms = append(terms, Term{ID: slug(legal.Term), Term: Text{Value: legal.Term}, Meaning: Text{Value: legal.Meaning}})
		}
	}
	order := collate.New(p.words.tag())
	slices.SortStableFunc(terms, func(a, b Term) int { return order.CompareString(a.Term.Value, b.Term.Value) })
	return terms
}

// slug gives an id made from words.
func slug(words string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(words), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127)
	}), "-")
}
