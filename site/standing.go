package site

import "notices.example/notices"

// Unpublished says of a notice that is shown to its authors why it would not be
// published. It says nothing of one that is in force.
type Unpublished struct {
	Mark     string // in a few words, as in lists: “Draft notice”
	Sentence string // what would have to happen, at the top of its page
}

// shows reports whether the build has a page for the notice.
func (p *plan) shows(f *notices.Face) bool {
	return p.in.Draft || p.in.Preview || p.inForce(f)
}

// inForce reports whether the notice is published on the day of the build. Others
// are shown only to those who write them.
func (p *plan) inForce(f *notices.Face) bool { return f.Standing(p.in.Day) == notices.InForce }

// unpublished gives the words for how the notice stands on the day of the build.
func (p *place) unpublished(f *notices.Face) Unpublished {
	words := p.words.Standing
	switch f.Standing(p.in.Day) {
	case notices.Draft:
		return Unpublished{Mark: p.words.Notice.Draft, Sentence: words.DraftMeaning}
	case notices.Future:
		day := p.words.Date(f.Effective)
		return Unpublished{Mark: fillIn(words.Future, "day", day), Sentence: fillIn(words.FutureMeaning, "day", day)}
	case notices.Expired:
		day := p.words.Date(f.Expires)
		return Unpublished{Mark: fillIn(words.Expired, "day", day), Sentence: fillIn(words.ExpiredMeaning, "day", day)}
	}
	return Unpublished{}
}

// markUnpublished puts the words on a page of the notice, and keeps the page from
// search engines. Where every page says that it is a draft, those of drafts only
// have their mark.
func (e *edition) markUnpublished(page *Page) {
	why := e.unpublished(e.face)
	if why.Mark == "" {
		return
	}
	page.Head.NoIndex, page.Head.Canonical = true, ""
	if e.in.Preview || !e.c.IsDraft() {
		page.Unpublished = why
	}
}
