package site

import (
	"fmt"
	"strings"

	"notices.example/notices"
)

// move is an earlier address and where it leads now.
type move struct {
	address string
	from    notices.URL
	to      notices.URL
	title   Text
}

// claimRedirects speaks for every earlier address: those of notices and pages,
// and those that the site names. It comes after all pages have theirs.
func (p *plan) claimRedirects() {
	for _, f := range p.order {
		if !p.inForce(f) {
			continue // until it is, the address may be that of the notice before it
		}
		to := notices.URL{Value: "/" + noticeAddress(f.ID.Value)}
		for _, alias := range f.Aliases {
			p.claimRedirect(alias, to, Text{Value: f.Title.Value})
		}
	}
	for _, page := range p.set.Corpus.Pages {
		lang := or(page.Lang, p.main)
		to := notices.URL{Value: "/" + inLanguage(pageAddress(page.ID.Value), lang, p.main)}
		for _, alias := range page.Aliases {
			p.claimRedirect(alias, to, Text{Value: page.Title.Value})
		}
	}
	for _, r := range p.site.Redirects {
		p.claimRedirect(r.From, r.To, Text{})
	}
}

func (p *plan) claimRedirect(from, to notices.URL, title Text) {
	address, err := siteAddress(from.Value)
	if err != nil {
		p.findings = append(p.findings, badRedirect(from, err))
		return
	}
	if p.aside[address] {
		return // the page is shown for once; it gives way when it is published
	}
	if p.claim(address, from.Pos) {
		p.moves = append(p.moves, move{address: address, from: from, to: to, title: title})
	}
}

// planRedirects plans a small page for each earlier address. It leads to a page
// of this site or, written in full, of another one.
func (p *plan) planRedirects() {
	moved := make(map[string]bool, len(p.moves))
	for _, m := range p.moves {
		moved[m.address] = true
	}
	var titles map[string]Text
	for _, m := range p.moves {
		here := p.at(m.address, p.main)
		target, ok := here.target(m.to)
		if !ok || p.turnsRound(m.to, moved) {
			p.findings = append(p.findings, badRedirect(m.from, fmt.Errorf("there is no page at %q", shortened(m.to.Value))))
			continue
		}
		view := &RedirectView{Page: here.frame(Text{Value: here.words.Frame.Moved}, m.address), Target: target, Name: m.title}
		if !m.title.Said() {
			if titles == nil {
				titles = p.titles()
			}
			address, _, _ := p.pageAt(m.to)
			view.Name = titles[address] // nothing for a page of another site
		}
		if !view.Name.Said() {
			view.Name = Text{Value: m.to.Value}
		}
		p.add(m.address, "redirect", view)
	}
}

// turnsRound reports whether an address leads to an earlier address again, from
// where nobody might ever arrive.
func (p *plan) turnsRound(to notices.URL, moved map[string]bool) bool {
	address, _, _ := p.pageAt(to)
	return strings.HasPrefix(to.Value, "#") || moved[address]
}

// titles gives the titles of the pages that are planned, by their addresses.
func (p *plan) titles() map[string]Text {
	titles := make(map[string]Text, len(p.pages))
	for _, page := range p.pages {
		titles[page.address] = page.title
	}
	return titles
}

func badRedirect(from notices.URL, err error) notices.Finding {
	return notices.Finding{
		Rule: "redirect-invalid", Severity: notices.Error, Pos: from.Pos,
		Message: fmt.Sprintf("The earlier address %q cannot lead anywhere: %s.", shortened(from.Value), err),
		Fix:     "Write the address as a path on this site, such as /old/name.html, and lead it to a page that is published.",
	}
}
