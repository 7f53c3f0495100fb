package wording

import (
	"regexp"
	"testing"
)

// endOfSentence is what sentenceEnd looks for.
var endOfSentence = regexp.MustCompile(`[.!?]+[)\]”’"']*(?:\s+|$)`)

// FuzzSentenceEnd holds sentenceEnd to the regular expression that says what it is.
func FuzzSentenceEnd(f *testing.F) {
	for _, text := range []string{"", ".", "A. B", "So! ”", "e.g. this", "“It is.” (Yes?) 1.5 …", "a.)]x b?!\u00a0c. \n", "..)..x. "} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		from := 0
		for _, want := range endOfSentence.FindAllStringIndex(text, -1) {
			mark, stop := sentenceEnd(text, from)
			if mark != want[0] || stop != want[1] {
				t.Fatalf("the end in %q from %d is %d to %d, want %v", text, from, mark, stop, want)
			}
			from = stop
		}
		if mark, _ := sentenceEnd(text, from); mark >= 0 {
			t.Errorf("%q has one more end, at %d", text, mark)
		}
	})
}

// FuzzHashOfWords holds that texts which are the same to repeats have one hash.
func FuzzHashOfWords(f *testing.F) {
	f.Add("Don’t  send\tIT.")
	f.Add("\u0130 \u212A \xff")
	f.Fuzz(func(t *testing.T, text string) {
		if a, b := hashOfWords(text), hashOfWords(onlyWords(text)); a != b {
			t.Errorf("%q has two hashes", text)
		}
		if got, want := countWords(text, len(text)), countWords(onlyWords(text), len(text)); got != want {
			t.Errorf("%q has %d words, and %d in small letters", text, got, want)
		}
	})
}
