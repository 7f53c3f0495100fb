package site

import (
	"bytes"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/gohugoio/hashstructure"

	"notices.example/notices"
)

// Memory is what the last run made, for the next run to use again: a page is
// rendered a second time only when its view is another, or one of the site's own
// layouts, partials, words or styles. The zero value remembers nothing, and nil
// never does.
//
// The content of files that are used again is the same slice; nobody may change it.
// When a run gives no output, what the one before it made is kept. A Memory is for
// one site and one version of the program, and for one run at a time.
type Memory struct {
	workshop *workshop
	pages    map[pageKey]made
	keys     map[string]pageKey // of the pages, by address
	around   *surroundings
	planned  map[string]*planned // by the ID of the notice
	named    map[*notices.Complete]naming
	files    map[string][]byte // of the last output, by path
}

// workshop is what pages are made with, apart from their views.
type workshop struct {
	own       ownFiles
	templates *templates
	findings  []notices.Finding // about the templates
	words     map[string]*Words // by language
}

// pageKey is what a rendered page is looked up by. Views that differ can have one
// hash, so what is found is compared in full.
type pageKey struct {
	address, layout string
	hash            uint64
}

// made is a page in all its forms, and what it was made of.
type made struct {
	view  any
	forms string // which other pages its other forms lead to
	files []File
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
	m.planned, m.pages, m.keys = nil, nil, nil
	m.workshop = &workshop{own: own, templates: t, findings: findings, words: map[string]*Words{}}
	return m.workshop, nil
}

// recall gives a page as the last run made it of the same view.
func (m *Memory) recall(key pageKey, view any, forms string) (made, bool) {
	old, there := m.pages[key]
	return old, there && old.forms == forms && sameView(old.view, view)
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
	m.pages, m.files, m.keys = r.pages, files, make(map[string]pageKey, len(r.pages))
	m.around, m.planned, m.named = r.around, r.kept, r.named
	for key := range r.pages {
		m.keys[key.address] = key
	}
}

var wordsType = reflect.TypeFor[Words]()

// hashView gives a number for a view, which is the same for the same view and most
// likely another for another one. The words of the interface count by their
// language alone: a workshop has one set of words for each.
func hashView(view any) (uint64, error) {
	hash, err := hashstructure.Hash(view, &hashstructure.HashOptions{UnwrapFunc: func(v reflect.Value) (reflect.Value, error) {
		if v.Kind() == reflect.Struct && v.Type() == wordsType {
			return v.FieldByName("Tag"), nil
		}
		return v, nil
	}})
	if err != nil {
		return 0, fmt.Errorf("hash a view: %w", err)
	}
	return hash, nil
}
