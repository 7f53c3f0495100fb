package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"notices.example/notices"
)

// acceptedWords says by whom, until when and why a finding is accepted.
func acceptedWords(a notices.Acceptance) string {
	return fmt.Sprintf("Accepted by %s until %s: %s", a.By.Value, a.Until, a.Reason.Value)
}

// told is what is wrong, for whom, and how to put it right.
func told(e entry) string {
	words := Plain(e.Message)
	if also := e.also(); also != "" {
		words += "\n" + Plain(also)
	}
	if e.Unpublished() {
		words += "\n" + unpublished(e.Finding)
	}
	if e.Fix != "" {
		words += "\n\nFix: " + Plain(e.Fix)
	}
	return words
}

// unpublished says why a finding keeps nothing from being published.
func unpublished(f notices.Finding) string {
	if f.Ended {
		return "This stands in a notice that has ended, which is no longer published."
	}
	return "This stands in a draft, which is not published."
}

// toldAll is told with who accepts it, which comes first when nobody has to put
// it right for now.
func toldAll(e entry) string {
	parts := append([]string{told(e)}, e.acceptedBy()...)
	if e.Accepted != nil {
		parts = append(e.acceptedBy(), told(e))
	}
	return Plain(strings.Join(parts, "\n"))
}

// acceptedBy says by whom an entry is accepted, for all its notices or for some.
func (e entry) acceptedBy() []string {
	var list []string
	for _, a := range e.acceptances() {
		words := acceptedWords(a)
		if e.Accepted == nil {
			words = "For another notice: " + words
		}
		list = append(list, words)
	}
	return list
}

// alike are accepted findings that a notice accepts in the same words.
type alike struct {
	notices.Finding // the first of them
	times           int
}

// words name the rule, how often it found something, and why that is accepted.
func (a alike) words() string {
	name := a.Rule
	if a.times > 1 {
		name = fmt.Sprintf("%s (%d times)", name, a.times)
	}
	return name + ": " + acceptedWords(*a.Accepted)
}

// acceptedAlike gives what is accepted, notice by notice, what is alike once.
func acceptedAlike(findings []notices.Finding) []alike {
	type key struct{ notice, file, words string }
	at := map[key]int{}
	var list []alike
	for _, f := range sorted(findings) {
		if f.Accepted == nil {
			continue
		}
		a := alike{f, 1}
		k := key{notice: f.Notice, words: a.words()}
		if f.Notice == "" {
			k.file = f.Pos.File
		}
		if i, seen := at[k]; seen {
			list[i].times++
			continue
		}
		at[k] = len(list)
		list = append(list, a)
	}
	slices.SortStableFunc(list, func(a, b alike) int { return cmp.Compare(a.Notice, b.Notice) })
	return list
}

// byWeight puts what keeps a site from being published first, then warnings and
// advice, drafts and what is accepted, each in the order of their places: where
// there is room for a few only, those are the ones to see.
func byWeight(list []entry) []entry {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b entry) int { return cmp.Compare(rank(a), rank(b)) })
	return sorted
}

func rank(e entry) int {
	const severities = 4
	return (2-standing(e.Finding))*severities + severities - int(e.Severity)
}
