package site

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/norm"

	"notices.example/notices"
)

// Date gives a day in words: 30 June 2027.
func (w *Words) Date(d notices.Date) string {
	if !d.Said() {
		return ""
	}
	year, month, day := d.Time.Date()
	return strconv.Itoa(day) + " " + w.Months[int(month)-1] + " " + strconv.Itoa(year)
}

// Period gives a length of time in words: 1 year and 6 months.
func (w *Words) Period(p notices.Period) string {
	var parts []string
	for _, u := range []struct {
		n    int
		unit Plural
	}{{p.Years, w.Count.Years}, {p.Months, w.Count.Months}, {p.Weeks, w.Count.Weeks}, {p.Days, w.Count.Days}} {
		if u.n > 0 {
			parts = append(parts, u.unit.Say(u.n, w.tag()))
		}
	}
	return w.Join(parts)
}

// Join puts words in a row: a, b and c.
func (w *Words) Join(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	last := len(parts) - 1
	return strings.Join(parts[:last], ", ") + " " + w.and(parts[last]) + " " + parts[last]
}

// and gives the “and” to say before a word: in Welsh it is another one before a
// vowel, also that of a number that is read out: 1 is un, 8 is wyth.
func (w *Words) and(word string) string {
	first, _ := utf8.DecodeRuneInString(norm.NFD.String(strings.ToLower(word)))
	number := word[:len(word)-len(strings.TrimLeft(word, "0123456789"))]
	switch {
	case number == "1", number == "11", len(number) < 3 && strings.HasPrefix(number, "8"):
		return w.Count.AndVowel
	case number == "" && word != "" && strings.ContainsRune(w.Count.Vowels, first):
		return w.Count.AndVowel
	}
	return w.Count.And
}

// Country gives the name of a country from its ISO 3166-1 code.
func (w *Words) Country(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	names := display.Regions(w.tag())
	if names == nil {
		names = display.Regions(language.English)
	}
	return names.Name(region)
}

// Say gives the form for that many, with {n} filled in.
func (p Plural) Say(n int, tag language.Tag) string {
	form := p.Other
	switch plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0) {
	case plural.One:
		form = or(p.One, form)
	case plural.Two:
		form = or(p.Two, form)
	case plural.Few:
		form = or(p.Few, form)
	case plural.Many:
		form = or(p.Many, form)
	}
	return strings.ReplaceAll(form, "{n}", strconv.Itoa(n))
}

func or(first, second string) string {
	if first != "" {
		return first
	}
	return second
}

// fillIn puts values in the places of a sentence: "We are {name}."
func fillIn(sentence string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		sentence = strings.ReplaceAll(sentence, "{"+pairs[i]+"}", pairs[i+1])
	}
	return sentence
}
