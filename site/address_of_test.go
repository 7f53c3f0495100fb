package site_test

import (
	"path"
	"slices"
	"strings"
	"testing"

	"notices.example/site"
)

func TestAddressOfAContentFile(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"content/notices/tax.md":               "notices/tax.html",
		"content/notices/tax.yaml":             "notices/tax.html",
		"content/notices/wendle/tax.cy.md":     "notices/wendle/tax.cy.html",
		"content/notices/shared/tax.md":        "notices/shared/tax.html",
		"content/organisations/wendle.yaml":    "organisations/wendle.html",
		"content/organisations/wendle.cy.yaml": "organisations/wendle.cy.html",
		"content/pages/cookies.md":             "pages/cookies.html",
		"content/pages/cookies.cy.md":          "pages/cookies.cy.html",
		"content/site.yaml":                    "index.html",
		"content/glossary.yaml":                "glossary.html",
		"content/glossary.cy.yaml":             "glossary.cy.html",
		"content/notices/forms.large.md":       "notices/forms.large.html",
		"content/shared/fraud.yaml":            "",
		"content/baseline.yaml":                "",
		"content/notices/tax.txt":              "",
		"content/notices":                      "",
		"content/elsewhere/tax.md":             "",
		"layouts/notice.html":                  "",
		"partials/top.html":                    "",
		"notices/tax.md":                       "",
		"":                                     "",
	} {
		got, ok := site.AddressOf(file)
		if got != want || ok != (want != "") {
			t.Errorf("AddressOf(%q) = %q, %v; want %q", file, got, ok, want)
		}
	}
}

// A page says what content file it is made from, and the file leads to the page.
// So do the other forms of a notice, and what has changed in it, which stand beside it.
func TestPagesAndTheirFilesLeadToEachOther(t *testing.T) {
	t.Parallel()
	out := render(t, input())
	var sources []string
	for _, f := range out.Files {
		isForm := strings.HasSuffix(f.Path, ".txt") && strings.HasPrefix(f.Path, "notices/") || strings.Contains(f.Path, ".large.") || strings.Contains(f.Path, ".changes.")
		switch {
		case strings.HasPrefix(f.Path, "notices/") && (isForm || path.Ext(f.Path) == ".html"):
			if f.Source == "" || f.Notice == "" {
				t.Errorf("%s: source %q, notice %q; both are known", f.Path, f.Source, f.Notice)
			}
		case f.Notice != "":
			t.Errorf("%s is of no notice, but names %s", f.Path, f.Notice)
		}
		if f.Source == "" || isForm {
			continue
		}
		sources = append(sources, f.Source)
		address, ok := site.AddressOf(f.Source)
		inLanguage := strings.TrimSuffix(address, ".html") + ".cy.html" // where only the page is translated
		if !ok || f.Path != address && f.Path != inLanguage && !strings.HasPrefix(f.Path, "pages/accessibility") {
			t.Errorf("%s is made from %s, but that leads to %s", f.Path, f.Source, address)
		}
	}
	for _, want := range []string{at(fullFile).File, at(welshFile).File, at(councilFile).File, "content/pages/cookies.md", "content/site.yaml"} {
		if !slices.Contains(sources, want) {
			t.Errorf("no page is made from %s", want)
		}
	}
}
