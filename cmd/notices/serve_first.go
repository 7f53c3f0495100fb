package main

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/notices/rules"
	"notices.example/site"
	"notices.example/site/preview"
)

// Whoever saves a notice looks at its page. So that comes first: the notice is read, made
// complete, checked and shown with what the last run knows of everything else. Then the
// whole site is looked at, as ever, and what is shown is what that gives. Whatever is not
// plain about the files that were saved is left to that.

// base is what the last run gave whose pages are shown, and what each stage went by. It
// stays as it is while another run is under way.
type base struct {
	*examined
	inherit *inherit.Last
	site    *site.Last
}

// showFirst shows the notice whose files were saved, if it was one notice that was there
// before, and nothing is wrong with it that has to be told of the whole site. It reports
// whether it did.
func (p *showing) showFirst(saved []string) bool {
	day, err := p.source.day(p.today)
	if p.base == nil || err != nil || !day.Equal(p.base.day) || len(saved) == 0 || p.failed != "" {
		return false
	}
	root, err := p.source.openRoot()
	if err != nil {
		return false
	}
	defer root.Close()
	first := p.base.again(root.FS(), p.memory.ofLoad(), saved)
	if first == nil {
		return false
	}
	i := slices.IndexFunc(p.last.Rows, func(r preview.Row) bool { return r.Notice == first.Row.Notice })
	if i < 0 {
		return false
	}
	first.Row.Address, first.Saved = p.last.Rows[i].Address, saved
	p.server.ShowFirst(*first)
	return true
}

// again makes one notice again. It gives nil where that is not enough.
func (b *base) again(files fs.FS, m *load.Memory, saved []string) *preview.First {
	read := m.First(files, b.set.Corpus, saved)
	if read == nil {
		return nil
	}
	set, whole, unresolved := b.inherit.First(b.set, read.Corpus, read.Notice)
	if set == nil {
		return nil
	}
	checked, err := b.checked.First(set, whole)
	if checked == nil || err != nil {
		return nil
	}
	found := b.addTo(checked, set, whole.ID.Value, slices.Concat(read.Findings, unresolved))
	pages, err := b.site.First(site.Input{Set: set, Findings: aboutNotice(found, whole.ID.Value), Overrides: files}, whole)
	if pages == nil || err != nil {
		return nil
	}
	sources := slices.Sorted(maps.Keys(read.Sources))
	for _, file := range sources {
		found = append(found, b.ofOthersIn(file, whole.ID.Value)...)
	}
	notices.SortFindings(found)
	row := deskRow(whole, set, b.day, checked.Row)
	return &preview.First{Row: row, Files: pages, Sources: sources, Findings: found, Line: read.Sources.Line}
}

// addTo adds what other packages found of a notice, as the site has it weigh.
func (b *base) addTo(checked *rules.FirstResult, set *notices.Set, id string, others []notices.Finding) []notices.Finding {
	found := slices.Concat(checked.Findings, b.checked.Settle(others))
	set.Corpus.Fields.Fill(found)
	(&notices.Set{Faces: []*notices.Face{set.Face(id)}}).MarkUnpublished(found, b.day)
	notices.SortFindings(found)
	return found
}

func aboutNotice(found []notices.Finding, id string) []notices.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f notices.Finding) bool { return f.Notice != id })
}

// ofOthersIn gives what the last run found in a file of a notice and is not about it.
func (b *base) ofOthersIn(file, id string) (list []notices.Finding) {
	at, _ := slices.BinarySearchFunc(b.findings, file, func(f notices.Finding, file string) int { return strings.Compare(f.Pos.File, file) })
	for _, f := range b.findings[at:] {
		if f.Pos.File != file {
			break
		}
		if f.Notice != id {
			list = append(list, f)
		}
	}
	return list
}
