package site_test

import (
	"path"
	"slices"
	"strings"
	"testing"

	"notices.example/site"
	"notices.example/site/browsertest"
)

// The pages in Welsh of a site that is in both languages, in a real browser: longer
// words, other alphabets' order, and a switch of languages on every page.
func TestABilingualSiteInABrowser(t *testing.T) {
	t.Parallel()
	dir := path.Join(t.TempDir(), "public")
	if _, err := site.Write(bilingual(t), dir); err != nil {
		t.Fatal(err)
	}
	for _, fault := range browsertest.MarkupFaults(t, dir) {
		t.Error(fault)
	}
	b := browsertest.Open(t)
	s := browsertest.ServeAsPublished(t, dir, "/")
	pages := slices.DeleteFunc(browsertest.Pages(t, dir), func(page string) bool {
		return !strings.Contains(page, ".cy.") || strings.Contains(page, ".large.") // the pages of the example site are in English
	})
	t.Run("pages", func(t *testing.T) { browsertest.AuditAll(t, b, s, dir, pages) })
	if missing := s.Missing(); len(missing) > 0 {
		t.Errorf("asked for what is not there: %q", missing)
	}
}
