package rules

import (
	"crypto/sha256"
	"maps"
	"slices"
	"time"

	"notices.example/notices"
)

// Seen is what rules see of a notice besides its face when they look at others. It is
// plain values, to be kept in a file.
type Seen struct {
	Bases    []string // the lawful bases it rests on
	Known    bool     // these are all
	Decides  bool
	Lists    map[string]notices.Pos
	Denies   map[string]notices.Pos
	Included map[string][]string
	Headings string // a digest of those that links may name
}

// Seen gives what rules see of each notice, in the order of the faces of the set.
func (r *Result) Seen() []Seen {
	list := make([]Seen, len(r.order))
	for i, o := range r.order {
		list[i] = Seen{
			Bases: slices.Sorted(maps.Keys(o.bases.of)), Known: o.bases.known, Decides: o.decides,
			Lists: o.lists, Denies: o.denies, Included: o.included, Headings: r.headings[o.ID.Value],
		}
	}
	return list
}

// outline gives what rules see of a notice with that face.
func (s Seen) outline(f *notices.Face) *outline {
	o := &outline{
		Face: f, title: folded(f.Title.Value), service: folded(f.Service.Value), bases: bases{known: s.Known}, decides: s.Decides,
		lists: s.Lists, denies: s.Denies, included: s.Included,
	}
	if s.Known {
		o.bases.of = make(map[string]bool, len(s.Bases))
		for _, basis := range s.Bases {
			o.bases.of[basis] = true
		}
	}
	return o
}

// RunNarrow is RunShard where it is known what rules see of the others: seen has it by
// their IDs, and nothing of the notices that are to be checked.
func RunNarrow(set *notices.Set, day time.Time, own []*notices.Face, seen map[string]Seen, others ...notices.RuleDoc) (*Result, error) {
	of := shard{own: make(map[string]bool, len(own)), seen: seen}
	for _, f := range own {
		of.own[f.ID.Value] = true
	}
	return (*Memory)(nil).run(set, day, of, others)
}

// outlines gives what is seen of all notices, of which it reads only those of which that
// is not known.
func (r *run) outlines() ([]*outline, error) {
	unseen := r.set.Faces
	if r.shard.seen != nil {
		unseen = slices.DeleteFunc(slices.Clone(unseen), func(f *notices.Face) bool {
			_, known := r.shard.seen[f.ID.Value]
			return known
		})
	}
	read := make(map[string]*outline, len(unseen))
	for portion, err := range r.set.PortionsOf(unseen) {
		if err != nil {
			return nil, err
		}
		for _, c := range portion {
			f := unseen[len(read)]
			read[f.ID.Value] = outlineOf(r.set, f, c)
		}
	}
	order := make([]*outline, len(r.set.Faces))
	for i, f := range r.set.Faces {
		if order[i] = read[f.ID.Value]; order[i] == nil {
			order[i] = r.shard.seen[f.ID.Value].outline(f)
		}
	}
	return order, nil
}

// headingsOf gives a digest of the headings of a notice in all its languages.
func (x *index) headingsOf(c *notices.Complete) string {
	h := sha256.New()
	for _, n := range append([]*notices.Notice{c.Written}, c.WrittenIn...) {
		for _, heading := range x.headingsIn(n.Pos.File) {
			h.Write([]byte(heading.ID + " "))
		}
		h.Write([]byte("\n"))
	}
	return string(h.Sum(nil)[:digestSize])
}

// digestSize is how many bytes of a SHA-256 are kept: enough that two are never alike by
// chance.
const digestSize = 16
