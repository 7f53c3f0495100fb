package pattern_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices/pattern"
)

func TestNeeded(t *testing.T) {
	t.Parallel()
	tests := map[string][][]string{
		`(?i)\bAT\s+this\s+(?:moment|point)\s+in\s+time`: {{"moment", "point"}, {"this"}, {"time"}},
		`(?:this|that) list is (?:not|never)`:            {{" list is "}},
		`(?:long|longer) word(?:s|ing)?`:                 {{" word"}, {"long"}},
		`(?:word)*`:                                      nil,
		`(?:word)+`:                                      {{"word"}},
		`(?:word|\d)`:                                    nil,
		`(?:word){2}(?:more){0,2}`:                       {{"word"}},
		`council’s’ records`:                             {{" records"}, {"council"}},
		`(`:                                              nil,
	}
	for form, want := range tests {
		if diff := cmp.Diff(want, pattern.Needed(form)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", form, diff)
		}
	}
}

// FuzzNeeded holds that no text that an expression matches lacks what it needs.
func FuzzNeeded(f *testing.F) {
	for _, form := range []string{`(?i)us(?:ed|ing) kelp`, `(?:some|any)(?:thing)? else`, `a(?:bcde|fghi)*jklm`, `(?i)prescribed`} {
		for _, text := range append(texts, "uſed Kelp", "USING \u212Aelp", "anything else", "abcdejklm", "preſcribed", "something") {
			f.Add(form, text)
		}
	}
	f.Fuzz(func(t *testing.T, form, text string) {
		re, err := regexp.Compile(form)
		if err != nil || len(form) > 200 || !re.MatchString(text) {
			t.Skip()
		}
		for _, group := range pattern.Needed(form) {
			if !pattern.VocabularyOf(group...).Holds(text) {
				t.Errorf("%q matches %q, which has none of %q", form, text, strings.Join(group, "|"))
			}
		}
	})
}
