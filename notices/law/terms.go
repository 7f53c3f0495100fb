package law

import (
	"slices"
	"sync"
)

// TermLists gives every word that the law's lists have ever had, in any
// jurisdiction: the lists of lawful-basis, right and so on, in the law's order.
// Whether a word holds on a day is for the look-ups of a Law to say. The lists are
// the same value every time: nobody may change them.
func TermLists() map[string][]string { return termLists() }

var termLists = sync.OnceValue(func() map[string][]string {
	lib, err := loadLibrary()
	if err != nil {
		return nil // cannot be: a test reads the embedded data
	}
	b := lib.book
	return map[string][]string{
		"lawful-basis":               ids(b.Bases),
		"special-category":           ids(b.SpecialCategories),
		"special-category-condition": ids(b.Conditions),
		"schedule-1":                 ids(b.Schedule1),
		"recognised-interest":        ids(b.RecognisedInterests),
		"safeguard":                  ids(b.Safeguards),
		"right":                      ids(b.Rights),
		"regulator":                  ids(b.Regulators),
		"information-item":           ids(b.Items),
		"law-enforcement-ground":     ids(b.EnforcementGrounds),
		"schedule-8":                 ids(b.Schedule8),
	}
})

func ids[T entry](list []scoped[T]) []string {
	var words []string
	for _, s := range list {
		if w := s.Entry.id(); !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return words
}
