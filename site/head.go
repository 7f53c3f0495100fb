package site

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// Head is what the head of a page tells programs: browsers, search engines, sites
// that show a preview of a link, feed readers.
type Head struct {
	Icon      string      // link to the icon
	NoIndex   bool        // search engines are to leave the page out
	Canonical string      // the page's own full address; empty when the site's is not known
	Kind      string      // Open Graph's type of page
	Locale    string      // Open Graph's name of the language; empty when it has none
	Others    []Alternate // the same in another form, and feeds
}

// Alternate leads from a page to what programs read instead of it.
type Alternate struct {
	Type  string // media type
	Title string
	Href  string
}

// The media types of what programs read.
const (
	atomType = "application/atom+xml"
	jsonType = "application/json"
	htmlType = "text/html"
	textType = "text/plain"
)

// setBase finds out the full address that the site is published at, and the path
// in it. Both end with a slash, and both are empty when it is not known.
func (p *plan) setBase() {
	base, err := url.Parse(p.site.BaseURL.Value)
	if err != nil || base.Host == "" || !onTheWeb(p.site.BaseURL.Value) {
		return
	}
	host, err := idna.ToASCII(base.Host) // robots.txt and feeds have no other letters
	if err != nil {
		return
	}
	p.root = strings.TrimSuffix(base.EscapedPath(), "/") + "/"
	p.base = strings.ToLower(base.Scheme) + "://" + host + p.root
}

// absolute gives the full address of a file of the site, or nothing when the
// site's is not known. The first page has the address of the site itself.
func (p *plan) absolute(address string) string {
	if p.base == "" {
		return ""
	}
	if address == homeAddress {
		address = ""
	}
	return p.base + (&url.URL{Path: address}).EscapedPath()
}

// head gives the head of the page at this place.
func (p *place) head() Head {
	h := Head{Icon: p.to(iconAddress), NoIndex: p.in.Draft || p.at == notFoundAddress, Kind: "article"}
	if !h.NoIndex {
		h.Canonical = p.absolute(p.at)
	}
	if p.at == inLanguage(homeAddress, p.lang, p.main) {
		h.Kind = "website"
	}
	if p.jurisdiction == "uk" {
		h.Locale = p.lang + "_GB"
	}
	if p.isPage(siteFeedAddress) {
		h.Others = append(h.Others, Alternate{Type: atomType, Title: p.feedTitle(), Href: p.to(siteFeedAddress)})
	}
	return h
}

// feedLink leads to the feed of what has changed in the notice, when it has one.
func (e *edition) feedLink() Link {
	address := inLanguage(feedAddress(e.c.ID.Value), e.lang, e.main)
	if !e.isPage(address) {
		return Link{}
	}
	return Link{Text: Text{Value: e.words.Feed.Follow}, Href: relative(e.at, address)}
}

// feedOfAll leads to the feed of what has changed in all notices, when there is one.
func (p *place) feedOfAll() Link {
	if !p.isPage(siteFeedAddress) {
		return Link{}
	}
	return Link{Text: Text{Value: p.words.Feed.FollowAll}, Href: p.to(siteFeedAddress)}
}

// dataLink leads to the notice as data for programs.
func (e *edition) dataLink() Link {
	address := inLanguage(dataAddress(e.c.ID.Value), e.lang, e.main)
	return Link{Text: Text{Value: e.words.Feed.Data}, Href: relative(e.at, address)}
}

// others gives what programs read instead of the notice's page.
func (e *edition) others() []Alternate {
	list := []Alternate{{Type: jsonType, Title: e.words.Feed.Data, Href: e.dataLink().Href}}
	if feed := e.feedLink(); feed.Said() {
		list = append(list, Alternate{Type: atomType, Title: fillIn(e.words.Feed.Notice, "notice", e.title(e.face).Value), Href: feed.Href})
	}
	for _, form := range e.forms() {
		kind := htmlType
		if strings.HasSuffix(form.Href, ".txt") {
			kind = textType
		}
		list = append(list, Alternate{Type: kind, Title: form.Text.Value, Href: form.Href})
	}
	return list
}
