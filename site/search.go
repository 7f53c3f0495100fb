package site

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"regexp"
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"notices.example/notices"
)

// searchAddress is the address of the search page. It is there when there is a
// list of services from A to Z, which it shows to people whose browser runs no
// script.
const searchAddress = "search.html"

// searchScript is the only script there is. It is published as it is, and no
// site can replace it.
//
//go:embed search.js
var searchScript []byte

// SearchView is the page on which people search.
type SearchView struct {
	Page
	Form     SearchForm
	Services Link   // all of them from A to Z
	Letters  []Link // of that list; when there are none, the list stands here
	Lists    []List[NoticeName]
}

// SearchForm leads to the search page with what was typed.
type SearchForm struct {
	Words  *Words
	Action string // link to the page; empty when there is none
	Hidden bool   // until the script has been loaded
}

// hashed gives a file of the site whose address changes with its content, so that
// browsers can keep it.
func hashed(name, ending string, content []byte) File {
	sum := sha256.Sum256(content)
	return File{Path: "assets/" + name + "." + hex.EncodeToString(sum[:6]) + ending, Content: content}
}

// claimSearch makes the index of a language and speaks for the addresses of the
// search.
func (p *plan) claimSearch(lang string) {
	if p.subjectNamed(lang, "services") == nil {
		return
	}
	known := p.across[lang]
	if known.index.Path == "" || !p.sameWords(slices.Index(p.languages, lang)) {
		all := known.all
		if all == nil {
			all = p.allIn(lang)
		}
		known.index = hashed("search-index."+lang, ".js", all.searchIndex().script())
	}
	p.search[lang] = known.index
	p.claimSearchPages(lang)
}

// claimSearchPages speaks for the addresses of the search in a language, and of the script
// with the first of them.
func (p *plan) claimSearchPages(lang string) {
	if len(p.search) == 1 {
		p.claim(hashed("search", ".js", searchScript).Path, notices.Pos{})
	}
	p.claim(p.search[lang].Path, notices.Pos{})
	p.claim(inLanguage(searchAddress, lang, p.main), notices.Pos{})
}

// sameWords reports whether all notices are found by the same words as in the last run,
// in the language with that number.
func (p *plan) sameWords(number int) bool {
	return slices.EqualFunc(p.memory.order, p.order, func(old, now *notices.Face) bool {
		was, is := p.memory.kept.surveyed[old.ID.Value], p.surveyed[now.ID.Value]
		return was != nil && was.Words[number] == is.Words[number]
	})
}

func (p *plan) subjectNamed(lang, name string) *subject {
	for _, s := range p.subjects[lang] {
		if s.name == name {
			return s
		}
	}
	return nil
}

// planSearch plans the search page in one language.
func (p *plan) planSearch(lang string) {
	index, there := p.search[lang]
	if !there {
		return
	}
	here := p.at(inLanguage(searchAddress, lang, p.main), lang)
	view := &SearchView{Page: here.frame(Text{Value: here.words.Search.Title}, searchAddress), Form: here.searchForm()}
	view.Form.Hidden = true
	view.Searches = true
	view.Scripts = []string{here.to(index.Path), here.to(hashed("search", ".js", searchScript).Path)}
	view.Head.NoIndex, view.Head.Canonical = true, ""
	view.Description = Text{Value: here.words.Search.Intro}
	view.Breadcrumbs = []Link{here.homeLink()}
	view.Services, _ = here.subject("services")
	services := p.subjectNamed(lang, "services")
	for _, part := range services.parts {
		for _, letter := range part.within {
			view.Letters = append(view.Letters, Link{Text: letter.title, Href: here.to(acrossAddress("services", letter.page)) + "#" + letter.id})
		}
	}
	if len(view.Letters) == 0 {
		view.Lists = p.servicesIn(lang)
	}
	p.add(here.at, "search", view)
}

// servicesIn gives the lists on the first page of services.
func (p *plan) servicesIn(lang string) []List[NoticeName] {
	for _, page := range p.across[lang].pages {
		view := page.view
		if page.layout == "layouts/services.html" && page.later != nil {
			view = page.later()
		}
		if services, found := view.(*ServicesPage); found {
			return services.Lists
		}
	}
	return nil
}

// searchForm gives the form that leads to the search page, when there is one.
func (p *place) searchForm() SearchForm {
	if _, there := p.search[p.lang]; !there {
		return SearchForm{}
	}
	return SearchForm{Words: p.words, Action: relative(p.at, inLanguage(searchAddress, p.lang, p.main))}
}

// searchFiles gives the script and the index of each language.
func (p *plan) searchFiles() (files []File) {
	if len(p.search) > 0 {
		files = append(files, hashed("search", ".js", searchScript))
	}
	for _, lang := range p.languages {
		if index, there := p.search[lang]; there {
			files = append(files, index)
		}
	}
	return files
}

var (
	searchPages   = regexp.MustCompile(`^search(?:\.[a-z-]+)?\.html$`)
	homePages     = regexp.MustCompile(`^index(?:\.[a-z-]+)?\.html$`)
	searchScripts = regexp.MustCompile(`^assets/search(?:-index\.[a-z-]+)?\.[0-9a-f]{12}\.js$`)
)

// searches reports whether an element is the search form or one of the scripts of
// the search, exactly as they are to be, on a page that may hold it.
func searches(n *html.Node, address string) bool {
	switch n.DataAtom {
	case atom.Form:
		known := func(a html.Attribute) bool {
			return a.Key == "class" || a.Key == "hidden" || a.Key == "role" && a.Val == "search" || a.Key == "action" && searchPages.MatchString(a.Val)
		}
		return (searchPages.MatchString(address) || homePages.MatchString(address)) && attribute(n, "action") != "" &&
			!slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return !known(a) })
	case atom.Script:
		return searchPages.MatchString(address) && n.FirstChild == nil && len(n.Attr) == 2 &&
			n.Attr[0].Key == "src" && searchScripts.MatchString(n.Attr[0].Val) && n.Attr[1].Key == "defer" && n.Attr[1].Val == ""
	}
	return false
}
