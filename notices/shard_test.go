package notices_test

import (
	"fmt"
	"slices"
	"testing"

	"notices.example/notices"
)

// Each notice is in just one shard, shards differ by one notice at most, and those of
// one organisation are together as far as that goes.
func TestShardsAreOfOneSize(t *testing.T) {
	t.Parallel()
	set := &notices.Set{}
	for i := range 23 {
		set.Faces = append(set.Faces, &notices.Face{ID: notices.ID{Value: fmt.Sprintf("%02d", i)}, Controllers: []string{"b", "a", "c"}[i%3 : i%3+1]})
	}
	set.Faces[7].Controllers = nil
	for n := 1; n < 30; n++ {
		var all []string
		for k := range n {
			own := set.Shard(k, n)
			if len(own) < 23/n || len(own) > (23+n-1)/n {
				t.Errorf("shard %d of %d has %d notices", k, n, len(own))
			}
			for _, f := range own {
				all = append(all, f.ID.Value)
			}
			if !slices.IsSortedFunc(own, func(a, b *notices.Face) int { return slices.Compare([]string{a.ID.Value}, []string{b.ID.Value}) }) {
				t.Errorf("shard %d of %d is out of order", k, n)
			}
		}
		slices.Sort(all)
		if len(slices.Compact(all)) != 23 || len(all) != 23 {
			t.Errorf("%d shards have %d of 23 notices", n, len(all))
		}
	}
	controllers := map[string]bool{}
	for _, f := range set.Shard(1, 3) {
		controllers[f.Controllers[0]] = true
	}
	if len(controllers) > 2 {
		t.Errorf("a third has the notices of %d organisations", len(controllers))
	}
}
