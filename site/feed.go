package site

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"time"

	"notices.example/notices"
)

// maxFeed is how many entries the feed of the whole site has: the newest ones.
const maxFeed = 50

// atomFeed is a feed as RFC 4287 has it.
type atomFeed struct {
	XMLName xml.Name     `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string       `xml:"xml:lang,attr"`
	ID      string       `xml:"id"`
	Title   string       `xml:"title"`
	Updated string       `xml:"updated"`
	Authors []atomPerson `xml:"author"`
	Links   []atomLink   `xml:"link"`
	Entries []atomEntry  `xml:"entry"`
}

type atomEntry struct {
	ID       string        `xml:"id"`
	Title    atomText      `xml:"title"`
	Updated  string        `xml:"updated"`
	Authors  []atomPerson  `xml:"author"`
	Links    []atomLink    `xml:"link"`
	Category *atomCategory `xml:"category"`
	Summary  atomText      `xml:"summary"`

	Day   notices.Date `xml:"-"`
	order int
}

// atomText is plain text: what looks like markup in it is shown as it is.
type atomText struct {
	Lang  string `xml:"xml:lang,attr,omitempty"`
	Words string `xml:",chardata"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

// hasFeed reports whether there is anything to follow: a notice that does not say
// when it was changed has no feed, and neither has one that is not in force.
func (p *plan) hasFeed(f *notices.Face) bool { return f.Changed.Said() && p.inForce(f) }

// newest takes the entries of some notices into the feed of the whole site, and keeps the
// newest. Of entries of one day, those of the first notices are kept.
func (p *plan) newest(some []*notices.Face) {
	for _, lang := range p.languages {
		all := p.entries[lang]
		for _, f := range some {
			all = append(all, p.planned[f.ID.Value].entries[lang]...)
		}
		slices.SortStableFunc(all, func(a, b atomEntry) int { return b.Day.Time.Compare(a.Day.Time) })
		if len(all) > maxFeed {
			all = slices.Clone(all[:maxFeed])
		}
		p.entries[lang] = all
	}
}

// siteFeeds makes the feed of the whole site in each language.
func (p *plan) siteFeeds() (files []File) {
	for _, lang := range p.languages {
		if all := p.entries[lang]; len(all) > 0 {
			files = append(files, p.at(inLanguage(siteFeedAddress, lang, p.main), lang).siteFeed(all))
		}
	}
	return files
}

// feedTitle is what the feed of the whole site is called.
func (p *place) feedTitle() string {
	return fillIn(p.words.Feed.Site, "site", p.siteTitle().Value)
}

func (p *place) siteFeed(entries []atomEntry) File {
	return feedFileOf(p.at, &atomFeed{
		Lang: p.lang, ID: stableID("site", p.siteTitle().Value, p.lang), Title: p.feedTitle(), Updated: entries[0].Updated,
		Authors: []atomPerson{{p.siteTitle().Value}}, Links: p.feedLinks(inLanguage(homeAddress, p.lang, p.main)), Entries: entries,
	})
}

// feedLinks lead from a feed to its page and to itself.
func (p *place) feedLinks(page string) []atomLink {
	return []atomLink{
		{Rel: "alternate", Type: "text/html", Href: p.fullLink(page)},
		{Rel: "self", Type: atomType, Href: p.fullLink(p.at)},
	}
}

// fullLink gives the full address of a file, or the way from here when the site's
// is not known.
func (p *place) fullLink(address string) string {
	return or(p.absolute(address), relative(p.at, address))
}

func (e *edition) feedFile() File {
	page := e.at
	feed := inLanguage(feedAddress(e.c.ID.Value), e.lang, e.main)
	here := e.plan.at(feed, e.lang)
	return feedFileOf(feed, &atomFeed{
		Lang: e.lang, ID: stableID("notice", e.identity(), e.lang), Title: fillIn(e.words.Feed.Notice, "notice", e.title(e.face).Value),
		Updated: moment(e.face.Changed), Authors: e.authors(), Links: here.feedLinks(page), Entries: e.entries(feed),
	})
}

// entries gives what changed in the notice, the newest first: its own change log,
// and the day it was last updated when the log does not have that day. The links
// are those of the feed at that address.
func (e *edition) entries(feed string) (entries []atomEntry) {
	count := map[string]int{}
	for _, change := range slices.Backward(e.c.Changes) {
		if change.Date.Said() {
			count[change.Date.String()]++
			entries = append(entries, e.entry(feed, change, count[change.Date.String()]))
		}
	}
	if e.c.Updated.Said() && count[e.c.Updated.String()] == 0 {
		what := notices.Change{Date: e.c.Updated, What: notices.Text{Value: e.words.Feed.Updated, Lang: e.lang}}
		entries = append(entries, e.entry(feed, what, 1))
	}
	slices.SortStableFunc(entries, func(a, b atomEntry) int {
		return cmp.Or(b.Day.Time.Compare(a.Day.Time), cmp.Compare(b.order, a.order))
	})
	return entries
}

// entry is one change. It is known again by its day and by its number among those
// of the day, counted from the first, so that its words can be put right.
func (e *edition) entry(feed string, c notices.Change, number int) atomEntry {
	page := inLanguage(noticeAddress(e.c.ID.Value), e.lang, e.main)
	if !e.isPage(page) {
		page = noticeAddress(e.c.ID.Value)
	}
	title, what := e.title(e.face), e.tagged(c.What.Value, or(c.What.Lang, or(e.c.Lang, e.main)))
	entry := atomEntry{
		ID:    stableID("change", e.identity(), e.lang, c.Date.String(), strconv.Itoa(number)),
		Title: atomText{Lang: title.Lang, Words: title.Value}, Updated: moment(c.Date), Authors: e.authors(),
		Links:   []atomLink{{Rel: "alternate", Type: "text/html", Href: e.plan.at(feed, e.lang).fullLink(page)}},
		Summary: atomText{Lang: what.Lang, Words: what.Value}, Day: c.Date, order: number,
	}
	if c.Material.Yes() {
		entry.Category = &atomCategory{Term: "material", Label: e.words.Notice.Material}
	}
	return entry
}

// authors are the controllers; an entry has to have an author.
func (e *edition) authors() []atomPerson {
	if len(e.c.Controllers) == 0 {
		return []atomPerson{{e.siteTitle().Value}}
	}
	return mapTo(e.c.Controllers, func(o *notices.Organisation) atomPerson { return atomPerson{e.nameOf(o).Value} })
}

// identity is what makes a notice the one it is, wherever it is published: who is
// responsible, and its ID.
func (e *edition) identity() string {
	names := mapTo(e.c.Controllers, func(o *notices.Organisation) string { return e.nameOf(o).Value })
	return strings.Join(append(names, e.c.ID.Value), "\n")
}

// moment gives a day as Atom has it: its first moment, because no more is known.
func moment(d notices.Date) string { return d.Time.Format(time.RFC3339) }

// stableID gives the ID of a feed or an entry: a UUID made from names (RFC 9562,
// version 8). It does not hold the site's address, so feed readers do not take
// every change for a new one when the site moves.
func stableID(parts ...string) string {
	names := make([]byte, 0, 256)
	name := func(part string) {
		names = append(append(strconv.AppendInt(names, int64(len(part)), 10), ':'), part...)
	}
	name("notices feed")
	for _, part := range parts {
		name(part)
	}
	sum := sha256.Sum256(names)
	id := sum[:16]
	id[6], id[8] = id[6]&0x0f|0x80, id[8]&0x3f|0x80
	urn := []byte("urn:uuid:")
	for i, size := range []int{4, 2, 2, 2, 6} {
		if i > 0 {
			urn = append(urn, '-')
		}
		urn, id = hex.AppendEncode(urn, id[:size]), id[size:]
	}
	return string(urn)
}
