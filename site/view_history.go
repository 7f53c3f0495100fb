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
	from, until time.Time          // the first and the last day on which it held; the last is zero when it is not known
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
func (p *plan) earlierOf(f *notices.Face) []earlier {
	since := f.Since()
	if !since.Said() {
		return nil
	}
	return heldUntil(since.Time.AddDate(0, 0, -1), since.Time, p.versionsOf(f.ID.Value))
}

// heldUntil gives the versions from before a day, the newest first. The newest held until
// the last day, which is zero when that is not known, and each other one until the day
// before the next.
func heldUntil(last, before time.Time, versions []*notices.Version) (list []earlier) {
	for _, v := range slices.Backward(versions) {
		switch at := len(list) - 1; {
		case !v.From.Time.Before(before):
		case at >= 0 && list[at].from.Equal(v.From.Time):
			list[at].texts = append(list[at].texts, v)
		default:
			list = append(list, earlier{from: v.From.Time, until: last, texts: []*notices.Version{v}})
			last = v.From.Time.AddDate(0, 0, -1)
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

// beforeLink leads to an earlier version.
func (e *edition) beforeLink(v earlier) Link {
	words := e.words.History
	return e.versionLink(e.c.ID.Value, v, fillIn(words.Before, "from", e.words.day(v.from), "until", e.words.day(v.until)))
}

// versionLink leads to a version of a notice: in the language of this page, or else in
// the main one, which it says. It leads nowhere when there is neither.
func (p *place) versionLink(id string, v earlier, words string) Link {
	link := Link{Text: Text{Value: words}}
	address := earlierAddress(id, v.from)
	switch {
	case v.in(p.lang, p.main) != nil:
		address = inLanguage(address, p.lang, p.main)
	case v.in(p.main, p.main) != nil:
		link.Text.Note = p.words.Translation.Languages[p.main]
	default:
		return Link{}
	}
	link.Href = relative(p.at, address)
	return link
}

func (e *edition) earlierView(v earlier, text *notices.Version) *EarlierView {
	view := e.keptView(e.c.ID.Value, e.textOr(e.c.Title, e.c.ID).Value, v, text)
	view.Notice, view.History = e.presentLink(), e.historyLink()
	view.Breadcrumbs = append(e.breadcrumbs(), Link{Text: e.textOr(e.c.Title, e.c.ID), Href: view.Notice.Href})
	return view
}

// keptView shows the words that were kept of a notice, by the title of then or else by
// that name.
func (p *place) keptView(id, name string, v earlier, text *notices.Version) *EarlierView {
	words, from, until := p.words.History, p.words.day(v.from), p.words.day(v.until)
	title, held := words.Title, words.Held
	if v.until.IsZero() {
		title, held = words.TitleFrom, words.HeldFrom
	}
	kept := readEarlier(p.textOf(text))
	view := &EarlierView{
		Page: p.frame(Text{Value: fillIn(title, "notice", cmp.Or(kept.title, name), "from", from, "until", until)}, earlierAddress(id, v.from)),
		Held: fillIn(held, "from", from, "until", until),
		Body: kept.body,
	}
	view.Head.NoIndex, view.Head.Canonical = true, ""
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
