package preview

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/site"
)

// First is what is new of one notice whose files were saved, before a run over the whole
// site has said what comes of it elsewhere.
type First struct {
	// Row is the desk's; its Notice says which notice it is.
	Row Row
	// Files are all pages and files of the notice.
	Files []site.File
	// Sources are its content files, and Findings all that are about it or stand in
	// these, in the order of notices.SortFindings. Nobody may change them.
	Sources  []string
	Findings []notices.Finding
	// Line gives line n of one of its content files.
	Line func(file string, n int) string
	// Saved are the content files that were saved.
	Saved []string
}

// ShowFirst shows what is new of one notice, with everything else as it was, and says of
// that that it is being looked at, until an edition is shown. It is called after an
// edition that has pages, and not while Show is.
func (s *Server) ShowFirst(f First) { s.show(newFirst(f, s.current())) }

// firsts are what is newer than the last edition.
type firsts struct {
	files    map[string]site.File
	findings map[string][]notices.Finding // by notice
	sources  map[string][]notices.Finding // by content file
	lines    map[string]func(file string, n int) string
}

// newFirst gives a state that shares all else with the one before.
func newFirst(f First, shown *state) *state {
	copied := *shown
	now := &copied
	now.number++
	now.whole, now.first = shown.ofAll(), shown.first.clone()
	for _, file := range f.Files {
		now.first.files[file.Path] = file
	}
	now.first.findings[f.Row.Notice] = f.Findings
	for _, file := range f.Sources {
		of := func(found notices.Finding) bool { return found.Pos.File != file }
		now.first.sources[file] = slices.DeleteFunc(slices.Clone(f.Findings), of)
		now.first.lines[file] = f.Line
	}
	now.Line = now.lineOf
	if i := slices.IndexFunc(now.Rows, func(r Row) bool { return r.Notice == f.Row.Notice }); i >= 0 {
		now.Rows = slices.Clone(now.Rows)
		now.Rows[i] = f.Row
	}
	now.Saved = f.Saved
	now.saved = now.followed()
	if shown.first == nil && now.saved != "" && !now.differs(f) {
		now.saved = ""
	}
	now.led = cmp.Or(now.saved, now.led)
	return now
}

func (f *firsts) clone() *firsts {
	if f == nil {
		return &firsts{map[string]site.File{}, map[string][]notices.Finding{}, map[string][]notices.Finding{}, map[string]func(string, int) string{}}
	}
	return &firsts{maps.Clone(f.files), maps.Clone(f.findings), maps.Clone(f.sources), maps.Clone(f.lines)}
}

// in gives the findings in a content file, if they are newer.
func (f *firsts) in(file string) (list []notices.Finding, is bool) {
	if f == nil {
		return nil, false
	}
	list, is = f.sources[file]
	return list, is
}

// ofAll gives the state of the last edition.
func (st *state) ofAll() *state {
	if st.whole != nil {
		return st.whole
	}
	return st
}

// leadsTo reports whether browsers were sent to an address before the whole was shown.
func (st *state) leadsTo(address string) bool { return st.led == address }

// file gives the newest file at an address.
func (st *state) file(address string) (f site.File, here bool) {
	if st.first != nil {
		if f, here = st.first.files[address]; here {
			return f, true
		}
	}
	f, here = st.files[address]
	return f, here
}

// concerning gives the findings about a notice.
func (st *state) concerning(notice string) []*notices.Finding {
	if st.first == nil {
		return st.about[notice]
	}
	again, is := st.first.findings[notice]
	if !is {
		return st.about[notice]
	}
	var list []*notices.Finding
	for i := range again {
		if again[i].Notice == notice {
			list = append(list, &again[i])
		}
	}
	return list
}

// lineOf is Line for a state that has newer files.
func (st *state) lineOf(file string, n int) string {
	if line := st.first.lines[file]; line != nil {
		return line(file, n)
	}
	if st.whole.Line == nil {
		return ""
	}
	return st.whole.Line(file, n)
}

// differs reports whether anything of a notice is other than in the last edition.
func (st *state) differs(f First) bool {
	for _, file := range f.Files {
		if string(file.Content) != string(st.whole.files[file.Path].Content) {
			return true
		}
	}
	was := copies(st.whole.about[f.Row.Notice])
	now := copies(st.concerning(f.Row.Notice))
	return !slices.EqualFunc(was, now, func(a, b notices.Finding) bool { return a.Same(&b) })
}

// restLookedAt is said of the site as long as no edition has told.
const restLookedAt = "the rest of the site is being looked at"

// onSite says how much is to be put right on the site, as far as that is known.
func (st *state) onSite() (words, more string) {
	if st.first != nil {
		return restLookedAt, ""
	}
	return st.total.onSite()
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
