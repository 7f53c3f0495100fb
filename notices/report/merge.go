package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"notices.example/notices"
)

// entry is what a reader sees as one finding: what is wrong at one place, for
// all the notices that it concerns.
type entry struct {
	notices.Finding                   // the one that weighs most
	all             []notices.Finding // that one and the others
}

// merged puts findings of the same rule, at the same place and with the same
// words together: people have to put it right once. They keep the order of the
// first of each.
func merged(findings []notices.Finding) []entry {
	type key struct {
		rule    string
		pos     notices.Pos
		message string
	}
	at := map[key]int{}
	var list []entry
	for _, f := range findings {
		k := key{f.Rule, f.Pos, f.Message}
		i, seen := at[k]
		if !seen {
			i = len(list)
			at[k] = i
			list = append(list, entry{Finding: f})
		}
		list[i].all = append(list[i].all, f)
		if weigh(f, list[i].Finding) > 0 {
			list[i].Finding = f
		}
	}
	return list
}

// weigh compares findings by what they keep from being published: an accepted
// one nothing, one of a draft only the draft, one of a notice that has ended nothing more.
func weigh(a, b notices.Finding) int {
	return cmp.Or(cmp.Compare(standing(a), standing(b)), cmp.Compare(a.Severity, b.Severity))
}

func standing(f notices.Finding) int {
	switch {
	case f.Accepted != nil:
		return 0
	case f.Unpublished():
		return 1
	}
	return 2
}

// also names the other notices that an entry concerns, each with how it stands
// there where that differs, and is empty when there are none.
func (e entry) also() string {
	var names []string
	seen := map[string]bool{}
	for _, f := range e.all {
		name := f.Notice
		switch {
		case name == "" || name == e.Notice:
			continue
		case standing(f) == standing(e.Finding):
		case f.Accepted != nil:
			name += " (accepted there)"
		case f.Ended:
			name += " (no longer published)"
		default:
			name += " (a draft)"
		}
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	const most = 5
	if extra := len(names) - most; extra > 1 {
		names = append(names[:most:most], fmt.Sprintf("%d more", extra))
	}
	return fmt.Sprintf("Concerns %s, and also %s.", e.Notice, strings.Join(names, ", "))
}

// acceptances gives every acceptance of an entry once: notices may accept the
// same gap for different reasons or times.
func (e entry) acceptances() []notices.Acceptance {
	var list []notices.Acceptance
	for _, f := range e.all {
		if f.Accepted == nil {
			continue
		}
		same := func(a notices.Acceptance) bool {
			return a.By.Value == f.Accepted.By.Value && a.Until.Time.Equal(f.Accepted.Until.Time) && a.Reason.Value == f.Accepted.Reason.Value
		}
		if !slices.ContainsFunc(list, same) {
			list = append(list, *f.Accepted)
		}
	}
	return list
}

// names gives every notice that an entry concerns, once.
func (e entry) names() []string {
	var names []string
	seen := map[string]bool{"": true}
	for _, f := range e.all {
		if !seen[f.Notice] {
			seen[f.Notice] = true
			names = append(names, f.Notice)
		}
	}
	return names
}
