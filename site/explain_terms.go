package site

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// termIndex finds the words of a glossary in texts of one language.
type termIndex struct {
	terms []Term                  // from A to Z
	first map[string][]termPhrase // by their first word, the longest ones first
}

// termPhrase is one form of a term, in small letters.
type termPhrase struct {
	words []string
	gaps  []string // what stands behind each word but the last
	exact string   // the first word, where capital letters make the word: “IT”
	term  int
}

// match is where a text says a term.
type match struct{ start, stop, term int }

// termsIn gives the index of the glossary's words in the language of the page. It
// is made once for each language.
func (p *place) termsIn() *termIndex {
	if p.terms[p.lang] == nil {
		p.terms[p.lang] = newTermIndex(p.glossary(), p.lang)
	}
	return p.terms[p.lang]
}

func newTermIndex(terms []Term, lang string) *termIndex {
	x := &termIndex{terms: terms, first: map[string][]termPhrase{}}
	for i, t := range terms {
		name, _, _ := strings.Cut(t.Term.Value, " (")
		words := foldedWords(name)
		if t.Term.Lang != "" || len(words) == 0 {
			continue // the other languages have words of their own
		}
		phrase := mapTo(words, func(w word) string { return w.folded })
		var gaps []string
		for i := 1; i < len(words); i++ {
			gaps = append(gaps, gap(name[words[i-1].stop:words[i].start]))
		}
		exact := name[words[0].start:words[0].stop]
		if len(words) > 1 || utf8.RuneCountInString(exact) < 2 || strings.ToUpper(exact) != exact {
			exact = ""
		}
		for _, last := range forms(phrase[len(phrase)-1], lang) {
			form := append(slices.Clone(phrase[:len(phrase)-1]), last)
			x.first[form[0]] = append(x.first[form[0]], termPhrase{words: form, gaps: gaps, exact: exact, term: i})
		}
	}
	for _, phrases := range x.first {
		slices.SortStableFunc(phrases, func(a, b termPhrase) int { return len(b.words) - len(a.words) })
	}
	return x
}

// forms gives a word as it stands in the glossary, and where English has one, its
// plural.
func forms(word, lang string) []string {
	if lang != "en" {
		return []string{word}
	}
	all := []string{word, word + "s"}
	for _, end := range []struct{ one, many string }{{"is", "es"}, {"y", "ies"}, {"s", "ses"}, {"x", "xes"}, {"ch", "ches"}, {"sh", "shes"}} {
		if stem, found := strings.CutSuffix(word, end.one); found {
			all = append(all, stem+end.many)
		}
	}
	return all
}

// meaning gives what a text means that is a term and nothing else.
func (x *termIndex) meaning(t Text) Text {
	found := x.find(t.Value)
	if t.Lang != "" || len(found) != 1 || found[0].stop-found[0].start != len(t.Value) {
		return Text{}
	}
	return x.terms[found[0].term].Meaning
}

// find gives the terms that a text says, in their order. They never overlap: the
// longest is taken.
func (x *termIndex) find(text string) (found []match) {
	if len(x.first) == 0 {
		return nil
	}
	words := foldedWords(text)
	for i := 0; i < len(words); i++ {
		for _, p := range x.first[words[i].folded] {
			if p.at(words[i:], text) {
				last := words[i+len(p.words)-1]
				found = append(found, match{words[i].start, last.stop, p.term})
				i += len(p.words) - 1
				break
			}
		}
	}
	return found
}

// at reports whether the words begin with the phrase, with nothing but white space
// between them.
func (p termPhrase) at(words []word, text string) bool {
	if len(words) < len(p.words) || !strings.HasPrefix(text[words[0].start:], p.exact) {
		return false
	}
	for i, w := range p.words {
		if words[i].folded != w || i > 0 && gap(text[words[i-1].stop:words[i].start]) != p.gaps[i-1] {
			return false
		}
	}
	return true
}

// gap gives what stands between two words, white space apart: an apostrophe, or most
// often nothing.
func gap(between string) string {
	return strings.ReplaceAll(strings.TrimSpace(between), "’", "'")
}

// word is a word of a text, in small letters.
type word struct {
	start, stop int
	folded      string
}

// foldedWords gives the words of a text. What is written in one goes together: neither
// “non-personal” nor an address has words of its own in it.
func foldedWords(text string) (words []word) {
	start := -1
	for i, r := range text + " " {
		switch {
		case inWord(r), start >= 0 && joins(r, text[min(i+utf8.RuneLen(r), len(text)):]):
			if start < 0 {
				start = i
			}
		case start >= 0:
			words = append(words, word{start, i, strings.ToLower(text[start:i])})
			start = -1
		}
	}
	return words
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("-_@/\\#&=%+\u2010\u2011\u00ad", r)
}

// joins reports whether a sign joins what stands before it and behind it, as the
// stop in an address does.
func joins(r rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	return (r == '.' || r == ':' || r == '?') && rest != "" && inWord(next)
}
