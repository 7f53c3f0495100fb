package site

import (
	"fmt"

	"notices.example/notices"
)

// The addresses of the files that are not pages.
const (
	iconAddress     = "assets/favicon.svg"
	sitemapAddress  = "sitemap.xml"
	robotsAddress   = "robots.txt"
	siteFeedAddress = "feed.xml"
)

func feedAddress(id string) string { return "notices/" + id + ".feed.xml" }
func dataAddress(id string) string { return "notices/" + id + ".json" }

// claimFiles speaks for the addresses of the files that are not pages, so that
// pages can link to those there are.
func (p *plan) claimFiles() {
	p.claim(iconAddress, notices.Pos{})
	p.claim(robotsAddress, notices.Pos{})
	if p.listed() {
		p.claim(sitemapAddress, notices.Pos{})
	}
	if p.site.SecurityContact != nil {
		p.claim(securityAddress, p.site.SecurityContact.Pos)
	}
	dated := false
	for _, f := range p.order {
		for _, address := range p.formsOf(f) {
			p.claim(address, f.Pos)
		}
		dated = dated || p.hasFeed(f)
	}
	if !dated {
		return // a feed has to say when it was updated, and no clock is read
	}
	for _, lang := range p.languages {
		p.claim(inLanguage(siteFeedAddress, lang, p.main), notices.Pos{})
	}
}

// formsOf gives the addresses of a notice's files that stand beside its pages.
func (p *plan) formsOf(f *notices.Face) (addresses []string) {
	for _, lang := range p.languagesOf(f) {
		for _, address := range []string{dataAddress(f.ID.Value), largeAddress(f.ID.Value), textAddress(f.ID.Value)} {
			addresses = append(addresses, inLanguage(address, lang, p.main))
		}
		if p.hasFeed(f) {
			addresses = append(addresses, inLanguage(feedAddress(f.ID.Value), lang, p.main))
		}
	}
	return addresses
}

// listed reports whether search engines are told of the pages: a sitemap needs
// full addresses, and a draft is not for them.
func (p *plan) listed() bool { return p.base != "" && !p.in.Draft }

// makeFiles makes every file that is neither a page nor a notice's, from data alone.
// They are made by the program and by nothing of the site's own, so one that is not as
// it must be is the program's own trouble.
func (p *plan) makeFiles() ([]File, error) {
	files := []File{p.icon(), p.robots()}
	files = append(files, p.hosting()...)
	files = append(files, p.securityText()...)
	if p.listed() {
		files = append(files, p.sitemaps()...)
	}
	files = append(files, p.siteFeeds()...)
	files = append(files, p.acrossFiles()...)
	files = append(files, p.searchFiles()...)
	return files, p.sound(files)
}

// filesOf gives the files of notices that are not pages.
func (p *plan) filesOf(list []*notices.Face) (files []File, err error) {
	for _, f := range list {
		files = append(files, p.planned[f.ID.Value].files...)
	}
	return files, p.sound(files)
}

// sound looks at finished files, unless the last run made the same.
func (p *plan) sound(files []File) error {
	return beside(files, func(f File) error {
		if p.memory.passed(f) {
			return nil
		}
		for _, problem := range UnsafeFile(f) {
			return fmt.Errorf("the finished file %s %s", f.Path, problem)
		}
		return nil
	})
}

// robots tells search engines where the list of pages is, and to stay away from a
// draft.
func (p *plan) robots() File {
	rules := "User-agent: *\nAllow: /\n"
	if p.in.Draft {
		rules = "User-agent: *\nDisallow: /\n"
	}
	if p.listed() {
		rules += "\nSitemap: " + p.absolute(sitemapAddress) + "\n"
	}
	return File{Path: robotsAddress, Content: []byte(rules)}
}
