package site_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/site"
)

// A notice is planned again when something that its pages show is another, whichever
// content that stands in, and at no other time.
func TestOnlyWhatShowsAChangeIsPlannedAgain(t *testing.T) {
	t.Parallel()
	const garden, allotments, corporate = "wendle/garden-waste", "wendle/allotments", "wendle/council"
	for name, c := range map[string]struct {
		change func(in *site.Input)
		want   []string
	}{
		"nothing":          {func(*site.Input) {}, nil},
		"the same, anew":   {func(in *site.Input) { replace(in, garden, func(*notices.Complete) {}) }, nil},
		"the rules' rules": {func(in *site.Input) { in.Set.Corpus.Site.ReviewEvery = notices.Period{Years: 9} }, nil},
		"a summary": {func(in *site.Input) {
			replace(in, garden, func(n *notices.Complete) { n.Summary.Value = "Another one." })
		}, []string{corporate, garden}},
		"a title": {func(in *site.Input) {
			replace(in, corporate, func(n *notices.Complete) { n.Title.Value = "Another one" })
		}, []string{allotments, corporate, garden}},
		"a finding": {func(in *site.Input) {
			in.Findings = append(slices.Clone(in.Findings), notices.Finding{Rule: "retention-missing", Severity: notices.Error, Notice: allotments})
		}, []string{allotments}},
		"the site's title": {func(in *site.Input) { in.Set.Corpus.Site.Title.Value = "Another one" }, []string{"*"}},
		"the day":          {func(in *site.Input) { in.Day = in.Day.AddDate(0, 0, 1) }, []string{"*"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := input()
			in.Memory = &site.Memory{}
			render(t, in)
			before := in.Memory.Planned()
			c.change(&in)
			render(t, in)
			after := in.Memory.Planned()
			var anew []string
			for _, id := range slices.Sorted(maps.Keys(after)) {
				if before[id] != after[id] {
					anew = append(anew, id)
				}
			}
			if slices.Equal(c.want, []string{"*"}) {
				c.want = slices.Sorted(maps.Keys(after))
			}
			if diff := cmp.Diff(c.want, anew); diff != "" {
				t.Errorf("planned again (-want +got):\n%s", diff)
			}
		})
	}
}

// replace puts a copy of a notice, with a change, in its place.
func replace(in *site.Input, id string, change func(*notices.Complete)) {
	set := *in.Set
	set.Notices = slices.Clone(set.Notices)
	for i, c := range set.Notices {
		if c.ID.Value == id {
			changed := *c
			change(&changed)
			set.Notices[i] = &changed
		}
	}
	in.Set = &set
}
