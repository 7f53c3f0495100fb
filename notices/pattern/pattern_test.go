package pattern_test

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices/pattern"
)

var forms = []string{
	``, `a`, `^a`, `a$`, `^$`, `\bcat\b`, `\Bcat`, `(?i)\b(?:cats?|dogs?)\b`, `(?i)k|ſ`, `[.!?]+[)\]”’"']*(?:\s+|$)`, `n(?:'|’)t\b`,
	`^\pL`, `\p{Lu}{2,7}s?\b`, `(?m)^x$`, `a.{0,3}?b`, `(?s)a.b`, `a.b`, `[^a-z]z`, `\bé`, `(a|b)*c`, `x{3}`, `(?:^|\s)(?:\d+(?:\.\d+)+\.?)(?:\s|$)`, `…|‘[^‘’]*’`,
}

var texts = []string{
	"", "a", "cat", "cats and DOGS", "K", "ſ", "scat\ncat", "x\nx", "don’t", "don't", "E.g. this.” Then", "AB", "ABs", "a\nb", "aééb", "\xff", "a\xffb", "é", "éa", "xxx", "1.2. a", "‘so’", "…", "日本",
}

// FuzzMatches holds that a pattern gives what a regular expression gives.
func FuzzMatches(f *testing.F) {
	for _, form := range forms {
		for _, text := range texts {
			f.Add(form, text)
		}
	}
	f.Fuzz(func(t *testing.T, form, text string) {
		if len(form) > 60 || len(text) > 200 {
			t.Skip("regexp itself takes long")
		}
		want, err := regexp.Compile(form)
		got, gotErr := pattern.Compile(form)
		if (err == nil) != (gotErr == nil) {
			t.Fatalf("the error is %v, want %v", gotErr, err)
		}
		if err != nil {
			return
		}
		for range 2 { // the second time, over states that there are
			if got.MatchString(text) != want.MatchString(text) {
				t.Errorf("%q in %q: %v, want %v", form, text, got.MatchString(text), want.MatchString(text))
			}
			if diff := cmp.Diff(want.FindAllStringSubmatchIndex(text, -1), got.FindAllStringSubmatchIndex(text, -1)); diff != "" {
				t.Errorf("%q in %q (-want +got):\n%s", form, text, diff)
			}
		}
	})
}
