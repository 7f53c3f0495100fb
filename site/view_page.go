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
	Footer      []Link
}

// LanguageLink leads to the same page in another language.
type LanguageLink struct {
	Name string
	Lang string
	Href string
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
		Site:   p.common(p.site.Title),
		Style:  p.to(p.plan.style.Path),
		Home:   p.to(homeAddress),
		Banner: p.common(p.site.Banner),
		Draft:  p.in.Draft,
		Footer: p.footer(),
	}
	for _, lang := range p.languages {
		other := inLanguage(mainAddress, lang, p.main)
		if lang != p.lang && p.exists[other] {
			page.Languages = append(page.Languages, LanguageLink{
				Name: p.plan.words[lang].Language, Lang: lang, Href: relative(p.at, other),
			})
		}
	}
	return page
}

func (p *place) footer() []Link {
	var links []Link
	for _, page := range p.set.Corpus.Pages {
		if or(page.Lang, p.main) == p.main {
			links = append(links, Link{Text: p.pageTitle(page), Href: p.to(pageAddress(page.ID.Value))})
		}
	}
	return append(links, Link{Text: Text{Value: p.words.Frame.Glossary}, Href: p.to(glossaryAddress)})
}

// pageTitle gives the title of a page in this language, if there is one.
func (p *place) pageTitle(page *notices.Page) Text {
	for _, other := range p.set.Corpus.Pages {
		if other.ID.Value == page.ID.Value && other.Lang == p.lang {
			return p.tagged(other.Title.Value, other.Lang)
		}
	}
	return p.common(page.Title)
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
	view := PageView{Page: here.frame(here.text(n.Title), mainAddress), Summary: here.text(n.Summary)}
	view.Description = view.Summary
	view.Breadcrumbs = []Link{here.homeLink()}
	view.Body = here.prose(n.Body, lang)
	p.add(here.at, "page", &view)
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
