package site

import (
	"slices"
	"strings"

	"golang.org/x/text/collate"

	"notices.example/notices"
)

// glossary gives the site's own words and the legal ones that it does not
// explain itself, from A to Z. A word has the same id in every language.
func (p *place) glossary() []Term {
	var terms []Term
	own, legalIDs := map[string]bool{}, map[string]bool{}
	for i := range p.words.Legal {
		legalIDs[p.legalID(i)] = true
	}
	for _, g := range p.glossaryHere() {
		id, term := g.Anchor(), p.common(g.Term)
		if !term.Said() || term.Lang != "" && legalIDs[id] { // it is explained in the page's language
			continue
		}
		own[strings.ToLower(term.Value)], own[id] = true, true
		terms = append(terms, Term{ID: id, Term: term, Meaning: p.common(g.Meaning)})
	}
	for i, legal := range p.words.Legal {
		if id := p.legalID(i); !own[strings.ToLower(legal.Term)] && !own[id] {
			terms = append(terms, Term{ID: id, Term: Text{Value: legal.Term}, Meaning: Text{Value: legal.Meaning}})
		}
	}
	order := collate.New(p.words.tag())
	slices.SortStableFunc(terms, func(a, b Term) int { return order.CompareString(a.Term.Value, b.Term.Value) })
	taken := map[string]bool{}
	for i := range terms {
		if taken[terms[i].ID] {
			terms[i].ID = "" // another word is written nearly the same
		}
		taken[terms[i].ID] = true
	}
	return terms
}

// legalID gives the id of a legal word: it is made from the word in the main
// language. A site whose own lists of words differ in length has ids made from each.
func (p *place) legalID(i int) string {
	list := p.words.Legal
	if main := p.plan.words[p.main].Legal; len(main) == len(list) {
		list = main
	}
	return notices.Anchor(list[i].Term)
}

// slug gives an id made from words.
func slug(words string) string { return notices.Anchor(words) }
