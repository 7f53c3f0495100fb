package site

import (
	"fmt"
	"path"
	"strings"
)

// The addresses of pages that there is one of.
const (
	homeAddress     = "index.html"
	glossaryAddress = "glossary.html"
	notFoundAddress = "404.html"
)

// inLanguage gives the address of a page in a language: notices/a.html in the
// main language, notices/a.cy.html in Welsh.
func inLanguage(address, lang, main string) string {
	if lang == main {
		return address
	}
	ending := path.Ext(address)
	return strings.TrimSuffix(address, ending) + "." + lang + ending
}

func noticeAddress(id string) string       { return "notices/" + id + ".html" }
func organisationAddress(id string) string { return "organisations/" + id + ".html" }
func pageAddress(id string) string         { return "pages/" + id + ".html" }

// relative gives the link from one page to another: from notices/a/b.html to
// notices/c.html it is ../c.html.
func relative(from, to string) string {
	for {
		folder, rest, below := strings.Cut(from, "/")
		same, ahead, further := strings.Cut(to, "/")
		if !below || !further || folder != same {
			break
		}
		from, to = rest, ahead
	}
	return strings.Repeat("../", strings.Count(from, "/")) + to
}

// siteAddress gives the file that an earlier address stands for. Addresses
// without an ending are folders, as web servers see them: /old is
// old/index.html.
func siteAddress(earlier string) (string, error) {
	p := strings.TrimPrefix(earlier, "/")
	if strings.ContainsAny(p, "?#\\:%") || strings.Contains(p, "//") {
		return "", fmt.Errorf("it is not a path on this site")
	}
	for _, part := range strings.Split(strings.TrimSuffix(p, "/"), "/") {
		if part == "" || part == "." || part == ".." || strings.HasPrefix(part, ".") || strings.HasPrefix(part, "_") {
			return "", fmt.Errorf("%q cannot be part of an address", part)
		}
	}
	if path.Ext(p) == "" || strings.HasSuffix(p, "/") {
		p = path.Join(p, "index.html")
	}
	if path.Ext(p) != ".html" {
		return "", fmt.Errorf("only pages can be redirected, and their addresses end in .html")
	}
	return p, nil
}
