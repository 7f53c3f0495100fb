package wording

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"notices.example/notices/pattern"
)

// longSentence is how many words a sentence can have to be read with ease: the
// limit in the style guide of GOV.UK.
const longSentence = 25

// lengths reports sentences that are too long to be read with ease.
func (r *reader) lengths() {
	for _, s := range r.sentences {
		s = trimmed(r.text.Written, s)
		written := r.text.Written[s.start:s.stop]
		if len(written) <= 2*longSentence || countWords(written, longSentence+1) <= longSentence { // a word has a letter and a space
			continue
		}
		if n := wordsToRead(written); n > longSentence {
			r.hit(SentenceLong, s.start, s.stop, fmt.Sprintf("This sentence has %d words. Most people lose the thread after %d.", n, longSentence),
				"Make two or three sentences of it, with one thought each, or a list.")
		}
	}
}

// hardWords reports words that have a plainer one, where nothing worse is to be
// said of them.
func (r *reader) hardWords() {
	for _, w := range r.lists.hardWords {
		r.find(w.form, func(start, stop int, sentence string) {
			if !r.reported(start, stop) && (w.unless == nil || !w.unless.MatchString(sentence)) {
				r.hit(WordHard, start, stop, "There is a plainer way to say "+r.quoted(start, stop)+".", "Write: "+w.Plain+".")
			}
		})
	}
}

// reported reports whether another rule has a hit on the words.
func (r *reader) reported(start, stop int) bool {
	for _, h := range slices.Backward(r.hits) {
		if h.Text != r.at {
			return false
		}
		if h.Rule != SentenceLong && h.Start < stop && start < h.Stop {
			return true
		}
	}
	return false
}

// repeats reports a paragraph that stands in the document twice.
func (r *reader) repeats() {
	const few = 8
	if r.text.Field != "body" || countWords(r.text.Written, few) < few {
		return
	}
	key := hashOfWords(r.text.Written)
	first, known := r.earlier[key]
	switch {
	case !known:
		if r.earlier == nil {
			r.earlier = make(map[uint64]int, len(r.document.Texts)-r.at)
		}
		r.earlier[key] = r.at
		return
	case !r.repeated(first):
		others := r.alike[key]
		n := slices.IndexFunc(others, r.repeated)
		if n < 0 {
			if r.alike == nil {
				r.alike = map[uint64][]int{}
			}
			r.alike[key] = append(others, r.at)
			return
		}
		first = others[n]
	}
	r.hit(ParagraphRepeated, 0, len(r.text.Written), "This paragraph stands in the notice twice.", "Take one of the two out.")
	r.hits[len(r.hits)-1].Also = &Hit{Text: first, Stop: len(r.document.Texts[first].Written), Message: "the first time"}
}

// repeated reports whether the text has the words of an earlier one.
func (r *reader) repeated(earlier int) bool {
	return onlyWords(r.document.Texts[earlier].Written) == onlyWords(r.text.Written)
}

// onlyWords is a text as it is compared: in lower case, with single spaces.
func onlyWords(text string) string { return strings.Join(strings.Fields(plain(text)), " ") }

// hashOfWords gives the same number for texts that onlyWords gives the same for.
func hashOfWords(text string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211 // of FNV-1a
	hash := uint64(offset)
	for i := 0; i < len(text); i++ {
		c := rune(text[i])
		switch {
		case c >= utf8.RuneSelf:
			size := 0
			if c, size = utf8.DecodeRuneInString(text[i:]); c == '’' {
				c = '\''
			}
			i += size - 1
			if c = unicode.ToLower(c); unicode.IsSpace(c) {
				continue
			}
		case letterKinds[c] == aSpace:
			continue
		case 'A' <= c && c <= 'Z':
			c |= 0x20
		}
		hash = (hash ^ uint64(c)) * prime
	}
	return hash
}

// smiling matches the eyes of a face that a bracket ends, such as ":-)".
var smiling = pattern.MustCompile(`[:;=8]['’]?-?$`)

var anyBracket = hints.Add("(", ")", "[", "]")

// closing are the brackets by what opens them.
var closing = map[rune]rune{'(': ')', '[': ']'}

// brackets reports a bracket without its other half. "a)" and "1)" begin an item
// of a list, so that they need none.
func (r *reader) brackets() {
	if !r.found.HasOne(anyBracket) {
		return
	}
	var open []int
	for i, c := range r.text.Words {
		switch c {
		case '(', '[':
			open = append(open, i)
		case ')', ']':
			switch n := len(open); {
			case n > 0 && closing[rune(r.text.Words[open[n-1]])] == c:
				open = open[:n-1]
			case n == 0 && !endsNumber(r.text.Words[:i]) && !smiling.MatchString(r.text.Words[:i]):
				r.loneBracket(i, "opened")
			}
		}
	}
	for _, i := range open {
		r.loneBracket(i, "closed")
	}
}

func (r *reader) loneBracket(at int, done string) {
	r.hit(BracketUnclosed, at, at+1, "This bracket is never "+done+".", "Put in the other bracket, or take this one out.")
}

// endsNumber reports whether a text ends with the number or letter of an item.
func endsNumber(text string) bool {
	word := text[strings.LastIndexByte(text, ' ')+1:]
	return len(word) > 0 && len(word) <= 4 && strings.Trim(word, "0123456789ivx") == "" || len(word) == 1
}
