// Package change tells what is different for people between two versions of a
// site's notices. It takes two complete sets and a day, and gives, notice by notice,
// what was added, what is gone and what reads differently, in sentences that can be
// shown to the people concerned. Facts are compared, not lines: another order, or
// other quotation marks, are no change.
//
// A change of the facts that Articles 13 and 14 ask for is material; anything else
// is wording. Whether people have to be told of a change, and when, depends on more
// than the notice: see docs/law-notes.md.
package change

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"notices.example/notices"
)

// Weight says how much a change matters.
type Weight uint8

// The weights of a change.
const (
	Wording  Weight = iota // the same facts in other words
	Material               // other facts: people should be told (WP260 rev.01, paragraph 29)
	Purpose                // a new purpose: people are to be told before, Articles 13(3) and 14(4)
)

// String gives the weight as programs name it.
func (w Weight) String() string { return [...]string{"wording", "material", "new-purpose"}[w] }

// Change is one thing that is different.
type Change struct {
	Section notices.Section // of the notice's page
	Weight  Weight
	Say     string // for the people concerned, a sentence
	Was     string // what was there, when something was and it was text
	Now     string // what is there now, likewise
}

// Status says what has become of a notice.
type Status string

// What can become of a notice.
const (
	Added   Status = "added"   // it holds now and did not before
	Ended   Status = "ended"   // the other way round
	Changed Status = "changed" // it held before too
)

// Notice is a notice that is different.
type Notice struct {
	ID      string
	Title   string // the newer one
	Status  Status
	Changes []Change // in the order of the page; none of a notice that is added or has ended
	Undated bool     // it says something else, and its date is still the same, and not that of the day
	Ask     string   // how to reach the data protection officer; empty when that is not said
}

// Weight is that of the weightiest change. A notice that is added or has ended is
// as weighty as a material change.
func (n Notice) Weight() Weight {
	if n.Status != Changed {
		return Material
	}
	var most Weight
	for _, c := range n.Changes {
		most = max(most, c.Weight)
	}
	return most
}

// Compare gives the notices that are different, in the order of their IDs. Only
// notices that are in force on the day count: nobody has read a draft.
func Compare(old, now *notices.Set, day time.Time) []Notice {
	before, after := inForce(old, day), inForce(now, day)
	ids := maps.Clone(before)
	maps.Copy(ids, after)
	var list []Notice
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		was, is := before[id], after[id]
		switch {
		case was == nil:
			list = append(list, Notice{ID: id, Title: is.Title.Value, Status: Added})
		case is == nil:
			list = append(list, Notice{ID: id, Title: was.Title.Value, Status: Ended})
		default:
			changes := compare(edition{bodiesOf(old), was}, edition{bodiesOf(now), is})
			if len(changes) > 0 {
				list = append(list, Notice{ID: id, Title: is.Title.Value, Status: Changed, Changes: changes, Undated: was.Updated.String() == is.Updated.String() && !is.Updated.Time.Equal(day), Ask: ask(is)})
			}
		}
	}
	return list
}

func inForce(set *notices.Set, day time.Time) map[string]*notices.Complete {
	byID := map[string]*notices.Complete{}
	for _, c := range set.Notices {
		if c.Standing(day) == notices.InForce {
			byID[c.ID.Value] = c
		}
	}
	return byID
}

// edition is a notice in one of the two versions, with what it names.
type edition struct {
	bodies func(id string) *notices.Organisation
	*notices.Complete
}

func bodiesOf(set *notices.Set) func(id string) *notices.Organisation {
	return func(id string) *notices.Organisation { return set.Organisations[id] }
}

// compare gives all changes of a notice, in the order of its page.
func compare(old, now edition) []Change {
	var list []Change
	for _, p := range parts {
		list = append(list, p.compare(p.items(old), p.items(now))...)
		if p.denied != nil {
			list = append(list, p.denials(p.denied(old), p.denied(now))...)
		}
	}
	slices.SortStableFunc(list, func(a, b Change) int {
		return cmp.Compare(slices.Index(notices.Sections, a.Section), slices.Index(notices.Sections, b.Section))
	})
	return list
}
