package pattern_test

import (
	"strings"
	"testing"

	"notices.example/notices/pattern"
)

// FuzzLetters holds that words are never missed that a text holds.
func FuzzLetters(f *testing.F) {
	for _, text := range append(texts, "Privacy NOTICE", "\u212Aelvin", "\u0130zmir") {
		for _, word := range []string{"", "a", "cat", "notice", "kel", "izm"} {
			f.Add(text, word)
		}
	}
	f.Fuzz(func(t *testing.T, text, word string) {
		if strings.ContainsFunc(word, func(c rune) bool { return c >= 0x80 }) {
			t.Skip("no hint has letters with two cases that are not of ASCII")
		}
		word = strings.ToLower(word)
		for _, places := range []int{1, 8, 512} {
			letters := make(pattern.Letters, places)
			letters.Add(text)
			hint := pattern.Hints(word)[0]
			if small := strings.ToLower(text); hint.In(small) && !letters.MayHold(hint) {
				t.Errorf("%q is missed in %q", word, text)
			}
		}
	})
}

// Most words that a text does not hold are known at once.
func TestLettersKnowWhatIsMissing(t *testing.T) {
	t.Parallel()
	letters := make(pattern.Letters, 8)
	letters.Add("We keep your name and address for six years after you leave.")
	for _, word := range pattern.Hints("cookies", "privacy", "anonymous", "marketing") {
		if letters.MayHold(word) {
			t.Errorf("%v may stand in the sentence", word)
		}
	}
}
