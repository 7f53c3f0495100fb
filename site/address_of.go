package site

import (
	"path"
	"slices"
	"strings"

	"notices.example/notices"
)

// AddressOf gives the address of the page that a content file is made into:
// notices/tax.cy.html for content/notices/tax.cy.md, and the first page for
// content/site.yaml. It gives none for files that make no page of their own, such
// as shared texts. Whether there is a page at the address is for the site to say:
// a notice that is not in force has none, and a file that cannot be read neither.
func AddressOf(file string) (address string, ok bool) {
	below, content := strings.CutPrefix(file, "content/")
	ending := path.Ext(below)
	if !content || ending != ".md" && ending != ".yaml" {
		return "", false
	}
	id, lang := strings.TrimSuffix(below, ending), ""
	if tag := strings.TrimPrefix(path.Ext(id), "."); slices.Contains(notices.TermLists["language"], tag) {
		id, lang = strings.TrimSuffix(id, "."+tag), tag
	}
	folder, name, _ := strings.Cut(id, "/")
	switch {
	case id == "site":
		address = homeAddress
	case id == "glossary":
		address = glossaryAddress
	case name == "":
		return "", false
	case folder == "notices":
		address = noticeAddress(name)
	case folder == "organisations":
		address = organisationAddress(name)
	case folder == "pages":
		address = pageAddress(name)
	default:
		return "", false
	}
	return inLanguage(address, lang, ""), true
}
