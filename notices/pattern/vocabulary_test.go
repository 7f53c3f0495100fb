package pattern_test

import (
	"slices"
	"strings"
	"testing"

	"notices.example/notices/pattern"
)

// FuzzVocabulary holds that just those words are found that stand in a text.
func FuzzVocabulary(f *testing.F) {
	for _, text := range append(texts, "Privacy NOTICE", "\u212Aelvin", "\u0130zmir", "u\u017Fher \u2019s", "ushers", "aaaa", "long as long as") {
		f.Add(text, "a|cat|notice|kel|izm|he|she|his|hers|aa|aaa|long as|not|’s|\x00")
	}
	f.Fuzz(func(t *testing.T, text, list string) {
		words := strings.Split(list, "|")
		for _, w := range words {
			if w != strings.ToLower(w) || w == "" || strings.ContainsFunc(w, func(c rune) bool { return c >= 0x80 && c != '’' }) {
				t.Skip("a word is in small letters, those of ASCII")
			}
		}
		var v pattern.Vocabulary
		numbers := v.Add(words...)
		found := make(pattern.Found, v.Room())
		v.Find(text, found)
		small := strings.ReplaceAll(strings.ToLower(text), "\u017F", "s")
		if holds, stands := v.Holds(text), slices.ContainsFunc(words, func(w string) bool { return strings.Contains(small, w) }); holds != stands {
			t.Errorf("one of %q in %q: found %v, stands there %v", words, text, holds, stands)
		}
		for i, w := range words {
			if has, stands := found.Has(numbers[i]), strings.Contains(small, w); has != stands {
				t.Errorf("%q in %q: found %v, stands there %v", w, text, has, stands)
			}
		}
	})
}

// Words that are added twice are one word, and none can be added once a text was read.
func TestAVocabularyIsCompleteBeforeItIsUsed(t *testing.T) {
	t.Parallel()
	var v pattern.Vocabulary
	if a, b := v.Add("keep", "hold"), v.Add("hold"); a[1] != b[0] || v.Room() != 1 {
		t.Errorf("%v and %v in %d", a, b, v.Room())
	}
	v.Find("we keep", make(pattern.Found, v.Room()))
	defer func() {
		if recover() == nil {
			t.Error("a word was added behind")
		}
	}()
	v.Add("store")
}
