package site

import (
	"cmp"
	"html/template"
	"io/fs"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"notices.example/notices"
)

// HistoryView is the page on what has changed in one notice.
type HistoryView struct {
	Page
	Notice Link // the notice as it is now
	Feed   Link // of the same, where there is one
	Days   []HistoryDay
}

// HistoryDay is what changed in a notice on one day, the newest first.
type HistoryDay struct {
	Date    string
	Changes []HistoryChange
	Before  Link // the notice as it was until then, when that was kept
}

// HistoryChange is one entry of the change log.
type HistoryChange struct {
	What     Text
	Material bool
	Wording  bool // the notice says that nothing changes for people
}

// EarlierView is a notice as it was, in the words that were kept of it.
type EarlierView struct {
	Page
	Held    string // from when until when
	Notice  Link   // the notice as it is now
	History Link   // what has changed since
	Body    template.HTML
}

// A notice has a page on what has changed when it tells of a change, or when an
// earlier version of it was kept.

func historyAddress(id string) string { return "notices/" + id + ".changes.html" }

func earlierAddress(id string, from time.Time) string {
	return "notices/" + id + "." + from.Format(time.DateOnly) + ".html"
}

// earlier is a version of a notice that no longer holds.
type earlier struct {
	from, until time.Time          // the first and the last day on which it held
	texts       []*notices.Version // in the languages it was kept in
}

// in gives the text in a language, or nil.
func (v earlier) in(lang, main string) *notices.Version {
	if lang == main {
		lang = ""
	}
	for _, t := range v.texts {
		if t.Lang == lang {
			return t
		}
	}
	return nil
}

// earlierOf gives the earlier versions of a notice, the newest first. Each held until
// the day before the next one. Without a date of the notice it is not known which are
// earlier.
func (p *plan) earlierOf(f *notices.Face) (list []earlier) {
	since := f.Since()
	if !since.Said() {
		return nil
	}
	next := since.Time
	for _, v := range slices.Backward(p.versionsOf(f.ID.Value)) {
		switch last := len(list) - 1; {
		case !v.From.Time.Before(since.Time):
		case last >= 0 && list[last].from.Equal(v.From.Time):
			list[last].texts = append(list[last].texts, v)
		default:
			list = append(list, earlier{from: v.From.Time, until: next.AddDate(0, 0, -1), texts: []*notices.Version{v}})
			next = v.From.Time
		}
	}
	return list
}

// hasHistory reports whether the notice has a page on what has changed.
func (p *plan) hasHistory(f *notices.Face) bool {
	return f.Logged || len(p.earlierOf(f)) > 0
}

// claimHistory speaks for the addresses of what has changed, and of earlier versions.
func (p *plan) claimHistory() {
	for _, f := range p.order {
		if !p.hasHistory(f) {
			continue
		}
		for _, lang := range p.languagesOf(f) {
			p.claim(inLanguage(historyAddress(f.ID.Value), lang, p.main), f.Pos)
			for _, v := range p.earlierOf(f) {
				if text := v.in(lang, p.main); text != nil {
					p.claim(inLanguage(earlierAddress(f.ID.Value, v.from), lang, p.main), text.Pos)
				}
			}
		}
	}
}

// planHistory plans the page on what has changed in the notice, and its earlier
// versions.
func (e *edition) planHistory() {
	if !e.hasHistory(e.face) {
		return
	}
	id := e.c.ID.Value
	here := e.elsewhere(historyAddress(id))
	e.addFrom(e.c.Pos.File, id, here.at, "history", here.historyView())
	for _, v := range e.earlierOf(e.face) {
		if text := v.in(e.lang, e.main); text != nil {
			there := e.elsewhere(earlierAddress(id, v.from))
			e.addFrom(text.Pos.File, id, there.at, "earlier", there.earlierView(v, text))
		}
	}
}

// elsewhere gives the notice on another page of its own, whose address in the main
// language is given.
func (e *edition) elsewhere(mainAddress string) *edition {
	there := *e
	there.place = e.plan.at(inLanguage(mainAddress, e.lang, e.main), e.lang)
	return &there
}

// historyLink leads from the notice to what has changed in it, when there is such a
// page.
func (e *edition) historyLink() Link {
	if !e.hasHistory(e.face) {
		return Link{}
	}
	return Link{Text: Text{Value: e.words.History.Link}, Href: relative(e.at, inLanguage(historyAddress(e.c.ID.Value), e.lang, e.main))}
}

// presentLink leads from another page of the notice to the notice itself.
func (e *edition) presentLink() Link {
	return Link{Text: Text{Value: e.words.History.Back}, Href: relative(e.at, inLanguage(noticeAddress(e.c.ID.Value), e.lang, e.main))}
}

func (e *edition) historyView() *HistoryView {
	title := fillIn(e.words.Feed.Notice, "notice", e.textOr(e.c.Title, e.c.ID).Value)
	v := &HistoryView{
		Page:   e.frame(Text{Value: title}, historyAddress(e.c.ID.Value)),
		Notice: e.presentLink(), Feed: e.feedLink(), Days: e.historyDays(),
	}
	if v.Feed.Said() {
		v.Head.Others = append(v.Head.Others, Alternate{Type: atomType, Title: title, Href: v.Feed.Href})
	}
	e.markUnpublished(&v.Page)
	v.Breadcrumbs = append(e.breadcrumbs(), Link{Text: e.textOr(e.c.Title, e.c.ID), Href: v.Notice.Href})
	return v
}

// historyDays gives every day on which the notice is known to have changed: those of its
// change log, that of its last update, and those that ended an earlier version.
func (e *edition) historyDays() (days []HistoryDay) {
	before := map[time.Time]Link{}
	for _, v := range e.earlierOf(e.face) {
		before[v.until.AddDate(0, 0, 1)] = e.beforeLink(v)
	}
	changes := slices.Clone(e.c.Changes)
	said := func(day time.Time) bool {
		return slices.ContainsFunc(changes, func(c notices.Change) bool { return c.Date.Time.Equal(day) })
	}
	for day := range before {
		if !said(day) {
			changes = append(changes, notices.Change{Date: notices.Date{Time: day}})
		}
	}
	if e.c.Updated.Said() && !said(e.c.Updated.Time) {
		changes = append(changes, notices.Change{Date: e.c.Updated})
	}
	slices.SortStableFunc(changes, func(a, b notices.Change) int { return b.Date.Time.Compare(a.Date.Time) })
	for _, c := range changes {
		date := cmp.Or(e.words.Date(c.Date), e.words.LookUp.NoDate)
		if len(days) == 0 || days[len(days)-1].Date != date {
			days = append(days, HistoryDay{Date: date, Before: before[c.Date.Time]})
		}
		last := &days[len(days)-1]
		last.Changes = append(last.Changes, e.historyChange(c))
	}
	return days
}

// historyChange gives an entry of the change log, or the words for one that is lacking.
func (e *edition) historyChange(c notices.Change) HistoryChange {
	if !c.What.Said() {
		return HistoryChange{What: Text{Value: e.words.Feed.Updated}}
	}
	return HistoryChange{What: e.text(c.What), Material: c.Material.Yes(), Wording: c.Material.No()}
}

// beforeLink leads to an earlier version: in the language of this page, or else in the
// main one, which it says.
func (e *edition) beforeLink(v earlier) Link {
	words := e.words.History
	text := Text{Value: fillIn(words.Before, "from", e.words.day(v.from), "until", e.words.day(v.until))}
	address := earlierAddress(e.c.ID.Value, v.from)
	switch {
	case v.in(e.lang, e.main) != nil:
		address = inLanguage(address, e.lang, e.main)
	case v.in(e.main, e.main) != nil:
		text.Note = e.words.Translation.Languages[e.main]
	default:
		return Link{}
	}
	return Link{Text: text, Href: relative(e.at, address)}
}

func (e *edition) earlierView(v earlier, text *notices.Version) *EarlierView {
	from, until := e.words.day(v.from), e.words.day(v.until)
	kept := readEarlier(e.textOf(text))
	name := cmp.Or(kept.title, e.textOr(e.c.Title, e.c.ID).Value)
	view := &EarlierView{
		Page:    e.frame(Text{Value: fillIn(e.words.History.Title, "notice", name, "from", from, "until", until)}, earlierAddress(e.c.ID.Value, v.from)),
		Held:    fillIn(e.words.History.Held, "from", from, "until", until),
		Notice:  e.presentLink(),
		History: e.historyLink(),
		Body:    kept.body,
	}
	view.Head.NoIndex, view.Head.Canonical = true, ""
	view.Breadcrumbs = append(e.breadcrumbs(), Link{Text: e.textOr(e.c.Title, e.c.ID), Href: view.Notice.Href})
	return view
}

// textOf reads the words that were kept. They are no longer there only while somebody
// changes the files, and then a later run makes the page.
func (p *plan) textOf(v *notices.Version) string {
	if p.in.Overrides == nil {
		return ""
	}
	text, err := fs.ReadFile(p.in.Overrides, v.Pos.File)
	if err != nil {
		return ""
	}
	return norm.NFC.String(strings.TrimPrefix(strings.ReplaceAll(string(text), "\r\n", "\n"), "\ufeff"))
}

// day gives a day in words.
func (w *Words) day(day time.Time) string { return w.Date(notices.Date{Time: day}) }
