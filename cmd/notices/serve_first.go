package main

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

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
	rows    []preview.Row
	inherit *inherit.Last
	site    *site.Last
}

// newer is what was shown of single notices since the run began that is under way. That
// run may have read them before, and then knows less.
type newer struct {
	mu   sync.Mutex // held while anything is shown
	list []preview.First
	base *base // of what is shown; nil when there is none, or no pages
}

// showFirst shows the notice whose files were saved, if it was one notice that was there
// before, and nothing is wrong with it that has to be told of the whole site. It reports
// whether it did.
func (p *showing) showFirst(saved []string) bool {
	day, err := p.source.day(p.today)
	base := p.newer.on()
	if base == nil || err != nil || !day.Equal(base.day) || len(saved) == 0 {
		return false
	}
	root, err := p.source.openRoot()
	if err != nil {
		return false
	}
	defer root.Close()
	first := base.again(root.FS(), saved)
	return first != nil && p.newer.show(p.server, *first)
}

// on gives the base of what is shown.
func (n *newer) on() *base {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.base
}

// show shows what is new of a notice, unless meanwhile nothing is shown any more that it
// could be put into.
func (n *newer) show(to *preview.Server, first preview.First) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.base == nil {
		return false
	}
	n.list = append(n.list, first)
	to.ShowFirst(first)
	return true
}

// begin begins a run over the whole site: it will see all that is new by now.
func (n *newer) begin() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.list = nil
}

// whole shows what a run over the whole site gave, and what is newer. Without a base
// nothing can be shown before the next one.
func (n *newer) whole(to *preview.Server, e preview.Edition, b *base) preview.Change {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.base = b
	return to.Show(e, n.list...)
}

// again makes one notice again. It gives nil where that is not enough.
func (b *base) again(files fs.FS, saved []string) *preview.First {
	read := load.ReadFirst(files, b.set.Corpus, saved)
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
	if i := slices.IndexFunc(b.rows, func(r preview.Row) bool { return r.Notice == row.Notice }); i >= 0 {
		row.Address = b.rows[i].Address
	}
	return &preview.First{Row: row, Saved: saved, Files: pages, Sources: sources, Findings: found, Line: read.Sources.Line}
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
