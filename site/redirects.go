package site

import (
	"fmt"
	"strings"

	"notices.example/notices"
)

// planRedirects plans a small page for each earlier address: those of notices and
// pages, and those that the site names.
func (p *plan) planRedirects() {
	for _, c := range p.order {
		title := Text{Value: c.Title.Value}
		for _, alias := range c.Aliases {
			p.redirect(alias, noticeAddress(c.ID.Value), title)
		}
	}
	for _, page := range p.set.Corpus.Pages {
		lang := or(page.Lang, p.main)
		for _, alias := range page.Aliases {
			p.redirect(alias, inLanguage(pageAddress(page.ID.Value), lang, p.main), Text{Value: page.Title.Value})
		}
	}
	for _, r := range p.site.Redirects {
		p.redirect(r.From, r.To.Value, Text{})
	}
}

// redirect plans the page at an earlier address. The target is a page of this
// site or, written in full, of another one.
func (p *plan) redirect(from notices.URL, target string, title Text) {
	address, err := siteAddress(from.Value)
	if err != nil {
		p.findings = append(p.findings, badRedirect(from, err))
		return
	}
	if p.exists[address] {
		p.findings = append(p.findings, addressTaken(address, notices.Pos{}, from.Pos))
		return
	}
	here := p.at(address, p.main)
	view := &RedirectView{Page: here.frame(Text{Value: here.words.Frame.Moved}, address), Target: target, Name: title}
	if !strings.Contains(target, "://") {
		local := strings.TrimPrefix(target, "/")
		if page, _, _ := strings.Cut(local, "#"); !p.exists[page] {
			p.findings = append(p.findings, badRedirect(from, fmt.Errorf("there is no page at %q", target)))
			return
		}
		view.Target = relative(address, local)
	}
	if !title.Said() {
		view.Name = Text{Value: target}
	}
	p.exists[address] = true
	p.add(address, "redirect", view)
}

func badRedirect(from notices.URL, err error) notices.Finding {
	return notices.Finding{
		Rule: "redirect-invalid", Severity: notices.Error, Pos: from.Pos,
		Message: fmt.Sprintf("The earlier address %q cannot lead anywhere: %s.", from.Value, err),
		Fix:     "Write the address as a path on this site, such as /old/name.html, and lead it to a page that is published.",
	}
}
