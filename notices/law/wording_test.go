package law

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// wording is a text that residents read, and how long it may be.
type wording struct {
	where string
	text  Wording
	most  int // characters
}

const (
	labelLength  = 80
	plainLength  = 170
	reasonLength = 200
)

func residentsRead(t *testing.T) []wording {
	t.Helper()
	lib, err := loadLibrary()
	if err != nil {
		t.Fatal(err)
	}
	b := lib.book
	var all []wording
	add := func(where string, most int, text Wording) { all = append(all, wording{where, text, most}) }
	for _, j := range b.Jurisdictions {
		add(j.ID, labelLength, j.Name)
		add(j.ID+" territory", labelLength, j.Territory.Name)
		add(j.ID+" territory", labelLength, j.Territory.Outside)
	}
	for _, s := range b.Items {
		add("item "+s.Entry.ID, labelLength, s.Entry.Label)
	}
	for _, s := range b.Bases {
		add("basis "+s.Entry.ID, labelLength, s.Entry.Label)
		add("basis "+s.Entry.ID, plainLength, s.Entry.Plain)
	}
	for _, s := range b.SpecialCategories {
		add("special category "+s.Entry.ID, labelLength, s.Entry.Label)
	}
	for _, s := range b.Conditions {
		add("condition "+s.Entry.ID, labelLength, s.Entry.Label)
		add("condition "+s.Entry.ID, plainLength, s.Entry.Plain)
	}
	for _, s := range b.Schedule1 {
		add("Schedule 1 "+s.Entry.ID, labelLength, s.Entry.Label)
	}
	for _, s := range b.RecognisedInterests {
		add("recognised interest "+s.Entry.ID, labelLength, s.Entry.Label)
	}
	for _, s := range b.Safeguards {
		add("safeguard "+s.Entry.ID, labelLength, s.Entry.Label)
		add("safeguard "+s.Entry.ID, plainLength, s.Entry.Plain)
	}
	for _, s := range b.Rights {
		add("right "+s.Entry.ID, labelLength, s.Entry.Label)
		add("right "+s.Entry.ID, plainLength, s.Entry.Plain)
	}
	for _, s := range b.EnforcementGrounds {
		add("law enforcement ground "+s.Entry.ID, labelLength, s.Entry.Label)
		add("law enforcement ground "+s.Entry.ID, plainLength, s.Entry.Plain)
	}
	for _, s := range b.Schedule8 {
		add("Schedule 8 "+s.Entry.ID, labelLength, s.Entry.Label)
	}
	for _, s := range b.Regulators {
		add("regulator "+s.Entry.ID, labelLength, s.Entry.Name)
	}
	for id, text := range b.Reasons {
		add("reason "+id, reasonLength, text)
	}
	return all
}

func TestResidentsReadShortTextsInBothLanguages(t *testing.T) {
	t.Parallel()
	for _, w := range residentsRead(t) {
		for _, lang := range []string{"en", "cy"} {
			text := w.text[lang]
			switch n := utf8.RuneCountInString(text); {
			case strings.TrimSpace(text) == "":
				t.Errorf("%s has no text in %q", w.where, lang)
			case n > w.most:
				t.Errorf("%s has %d characters in %q, more than %d: %s", w.where, n, lang, w.most, text)
			}
		}
		if len(w.text) != 2 {
			t.Errorf("%s has %d languages", w.where, len(w.text))
		}
	}
}

func TestResidentsReadNoLegalJargon(t *testing.T) {
	t.Parallel()
	jargon := []string{
		"data subject", "controller", "processor", "processing", "pursuant", "erasure", "rectification",
		"portability", "derogation", "lawful basis", "third country", "shall", "hereby", "article ",
	}
	for _, w := range residentsRead(t) {
		for _, word := range jargon {
			if strings.Contains(strings.ToLower(w.text["en"]), word) {
				t.Errorf("%s says %q: %s", w.where, word, w.text["en"])
			}
		}
	}
}

func TestWelshIsTypedWithPlainApostrophes(t *testing.T) {
	t.Parallel()
	for _, w := range residentsRead(t) {
		if strings.ContainsAny(w.text["cy"], "’‘“”") {
			t.Errorf("%s: %s", w.where, w.text["cy"])
		}
	}
}

func TestWordingFallsBackToEnglish(t *testing.T) {
	t.Parallel()
	w := Wording{"en": "Health", "cy": "Iechyd"}
	for lang, want := range map[string][2]string{
		"cy": {"Iechyd", "cy"}, "en": {"Health", "en"}, "pl": {"Health", "en"}, "": {"Health", "en"},
	} {
		if text, in := w.In(lang); text != want[0] || in != want[1] {
			t.Errorf("In(%q) = %q, %q", lang, text, in)
		}
	}
}
