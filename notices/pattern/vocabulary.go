package pattern

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Vocabulary is words that are looked for together: one reading of a text tells which
// of them stand in it, however many they are. The words of a program are added before
// the first text is read. The zero value has none.
type Vocabulary struct {
	words   []string
	numbers map[string]Word

	once    sync.Once
	classes [256]uint8 // of the bytes; those that no word has are in the first one
	count   uint32     // of the classes
	next    []uint32   // by state and class: the state, and whether words end there
	ends    [][]Word   // by state; nil where none ends
}

// Word is a word of a vocabulary.
type Word uint16

// A state is told by where its row begins in the table. Where something is to be done,
// as words end there, it has this bit besides.
const ending = 1 << 31

// Add takes in words in small letters, those of ASCII, and gives what each is known by.
// After a text was read it panics.
func (v *Vocabulary) Add(words ...string) []Word {
	if v.next != nil {
		panic("pattern: a word is added to a vocabulary that is in use")
	}
	if v.numbers == nil {
		v.numbers = map[string]Word{}
	}
	list := make([]Word, len(words))
	for i, word := range words {
		n, known := v.numbers[word]
		if !known {
			n = Word(len(v.words))
			v.numbers[word], v.words = n, append(v.words, word)
		}
		list[i] = n
	}
	return list
}

// Found is which words of a vocabulary were found, as a set.
type Found []uint64

// Room gives how long a set of all words is.
func (v *Vocabulary) Room() int { return (len(v.words) + 63) / 64 }

// Has reports whether a word was found.
func (f Found) Has(w Word) bool { return f[w/64]>>(w%64)&1 != 0 }

// HasOne reports whether one of the words was found.
func (f Found) HasOne(words []Word) bool {
	for _, w := range words {
		if f.Has(w) {
			return true
		}
	}
	return false
}

// Add takes in what else was found.
func (f Found) Add(more Found) {
	for i := range more {
		f[i] |= more[i]
	}
}

// Find adds the words that stand in a text, whatever the case of its letters. An empty
// word stands nowhere.
func (v *Vocabulary) Find(text string, found Found) {
	v.once.Do(v.build)
	var at uint32
	for i := range len(text) {
		at = v.next[at+uint32(v.classes[text[i]])]
		if at&ending == 0 {
			continue
		}
		at &^= ending
		if text[i] >= utf8.RuneSelf && becomesASCII(text[i:]) {
			v.Find(inASCII(text), found)
			return
		}
		for _, w := range v.ends[at/v.count] {
			found[w/64] |= 1 << (w % 64)
		}
	}
}

// Holds reports whether one of the words stands in a text.
func (v *Vocabulary) Holds(text string) bool {
	v.once.Do(v.build)
	var at uint32
	for i := range len(text) {
		at = v.next[at+uint32(v.classes[text[i]])]
		if at&ending == 0 {
			continue
		}
		at &^= ending
		if text[i] >= utf8.RuneSelf && becomesASCII(text[i:]) {
			return v.Holds(inASCII(text))
		}
		if v.ends[at/v.count] != nil {
			return true
		}
	}
	return false
}

// The letters of other alphabets whose other case is a letter of ASCII: the sign of
// Kelvin, the Turkish I and the long s.
const (
	kelvin  = "\u212A"
	turkish = "\u0130"
	long    = "\u017F"
)

// becomesASCII reports whether a text begins with one of these letters.
func becomesASCII(text string) bool {
	return strings.HasPrefix(text, kelvin) || strings.HasPrefix(text, turkish) || strings.HasPrefix(text, long)
}

// inASCII puts a text that has one of these letters into small ones, so that they are
// letters of ASCII.
func inASCII(text string) string {
	if strings.Contains(text, kelvin) || strings.Contains(text, turkish) || strings.Contains(text, long) {
		return strings.ReplaceAll(strings.ToLower(text), long, "s")
	}
	return text
}

// VocabularyOf gives a vocabulary of these words alone.
func VocabularyOf(words ...string) *Vocabulary {
	v := new(Vocabulary)
	v.Add(words...)
	return v
}

// build makes the table, as Aho and Corasick do.
func (v *Vocabulary) build() {
	v.classify()
	v.row()
	for n, word := range v.words {
		v.grow(word, Word(n))
	}
	v.link()
}

// classify gives each byte that a word has a class of its own. Letters of two cases
// share one.
func (v *Vocabulary) classify() {
	v.count = 1
	for _, word := range v.words {
		for i := range len(word) {
			if c := word[i]; v.classes[c] == 0 {
				v.classes[c] = uint8(v.count)
				v.count++
			}
		}
	}
	for c := 'A'; c <= 'Z'; c++ {
		v.classes[c] = v.classes[c|0x20]
	}
	for _, letter := range []string{kelvin, turkish, long} {
		if c := letter[0]; v.classes[c] == 0 {
			v.classes[c] = uint8(v.count)
			v.count++
		}
	}
}

// row adds a state from which no way is known yet, and gives it.
func (v *Vocabulary) row() uint32 {
	at := uint32(len(v.next))
	v.next = append(v.next, make([]uint32, v.count)...)
	v.ends = append(v.ends, nil)
	return at
}

// grow adds the states of a word: for each of its beginnings one.
func (v *Vocabulary) grow(word string, n Word) {
	if word == "" {
		return
	}
	at := uint32(0)
	for i := range len(word) {
		way := at + uint32(v.classes[word[i]])
		if v.next[way] == 0 {
			next := v.row()
			v.next[way] = next
		}
		at = v.next[way]
	}
	v.ends[at/v.count] = append(v.ends[at/v.count], n)
}

// link adds the ways that are not those of a word that goes on: they lead to the
// longest end of what was read that begins a word. It goes through the states from the
// shortest beginning on.
func (v *Vocabulary) link() {
	type state struct{ at, shorter uint32 } // the other is of the same letters but for the first
	todo := []state{{}}
	for len(todo) > 0 {
		s := todo[0]
		todo = todo[1:]
		if s.at != s.shorter {
			v.ends[s.at/v.count] = append(v.ends[s.at/v.count], v.ends[s.shorter/v.count]...)
		}
		for class := range v.count {
			way := &v.next[s.at+class]
			onward := v.next[s.shorter+class] &^ ending
			switch {
			case *way == 0:
				*way = onward
			case s.at == 0:
				todo = append(todo, state{at: *way})
			default:
				todo = append(todo, state{*way, onward})
			}
		}
	}
	for i, to := range v.next {
		if v.ends[to/v.count] != nil || v.isOfLetter(uint32(i)%v.count) {
			v.next[i] |= ending
		}
	}
}

// isOfLetter reports whether a class is that of the first byte of a letter which becomes
// one of ASCII: it is to be looked at whether it ends a word or not.
func (v *Vocabulary) isOfLetter(class uint32) bool {
	for _, letter := range []string{kelvin, turkish, long} {
		if uint32(v.classes[letter[0]]) == class {
			return true
		}
	}
	return false
}
