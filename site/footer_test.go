package site_test

import (
	"fmt"
	"strings"
	"testing"

	"notices.example/notices"
)

func TestFootersStayShortOnALargeSite(t *testing.T) {
	t.Parallel()
	in := input()
	for n := range 100 {
		name := fmt.Sprintf("page-%03d", n)
		in.Set.Corpus.Pages = append(in.Set.Corpus.Pages,
			&notices.Page{Pos: at("pages/" + name + ".md"), ID: id(name), Title: text("English " + name)},
			&notices.Page{Pos: at("pages/" + name + ".cy.md"), ID: id(name), Lang: "cy", Title: text("Cymraeg " + name)},
		)
	}
	out := render(t, in)
	for name, title := range map[string]string{"glossary.html": "English page-", "glossary.cy.html": "Cymraeg page-"} {
		_, footer, _ := strings.Cut(page(t, out, name), "<footer")
		if n := strings.Count(footer, "<a "); n != 14 {
			t.Errorf("%s: the footer has %d links, want 12, the accessibility statement and the glossary", name, n)
		}
		if n := strings.Count(footer, title); n != 11 {
			t.Errorf("%s: %d titles in the page's language, want 11", name, n)
		}
	}
}
