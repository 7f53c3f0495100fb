package site_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"notices.example/site"
	"notices.example/site/browsertest"
)

// What a page may weigh. The style is one file for the whole site; a page is what
// a phone fetches to show it, as hosts send it.
const (
	mostStyle = 9_200  // bytes of the style sheet
	mostPage  = 14_336 // bytes of a page, its style and its icon, each compressed
)

// checkWeight reports a style sheet or a page that is heavier than it may be, and
// gives the heaviest page.
func checkWeight(t testing.TB, out *site.Output) (heaviest int) {
	t.Helper()
	shared := 0
	for _, f := range out.Files {
		if path.Ext(f.Path) == ".css" && len(f.Content) > mostStyle {
			t.Errorf("%s has %d bytes, more than %d", f.Path, len(f.Content), mostStyle)
		}
		if ext := path.Ext(f.Path); path.Dir(f.Path) == "assets" && (ext == ".css" || ext == ".svg") {
			shared += compressed(t, f.Content)
		}
	}
	for _, f := range out.Files {
		if path.Ext(f.Path) != ".html" {
			continue
		}
		weight := shared + compressed(t, f.Content)
		if weight > mostPage {
			t.Errorf("%s has %d bytes to fetch, more than %d", f.Path, weight, mostPage)
		}
		heaviest = max(heaviest, weight)
	}
	return heaviest
}

// compressed gives how many bytes of content travel.
func compressed(t testing.TB, content []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// publish writes a site to a folder of the test's own.
func publish(t testing.TB, out *site.Output) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, f := range out.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// One page of each kind. What Lighthouse says of the performance also depends on
// the computer, so that is only told: make lighthouse shows it.
func TestTheExampleInLighthouse(t *testing.T) {
	t.Parallel()
	set, _ := example(t)
	s := browsertest.Serve(t, publish(t, render(t, site.Input{Set: set, Day: today})), "/", browsertest.StrictPolicy)
	for _, page := range []string{
		"index.html", "notices/cumbria/active-cumbria.html", "organisations/cornwall-council.html", "sharing.html", "search.html",
	} {
		scores := browsertest.Lighthouse(t, s.URL(page))
		t.Logf("%s: %s", page, scores)
		if scores.Accessibility != 100 || scores.BestPractices != 100 || scores.SEO != 100 {
			if page == "search.html" && strings.Join(scores.Lost, "") == "seo: is-crawlable: Page is blocked from indexing" {
				continue // search engines are to lead to the notices, not to our search
			}
			t.Errorf("%s: %s\n%s", page, scores, strings.Join(scores.Lost, "\n"))
		}
	}
}
