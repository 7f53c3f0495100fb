package site

import (
	"encoding/xml"
	"fmt"
	"slices"

	"notices.example/notices"
)

// sitemapSet is a list of pages for search engines, in the form of sitemaps.org.
type sitemapSet struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr"`
	Pages   []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Address   string        `xml:"loc"`
	Changed   string        `xml:"lastmod,omitempty"`
	Languages []sitemapLink `xml:"xhtml:link"`
}

// sitemapLink names the page in one of its languages, its own included.
type sitemapLink struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

// sitemapIndex lists the sitemaps of a site that has too many pages for one.
type sitemapIndex struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Parts   []sitemapRef `xml:"sitemap"`
}

type sitemapRef struct {
	Address string `xml:"loc"`
}

// maxSitemap is how many addresses a sitemap may list.
const maxSitemap = 50_000

// sitemaps list every page that people are to find, in the order of the plan. Only
// pages that say when they were updated have a date.
func (p *plan) sitemaps() []File {
	var list []sitemapURL
	changed, mainOf := p.changedPages(), p.mainAddresses()
	for _, page := range p.pages {
		if !page.toFind {
			continue
		}
		list = append(list, sitemapURL{
			Address: p.absolute(page.address), Changed: changed[page.address].String(), Languages: p.sitemapLinks(or(mainOf[page.address], page.address)),
		})
	}
	p.toFind = p.memory.kept.toFind
	if p.toFind.files == nil || !slices.EqualFunc(p.toFind.list, list, sameURL) {
		p.toFind = toFind{list, sitemapFiles(list, p.absolute)}
	}
	return p.toFind.files
}

// toFind is what the sitemaps list, and the files themselves.
type toFind struct {
	list  []sitemapURL
	files []File
}

func sameURL(a, b sitemapURL) bool {
	return a.Address == b.Address && a.Changed == b.Changed && slices.Equal(a.Languages, b.Languages)
}

// sitemapFiles writes one sitemap, or as many as are needed and their index in the
// place of the one.
func sitemapFiles(list []sitemapURL, absolute func(address string) string) []File {
	if len(list) <= maxSitemap {
		return []File{sitemap(sitemapAddress, list)}
	}
	var index sitemapIndex
	var files []File
	for part := range slices.Chunk(list, maxSitemap) {
		address := fmt.Sprintf("sitemap-%d.xml", len(files)+1)
		index.Parts = append(index.Parts, sitemapRef{absolute(address)})
		files = append(files, sitemap(address, part))
	}
	return append(files, xmlFile(sitemapAddress, index))
}

func sitemap(address string, list []sitemapURL) File {
	return xmlFile(address, sitemapSet{XHTML: "http://www.w3.org/1999/xhtml", Pages: list})
}

// forSearch leaves out the pages that are only on the way to others, and those of
// notices that are not in force.
func forSearch(view any) bool {
	switch v := view.(type) {
	case *NoticeView:
		return v.Unpublished.Mark == ""
	case *HistoryView:
		return v.Unpublished.Mark == ""
	case *RedirectView, *NotFoundView, *UntranslatedView, *SearchView, *EarlierView, *EndedView:
		return false
	}
	return true
}

// changedPages gives the day each page of a notice was last changed, and the
// first page as the newest of them.
func (p *plan) changedPages() map[string]notices.Date {
	days := map[string]notices.Date{}
	for _, f := range p.order {
		if !p.inForce(f) {
			continue
		}
		for _, lang := range p.languagesOf(f) {
			home := inLanguage(homeAddress, lang, p.main)
			days[inLanguage(noticeAddress(f.ID.Value), lang, p.main)] = f.Updated
			days[home] = later(days[home], f.Updated)
		}
	}
	return days
}

func later(a, b notices.Date) notices.Date {
	if b.Time.After(a.Time) {
		return b
	}
	return a
}

// mainAddresses gives, for each page in another language, the address of the same
// page in the main one.
func (p *plan) mainAddresses() map[string]string {
	mainOf := map[string]string{}
	for _, page := range p.pages {
		for _, lang := range p.languages[1:] {
			if other := inLanguage(page.address, lang, p.main); p.exists[other] {
				mainOf[other] = page.address
			}
		}
	}
	return mainOf
}

// sitemapLinks gives the page in all its languages, when it has several.
func (p *plan) sitemapLinks(mainAddress string) (links []sitemapLink) {
	for _, lang := range p.languages {
		if address := inLanguage(mainAddress, lang, p.main); p.exists[address] && !p.stubs[address] {
			links = append(links, sitemapLink{Rel: "alternate", Lang: lang, Href: p.absolute(address)})
		}
	}
	if len(links) < 2 {
		return nil
	}
	return links
}

// xmlFile writes a value as XML. Words can hold anything: what XML cannot hold is
// replaced by U+FFFD, and everything else comes out as it went in.
func xmlFile(address string, value any) File {
	content, err := xml.MarshalIndent(value, "", " ")
	if err != nil {
		panic(err) // not reached: the values are plain structs of texts
	}
	return File{Path: address, Content: append([]byte(xml.Header), append(content, '\n')...)}
}
