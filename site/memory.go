package site

import (
	"bytes"
	"maps"
	"slices"

	"notices.example/notices"
)

// Memory is what the last run made, for the next run to use again. A notice is planned
// a second time only when something that its pages show is another, and a page is
// rendered a second time only when its view is, or one of the site's own layouts,
// partials, words or styles. The zero value remembers nothing, and nil never does.
//
// The content of files that are used again is the same slice; nobody may change it.
// When a run gives no output, what the one before it made is kept. A Memory is for
// one site and one version of the program, and for one run at a time.
type Memory struct {
	workshop  *workshop
	pages     map[string]made // by address
	kept      kept
	questions map[question]int // the number of each question that was ever asked
	order     []*notices.Face
	about     map[string][]notices.Finding
	files     map[string][]byte // of the last output, by path
	last      *Last
}

// kept is what the plan of a run leaves for the next one.
type kept struct {
	early, around *surroundings        // of the notices: when they have their addresses, and when all pages have
	planned       map[string]*planned  // by the ID of the notice
	surveyed      map[string]*surveyed // likewise
	across        map[string]*crossed  // what goes across all notices, by language
	toFind        toFind               // by search engines
	orders        map[string]*order    // of names, by language
}

func newKept() kept {
	return kept{across: map[string]*crossed{}}
}

// workshop is what pages are made with, apart from their views.
type workshop struct {
	own       ownFiles
	templates *templates
	findings  []notices.Finding // about the templates
	words     map[string]*Words // by language
	idle      chan *finisher
	colours   string // of the style sheet
	style     File
}

// made is a page in all its forms, and what it was made of.
type made struct {
	layout string
	view   any
	forms  string // which other pages its other forms lead to
	files  []File
}

// memory gives the memory in use.
func (in Input) memory() *Memory {
	if in.Memory == nil {
		return &Memory{}
	}
	return in.Memory
}

// setUp gives what pages are made with: what the last run had, as long as the
// site's own files are the same. If not, no page can be used again.
func (m *Memory) setUp(own ownFiles) (*workshop, error) {
	if m.workshop != nil && maps.EqualFunc(m.workshop.own, own, bytes.Equal) {
		return m.workshop, nil
	}
	t, findings, err := loadTemplates(own)
	if err != nil {
		return nil, err
	}
	m.kept, m.questions, m.pages = kept{}, nil, nil
	m.workshop = &workshop{own: own, templates: t, findings: findings, words: map[string]*Words{}}
	return m.workshop, nil
}

// recall gives the files of a page as the last run made them of the same. A page
// that was not even planned again has the same view, at the same place.
func (m *Memory) recall(address string, p made) (files []File, known bool) {
	old, there := m.pages[address]
	known = there && old.layout == p.layout && old.forms == p.forms && (old.view == p.view || sameView(old.view, p.view))
	return old.files, known
}

// passed reports whether the last run made the same file, so that it has been looked at.
func (m *Memory) passed(f File) bool {
	was, there := m.files[f.Path]
	return there && bytes.Equal(was, f.Content)
}

// keep remembers the pages and files of a finished run, and no others.
func (m *Memory) keep(r *renderer, out *Output) {
	files := make(map[string][]byte, len(out.Files))
	for i := range out.Files {
		f := &out.Files[i]
		old, there := m.files[f.Path]
		if there && bytes.Equal(old, f.Content) {
			f.Content = old
		} else {
			out.Changed = append(out.Changed, f.Path)
		}
		files[f.Path] = f.Content
	}
	for path := range m.files {
		if _, still := files[path]; !still {
			out.Changed = append(out.Changed, path)
		}
	}
	slices.Sort(out.Changed)
	m.pages, m.files = r.pages, files
	m.kept, m.order, m.about = r.kept, r.order, r.about
	m.last = newLast(r.plan, m)
}
