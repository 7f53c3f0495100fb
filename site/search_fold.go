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
type folder struct {
	english bool
	known   map[string]string // words without their plural
}

func newFolder(lang string) *folder {
	return &folder{english: lang == "en", known: map[string]string{}}
}

func (f *folder) fold(text string) []string {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) || r == '\'' || r == '’' {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
	words := strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	if f.english {
		for i, word := range words {
			words[i] = f.singular(word)
		}
	}
	return words
}

func (f *folder) singular(word string) string {
	if known, there := f.known[word]; there {
		return known
	}
	single := singular(word)
	f.known[word] = single
	return single
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
