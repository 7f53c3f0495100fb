package pattern

import (
	"slices"
	"strings"
)

// Letters are the runs of three letters that texts have, as a set: a text that lacks
// one of those of a word does not hold the word. To add a text takes little longer than
// to read it, and to ask for a word takes a few look-ups. The more places there are,
// the fewer words are taken to be there that are not. Their number is a power of two:
// 8 will do for a sentence, 512 for a document.
type Letters []uint64

// run is three letters, five bits of each: the case is not among them.
type run uint16

func (r run) and(c byte) run { return (r<<5 | run(c&31)) & (1<<15 - 1) }

// common is the higher, the commoner the letters of the run are in English.
func (r run) common() int {
	n := 0
	for range 3 {
		n -= strings.IndexByte("etaoinsrhdlucmfywgpbvkxqjz", byte(r&31)|'`')
		r >>= 5
	}
	return n
}

// Add takes in a text, whatever the case of its letters.
func (l Letters) Add(text string) {
	text = inASCII(text)
	var r run
	for i := range len(text) {
		if r = r.and(text[i]); i >= 2 {
			at := l.bit(r)
			l[at>>6] |= 1 << (at & 63)
		}
	}
}

// bit gives the place of a run.
func (l Letters) bit(r run) int { return int(r^r>>7) & (len(l)<<6 - 1) }

// Hint is words that stand in a text, or not.
type Hint struct {
	words string
	runs  []run
	rare  run // the one that most texts lack; it is asked for first
}

// Hints makes hints of words in small letters, those of ASCII.
func Hints(words ...string) []Hint {
	var list []Hint
	for _, w := range words {
		h := Hint{words: w}
		var r run
		for i := range len(w) {
			if r = r.and(w[i]); i >= 2 {
				h.runs = append(h.runs, r)
			}
		}
		if len(h.runs) > 0 {
			h.rare = slices.MinFunc(h.runs, func(a, b run) int { return a.common() - b.common() })
		}
		list = append(list, h)
	}
	return list
}

// MayHold reports whether a text may hold the words. It is never false for one that
// does.
func (l Letters) MayHold(h Hint) bool {
	if len(h.runs) > 0 && !l.has(h.rare) {
		return false
	}
	for _, r := range h.runs {
		if !l.has(r) {
			return false
		}
	}
	return true
}

func (l Letters) has(r run) bool {
	at := l.bit(r)
	return l[at>>6]>>(at&63)&1 != 0
}

// MayHoldOne reports whether a text may hold one of the hints.
func (l Letters) MayHoldOne(hints []Hint) bool {
	for _, h := range hints {
		if l.MayHold(h) {
			return true
		}
	}
	return false
}

// In reports whether a text in small letters holds the words.
func (h Hint) In(small string) bool { return strings.Contains(small, h.words) }
