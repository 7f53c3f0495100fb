package site

import (
	"html/template"
	"slices"

	"notices.example/notices"
)

// The IDs of the pages that are made from data when a site has no page of that ID
// of its own.
const (
	accessibilityID = "accessibility"
	cookiesID       = "cookies"
)

// findStandard finds out the IDs of the pages that are made for this site. The
// statement of accessibility needs facts that only the site can give, and is in the
// words of UK law.
func (p *plan) findStandard() (ids []string) {
	if p.site.Accessibility != nil && p.jurisdiction == "uk" && !p.brings(accessibilityID) {
		ids = append(ids, accessibilityID)
	}
	if !p.brings(cookiesID) {
		ids = append(ids, cookiesID)
	}
	return ids
}

// brings reports whether the site has a page of its own of that ID.
func (p *plan) brings(id string) bool {
	return slices.ContainsFunc(p.set.Corpus.Pages, func(page *notices.Page) bool { return page.ID.Value == id })
}

func (p *plan) claimStandard() {
	for _, id := range p.standard {
		for _, lang := range p.languages {
			p.claim(inLanguage(pageAddress(id), lang, p.main), notices.Pos{})
		}
	}
}

// planStandard plans the pages made from data, in one language.
func (p *plan) planStandard(lang string) {
	for _, id := range p.standard {
		here := p.at(inLanguage(pageAddress(id), lang, p.main), lang)
		if id == cookiesID {
			here.planCookies()
		} else {
			here.planAccessibility()
		}
	}
}

// standardLinks are those pages in the list below every page.
func (p *place) standardLinks() (links []Link) {
	words := map[string]string{accessibilityID: p.words.Access.Link, cookiesID: p.words.Cookies.Title}
	for _, id := range p.standard {
		links = append(links, Link{Text: Text{Value: words[id]}, Href: p.to(pageAddress(id))})
	}
	return links
}

// planCookies plans the page that says that there are no cookies. The gate that
// every page passes makes it true: nothing that could set one is published.
func (p *place) planCookies() {
	words := p.words.Cookies
	view := PageView{Page: p.frame(Text{Value: words.Title}, pageAddress(cookiesID)), Summary: Text{Value: words.None}}
	view.Description = view.Summary
	view.Breadcrumbs = []Link{p.homeLink()}
	for _, words := range []string{words.Nothing, words.Server} {
		view.Body = append(view.Body, Prose{HTML: template.HTML("<p>" + template.HTMLEscapeString(words) + "</p>")})
	}
	p.add(p.at, "page", &view)
}
