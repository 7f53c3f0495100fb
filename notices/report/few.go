package report

import (
	"cmp"
	"slices"
)

// mostOfAFile is how many entries of one file are shown to people. Who has put
// that many right looks again.
const mostOfAFile = 50

// fewOfEach gives the entries to show, in their order, and how many of each file
// are left out. Those that weigh most are kept.
func fewOfEach(list []entry) (kept []entry, left map[string]int) {
	shown, left := map[string]int{}, map[string]int{}
	keep := make([]bool, len(list))
	for _, i := range heaviestFirst(list) {
		file := list[i].Pos.File
		if keep[i] = shown[file] < mostOfAFile; keep[i] {
			shown[file]++
		} else {
			left[file]++
		}
	}
	for i, e := range list {
		if keep[i] {
			kept = append(kept, e)
		}
	}
	return kept, left
}

// heaviestFirst gives the places of the entries in the list: of the errors, then
// the warnings, then advice, each in their order.
func heaviestFirst(list []entry) []int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(list[a]), rank(list[b])) })
	return order
}
