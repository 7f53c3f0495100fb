package site

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folder makes of a text the words that it is found by: small letters without
// accents and, in English, without the ending of a plural. The script on the page
// does the same with what people type, so the two have to change together.
//
// Each word has a number, so that it is looked up once however often it is said.
type folder struct {
	english bool
	words   []string          // by their numbers
	numbers map[string]uint32 // of these
	plurals map[string]uint32 // likewise, of words as they are said
	found   []uint32          // memory for what a text is found by
	word    []byte            // likewise, for a word
}

func newFolder(lang string) *folder {
	return &folder{english: lang == "en", numbers: map[string]uint32{}, plurals: map[string]uint32{}}
}

// fold gives the words that a text is found by, by their numbers, in their order. They
// are there until the next text is folded.
func (f *folder) fold(text string) []uint32 {
	if f.found = f.found[:0]; !f.foldQuickly(text) {
		f.found = f.found[:0]
		f.foldAny(text)
	}
	return f.found
}

// foldAny folds any text.
func (f *folder) foldAny(text string) {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) || r == '\'' || r == '’' {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
	for word := range strings.FieldsFuncSeq(plain, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		f.take([]byte(word))
	}
}

// foldQuickly folds a text without letters that have an accent. It gives up at any other.
func (f *folder) foldQuickly(text string) bool {
	word := f.word[:0]
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			word = append(word, c)
		case 'A' <= c && c <= 'Z':
			word = append(word, smallLetter(c))
		case c == '\'':
		case c < utf8.RuneSelf:
			word = f.take(word)
		case strings.HasPrefix(text[i:], "’"):
			i += len("’") - 1
		case strings.HasPrefix(text[i:], "–") || strings.HasPrefix(text[i:], "“") || strings.HasPrefix(text[i:], "”"):
			word = f.take(word)
			i += len("–") - 1
		default:
			return false
		}
	}
	f.word = f.take(word)
	return true
}

// take adds a word in small letters to those that are found, and gives its memory back.
func (f *folder) take(word []byte) []byte {
	if len(word) == 0 {
		return word
	}
	number, known := f.plurals[string(word)]
	if !known {
		number = f.number(string(word))
	}
	f.found = append(f.found, number)
	return word[:0]
}

// number gives the number of a word that is said for the first time.
func (f *folder) number(said string) uint32 {
	word := said
	if f.english {
		word = singular(said)
	}
	number, known := f.numbers[word]
	if !known {
		number = uint32(len(f.words))
		f.words, f.numbers[word] = append(f.words, word), number
	}
	f.plurals[said] = number
	return number
}

// singular takes off what the plural of most English words ends in.
func singular(word string) string {
	letters := utf8.RuneCountInString(word)
	ends := func(endings ...string) bool {
		for _, e := range endings {
			if strings.HasSuffix(word, e) {
				return true
			}
		}
		return false
	}
	switch {
	case letters < 4 || ends("ss", "us", "is"):
		return word
	case letters > 4 && ends("ies"):
		return word[:len(word)-3] + "y"
	case ends("xes", "ches", "shes", "sses"):
		return word[:len(word)-2]
	case ends("s"):
		return word[:len(word)-1]
	}
	return word
}
