package site

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/layouts"
	"notices.example/notices"
	"notices.example/notices/rules"
)

// The sentences for residents go by the beginnings of rules' IDs. One that begins
// no rule would never be said.
func TestEverySentenceOnAGapIsOfARule(t *testing.T) {
	t.Parallel()
	begins := func(words string) bool {
		return slices.ContainsFunc(rules.All(), func(r rules.Rule) bool { return r.ID == words || strings.HasPrefix(r.ID, words+"-") })
	}
	var first *GapWords
	for _, lang := range notices.TermLists["language"] {
		w, err := loadWords(layouts.Files, lang)
		if err != nil {
			t.Fatal(err)
		}
		for words := range w.Gap.Missing {
			if !begins(words) {
				t.Errorf("%s: no rule begins with %s", lang, words)
			}
		}
		for words, sentence := range w.Gap.Of {
			if w.Gap.Missing[words] == "" || !strings.HasSuffix(sentence, ":") {
				t.Errorf("%s: %s needs a sentence without names, and a colon before them", lang, words)
			}
		}
		for _, s := range notices.Sections {
			if w.Gap.Wrong[string(s)] == "" {
				t.Errorf("%s: nothing is said of the section %s", lang, s)
			}
		}
		if first == nil {
			first = &w.Gap
		}
		for _, pair := range [][2]map[string]string{{first.Missing, w.Gap.Missing}, {first.Of, w.Gap.Of}, {first.Wrong, w.Gap.Wrong}} {
			if diff := cmp.Diff(keysOf(pair[0]), keysOf(pair[1])); diff != "" {
				t.Errorf("%s: (-en +%s):\n%s", lang, lang, diff)
			}
		}
	}
}

func keysOf(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }

func TestWhatIsMissingIsToldFromWhatIsWrong(t *testing.T) {
	t.Parallel()
	w, err := loadWords(layouts.Files, "en")
	if err != nil {
		t.Fatal(err)
	}
	name := Text{Value: "Your name"}
	for _, c := range []struct {
		rule    string
		section notices.Section
		item    Text
		want    string
	}{
		{"retention-missing", notices.RetentionSection, name, w.Gap.Missing["retention"]},
		{"retention-data-missing", notices.RetentionSection, name, w.Gap.Of["retention-data"]},
		{"retention-data-missing", notices.RetentionSection, Text{}, w.Gap.Missing["retention-data"]},
		{"retention-vague", notices.RetentionSection, name, w.Gap.Wrong["retention"]},
		{"special-category-condition-missing", notices.PurposesSection, Text{}, w.Gap.Missing["special-category"]},
		{"something-new-missing", notices.AboutSection, Text{}, w.Gap.Wrong["about"]},
	} {
		if got := w.Gap.about(c.rule, c.section, c.item); got.Sentence != c.want || got.Sentence == "" {
			t.Errorf("%s of %q: got %q, want %q", c.rule, c.item.Value, got.Sentence, c.want)
		}
	}
}
