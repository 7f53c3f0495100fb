package baseline

import (
	"maps"
	"slices"
	"strconv"

	"notices.example/notices"
)

// New makes the baseline of a site that has none: every open finding that weighs
// at least as much and whose rule is one of those that can be accepted. What is
// wrong in a draft, or in a notice that has ended, is left out, since it keeps nothing from being published.
func New(set *notices.Set, findings []notices.Finding, rules []string, least notices.Severity) *notices.Baseline {
	k := newKeys(set)
	times := map[key]int{}
	for _, f := range findings {
		if f.Accepted == nil && !f.Unpublished() && f.Severity >= least && slices.Contains(rules, f.Rule) {
			times[k.of(f)]++
		}
	}
	return &notices.Baseline{Gaps: gaps(times)}
}

// Shrunk gives the baseline of the set without what is no longer found, and how
// many gaps that are. Nothing is ever added.
func Shrunk(set *notices.Set, findings []notices.Finding) (smaller *notices.Baseline, gone int) {
	k := newKeys(set)
	found := map[key]int{}
	for _, f := range findings {
		if f.Accepted == nil || f.Baseline {
			found[k.of(f)]++
		}
	}
	old := set.Corpus.Baseline
	kept := map[key]int{}
	for gap, n := range counted(old) {
		kept[gap] = min(n, found[gap])
		gone += n - kept[gap]
	}
	maps.DeleteFunc(kept, func(_ key, n int) bool { return n == 0 })
	return &notices.Baseline{Reason: old.Reason, By: old.By, Until: old.Until, Gaps: gaps(kept)}, gone
}

// Grown gives what one baseline has that an older one has not, or not as often.
func Grown(old, now *notices.Baseline) []notices.BaselineGap {
	before := counted(old)
	more := map[key]int{}
	for gap, n := range counted(now) {
		if n > before[gap] {
			more[gap] = n - before[gap]
		}
	}
	return gaps(more)
}

// Size gives how many gaps a baseline accepts.
func Size(b *notices.Baseline) int {
	n := 0
	for _, times := range counted(b) {
		n += times
	}
	return n
}

func counted(b *notices.Baseline) map[key]int {
	times := map[key]int{}
	if b == nil {
		return times
	}
	for _, g := range b.Gaps {
		if n, ok := Times(g); ok {
			times[keyOf(g)] += n
		}
	}
	return times
}

// gaps lists gaps in an order that is always the same.
func gaps(times map[key]int) []notices.BaselineGap {
	var list []notices.BaselineGap
	for _, k := range slices.SortedFunc(maps.Keys(times), key.compare) {
		g := notices.BaselineGap{
			Notice: notices.Text{Value: k.notice}, Rule: notices.Term{Value: k.rule}, File: notices.Text{Value: k.file},
			Field: notices.Text{Value: k.field}, About: notices.Text{Value: k.about},
		}
		if n := times[k]; n > 1 {
			g.Times.Value = strconv.Itoa(n)
		}
		list = append(list, g)
	}
	return list
}
