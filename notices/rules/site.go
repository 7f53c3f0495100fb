package rules

import (
	"maps"
	"path"
	"slices"
	"time"

	"notices.example/notices"
	"notices.example/notices/prose"
)

// Site is all content as a rule sees it.
type Site struct {
	Set    *notices.Set
	Day    time.Time
	bodies []body

	was, is *Memory

	index *index
	ids   map[string][]string          // of the headings on the page of a notice or page, by its file
	hits  map[string][]notices.Finding // on wording, by rule, once they were asked for
	hints map[string]string            // the file nearest to one that does not exist, once it was looked for
}

// body is a Markdown text of the site, read once for all rules.
type body struct {
	*prose.Document
	file   string
	notice string // the ID of the notice it belongs to, if it does
	draft  bool
	day    time.Time // on which it is read: that of the check, or a day on which its notice holds
}

func newSite(r *run, index *index) *Site {
	set, day := r.set, r.day
	s := &Site{Set: set, Day: day, was: r.was, is: r.is, index: index, ids: map[string][]string{}, hints: map[string]string{}}
	for _, n := range set.Corpus.Notices {
		s.read(n.Pos.File, n.Body, n.ID.Value)
	}
	for _, n := range set.Corpus.Translations {
		s.read(n.Pos.File, n.Body, n.ID.Value)
	}
	for _, b := range set.Corpus.Blocks {
		s.read(b.Pos.File, b.Body, "")
	}
	for _, shared := range set.Corpus.Shared {
		for _, id := range slices.Sorted(maps.Keys(shared.Blocks)) {
			s.read(shared.Blocks[id].Pos.File, shared.Blocks[id].Body, "")
		}
	}
	for _, p := range set.Corpus.Pages {
		s.read(p.Pos.File, p.Body, "")
	}
	return s
}

func (s *Site) read(file string, m notices.Markdown, notice string) {
	if !m.Said() {
		return
	}
	b := body{Document: s.index.markdown(file), file: file, notice: notice, day: s.Day}
	if c := s.index.complete[notice]; c != nil {
		b.draft, b.day = c.IsDraft(), c.LawDay(s.Day)
	}
	s.bodies = append(s.bodies, b)
	for _, page := range append([]string{file}, s.index.takers[file]...) {
		for _, h := range b.Headings {
			s.ids[page] = append(s.ids[page], h.ID)
		}
	}
}

// headings gives the ids that a link into the page of a file may name, or not
// ok when they cannot be told.
func (s *Site) headings(file string) (ids []string, ok bool) {
	switch s.Set.Files[file].Kind {
	case notices.NoticeFile:
		for _, section := range notices.Sections {
			ids = append(ids, string(section))
		}
	case notices.PageFile:
	default:
		return nil, false
	}
	return append(ids, s.ids[file]...), true
}

// relative gives the path of a content file as a link in another one writes it.
func relative(from, to string) string {
	up := ""
	for dir := path.Dir(from); ; dir = path.Dir(dir) {
		if rest, below := cutFolder(to, dir); below {
			return up + rest
		}
		up += "../"
	}
}

func cutFolder(file, dir string) (string, bool) {
	if dir == "." {
		return file, true
	}
	if len(file) > len(dir) && file[:len(dir)] == dir && file[len(dir)] == '/' {
		return file[len(dir)+1:], true
	}
	return "", false
}
