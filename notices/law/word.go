package law

import (
	"slices"
	"strings"
)

// Word gives the word of a list that stands for the provision that people name in
// its place, and the provision: statutory-and-government-purposes for "paragraph
// 6" in the list schedule-1, public-task for "Article 6(1)(e)" in lawful-basis.
// It gives nothing when that is not certain.
func Word(list, citation string) (word, provision string) {
	lib, err := loadLibrary()
	if err != nil {
		return "", ""
	}
	meant := meantIn(list, citationOf(citation))
	for _, e := range lib.book.cited(list) {
		if slices.ContainsFunc(meant, func(id string) bool { return id == e.provision || strings.HasPrefix(id, e.provision+"(") }) {
			return e.word, e.provision
		}
	}
	return "", ""
}

// meantIn gives the provisions that a citation stands for where a list is
// expected: a paragraph is one of the list's own Schedule.
func meantIn(list string, c citation) []string {
	whole, inSchedule := map[string]string{"schedule-1": act + " Sch 1", "schedule-8": act + " Sch 8", "recognised-interest": "Annex 1"}[list]
	if inSchedule && c.schedule.number == "" && c.annex.number == "" {
		if c.paragraph.number == "" {
			c.paragraph = c.bare
		}
		return c.within(whole)
	}
	return c.ids()
}

// wordCited is a word of a list, and the provision it stands for.
type wordCited struct{ word, provision string }

// cited gives the words of those lists in which each has a provision of its own.
func (b book) cited(list string) []wordCited {
	switch list {
	case "lawful-basis":
		return citedBy(b.Bases, func(e Basis) string { return e.Provision })
	case "special-category-condition":
		return citedBy(b.Conditions, func(e Condition) string { return e.Provision })
	case "schedule-1":
		return citedBy(b.Schedule1, func(e Schedule1Condition) string { return e.Provision })
	case "schedule-8":
		return citedBy(b.Schedule8, func(e Schedule8Condition) string { return e.Provision })
	case "recognised-interest":
		return citedBy(b.RecognisedInterests, func(e RecognisedInterest) string { return e.Provision })
	}
	return nil
}

func citedBy[T entry](list []scoped[T], provision func(T) string) []wordCited {
	var words []wordCited
	for _, s := range list {
		words = append(words, wordCited{s.Entry.id(), provision(s.Entry)})
	}
	return words
}
