package site

import (
	"strings"
	"testing"
)

// asOneByOne holds what is found of words some bytes at a time to what is found of them
// byte by byte.
func asOneByOne(t *testing.T, words string) {
	t.Helper()
	plain := 0
	for plain < len(words) && (' ' <= words[plain] && words[plain] <= '~' || words[plain] == '\n') {
		plain++
	}
	if many := plainLines([]byte(words)); many > plain || many < plain-7 {
		t.Errorf("of %q, %d bytes are plain, not %d", words, many, plain)
	}
	harmful := false
	for i := range len(words) {
		harmful = harmful || doubtful[words[i]] && (words[i] != 0xc2 || i+1 < len(words) && words[i+1] < 0xa0)
	}
	if found := len(unsafeProse([]byte(words))) > 0; found != harmful {
		t.Errorf("%q is unsafe: %t", words, found)
	}
}

// Each byte stands at each place, before every other kind of byte.
func TestProseIsLookedThroughWhole(t *testing.T) {
	t.Parallel()
	for at := range 19 {
		for c := range 256 {
			for _, next := range []string{"a", "\n", "\t", "\x7f", "\x80", "\x9f", "\xa0", "\xff", "\x00", "\x1f", "\xc2"} {
				words := []byte(strings.Repeat("a", 20))
				words[at] = byte(c)
				copy(words[at+1:], next)
				asOneByOne(t, string(words))
				asOneByOne(t, string(words[:at+1]))
			}
		}
	}
}

// FuzzProse looks through anything.
func FuzzProse(f *testing.F) {
	f.Add("one two  three\nfour \u00a0 \u0085")
	f.Fuzz(asOneByOne)
}
