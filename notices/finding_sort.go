package notices

import (
	"cmp"
	"maps"
	"slices"
)

// SortFindings puts findings in the order of their places. Where several have the
// same one, as all that is missing from a notice has, what weighs most comes first,
// then what stands first on the page, then their rules decide, so that every report
// is the same for the same input.
//
// It is quick with lists that are put together of sorted ones, as most are.
func SortFindings(list []Finding) {
	if FindingsSorted(list) {
		return
	}
	files := map[string][]int{} // the places of the findings: to move a finding itself takes much longer
	for i := range list {
		files[list[i].Pos.File] = append(files[list[i].Pos.File], i)
	}
	places := make([]int, 0, len(list))
	for _, file := range slices.Sorted(maps.Keys(files)) {
		places = append(places, sorted(list, files[file])...)
	}
	arrange(list, places)
}

// FindingsSorted reports whether findings are in the order of SortFindings.
func FindingsSorted(list []Finding) bool {
	for i := 1; i < len(list); i++ {
		if compareFindings(&list[i-1], &list[i]) > 0 {
			return false
		}
	}
	return true
}

// sorted puts the places of findings in the order of these.
func sorted(list []Finding, places []int) []int {
	runs := runsOf(list, places)
	for len(runs) > 1 {
		var fewer [][]int
		for pair := range slices.Chunk(runs, 2) {
			if len(pair) == 2 {
				pair[0] = merged(list, pair[0], pair[1])
			}
			fewer = append(fewer, pair[0])
		}
		runs = fewer
	}
	return runs[0]
}

// runsOf cuts places into the sorted runs that they are made of.
func runsOf(list []Finding, places []int) (runs [][]int) {
	start := 0
	for i := 1; i < len(places); i++ {
		if compareFindings(&list[places[i-1]], &list[places[i]]) > 0 {
			runs = append(runs, places[start:i])
			start = i
		}
	}
	return append(runs, places[start:])
}

// merged makes one sorted run of two. Of equal findings, those of the first come first.
func merged(list []Finding, a, b []int) []int {
	both := make([]int, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compareFindings(&list[a[0]], &list[b[0]]) <= 0 {
			both, a = append(both, a[0]), a[1:]
		} else {
			both, b = append(both, b[0]), b[1:]
		}
	}
	return append(append(both, a...), b...)
}

// arrange moves every finding once: into place i comes that of places[i].
func arrange(list []Finding, places []int) {
	for start := range places {
		if places[start] == start {
			continue
		}
		first, i := list[start], start
		for places[i] != start {
			from := places[i]
			list[i], places[i] = list[from], i
			i = from
		}
		list[i], places[i] = first, i
	}
}

func compareFindings(a, b *Finding) int {
	if c := a.Pos.Compare(b.Pos); c != 0 {
		return c
	}
	if c := cmp.Compare(b.Severity, a.Severity); c != 0 {
		return c
	}
	if a.Section != b.Section { // first what concerns no section
		if c := cmp.Compare(slices.Index(Sections, a.Section), slices.Index(Sections, b.Section)); c != 0 {
			return c
		}
	}
	return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
}
