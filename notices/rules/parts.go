package rules

import (
	"maps"
	"slices"
	"strings"
	"sync"

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
		for _, h := range x.headingsIn(source) {
			ids = append(ids, h.ID)
		}
	}
	return ids, true
}

// headingsIn gives the headings of a file.
func (x *index) headingsIn(file string) []prose.Heading {
	t := x.told(file)
	switch {
	case t == nil && x.set.Completer != nil:
		return x.apart.headings(x.set, file)
	case t == nil || t.doc == nil:
		return nil
	}
	return t.doc.Headings
}

// apart reads the texts of notices that are not among those which are looked at.
type apart struct {
	mutex sync.Mutex
	known map[string][]prose.Heading // by file
}

// headings gives the headings of the file of a notice. One that cannot be read has
// none here: who looks at it as a whole is told.
func (a *apart) headings(set *notices.Set, file string) []prose.Heading {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if list, known := a.known[file]; known {
		return list
	}
	if a.known == nil {
		a.known = map[string][]prose.Heading{}
	}
	a.known[file] = nil
	if face := set.Face(set.Files[file].ID); face != nil {
		if list, err := set.Whole([]*notices.Face{face}); err == nil {
			for _, n := range append([]*notices.Notice{list[0].Written}, list[0].WrittenIn...) {
				if n.Pos.File == file {
					a.known[file] = prose.Parse(n.Body).Headings
				}
			}
		}
	}
	return a.known[file]
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
	for _, from := range x.textFiles() {
		for _, to := range x.told(from).targets() {
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
