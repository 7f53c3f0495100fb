package preview

import (
	"slices"

	"notices.example/notices"
	"notices.example/site"
)

// markView stands where a page says what findings are about, or would say it.
type markView struct {
	ID      string
	Missing string // the heading of the section, when the page has none such
	Said    string
	First   string // what the first of them says
	Error   bool   // one of them is an error
	Entries []entryView
	More    int    // how many others are at the foot of the page alone
	MoreAt  string // the first of those
}

// mark is a mark and its place.
type mark struct {
	at   int
	view markView
}

// maxMarked is how many findings are told in full beside a section.
const maxMarked = 10

// marks gives a mark for each section that something open is about, below its
// heading. A section that the page does not have is marked where it would stand,
// and what is about no section below the page's title.
func (s *Server) marks(views []entryView, f site.File, at scanned) []mark {
	var list []mark
	open := slices.DeleteFunc(slices.Clone(views), func(v entryView) bool { return v.Accepted != "" })
	for _, section := range append([]notices.Section{""}, notices.Sections...) {
		var about []entryView
		for _, v := range open {
			if at.place(f, v.section) == section {
				about = append(about, v)
			}
		}
		if len(about) == 0 {
			continue
		}
		m := mark{at: at.title, view: newMark(section, about)}
		if h, here := at.headings[string(section)]; here {
			m.at = h.end
		} else if section != "" {
			m.at, m.view.Missing = at.gap(section), s.sections[section]
		}
		list = append(list, m)
	}
	return list
}

func newMark(section notices.Section, about []entryView) markView {
	id, where := "np-at-"+string(section), "in this part"
	if section == "" {
		id, where = "np-at-page", "about the page as a whole"
	}
	wrong := 0
	for i, v := range about {
		wrong += boolean(v.Kind == notices.Error.String())
		about[i].Href = "" // it is here
	}
	m := markView{ID: id, Said: inPart(where, wrong, len(about)-wrong), First: about[0].Message, Error: wrong > 0, Entries: about}
	if m.More = max(0, len(about)-maxMarked); m.More > 0 {
		m.Entries, m.MoreAt = about[:maxMarked], "#"+about[maxMarked].ID
	}
	return m
}

// place gives the section that a finding is marked at: the one that it is about
// when the page has it, or lacks it as a page of a notice; otherwise none. What is
// about the notice as a whole lacks no section.
func (s *scanned) place(f site.File, section notices.Section) notices.Section {
	_, here := s.headings[string(section)]
	lacks := f.Notice != "" && s.ofNotice() && section != notices.AboutSection && slices.Contains(notices.Sections, section)
	if here || lacks {
		return section
	}
	return ""
}

// ofNotice reports whether the page has any of the sections of a notice.
func (s *scanned) ofNotice() bool {
	return slices.ContainsFunc(notices.Sections, func(section notices.Section) bool { _, here := s.sections[string(section)]; return here })
}

// gap gives the place where a section would stand that the page does not have:
// before the next one that it has, or after all of them.
func (s *scanned) gap(section notices.Section) int {
	for _, next := range notices.Sections[slices.Index(notices.Sections, section):] {
		if start, here := s.sections[string(next)]; here {
			return start
		}
	}
	return s.last
}

// leadTo has the findings about sections that the page does not have lead to the
// places where these would stand.
func leadTo(views []entryView, marks []mark) {
	for _, m := range marks {
		for i := range views {
			if "np-at-"+string(views[i].section) == m.view.ID && m.view.Missing != "" {
				views[i].Goto, views[i].Href = "where “"+m.view.Missing+"” would stand", "#"+m.view.ID
			}
		}
	}
}
