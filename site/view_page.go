package site

import (
	"html/template"

	"notices.example/notices"
)

// Page is what every page shows around its own content. Every other view holds
// one.
type Page struct {
	Words       *Words
	Lang        string // BCP 47 tag
	Title       Text
	Site        Text // the site's title
	Description Text
	Style       string // link to the style sheet
	Home        string // link to the home page
	Breadcrumbs []Link
	Languages   []LanguageLink
	Banner      Text
	Draft       bool // the whole site is a draft
	Unpublished Unpublished
	Footer      []Link
	Head        Head
	Searches    bool     // it holds a form that leads to the search page
	Scripts     []string // links to the scripts of the search page
}

// title is what the page is called. Every view has it from the Page in it.
func (p Page) title() Text { return p.Title }

// LanguageLink leads to the same page in another language.
type LanguageLink struct {
	Name string
	Lang string
	Href string
	Stub bool // the page there says only that it is not translated
}

// PageView is a page that is not a notice: content/pages/<id>.md.
type PageView struct {
	Page
	Summary Text
	Body    []Prose
}

// Prose is a part of the text that people wrote in Markdown.
type Prose struct {
	ID    string
	Title Text
	HTML  template.HTML
	Lang  string // where it differs from the page's
}

// GlossaryView is the list of words explained.
type GlossaryView struct {
	Page
	Terms []Term
}

// Term is a word explained.
type Term struct {
	ID      string
	Term    Text
	Meaning Text
}

// NotFoundView is the page for addresses that do not exist.
type NotFoundView struct {
	Page
}

// RedirectView leads from an earlier address to a page.
type RedirectView struct {
	Page
	Target string
	Name   Text // what the link to it says
}

// frame gives what stands around a page. Pages in other languages are listed
// when this address has them.
func (p *place) frame(title Text, mainAddress string) Page {
	page := Page{
		Words: p.words, Lang: p.lang, Title: title,
		Site:   p.siteTitle(),
		Style:  p.to(p.plan.style.Path),
		Home:   p.to(homeAddress),
		Banner: p.common(p.siteHere().Banner),
		Draft:  p.in.Draft,
		Footer: p.footer(),
		Head:   p.head(),
	}
	for _, lang := range p.languages {
		other := inLanguage(mainAddress, lang, p.main)
		if lang != p.lang && p.isPage(other) {
			page.Languages = append(page.Languages, LanguageLink{
				Name: p.plan.words[lang].Language, Lang: lang, Href: relative(p.at, other), Stub: p.isStub(other),
			})
		}
	}
	return page
}

// siteTitle gives the title of the site, or what it holds.
func (p *place) siteTitle() Text {
	if title := p.siteHere().Title; title.Said() {
		return p.common(title)
	}
	return Text{Value: p.words.Frame.Home}
}

// maxFooter is how many pages are listed below every page. More would be no list
// that anybody reads, and would make a large site many times larger.
const maxFooter = 12

// footer links to the first pages of the site and to its glossary.
func (p *place) footer() []Link {
	pages := p.footerPages()
	links := make([]Link, 0, len(pages)+1)
	for _, page := range pages {
		links = append(links, Link{Text: page.title, Href: p.to(page.address)})
	}
	links = append(links, p.standardLinks()...)
	return append(links, Link{Text: Text{Value: p.words.Frame.Glossary}, Href: p.to(glossaryAddress)})
}

// footerPage is a page that footers link to, with its title in their language.
type footerPage struct {
	title   Text
	address string
}

// footerPages gives the pages that footers in this language link to. They are
// looked for once.
func (p *place) footerPages() []footerPage {
	if known, there := p.footers[p.lang]; there {
		return known
	}
	titles := map[string]Text{}
	for _, page := range p.set.Corpus.Pages {
		if page.Lang == p.lang {
			titles[page.ID.Value] = p.tagged(page.Title.Value, page.Lang)
		}
	}
	pages := []footerPage{}
	for _, page := range p.set.Corpus.Pages {
		if or(page.Lang, p.main) != p.main || len(pages) == maxFooter {
			continue
		}
		title, translated := titles[page.ID.Value]
		if !translated {
			title = p.common(page.Title)
		}
		if !title.Said() {
			title.Value = page.ID.Value
		}
		pages = append(pages, footerPage{title: title, address: pageAddress(page.ID.Value)})
	}
	p.footers[p.lang] = pages
	return pages
}

func (p *place) homeLink() Link {
	return Link{Text: Text{Value: p.words.Frame.Home}, Href: p.to(homeAddress)}
}

func (p *plan) planPage(n *notices.Page) {
	lang := or(n.Lang, p.main)
	if p.words[lang] == nil {
		return // a language the site is not published in
	}
	mainAddress := pageAddress(n.ID.Value)
	here := p.at(inLanguage(mainAddress, lang, p.main), lang)
	view := PageView{Page: here.frame(here.textOr(n.Title, n.ID), mainAddress), Summary: here.text(n.Summary)}
	view.Description = view.Summary
	view.Breadcrumbs = []Link{here.homeLink()}
	view.Body = here.prose(n.Body, lang)
	p.addFrom(n.Pos.File, "", here.at, "page", &view)
}

func (p *plan) planGlossary(lang string) {
	here := p.at(inLanguage(glossaryAddress, lang, p.main), lang)
	view := GlossaryView{Page: here.frame(Text{Value: here.words.Frame.Glossary}, glossaryAddress), Terms: here.glossary()}
	view.Breadcrumbs = []Link{here.homeLink()}
	p.add(here.at, "glossary", &view)
}

func (p *plan) planNotFound() {
	here := p.at(notFoundAddress, p.main)
	p.add(here.at, "not-found", &NotFoundView{Page: here.frame(Text{Value: here.words.Frame.NotFound}, notFoundAddress)})
}
