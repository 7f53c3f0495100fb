package site_test

import (
	"os"
	"path"
	"path/filepath"
	"testing"

	"notices.example/site"
	"notices.example/site/browsertest"
)

// An earlier version of a notice, in a real browser: its page is made of a plain text.
// What has changed is among the pages of the example site.
func TestAnEarlierVersionInABrowser(t *testing.T) {
	t.Parallel()
	const page = "notices/" + garden + ".2026-04-01.html"
	out, dir, alone := render(t, kept(t)), path.Join(t.TempDir(), "public"), t.TempDir()
	if _, err := site.Write(out, dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(alone, "earlier.html"), []byte(file(t, out, page)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, fault := range browsertest.MarkupFaults(t, alone) {
		t.Error(fault)
	}
	browsertest.Audit(t, browsertest.Open(t), browsertest.ServeAsPublished(t, dir, "/notices/").URL(page))
}
