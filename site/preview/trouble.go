package preview

import (
	"net/http"
	"path"

	"notices.example/site"
)

// troubleView is the page that stands where a page cannot be made.
type troubleView struct {
	frame
	Lead   string
	First  []entryView // the mistake that decides; none or one
	Others []entryView
	More   int    // how many others are not listed
	Before string // the page as it was, or is without the file; empty when there is none
	Which  string // of the two that is
	Waits  bool   // nothing is wrong: it is only too early
}

// maxOthers is how many more findings are listed below the first.
const maxOthers = 30

// troubled gives what is at the address of a file that cannot be read: why, or the
// page as it was before.
func (s *Server) troubled(st *state, address string, before bool) answer {
	b := st.broken[address]
	switch f, shown := st.before(address); {
	case !before || !shown:
		return s.trouble(st, b)
	case st.without(address):
		return s.file(st, f, "This page is made without "+plain(b.File)+", which has a mistake.")
	default:
		return s.file(st, f, "This page is from before: "+plain(b.File)+" has a mistake now.")
	}
}

// without reports whether there is a page at an address although its file cannot be
// read: it is made without what the file says.
func (st *state) without(address string) bool {
	_, made := st.files[address]
	return made && st.made
}

func (st *state) before(address string) (f site.File, ok bool) {
	if f, ok = st.files[address]; !ok {
		f, ok = st.kept[address]
	}
	return f, ok
}

// trouble says what is wrong with a file that cannot be read.
func (s *Server) trouble(st *state, b *Broken) answer {
	title := "This page cannot be shown yet"
	if b.Title != "" {
		title = "“" + plain(b.Title) + "” cannot be shown yet"
	}
	v := troubleView{frame: frameOf(title)}
	v.Lead = "There is a mistake in " + plain(b.File) + ". All other pages work" + butLack(b.File) + ". Put it right and save the file: this page then comes back by itself."
	if _, kept := st.before(b.Address); kept {
		v.Before, v.Which = link(b.Address)+"?"+lastGood, "See the page as it was before the mistake"
		if st.without(b.Address) {
			v.Which = "See the page as it is without that file"
		}
	}
	if len(b.Findings) > 0 {
		first := merged(b.Findings[:1])
		v.First = s.views(st, first, nil)
		v.setOthers(s, st, without(merged(b.Findings), first[0]))
	}
	return s.page(http.StatusInternalServerError, "trouble", v)
}

func without(entries []entry, one entry) []entry {
	var list []entry
	for _, e := range entries {
		if e.Pos != one.Pos || e.Rule != one.Rule || e.Message != one.Message {
			list = append(list, e)
		}
	}
	return list
}

// setOthers lists the findings below the first.
func (v *troubleView) setOthers(s *Server, st *state, entries []entry) {
	v.More = max(0, len(entries)-maxOthers)
	views := s.views(st, entries[:len(entries)-v.More], nil)
	for i := range views {
		views[i].ID += "-more"
	}
	v.Others = views
}

// nothingYet says at every address why there is no page at all.
func (s *Server) nothingYet(st *state, address string) answer {
	if path.Ext(address) != ".html" {
		return answer{status: http.StatusNotFound, kind: kinds[".txt"], body: []byte("There is no such file.\n")}
	}
	if st.number == 0 {
		v := troubleView{frame: frameOf("Your pages are being made"), Waits: true}
		v.Lead = "This page shows them by itself as soon as they are there."
		return s.page(http.StatusServiceUnavailable, "trouble", v)
	}
	v := troubleView{frame: frameOf("No page can be made yet"), Lead: st.why("Nothing can be shown")}
	if list := st.stopping(); len(list) > 0 {
		v.First = s.views(st, list[:1], nil)
		v.setOthers(s, st, list[1:])
	}
	return s.page(http.StatusInternalServerError, "trouble", v)
}

// lostView is the page for addresses that have none.
type lostView struct {
	frame
	Why  string
	Gone string // the content file that was shown here
	Site bool   // the site has a page for this case
}

// notFound says that there is no page, and why when that is known.
func (s *Server) notFound(st *state, address string) answer {
	v := lostView{frame: frameOf("There is no page here")}
	_, v.Site = st.files["404.html"]
	for _, r := range st.Rows {
		if address != "" && r.Address == address {
			row := st.row(r, nil)
			v.Why = "“" + plain(row.Title) + "”: " + row.Standing + "."
		}
	}
	v.Gone = plain(st.gone[mainForm(address)])
	return s.page(http.StatusNotFound, "lost", v)
}

// butLack says that other pages lack what a broken file says, if they do.
func butLack(file string) string {
	if missingBy(file) == "" {
		return ""
	}
	return ", but lack what that file says"
}
