package site

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/unicode/norm"
)

// alphabet puts names in the order of a language, and under its letters. Little
// words at the start do not count: “Your address” stands under A.
type alphabet struct {
	collator *collate.Collator
	words    *Words
}

func newAlphabet(w *Words) *alphabet {
	return &alphabet{collator: collate.New(w.tag(), collate.IgnoreCase), words: w}
}

// core gives a name without the little words and signs that it begins with.
func (w *Words) core(name string) string {
	isSign := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	core := strings.TrimLeftFunc(name, isSign)
	for _, word := range w.LookUp.Leading {
		if first, rest, found := strings.Cut(core, " "); found && strings.EqualFold(first, word) {
			core = strings.TrimLeftFunc(rest, isSign)
			break
		}
	}
	return or(core, name)
}

// numbers is the heading of all that begins with a digit.
const numbers = "0–9"

// letter gives the letter that a name stands under, without an accent.
func (a *alphabet) letter(name string) string {
	core := strings.ToLower(a.words.core(name))
	for _, l := range a.words.LookUp.Letters {
		if strings.HasPrefix(core, strings.ToLower(l)) {
			return l
		}
	}
	r, _ := utf8.DecodeRuneInString(norm.NFD.String(core))
	if !unicode.IsLetter(r) {
		return numbers
	}
	return string(unicode.ToUpper(r))
}

// inOrder sorts a list by the names of its items.
func inOrder[T any](a *alphabet, list []T, name func(T) string) {
	byKey(a.collator, list, func(item T) string { return a.words.core(name(item)) })
}

// byKey sorts a list as a language does. It looks at every name once.
func byKey[T any](order *collate.Collator, list []T, name func(T) string) {
	type keyed struct {
		key  []byte
		item T
	}
	var buf collate.Buffer
	all := make([]keyed, len(list))
	for i, item := range list {
		all[i] = keyed{order.KeyFromString(&buf, name(item)), item}
	}
	slices.SortStableFunc(all, func(x, y keyed) int { return bytes.Compare(x.key, y.key) })
	for i := range all {
		list[i] = all[i].item
	}
}

// undivided is how many rows can stand together without letters between them.
const undivided = 24

// byLetter sorts rows and puts them under letters, when there are many. The ids
// of the groups begin with the one given.
func byLetter[T any](a *alphabet, id string, rows []T, name func(T) string) []Group[T] {
	inOrder(a, rows, name)
	return underLetters(id, rows, func(row T) string { return a.letter(name(row)) })
}

// entriesByLetter is byLetter for rows of notices that are in the order of the notices'
// names, as the notices themselves are.
func entriesByLetter[T any](a *alphabet, id string, rows []T, of func(T) *entry) []Group[T] {
	return underLetters(id, rows, func(row T) string {
		e := of(row)
		if e.letter == "" {
			e.letter = a.letter(e.title.Value)
		}
		return e.letter
	})
}

// underLetters puts rows that are in order under letters, when there are many.
func underLetters[T any](id string, rows []T, letterOf func(T) string) []Group[T] {
	if len(rows) == 0 {
		return nil
	}
	if len(rows) <= undivided {
		return []Group[T]{{Rows: rows}}
	}
	var groups []Group[T]
	index := map[string]int{}
	for _, row := range rows {
		letter := letterOf(row)
		i, known := index[letter]
		if !known {
			i = len(groups)
			index[letter] = i
			groups = append(groups, Group[T]{ID: id + "--" + slug(letter), Title: Text{Value: letter}})
		}
		groups[i].Rows = append(groups[i].Rows, row)
	}
	return groups
}
