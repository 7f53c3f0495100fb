package site

import (
	"fmt"
	"slices"
	"time"

	"notices.example/layouts"
	"notices.example/notices"
	"notices.example/notices/law"
)

// plan is the pages of a site and what all of them need to know. It is made in
// two passes: first the addresses, so that every link can be checked against
// them, then the views.
type plan struct {
	set           *notices.Set
	site          *notices.Site
	in            Input
	main          string            // the main language
	languages     []string          // the main one first
	words         map[string]*Words // by language
	published     map[string]*notices.Face
	order         []*notices.Face         // those published, as the set has them
	organisations []*notices.Organisation // those that have a page
	exists        map[string]bool         // the addresses of all pages
	stubs         map[string]bool         // those of pages that say that a notice is not translated
	aside         map[string]bool         // those of notices that are shown, but not in force
	past          []past                  // the notices that are not in force, and once were
	ended         map[string]bool         // the addresses of their pages
	claims        claims
	shop          *workshop
	memory        *Memory
	kept
	inspects  bool                                          // nobody will see the pages: only findings are asked for
	noAcross  bool                                          // none of the pages across notices is planned: nothing meets one, or leads there
	sparing   bool                                          // what is long is made when it is published, and not kept
	someOnly  bool                                          // only pages of notices are made
	standing  *Around                                       // what is known to stand around the notices; nil when it has to be found out
	changed   []bool                                        // by the number of each question, whether its answer is another than in the last run
	asked     map[question]bool                             // by the notice that is planned
	ordered   map[string][]*notices.Organisation            // those that have a page by their names, by language
	standard  []string                                      // the IDs of the pages that are made for this site
	replaced  map[string]map[string][]*notices.Organisation // those that others took over from, by the other's ID, by language
	parts     map[string][]part                             // what each body has to do with the notices, by its ID
	own       ownFiles                                      // the site's own layouts and partials
	ownStyles []string                                      // the paths of the site's own styles
	moves     []move                                        // the earlier addresses
	footers   map[string][]footerPage                       // by language
	contexts  map[string]dataContext                        // of data files, by language
	subjects  map[string][]*subject                         // what pages go across all notices for, by language
	anchors   map[string]map[string]string
	terms     map[string]*termIndex // the words of the glossary, by language
	search    map[string]File       // the index of each language that can be searched
	root      string                // the path the site is published below; empty when not known
	base      string                // the full address it is published at; likewise
	style     File

	jurisdiction string
	about        map[string][]notices.Finding // the findings about each notice, in order
	sameFindings map[string]bool              // whether they are those of the last run, by notice
	sameWhole    map[string]bool              // whether the notice itself is that of the last run, by notice; of those that were there
	entries      map[string][]atomEntry       // of the feed of the whole site, by language
	pages        []page
	findings     []notices.Finding
}

// page is one page to render: a layout and the view it is given.
type page struct {
	address string
	source  string // the content file it is made from, if there is one
	notice  string // the ID of the notice it shows, if it does
	layout  string
	view    any        // nil when the page has been made, and nobody needs it any more
	later   func() any // makes the view when the page is made; nil when it is there
	title   Text       // of the page, where it has one
	toFind  bool       // search engines are told of it
}

func newPlan(in Input, shop *workshop) (*plan, error) {
	p := &plan{
		set: in.Set, site: in.Set.Corpus.Site, in: in, shop: shop, memory: in.memory(), kept: newKept(), own: shop.own, footers: map[string][]footerPage{}, subjects: map[string][]*subject{}, anchors: map[string]map[string]string{}, sameFindings: map[string]bool{}, sameWhole: map[string]bool{}, entries: map[string][]atomEntry{}, ordered: map[string][]*notices.Organisation{}, terms: map[string]*termIndex{}, search: map[string]File{}, contexts: map[string]dataContext{}, replaced: map[string]map[string][]*notices.Organisation{},
		words: map[string]*Words{}, published: map[string]*notices.Face{}, exists: map[string]bool{}, stubs: map[string]bool{}, aside: map[string]bool{}, ended: map[string]bool{}, claims: newClaims(), about: map[string][]notices.Finding{},
	}
	if n := len(p.memory.files); n > 0 { // room for as many as in the last run
		p.exists, p.claims.pages = make(map[string]bool, n), make(map[string]notices.Pos, n)
	}
	p.setAbout(in.Findings)
	if p.site == nil {
		p.site = &notices.Site{}
	}
	if err := p.setLanguages(); err != nil {
		return nil, err
	}
	p.setBase()
	if err := p.setJurisdiction(); err != nil {
		return nil, err
	}
	p.standard = p.findStandard()
	return p, p.setStyle()
}

// setLanguages reads the words of the site's languages. A language without words
// is left out: that it is not known is a finding of load.
func (p *plan) setLanguages() error {
	known := func(lang string) bool { return slices.Contains(notices.TermLists["language"], lang) }
	for _, l := range append([]notices.Term{{Value: p.site.Language()}}, p.site.Languages...) {
		if known(l.Value) && !slices.Contains(p.languages, l.Value) {
			p.languages = append(p.languages, l.Value)
		}
	}
	if len(p.languages) == 0 {
		p.languages = []string{"en"}
	}
	p.main = p.languages[0]
	for _, lang := range p.languages {
		p.contexts[lang] = newDataContext(lang)
		if err := p.setWords(lang); err != nil {
			return err
		}
	}
	return nil
}

// setWords reads the words of a language, unless an earlier run has.
func (p *plan) setWords(lang string) error {
	if w := p.shop.words[lang]; w != nil {
		p.words[lang] = w
		return nil
	}
	w, err := loadWords(layouts.Files, lang)
	if err != nil {
		return err
	}
	p.words[lang] = w
	if err := replaceWords(w, p.own); err != nil {
		p.findings = append(p.findings, badWords("layouts/"+wordsFile(lang), err))
		return nil
	}
	p.shop.words[lang] = w
	return nil
}

// setJurisdiction makes sure that there is law for the site.
func (p *plan) setJurisdiction() error {
	p.jurisdiction = p.set.Jurisdiction()
	_, err := law.At(p.jurisdiction, p.in.Day)
	return err
}

// planAll plans every page.
func (p *plan) planAll() error {
	if err := p.planFirst(); err != nil {
		return err
	}
	if err := p.planNotices(p.order); err != nil {
		return err
	}
	p.planRest()
	return nil
}

// planFirst gives all pages their addresses, and plans those that go across the
// notices.
func (p *plan) planFirst() error {
	p.setOrders()
	p.choose()
	p.addressNotices()
	if err := p.lookAround(); err != nil {
		return err
	}
	p.address()
	p.around = p.surroundings()
	p.changed = p.memory.changed(p.memory.kept.around, p.around)
	if p.standing != nil {
		return nil
	}
	for _, lang := range p.languages {
		p.planHome(lang)
		p.planGlossary(lang)
		p.planStandard(lang)
		if !p.someOnly && !p.noAcross {
			p.planAcross(lang)
			p.planSearch(lang)
		}
	}
	if p.in.Memory == nil {
		p.forgetAcross()
	}
	return nil
}

// lookAround finds out what the pages of notices hang on besides their faces.
func (p *plan) lookAround() error {
	if p.standing != nil {
		p.takeAround()
		return nil
	}
	if err := p.survey(); err != nil {
		return err
	}
	p.chooseOrganisations()
	return nil
}

// forgetAcross lets go of what the pages across notices were planned of, and of these
// pages when they have been made: nothing else needs it.
func (p *plan) forgetAcross() {
	for _, seen := range p.surveyed {
		seen.Rows, seen.Words = nil, nil
	}
	for _, made := range p.across {
		made.pages, made.apart, made.all = nil, nil, nil
	}
}

// planRest plans the pages that are no notice's, and looks at the site as a whole.
func (p *plan) planRest() {
	for _, o := range p.organisations {
		if p.inspects && !p.bodyLeadsWithin(o.ID.Value) {
			continue
		}
		for _, lang := range p.languages {
			p.planOrganisation(o, lang)
		}
	}
	for _, page := range p.set.Corpus.Pages {
		p.planPage(page)
	}
	p.planNotFound()
	p.planRedirects()
	p.planPast()
	p.checkAccessibility()
	p.checkSecurityContact()
	p.checkBrand()
	p.checkLeft()
}

// choose picks the notices that are published in this build: those in force, and
// the others where they are shown to their authors.
func (p *plan) choose() {
	for _, f := range p.set.Faces {
		if !p.shows(f) {
			continue
		}
		if !p.inForce(f) {
			p.aside[noticeAddress(f.ID.Value)] = true
		}
		p.published[f.ID.Value] = f
		p.order = append(p.order, f)
	}
	p.choosePast()
}

// addressNotices gives the first pages and those of the notices their addresses. They
// come first, so what is also claimed by another page is theirs.
func (p *plan) addressNotices() {
	p.claim(p.style.Path, notices.Pos{})
	for _, lang := range p.languages {
		p.claim(inLanguage(homeAddress, lang, p.main), notices.Pos{})
		p.claim(inLanguage(glossaryAddress, lang, p.main), notices.Pos{})
	}
	p.claim(notFoundAddress, notices.Pos{})
	for _, f := range p.order {
		for _, lang := range p.languages {
			address := inLanguage(noticeAddress(f.ID.Value), lang, p.main)
			p.claim(address, f.Pos)
			p.stubs[address] = p.untranslated(f.ID.Value, lang)
		}
	}
}

// address gives every other page its address, and then every earlier address its own,
// and reports those that are claimed twice.
func (p *plan) address() {
	for _, o := range p.organisations {
		for _, lang := range p.languages {
			p.claim(inLanguage(organisationAddress(o.ID.Value), lang, p.main), o.Pos)
		}
	}
	for _, page := range p.set.Corpus.Pages {
		if lang := or(page.Lang, p.main); p.words[lang] != nil {
			p.claim(inLanguage(pageAddress(page.ID.Value), lang, p.main), page.Pos)
		}
	}
	p.claimStandard()
	p.claimFiles()
	p.claimHistory()
	if p.standing != nil {
		p.claimAround()
		p.claimEnded()
		p.claimRedirects()
		return
	}
	p.claimAcross()
	p.claimRedirects()
	p.claimPast()
	p.claimHosting()
}

// languagesOf gives the languages a notice is published in, the main one first.
func (p *plan) languagesOf(f *notices.Face) []string {
	return slices.DeleteFunc(slices.Clone(p.languages), func(lang string) bool { return p.untranslated(f.ID.Value, lang) })
}

// untranslated reports whether a notice is published, but not in that language.
func (p *plan) untranslated(id, lang string) bool {
	f := p.other(id)
	return f != nil && lang != p.main && f.Translations[lang] == nil
}

// lawFor gives the law a notice is judged by.
func (p *plan) lawFor(n interface{ LawDay(time.Time) time.Time }) *law.Law {
	l, err := law.At(p.jurisdiction, n.LawDay(p.in.Day))
	if err != nil {
		return &law.Law{} // not reached: newPlan has tried the jurisdiction
	}
	return l
}

func (p *plan) add(address, layout string, view any) {
	made := page{address: address, layout: "layouts/" + layout + ".html", view: view, toFind: forSearch(view)}
	if titled, ok := view.(interface{ title() Text }); ok {
		made.title = titled.title()
	}
	p.pages = append(p.pages, made)
}

// addFrom adds a page that is made from a content file, and may show a notice.
func (p *plan) addFrom(source, notice, address, layout string, view any) {
	p.add(address, layout, view)
	last := &p.pages[len(p.pages)-1]
	last.source, last.notice = source, notice
}

func (p *plan) at(address, lang string) *place {
	return &place{plan: p, at: address, lang: lang, words: p.words[lang]}
}

func badWords(file string, err error) notices.Finding {
	return notices.Finding{
		Rule: "layout-invalid", Severity: notices.Error, Pos: notices.Pos{File: file, Line: 1, Col: 1},
		Message: "Your own words have a mistake: " + err.Error() + ".",
		Fix:     "Compare the file with the built-in one of the same name. It needs to hold only the words that differ.",
	}
}

func addressTaken(address string, first, second notices.Pos) notices.Finding {
	f := notices.Finding{
		Rule: "address-taken", Severity: notices.Error, Pos: second,
		Message: fmt.Sprintf("Two pages would be published at %s.", address),
		Fix:     "Rename one of the two files, or take the alias out.",
	}
	if !first.IsZero() {
		f.Related = []notices.Related{{Pos: first, Message: "the other page is made from this file"}}
	}
	return f
}
