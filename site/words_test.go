package site

import (
	"maps"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/layouts"
	"notices.example/notices"
	"notices.example/notices/law"
)

// shownLists are the lists whose words residents can see. Those that the law
// makes have their labels in package law.
var shownLists = []string{
	"contact-role", "origin", "provision", "identifiability", "disposal", "applies", "recipient-role",
	"source-kind", "offence-condition", "channel", "activity",
}

func TestWordsAreCompleteInEveryLanguage(t *testing.T) {
	t.Parallel()
	for _, lang := range notices.TermLists["language"] {
		w, err := loadWords(layouts.Files, lang)
		if err != nil {
			t.Fatal(err)
		}
		if empty := emptyWords(reflect.ValueOf(w).Elem(), lang); len(empty) > 0 {
			t.Errorf("these words are empty: %v", empty)
		}
		if len(w.Months) != 12 {
			t.Errorf("%s: %d months, want 12", lang, len(w.Months))
		}
		for _, s := range notices.Sections {
			if w.Section[string(s)] == "" {
				t.Errorf("%s: section %s has no heading", lang, s)
			}
		}
		if diff := cmp.Diff(slices.Sorted(slices.Values(shownLists)), slices.Sorted(maps.Keys(w.Term))); diff != "" {
			t.Errorf("%s: lists of labels (-want +got):\n%s", lang, diff)
		}
		for _, list := range shownLists {
			want := slices.Sorted(slices.Values(notices.TermLists[list]))
			if diff := cmp.Diff(want, slices.Sorted(maps.Keys(w.Term[list]))); diff != "" {
				t.Errorf("%s: labels of %s (-want +got):\n%s", lang, list, diff)
			}
		}
	}
}

// emptyWords lists the fields of w that hold no words. Forms of plurals may be
// left out.
func emptyWords(v reflect.Value, path string) (empty []string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type() == reflect.TypeFor[Plural]() && v.Type().Field(i).Name != "Other" {
				continue
			}
			empty = append(empty, emptyWords(v.Field(i), path+"."+v.Type().Field(i).Name)...)
		}
	case reflect.Slice:
		for i := range v.Len() {
			empty = append(empty, emptyWords(v.Index(i), path)...)
		}
	case reflect.String:
		if v.String() == "" {
			empty = append(empty, path)
		}
	}
	return empty
}

func TestEveryLawfulBasisIsSaidInAFewWords(t *testing.T) {
	t.Parallel()
	for _, lang := range notices.TermLists["language"] {
		w, err := loadWords(layouts.Files, lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, jurisdiction := range []string{"uk", "eu"} {
			l, err := law.At(jurisdiction, time.Date(2026, time.November, 20, 0, 0, 0, 0, time.UTC))
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range l.Bases {
				if w.Basis[b.ID] == "" {
					t.Errorf("%s: the basis %s has no words", lang, b.ID)
				}
			}
		}
	}
}

func TestWordsReportWhatIsMissingOrUnknown(t *testing.T) {
	t.Parallel()
	for name, src := range map[string]string{
		"missing": "language: X\n",
		"unknown": "langauge: X\n",
		"no text": "language: [X]\n",
	} {
		if _, err := loadWords(fstest.MapFS{"words.xx.yaml": {Data: []byte(src)}}, "xx"); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestASiteReplacesSingleWords(t *testing.T) {
	t.Parallel()
	own := ownFiles{"layouts/words.en.yaml": []byte("key_facts:\n  why: What for\n")}
	w, err := loadWords(layouts.Files, "en")
	if err != nil {
		t.Fatal(err)
	}
	if err := replaceWords(w, own); err != nil {
		t.Fatal(err)
	}
	if w.KeyFacts.Why != "What for" || w.KeyFacts.Who == "" {
		t.Errorf("got %q and %q", w.KeyFacts.Why, w.KeyFacts.Who)
	}
}

func TestPeriodsInWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, period, want string }{
		{"en", "P1Y6M", "1 year and 6 months"},
		{"en", "P2W", "2 weeks"},
		{"en", "P1Y2M3D", "1 year, 2 months and 3 days"},
		{"cy", "P1Y", "1 flwyddyn"},
		{"cy", "P2Y", "2 flynedd"},
		{"cy", "P3Y", "3 blynedd"},
		{"cy", "P7Y", "7 mlynedd"},
		{"cy", "P2M", "2 fis"},
		{"cy", "P1Y6M", "1 flwyddyn a 6 mis"},
		{"cy", "P1Y8M", "1 flwyddyn ac 8 mis"},
	} {
		w, err := loadWords(layouts.Files, c.lang)
		if err != nil {
			t.Fatal(err)
		}
		p, err := notices.ParsePeriod(c.period)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Period(p); got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.lang, c.period, got, c.want)
		}
	}
}

func TestWelshSaysAcBeforeAVowel(t *testing.T) {
	t.Parallel()
	for lang, rows := range map[string]map[string]string{
		"cy": {"afalau": "ac", "Ŵyn": "ac", "enwau": "ac", "bara": "a", "hanes": "a", "1 mis": "ac", "2 fis": "a", "8 mis": "ac", "11 mis": "ac", "10 mis": "a", "": "a"},
		"en": {"apples": "and", "8 months": "and"},
	} {
		w, err := loadWords(layouts.Files, lang)
		if err != nil {
			t.Fatal(err)
		}
		for word, want := range rows {
			if got := w.and(word); got != want {
				t.Errorf("%s: %q before %q, want %q", lang, got, word, want)
			}
		}
	}
}
