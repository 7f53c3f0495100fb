package load

import (
	"fmt"
	"strings"
	"unicode"

	"notices.example/notices"
)

// maxAccents is how many accents a letter can have. No writing that people use has
// more than a few; more are piled up to cover the lines above and below.
const maxAccents = 8

var piledAccents = character{
	rule: ruleTextAccents, severity: notices.Error,
	message: fmt.Sprintf("This letter has more than %d accents, which cover the text around it.", maxAccents),
	fix:     "Delete it, and type it again.",
}

// checkLetters warns of words with a letter of another alphabet in them that looks
// like one of ours: search does not find them, and they can deceive. One finding a
// line.
func (f *file) checkLetters() {
	count := 0
	for i, line := range f.lines {
		if f.typed[i] {
			continue
		}
		col, word, letter := mixedWord(line)
		if letter == 0 {
			continue
		}
		if count++; count > maxSame {
			return
		}
		f.report(ruleTextLetters, f.at(i+1, col, 1),
			fmt.Sprintf("The letter “%c” (U+%04X) in “%s” is of the %s alphabet, although it looks like one of ours.", letter, letter, shorten(word), alphabet(letter)),
			"Delete the word, and type it again.")
	}
}

// mixedWord gives the first letter of a line that is of another alphabet than the
// word it stands in, and its column; the letter is 0 when there is none.
func mixedWord(line string) (col int, word string, letter rune) {
	if isASCII(line) {
		return 0, "", 0
	}
	letters := []rune(line)
	for i := 0; i < len(letters); {
		stop := i
		for stop < len(letters) && (unicode.IsLetter(letters[stop]) || unicode.Is(unicode.Mn, letters[stop])) {
			stop++
		}
		if at := strange(letters[i:stop]); at >= 0 {
			return i + at + 1, string(letters[i:stop]), letters[i+at]
		}
		i = max(stop, i+1)
	}
	return 0, "", 0
}

// strange gives the index of the first letter of another alphabet in a word of ours;
// -1 when there is none.
func strange(word []rune) int {
	at, ours := -1, false
	for i, r := range word {
		ours = ours || unicode.Is(unicode.Latin, r)
		if at < 0 && alphabet(r) != "" {
			at = i
		}
	}
	if !ours {
		return -1
	}
	return at
}

// greekAlike are the letters of Greek that look like ours. Others stand beside them
// in formulas and units, as in μg.
const greekAlike = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧικνορ"

// alphabet names the alphabet of a letter that may be taken for one of ours.
func alphabet(r rune) string {
	switch {
	case unicode.Is(unicode.Cyrillic, r):
		return "Cyrillic"
	case strings.ContainsRune(greekAlike, r):
		return "Greek"
	case unicode.Is(unicode.Armenian, r):
		return "Armenian"
	case unicode.Is(unicode.Cherokee, r):
		return "Cherokee"
	}
	return ""
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] > unicode.MaxASCII {
			return false
		}
	}
	return true
}
