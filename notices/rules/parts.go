package rules

import (
	"maps"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/prose"
)

// headings gives the IDs that a link into the page of a file may name: those of its
// headings, and of the blocks on it. It is not ok when they cannot be told.
func (x *index) headings(file string) (ids []string, ok bool) {
	switch x.set.Files[file].Kind {
	case notices.NoticeFile:
		for _, section := range notices.Sections {
			ids = append(ids, string(section))
		}
	case notices.PageFile:
	default:
		return nil, false
	}
	for _, source := range append([]string{file}, x.includedIn(file)...) {
		if t := x.reading.told[source]; t != nil && t.doc != nil {
			for _, h := range t.doc.Headings {
				ids = append(ids, h.ID)
			}
		}
	}
	return ids, true
}

// hasPart reports whether a link may name a file, # and an ID.
func (x *index) hasPart(name string) bool {
	file, id, _ := strings.Cut(name, "#")
	ids, ok := x.headings(file)
	return !ok || slices.Contains(ids, id)
}

// parts gives all that a link may name in a file, separated by spaces.
func (x *index) parts(file string) string {
	ids, _ := x.headings(file)
	return strings.Join(ids, " ")
}

// nearFile gives the right file in the wrong folder, or with the other ending, or
// else the one whose name is nearest.
func (x *index) nearFile(to string) string {
	if file := x.files[stem(to)]; file != "" {
		return file
	}
	return x.hints()[to]
}

// mostHints is for how many files that do not exist a near one is looked for.
// Each look goes through all files. Where more are gone, they were not misspelt.
const mostHints = 100

// findHints gives the file whose name is nearest to each that links lead to and that
// does not exist, if one is near. Many links may lead to the same file that was renamed.
func (x *index) findHints() map[string]string {
	stems := slices.Sorted(maps.Keys(x.files))
	known := x.near
	if !slices.Equal(stems, x.stems) {
		known = nil
	}
	hints, nearby := map[string]string{}, map[string]string{}
	for _, from := range x.reading.files {
		for _, to := range x.reading.told[from].targets() {
			if _, done := hints[to]; done || x.set.Files[to].Path != "" || x.files[stem(to)] != "" || len(hints) == mostHints {
				continue
			}
			near, found := known[to]
			if !found {
				near, _ = nearest(stem(to), stems)
			}
			hints[to], nearby[to] = x.files[near], near
		}
	}
	x.stems, x.near = stems, nearby
	return hints
}

// targetsOf gives the files that the Markdown of a file links to.
func targetsOf(from string, doc *prose.Document) []string {
	if doc == nil {
		return nil
	}
	var list []string
	for _, link := range doc.Links {
		if file, _, local := prose.Target(from, link.Destination); local && !slices.Contains(list, file) {
			list = append(list, file)
		}
	}
	return list
}
