package preview

import (
	"bytes"
	"cmp"
	"reflect"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/site"
)

// Edition is what one run of the pipeline gave: what browsers are shown.
type Edition struct {
	// Output is the pages. When it is nil none could be made, and those of before
	// stay.
	Output *site.Output
	// Failed says, as a sentence, what was wrong with the machine and not with the
	// content. It is empty when nothing was.
	Failed string
	// Findings are those of all packages. They are looked at as long as the edition is
	// shown, so nobody may change them. In the order of notices.SortFindings they are
	// quickest to show.
	Findings []notices.Finding
	// Rows are the desk's: one a notice, in any order.
	Rows []Row
	// Broken are the content files that gave no page.
	Broken []Broken
	// Line gives line n of a file, as it was for the edition. It is called as long as
	// the edition is shown, by several goroutines.
	Line func(file string, n int) string
	// Saved are the content files that were saved since the edition before.
	Saved []string
	// Day is the one that notices are judged as of, and At whether somebody asked
	// for it.
	Day time.Time
	At  bool
}

// Row is what the desk says about a notice. What is wrong with it, and what it
// accepts, is known from the findings.
type Row struct {
	Notice    string // ID
	Title     string
	File      string // its content file
	Address   string // its page; empty when it has none
	Standing  notices.Standing
	From      time.Time // the day it takes effect; zero when not said
	Until     time.Time // its last day; zero when not said
	ReviewDue time.Time // zero when not said
	// Given is how many items of information it gives of those Required of it.
	Given, Required int
}

// Broken is a content file that gave no page, because it cannot be read.
type Broken struct {
	File     string
	Title    string            // what it is called, when that is known
	Address  string            // of the page it would have; empty when it would have none
	Findings []notices.Finding // why, the first before all; when there are none, those about the file
}

// Change is what an edition changed, for the person who is writing.
type Change struct {
	Pages []string // the addresses of pages that are new, different or gone, in order
	Said  string   // how much is to be put right, as the panel says it of the site
	Stale bool     // there are no new pages: those of before are shown
}

// state is an edition as it is shown. It is never changed.
type state struct {
	number int // of the edition; 0 before there was one
	Edition
	made    bool                          // there are new pages
	files   map[string]site.File          // by path: the newest that there are
	kept    map[string]site.File          // pages of broken files, and style sheets, from before
	sources map[string]string             // the address of the page that each content file is shown on
	broken  map[string]*Broken            // by address
	entries []entry                       // every finding once, in order of their places
	about   map[string][]*notices.Finding // by notice
	gone    map[string]string             // the content files of pages that are no longer there, by address
	total   counts                        // of the entries
	saved   string                        // the address that Follow leads to; empty for none
	led     string                        // the address that Follow has led to before the whole was shown
	first   *firsts                       // what is newer than all this; nil when nothing is
	whole   *state                        // what it is newer than; nil when nothing is newer
}

// Show shows an edition, and tells the browsers. It waits for none of them. What is
// newer than the edition, though it was shown before, stays.
// Editions are shown one after the other.
func (s *Server) Show(e Edition, newer ...First) Change {
	shown := s.current()
	before := shown.ofAll()
	now := newState(e, before)
	now.number = shown.number + 1
	change := now.change(before)
	if now.saved != "" && (shown.leadsTo(now.saved) || len(change.Pages) == 0 && reflect.DeepEqual(e.Findings, before.Findings)) {
		now.saved = "" // nothing came of it, or they are there: whoever looks at a page stays there
	}
	for _, f := range newer {
		if now.made {
			now = newFirst(f, now)
			now.saved = "" // they have been led there
		}
	}
	s.show(now)
	return change
}

// show puts a state in the place of the one that is shown.
func (s *Server) show(now *state) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now = now
	s.wake()
}

func newState(e Edition, before *state) *state {
	e.Broken, e.Rows, e.Findings = slices.Clone(e.Broken), slices.Clone(e.Rows), ordered(e.Findings)
	now := &state{
		number: before.number + 1, Edition: e, files: before.files, kept: map[string]site.File{},
		sources: map[string]string{}, broken: map[string]*Broken{}, gone: map[string]string{}, about: map[string][]*notices.Finding{},
	}
	if e.Output != nil {
		now.made = true
		now.files = make(map[string]site.File, len(e.Output.Files))
		for _, f := range e.Output.Files {
			now.files[f.Path] = f
		}
	}
	now.setSources()
	now.setGone(before)
	now.setBroken()
	now.keep(before)
	now.setFindings()
	now.saved = now.followed()
	now.Output = nil // what it gave is kept
	return now
}

// setSources finds the page of each content file: not its large print.
func (st *state) setSources() {
	for _, f := range st.files {
		if f.Source == "" || !strings.HasSuffix(f.Path, ".html") || strings.HasSuffix(f.Path, ".large.html") {
			continue
		}
		if old, ok := st.sources[f.Source]; !ok || len(f.Path) < len(old) || len(f.Path) == len(old) && f.Path < old {
			st.sources[f.Source] = f.Path
		}
	}
}

// setGone keeps which content files the pages were of that are no longer there.
func (st *state) setGone(before *state) {
	note := func(address, file string) {
		if _, here := st.files[address]; !here && st.sources[file] != address {
			st.gone[address] = file
		}
	}
	for address, file := range before.gone {
		note(address, file)
	}
	for file, address := range before.sources {
		note(address, file)
	}
}

func (st *state) setBroken() {
	for i := range st.Edition.Broken {
		b := &st.Edition.Broken[i]
		if len(b.Findings) == 0 {
			b.Findings = st.in(b.File)
		}
		if b.Address == "" {
			continue
		}
		st.broken[b.Address] = b
		i := slices.IndexFunc(st.Rows, func(r Row) bool { return r.Address == b.Address || r.File == b.File })
		if i < 0 {
			i = len(st.Rows)
			title := cmp.Or(b.Title, b.File)
			if missingBy(b.File) != "" {
				title = b.File // it is no notice
			}
			st.Rows = append(st.Rows, Row{Title: title, File: b.File})
		}
		st.Rows[i].Address = b.Address
	}
}

// keep keeps what is still asked for and no longer made: the last good page of a
// file that has a mistake in it now, and the style sheets that older pages load.
func (st *state) keep(before *state) {
	for path, f := range before.files {
		if _, here := st.files[path]; !here && (st.broken[path] != nil || strings.HasSuffix(path, ".css")) {
			st.kept[path] = f
		}
	}
	for path, f := range before.kept {
		_, here := st.files[path]
		_, have := st.kept[path]
		if !here && !have && (st.broken[path] != nil || len(st.broken) > 0 && strings.HasSuffix(path, ".css")) {
			st.kept[path] = f
		}
	}
}

// followed gives the address of the one notice that was saved.
func (st *state) followed() string {
	found := ""
	for _, file := range st.Saved {
		address := st.sources[file]
		for _, b := range st.Edition.Broken {
			if b.File == file {
				address = b.Address
			}
		}
		switch {
		case address == "":
		case found != "" && found != address:
			return "" // several at once were not written by hand
		default:
			found = address
		}
	}
	if found == "" {
		return ""
	}
	return link(found)
}

func (st *state) change(before *state) Change {
	c := Change{Stale: st.files != nil && st.stale()}
	for path, f := range st.files {
		if old, ok := before.files[path]; strings.HasSuffix(path, ".html") && (!ok || !bytes.Equal(old.Content, f.Content)) {
			c.Pages = append(c.Pages, path)
		}
	}
	for path := range before.files {
		if _, ok := st.files[path]; strings.HasSuffix(path, ".html") && !ok {
			c.Pages = append(c.Pages, path)
		}
	}
	slices.Sort(c.Pages)
	c.Said = st.total.toPutRight()
	return c
}
