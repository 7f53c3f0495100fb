package preview

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/site"
)

// panelView is what stands at the foot of a page: what there is to put right.
type panelView struct {
	Said     string     // about the page, in a sentence
	SaidMore string     // the rest of it, left out where there is little room
	Site     string     // about the site
	SiteMore string     // likewise
	Open     bool       // whether there is anything to put right on the page
	Lacking  []lackView // files that cannot be read
	Entries  []entryView
	Accepted []entryView
	Desk     string
}

// stripView is what stands at the head of a page that is from before.
type stripView struct {
	Why  string
	Href string // where there is more
	More string
}

// editsFor gives what is changed in the copy of a page that is served. The last
// edit is the one at the end of the body.
func (s *Server) editsFor(st *state, f site.File, before string) ([]edit, error) {
	at := scan(f.Content)
	entries := st.entriesOf(f)
	views := s.views(st, entries, at.headings)
	edits := append([]edit{}, at.policies...)
	edits = append(edits, edit{at: at.head, put: `<link rel="stylesheet" href="` + ownPath + `preview.css">`})
	strip, err := s.strip(st, before)
	if err != nil {
		return nil, err
	}
	edits = append(edits, edit{at: at.start, put: strip})
	marks := s.marks(views, f, at)
	leadTo(views, marks)
	for _, m := range marks {
		put, err := s.piece("mark", m.view)
		if err != nil {
			return nil, err
		}
		edits = append(edits, edit{at: m.at, put: put})
	}
	shown := st.panel(entries, views)
	shown.withLacking(st.lacking(f))
	panel, err := s.piece("panel", shown)
	return append(edits, edit{at: at.end, put: panel}), err
}

func (s *Server) piece(name string, view any) (string, error) {
	var b strings.Builder
	err := s.templates.ExecuteTemplate(&b, name, view)
	return b.String(), err
}

// strip says above a page why it is not the newest, if it is not.
func (s *Server) strip(st *state, before string) (string, error) {
	switch {
	case before != "":
		return s.piece("strip", stripView{Why: before, Href: "?", More: "See what is wrong"})
	case st.stale():
		return s.piece("strip", stripView{Why: st.why("The page below is from before"), Href: ownPath, More: "See what is wrong"})
	}
	return "", nil
}

// stale reports whether the pages are from before.
func (st *state) stale() bool { return st.number > 0 && !st.made }

// why says why there are no new pages.
func (st *state) why(start string) string {
	if st.Failed != "" {
		return start + ": " + plain(st.Failed)
	}
	if list := st.stopping(); len(list) > 0 && list[0].Pos.File != "" {
		return fmt.Sprintf("%s: %s has a mistake.", start, plain(list[0].Pos.File))
	}
	return start + "."
}

// stopping gives what keeps the site from being published. What keeps pages from
// being made at all comes first: that is known by whose rule it is.
func (st *state) stopping() []entry {
	ofSite := map[string]bool{}
	for _, r := range site.Rules() {
		ofSite[r.ID] = true
	}
	list := byWeight(slices.DeleteFunc(slices.Clone(st.entries), func(e entry) bool { return !e.Blocks() }))
	slices.SortStableFunc(list, func(a, b entry) int {
		switch {
		case ofSite[a.Rule] == ofSite[b.Rule]:
			return 0
		case ofSite[a.Rule]:
			return -1
		}
		return 1
	})
	return list
}

// entriesOf gives what there is to say of a page: what is about its notice, and
// what stands in its file. A page in another language has what is in its own file.
func (st *state) entriesOf(f site.File) []entry {
	var list []notices.Finding
	for _, finding := range st.concerning(f.Notice) {
		if finding.Pos.File == f.Source || !st.hasOwnPage(finding) {
			list = append(list, *finding)
		}
	}
	for _, finding := range st.in(f.Source) {
		if finding.Notice == "" || finding.Notice != f.Notice {
			list = append(list, finding)
		}
	}
	entries := merged(list)
	for i := range entries {
		if all := st.whom(entries[i].Finding); all != nil {
			entries[i].notices = all
		}
	}
	return entries
}

// hasOwnPage reports whether the file that a finding stands in has a page of the
// same notice, such as one in another language.
func (st *state) hasOwnPage(f *notices.Finding) bool {
	return f.Notice != "" && st.files[st.sources[f.Pos.File]].Notice == f.Notice
}

func (st *state) panel(entries []entry, views []entryView) panelView {
	n := count(entries)
	v := panelView{Open: n.Errors > 0, Desk: ownPath}
	v.Said, v.SaidMore = n.onPage()
	v.Site, v.SiteMore = st.onSite()
	for i, e := range entries {
		if e.Accepted != nil {
			v.Accepted = append(v.Accepted, views[i])
		} else {
			v.Entries = append(v.Entries, views[i])
		}
	}
	return v
}

// entryView is a finding as people read it.
type entryView struct {
	ID       string
	Kind     string // error, warning or advice
	Label    string // the same for readers
	Message  string
	Where    string // for people: website.md, line 17
	Place    string // in full: content/notices/website.md:17:1
	Editor   template.URL
	Line     *line
	Fix      string
	Paste    string // lines to paste
	Related  []relatedView
	Also     string
	Rule     string
	Title    string // of the rule; its ID when there is no other
	RuleHref string
	Law      string
	Accepted string
	Goto     string // the heading of the section that it is about
	Href     string // that section

	section notices.Section
}

// relatedView is another place that has to do with a finding.
type relatedView struct {
	Where, Place, Message string
	Editor                template.URL
}
