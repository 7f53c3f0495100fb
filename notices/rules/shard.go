package rules

import (
	"maps"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
)

// Checked is what the rules say of some notices, before the site has a say in what it
// weighs. It is plain values, to be kept in a file.
type Checked struct {
	Findings []notices.Finding
	Rows     []Row
	Labels   map[string]string // of items of information, by their IDs
}

// shard is what a run does not do itself.
type shard struct {
	own   map[string]bool // the IDs of the notices to check; nil for all
	other []*Checked      // what other runs say of the rest
	seen  map[string]Seen // what is seen of others, by their IDs; nil when it has to be found out
}

// RunShard is Run over some of the notices. The others are only looked at where these
// name them. Result.Checked has what is said of these, for Merge.
func RunShard(set *notices.Set, day time.Time, own []*notices.Face, others ...notices.RuleDoc) (*Result, error) {
	of := shard{own: make(map[string]bool, len(own))}
	for _, f := range own {
		of.own[f.ID.Value] = true
	}
	return (*Memory)(nil).run(set, day, of, others)
}

// Merge is Run with what RunShard said of the notices, of each in one of the lists. It
// checks the site as a whole, and what notices share.
func Merge(set *notices.Set, day time.Time, list []*Checked, others ...notices.RuleDoc) (*Result, error) {
	return (*Memory)(nil).run(set, day, shard{other: list}, others)
}

// ownFaces gives the notices to check.
func (r *run) ownFaces() []*notices.Face {
	switch {
	case r.shard.other != nil:
		return nil
	case r.shard.own == nil:
		return r.set.Faces
	}
	return slices.DeleteFunc(slices.Clone(r.set.Faces), func(f *notices.Face) bool { return !r.shard.own[f.ID.Value] })
}

// ownOf gives those of the list.
func (r *run) ownOf(list []*notices.Complete) []*notices.Complete {
	if r.shard.own == nil && r.shard.other == nil {
		return list
	}
	own := map[string]bool{}
	for _, f := range r.ownFaces() {
		own[f.ID.Value] = true
	}
	return slices.DeleteFunc(slices.Clone(list), func(c *notices.Complete) bool { return !own[c.ID.Value] })
}

// shareOut puts down what was said of the notices of a shard, or adds what others said.
func (r *run) shareOut() {
	if r.shard.own != nil {
		r.checked = &Checked{Findings: slices.Clone(r.findings), Rows: slices.Clone(r.rows), Labels: maps.Clone(r.labels)}
	}
	for _, other := range r.shard.other {
		r.findings = append(r.findings, other.Findings...)
		r.rows = append(r.rows, other.Rows...)
		maps.Copy(r.labels, other.Labels)
	}
	if r.shard.other != nil {
		slices.SortFunc(r.rows, func(a, b Row) int { return strings.Compare(a.Notice, b.Notice) })
	}
}
