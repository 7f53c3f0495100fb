package site

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"notices.example/notices"
	"notices.example/notices/prose"
)

// href gives the link for an address that was written in content as a value of
// its own, such as a document's: one on another site as it is, one on this site
// as a path from its root, or the path of a content file. A link that would lead
// nowhere is a finding, and has no href.
func (p *place) href(u notices.URL) string {
	if !u.Said() {
		return ""
	}
	href, ok := p.target(u)
	if !ok {
		p.findings = addOnce(p.findings, p.linkDead(u))
	}
	return href
}

// target gives where an address leads from this page, and whether it leads
// anywhere.
func (p *place) target(u notices.URL) (string, bool) {
	if strings.HasPrefix(u.Value, "#") || onTheWeb(u.Value) {
		return u.Value, true
	}
	address, fragment, ok := p.pageAt(u)
	if !ok {
		return "", false
	}
	if fragment != "" {
		fragment = "#" + fragment
	}
	return p.toPart(address, fragment), true
}

// pageAt gives the address of the page of this site that is meant: by its path
// from the site's root, or by the path of its content file as seen from the file
// that names it.
func (p *plan) pageAt(u notices.URL) (address, fragment string, ok bool) {
	if !strings.HasPrefix(u.Value, "/") {
		file, fragment, local := prose.Target(u.Pos.File, u.Value)
		if !local {
			return "", "", false
		}
		address, ok := p.addressOf(file)
		return address, fragment, ok
	}
	written, fragment, _ := strings.Cut(strings.TrimPrefix(u.Value, "/"), "#")
	address, err := url.PathUnescape(written)
	if err != nil {
		return "", "", false
	}
	if !p.isPage(address) && path.Ext(address) != ".html" {
		address = path.Join(address, "index.html") // as web servers see a folder
	}
	return address, fragment, p.isPage(address)
}

func onTheWeb(address string) bool {
	scheme, _, found := strings.Cut(address, "://")
	return found && (strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http"))
}

// linkDead is the finding for an address that leads nowhere, at its place.
func (p *plan) linkDead(u notices.URL) notices.Finding {
	f := notices.Finding{
		Rule: "link-dead", Severity: notices.Error, Pos: u.Pos,
		Message: fmt.Sprintf("No page of this site is published at “%s”, so the link would lead nowhere.", shortened(u.Value)),
		Fix:     "Give the path of the page's content file as seen from this one, such as ../council-tax.md, or an address that begins with https://. A draft has no page, and neither has a notice before it takes effect or after it has ended.",
	}
	if file, _ := p.fileAt(u.Pos.File); file.Kind == notices.NoticeFile {
		f.Notice = file.ID
		face := p.other(file.ID)
		f.Draft, f.Ended = face != nil && face.IsDraft(), face != nil && face.Standing(p.in.Day) == notices.Expired
	}
	return f
}
