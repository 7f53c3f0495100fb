package site

import (
	"html/template"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/prose"
)

// prose gives a Markdown text in parts, one for each heading. A part that cannot
// be made is left out; Render reports it.
func (p *place) prose(m notices.Markdown, lang string) []Prose {
	return p.proseWithin(m, lang, "", nil)
}

// proseWithin is prose whose headings have ids that begin with the prefix,
// because the page holds several texts. Words of it lead to their explanation where
// there is an explainer and the text is in the language of the page.
func (p *place) proseWithin(m notices.Markdown, lang, prefix string, x *explainer) []Prose {
	if !m.Said() {
		return nil
	}
	doc := prose.ParseForPage(m)
	var parts []Prose
	for _, s := range doc.Sections {
		part := Prose{ID: prefix + s.ID, Title: p.tagged(s.Title, lang), Lang: p.tagged("x", lang).Lang}
		if s.ID == "" || slices.Contains(notices.Sections, notices.Section(s.ID)) {
			part.ID = s.ID
		}
		options := prose.HTMLOptions{Level: 2, IDPrefix: prefix, Href: p.hrefIn(m.Pos.File)}
		if x != nil && part.Lang == "" {
			options.Explain = x.in(or(part.ID, strings.TrimSuffix(prefix, "-")))
		}
		html, err := doc.HTML(s, options)
		if err != nil {
			p.findings = append(p.findings, unreadableText(s.Pos, err))
			continue
		}
		if s.ID == "" && strings.TrimSpace(string(html)) == "" {
			continue
		}
		part.HTML = html
		parts = append(parts, part)
	}
	return parts
}

// hrefIn says where a link in that content file leads on this page. A link to
// something that is not published is shown as plain words.
func (p *place) hrefIn(file string) func(string) (string, bool) {
	return func(destination string) (string, bool) {
		target, fragment, local := prose.Target(file, destination)
		if !local {
			return destination, true
		}
		if fragment != "" {
			fragment = "#" + fragment
		}
		if target == file {
			return or(fragment, "#main"), true
		}
		address, ok := p.addressOf(target)
		if !ok {
			return "", false
		}
		return p.toPart(address, fragment), true
	}
}

// addressOf gives the address of the page that a content file is published as.
func (p *plan) addressOf(file string) (string, bool) {
	f, known := p.fileAt(file)
	if !known {
		return "", false
	}
	address := map[notices.FileKind]string{
		notices.SiteFile:         homeAddress,
		notices.OrganisationFile: organisationAddress(f.ID),
		notices.NoticeFile:       noticeAddress(f.ID),
		notices.PageFile:         pageAddress(f.ID),
		notices.GlossaryFile:     glossaryAddress,
	}[f.Kind]
	return address, p.isPage(address)
}

func unreadableText(pos notices.Pos, err error) notices.Finding {
	return notices.Finding{
		Rule: "text-unpublishable", Severity: notices.Error, Pos: pos,
		Message: "This text could not be made into a page: " + err.Error() + ".",
		Fix:     "Shorten the text, or split it into several sections.",
	}
}

// empty reports whether there is nothing to read.
func empty(html template.HTML) bool { return strings.TrimSpace(string(html)) == "" }
