package preview

import (
	"cmp"
	"fmt"
	"slices"

	"notices.example/notices"
)

// entry is what a reader sees as one finding: what is wrong at one place, for all
// the notices that it concerns.
type entry struct {
	*notices.Finding          // the one that weighs most; never changed
	notices          []string // those that it concerns, in order; one may be there again
}

// identity tells entries apart. What was put right and comes back has it again.
type identity struct {
	rule    string
	pos     notices.Pos
	message string
}

func identify(f *notices.Finding) identity { return identity{f.Rule, f.Pos, f.Message} }

// id gives what an entry is called in links. It stays when others come or go.
func (i identity) id() string {
	return "np-" + digestOf(fmt.Sprintf("%s\n%s\n%s", i.rule, i.pos, i.message))[:12]
}

// merged puts findings of one rule, at one place and in the same words together:
// they are put right once. What weighs most comes first.
func merged(findings []notices.Finding) []entry {
	return byWeight(together(ordered(findings)))
}

// ordered gives findings in the order of notices.SortFindings. The list stays as it is.
func ordered(findings []notices.Finding) []notices.Finding {
	if notices.FindingsSorted(findings) {
		return findings
	}
	list := slices.Clone(findings)
	notices.SortFindings(list)
	return list
}

// together is merged for findings in order, and gives the entries in order of their
// places. It copies no findings: a large site has a hundred thousand.
func together(findings []notices.Finding) []entry {
	entries := make([]entry, 0, len(findings))
	var here place
	for i := range findings {
		f := &findings[i]
		if i > 0 && f.Pos.Compare(findings[i-1].Pos) != 0 {
			here = place{from: len(entries)}
		}
		n, seen := here.find(entries, f)
		if !seen {
			entries = append(entries, entry{Finding: f})
		}
		entries[n].add(f)
	}
	return entries
}

// place is where findings stand that are put together: the entries from one on.
type place struct {
	from int
	at   map[identity]int // the entries, where they are many
}

// find gives the entry that a finding belongs to, or else the number of the next one.
func (p *place) find(entries []entry, f *notices.Finding) (n int, seen bool) {
	const few = 8 // so that going through them is quicker than a map
	for n := len(entries) - 1; n >= max(p.from, len(entries)-few); n-- {
		if e := entries[n].Finding; e.Rule == f.Rule && e.Pos == f.Pos && e.Message == f.Message {
			return n, true
		}
	}
	if len(entries)-p.from < few {
		return len(entries), false
	}
	if p.at == nil {
		p.at = map[identity]int{}
		for i, e := range entries[p.from:] {
			p.at[identify(e.Finding)] = p.from + i
		}
	}
	if n, seen = p.at[identify(f)]; !seen {
		n = len(entries)
		p.at[identify(f)] = n
	}
	return n, seen
}

// add adds a finding that says the same.
func (e *entry) add(f *notices.Finding) {
	if n := len(e.notices); f.Notice != "" && (n == 0 || e.notices[n-1] != f.Notice) {
		e.notices = append(e.notices, f.Notice)
	}
	if weight(f) > weight(e.Finding) {
		e.Finding = f
	}
}

// byWeight puts first what weighs most.
func byWeight(entries []entry) []entry {
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(weight(b.Finding), weight(a.Finding)) })
	return entries
}

// weight says how much a finding keeps from being published, and how much it
// matters beside others that keep as much.
func weight(f *notices.Finding) int {
	const severities = 4
	switch {
	case f.Accepted != nil:
		return int(f.Severity)
	case f.Unpublished():
		return severities + int(f.Severity)
	}
	return 2*severities + int(f.Severity)
}

// counts are findings as people count them.
type counts struct {
	Errors, Warnings, Advice int // those that are not accepted
	Unpublished              int // of the errors, those that keep nothing from being published
	Aside                    int // of the warnings and the advice, those in notices that are not published
	Accepted                 int
}

// Blocking is how many things are to be put right: they keep the site from being
// published.
func (c counts) Blocking() int { return c.Errors - c.Unpublished }

// Better is how many things could be better in what is published.
func (c counts) Better() int { return c.Warnings + c.Advice - c.Aside }

// Drafts is how many things there are in notices that are not published.
func (c counts) Drafts() int { return c.Unpublished + c.Aside }

func count(entries []entry) counts {
	var c counts
	for _, e := range entries {
		switch {
		case e.Accepted != nil:
			c.Accepted++
			continue
		case e.Severity == notices.Error:
			c.Errors++
		case e.Severity == notices.Warning:
			c.Warnings++
		default:
			c.Advice++
		}
		switch {
		case e.Unpublished() && e.Severity == notices.Error:
			c.Unpublished++
		case e.Unpublished():
			c.Aside++
		}
	}
	return c
}
