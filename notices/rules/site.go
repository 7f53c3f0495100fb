package rules

import (
	"path"
	"time"

	"notices.example/notices"
	"notices.example/notices/prose"
)

// Site is all content as a rule sees it.
type Site struct {
	Set    *notices.Set
	Day    time.Time
	bodies []body
}

// body is a Markdown text of the site, read once for all rules.
type body struct {
	*prose.Document
	file   string
	notice string // the ID of the notice it belongs to, if it does
	draft  bool
}

func newSite(set *notices.Set, day time.Time) *Site {
	s := &Site{Set: set, Day: day}
	drafts := map[string]bool{}
	for _, n := range set.Corpus.Notices {
		drafts[n.ID.Value] = n.IsDraft()
		s.read(n.Pos.File, n.Body, n.ID.Value, n.IsDraft())
	}
	for _, n := range set.Corpus.Translations {
		s.read(n.Pos.File, n.Body, n.ID.Value, drafts[n.ID.Value])
	}
	for _, b := range set.Corpus.Blocks {
		s.read(b.Pos.File, b.Body, "", false)
	}
	for _, p := range set.Corpus.Pages {
		s.read(p.Pos.File, p.Body, "", false)
	}
	return s
}

func (s *Site) read(file string, m notices.Markdown, notice string, draft bool) {
	if m.Said() {
		s.bodies = append(s.bodies, body{prose.Parse(m), file, notice, draft})
	}
}

// draft gives the notice that a file defines, if that is a draft.
func (s *Site) draft(file string) (*notices.Notice, bool) {
	for _, n := range s.Set.Corpus.Notices {
		if n.IsDraft() && (n.Pos.File == file || s.Set.Files[file].Kind == notices.NoticeFile && s.Set.Files[file].ID == n.ID.Value) {
			return n, true
		}
	}
	return nil, false
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
	for _, b := range s.bodies {
		if b.file == file || s.includes(file, b.file) {
			for _, h := range b.Headings {
				ids = append(ids, h.ID)
			}
		}
	}
	return ids, true
}

// includes reports whether the notice that a file defines takes in the block of
// another file.
func (s *Site) includes(file, block string) bool {
	for _, c := range s.Set.Notices {
		if c.Pos.File != file {
			continue
		}
		for _, b := range c.Included {
			if b.Block.Pos.File == block {
				return true
			}
		}
	}
	return false
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
