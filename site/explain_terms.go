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
	short [256]uint64             // by the first letter of first words that are ASCII, the lengths that such words have
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
		words := wordsOf(name)
		if t.Term.Lang != "" || len(words) == 0 {
			continue // the other languages have words of their own
		}
		phrase := mapTo(words, func(w word) string { return strings.ToLower(name[w.start:w.stop]) })
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
	for word, phrases := range x.first {
		slices.SortStableFunc(phrases, func(a, b termPhrase) int { return len(b.words) - len(a.words) })
		x.short[word[0]] |= lengthBit(len(word))
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

// lengthBit stands for a length; the last bit stands for all that are longer.
func lengthBit(n int) uint64 { return 1 << min(n, 63) }

// find gives the terms that a text says, in their order. They never overlap: the
// longest is taken.
func (x *termIndex) find(text string) (found []match) {
	if len(x.first) == 0 {
		return nil
	}
	for w := wordFrom(text, 0); w.stop > w.start; w = wordFrom(text, w.stop) {
		for _, p := range x.startingWith(text[w.start:w.stop], w.ascii) {
			if stop, said := p.at(w, text); said {
				found = append(found, match{w.start, stop, p.term})
				w.stop = stop
				break
			}
		}
	}
	return found
}

// startingWith gives the phrases that begin with a word of a text. Most words begin
// none, which the first letter and the length tell.
func (x *termIndex) startingWith(word string, ascii bool) []termPhrase {
	var small [64]byte
	if !ascii || len(word) > len(small) {
		return x.first[strings.ToLower(word)]
	}
	if x.short[smallLetter(word[0])]&lengthBit(len(word)) == 0 {
		return nil
	}
	for i := range len(word) {
		small[i] = smallLetter(word[i])
	}
	return x.first[string(small[:len(word)])]
}

// at reports whether the phrase, which begins with that word of the text, goes on
// behind it with nothing but white space between the words, and where it stops.
func (p termPhrase) at(w word, text string) (stop int, said bool) {
	if !strings.HasPrefix(text[w.start:], p.exact) {
		return 0, false
	}
	for i, want := range p.words[1:] {
		next := wordFrom(text, w.stop)
		if next.folded(text) != want || gap(text[w.stop:next.start]) != p.gaps[i] {
			return 0, false
		}
		w = next
	}
	return w.stop, true
}

// gap gives what stands between two words, white space apart: an apostrophe, or most
// often nothing.
func gap(between string) string {
	return strings.ReplaceAll(strings.TrimSpace(between), "’", "'")
}

// word is a word of a text. What is written in one goes together: neither
// “non-personal” nor an address has words of its own in it.
type word struct {
	start, stop int  // the same behind the last word
	ascii       bool // it has no other letters
}

// folded gives the word in small letters.
func (w word) folded(text string) string { return strings.ToLower(text[w.start:w.stop]) }

// wordsOf gives the words of a text.
func wordsOf(text string) (words []word) {
	for w := wordFrom(text, 0); w.stop > w.start; w = wordFrom(text, w.stop) {
		words = append(words, w)
	}
	return words
}

// wordFrom gives the first word of a text at an offset or behind it, where no word
// may be cut in two. It makes nothing: all texts of all pages are looked through.
func wordFrom(text string, from int) word {
	start := from
	for start < len(text) && !wordBytes[text[start]] {
		if text[start] < utf8.RuneSelf {
			start++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[start:])
		if inWord(r) {
			break
		}
		start += size
	}
	stop, ascii := start, true
	for stop < len(text) {
		if wordBytes[text[stop]] {
			stop++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[stop:])
		if !inWord(r) && !joins(r, text[stop+size:]) {
			break
		}
		ascii = ascii && r < utf8.RuneSelf
		stop += size
	}
	return word{start, stop, ascii}
}

// wordSigns are the signs besides letters and digits that words are made of.
const wordSigns = "-_@/\\#&=%+\u2010\u2011\u00ad"

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return wordBytes[r]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune(wordSigns, r)
}

// wordBytes says of each byte whether it is an ASCII sign that words are made of.
var wordBytes = func() (in [256]bool) {
	for r := range rune(utf8.RuneSelf) {
		in[r] = unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(wordSigns, r)
	}
	return in
}()

// smallLetter gives an ASCII letter as a small one.
func smallLetter(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// joins reports whether a sign joins what stands before it and behind it, as the
// stop in an address does.
func joins(r rune, rest string) bool {
	if r != '.' && r != ':' && r != '?' || rest == "" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return inWord(next)
}
