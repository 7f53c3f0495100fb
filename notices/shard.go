package notices

import (
	"cmp"
	"slices"
	"strings"
)

// Shard gives the notices of shard k of n, in the order of their IDs, for machines that
// share the work on a large site. Notices of one organisation are together as far as
// shards of one size can be had; each notice is in just one. K is from 0.
func (s *Set) Shard(k, n int) []*Face {
	all := slices.Clone(s.Faces)
	slices.SortStableFunc(all, func(a, b *Face) int { return strings.Compare(a.controller(), b.controller()) })
	own := all[k*len(all)/n : (k+1)*len(all)/n]
	slices.SortFunc(own, func(a, b *Face) int { return cmp.Compare(a.ID.Value, b.ID.Value) })
	return own
}

// controller gives the ID of the first controller; empty when none was found.
func (f *Face) controller() string {
	if len(f.Controllers) == 0 {
		return ""
	}
	return f.Controllers[0]
}
