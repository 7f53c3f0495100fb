package site

import "notices.example/notices"

// TransitionView is for the time in which one body takes over from others.
type TransitionView struct {
	Words    *Words
	From     string
	Until    string
	Replaces []Link
	Routes   []RouteRow
	HasLinks bool // a route leads to a notice or a page
}

// RouteRow says where to turn about a topic.
type RouteRow struct {
	Topic         Text
	Organisations []Link
	Notice        Link
	Link          string
}

// ServicesView lists the services of a corporate notice, with a notice of their
// own and without.
type ServicesView struct {
	Words   *Words
	Notices []NoticeLink
	Without []Text
}

func (e *edition) transition() *TransitionView {
	t := e.c.Transition
	if t == nil {
		return nil
	}
	v := &TransitionView{Words: e.words, From: e.words.Date(t.From), Until: e.words.Date(t.Until)}
	for _, r := range t.Replaces {
		v.Replaces = append(v.Replaces, e.organisation(r))
	}
	for _, r := range t.Routes {
		row := RouteRow{Topic: e.text(r.Topic), Link: e.href(r.Link)}
		for _, o := range r.Organisation {
			row.Organisations = append(row.Organisations, e.organisation(o))
		}
		row.Notice, _ = e.notice(r.Notice.Value)
		v.HasLinks = v.HasLinks || row.Notice.Said() || row.Link != ""
		v.Routes = append(v.Routes, row)
	}
	return v
}

// services lists the services that the notice names and the notices that build
// on it, each once. A service whose notice is not published has none here.
func (e *edition) services() *ServicesView {
	v := &ServicesView{Words: e.words}
	listed := map[string]bool{}
	for _, covered := range e.c.Covers {
		id := covered.Notice.Value
		switch {
		case e.other(id) != nil:
			listed[id] = true
			link := e.noticeLink(e.other(id))
			if covered.Name.Said() {
				link.Text = e.text(covered.Name)
			}
			v.Notices = append(v.Notices, link)
		case covered.Link.Said():
			v.Notices = append(v.Notices, NoticeLink{Link: Link{Text: e.text(covered.Name), Href: e.href(covered.Link)}})
		default:
			v.Without = append(v.Without, e.text(covered.Name))
		}
	}
	for _, n := range e.c.Services {
		if id := n.ID.Value; e.other(id) != nil && !listed[id] {
			v.Notices = append(v.Notices, e.noticeLink(e.other(id)))
		}
	}
	if len(v.Notices)+len(v.Without) == 0 {
		return nil
	}
	e.sortLinks(v.Notices)
	return v
}

// readWith gives the notices to read together with this one.
func (e *edition) readWith(refs []notices.Ref) []Link {
	var links []Link
	for _, r := range refs {
		if link, published := e.notice(r.Value); published {
			links = append(links, link)
		}
	}
	return links
}
