package rules

import (
	"maps"
	"path"
	"slices"
	"strings"

	"notices.example/notices"
)

// index finds content by what the rules look for, so that no rule goes through
// all notices for each of them.
type index struct {
	drafts map[string]*notices.Notice // by ID
	named  map[string]string          // IDs of notices by their folded titles and services; the first of each
	files  []string                   // every content file, sorted
	stems  map[string]string          // the first of the files by its name without folder and ending
	takers map[string][]string        // files of the notices that include a block, by the file of the block
}

func newIndex(set *notices.Set) *index {
	x := &index{
		drafts: map[string]*notices.Notice{}, named: map[string]string{},
		files: slices.Sorted(maps.Keys(set.Files)), stems: map[string]string{}, takers: map[string][]string{},
	}
	for _, n := range set.Corpus.Notices {
		if n.IsDraft() {
			x.drafts[n.ID.Value] = n
		}
	}
	for _, c := range set.Notices {
		addFirst(x.named, folded(c.Title.Value), c.ID.Value)
		addFirst(x.named, folded(c.Service.Value), c.ID.Value)
		for _, b := range c.Included {
			file := b.Block.Pos.File
			x.takers[file] = append(x.takers[file], c.Pos.File)
		}
	}
	for _, f := range x.files {
		addFirst(x.stems, stem(f), f)
	}
	return x
}

func addFirst(m map[string]string, key, value string) {
	if _, taken := m[key]; !taken && key != "" {
		m[key] = value
	}
}

func stem(file string) string {
	return strings.TrimSuffix(path.Base(file), path.Ext(file))
}
