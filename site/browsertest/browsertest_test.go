package browsertest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"notices.example/site/browsertest"
)

const site = "testdata/site"

// laxPolicy lets pages do what they like.
const laxPolicy = "default-src * 'unsafe-inline'"

// One browser serves all tests of pages: starting it takes longer than most.
func TestPagesInABrowser(t *testing.T) {
	t.Parallel()
	b := browsertest.Open(t)
	for _, tt := range []struct {
		name string
		test func(*testing.T, *browsertest.Browser)
	}{
		{"a good page has no faults", goodPage},
		{"faults are found", faultyPages},
		{"faults are found in the view that has them", views},
		{"the words on paper are those of the page", paper},
		{"words that are not on paper are found", closedDetails},
	} {
		t.Run(tt.name, func(t *testing.T) { tt.test(t, b) })
	}
}

func goodPage(t *testing.T, b *browsertest.Browser) {
	s := browsertest.Serve(t, site, "/privacy/", browsertest.StrictPolicy)
	browsertest.Audit(t, b, s.URL("good.html"))
	browsertest.Audit(t, b, browsertest.FileURL(t, site, "good.html"))
	if missing := s.Missing(); len(missing) > 0 {
		t.Errorf("asked for what is not there: %q", missing)
	}
}

// A check that finds nothing anywhere is worth nothing: each has to find the
// fault of the page made for it.
func faultyPages(t *testing.T, b *browsertest.Browser) {
	strict := browsertest.Serve(t, site, "/privacy/", browsertest.StrictPolicy)
	lax := browsertest.Serve(t, site, "/privacy/", laxPolicy)
	tests := []struct {
		name, url string
		view      browsertest.View
		check     func(p *browsertest.Page) []string
		want      string
	}{
		{"words that are too pale", strict.URL("pale.html"), browsertest.Wide, violations, "color-contrast"},
		{"words that are too pale from disk", browsertest.FileURL(t, site, "pale.html"), browsertest.Wide, violations, "color-contrast"},
		{"words that are too pale in the dark", strict.URL("pale-in-the-dark.html"), browsertest.WideDark, violations, "color-contrast"},
		{"a link without a name", strict.URL("unnamed.html"), browsertest.Narrow, violations, "link-name"},
		{"a line that is too wide", strict.URL("wide.html"), browsertest.Narrow, (*browsertest.Page).Overflow, `class="wide"`},
		{"a picture from elsewhere", lax.URL("remote.html"), browsertest.Wide, (*browsertest.Page).ForeignRequests, "https://tracker.example/pixel.png"},
		{"a picture from elsewhere on a page from disk", browsertest.FileURL(t, site, "remote.html"), browsertest.Wide, (*browsertest.Page).ForeignRequests, "https://tracker.example/pixel.png"},
		{"a picture that the policy forbids", strict.URL("remote.html"), browsertest.Wide, (*browsertest.Page).Complaints, "Content Security Policy"},
		{"a script that the policy forbids", strict.URL("script.html"), browsertest.Wide, (*browsertest.Page).Complaints, "Content Security Policy"},
		{"a script that complains", lax.URL("script.html"), browsertest.Wide, (*browsertest.Page).Complaints, "no"},
		{"a picture that is not there", lax.URL("broken-link.html"), browsertest.Wide, (*browsertest.Page).Complaints, "lost.png"},
		{"a cookie", lax.URL("script.html"), browsertest.Wide, (*browsertest.Page).Stored, "the cookie seen"},
		{"a link without a ring", strict.URL("hard-to-walk.html"), browsertest.Wide, (*browsertest.Page).Walk, "where they are good.html has no outline"},
		{"a ring that is cut off", strict.URL("hard-to-walk.html"), browsertest.Wide, (*browsertest.Page).Walk, "has its outline cut off by"},
		{"a link out of order", strict.URL("hard-to-walk.html"), browsertest.Wide, (*browsertest.Page).Walk, "the way ends before Out of order"},
		{"no link that skips", strict.URL("hard-to-walk.html"), browsertest.Wide, unskipped, "nothing to skip by"},
		{"no room for wider words", strict.URL("hard-to-walk.html"), browsertest.Wide, spaced, "cuts off its words"},
		{"words that move", lax.URL("moving.html"), browsertest.Wide, (*browsertest.Page).Shifts, "<main>"},
		{"local storage", lax.URL("script.html"), browsertest.Wide, (*browsertest.Page).Stored, "local storage"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := b.Visit(t, tt.url, tt.view)
			defer p.Close()
			found := tt.check(p)
			if !strings.Contains(strings.Join(found, "\n"), tt.want) {
				t.Errorf("found %q, want %q", found, tt.want)
			}
		})
	}
	if missing := strings.Join(lax.Missing(), " "); !strings.Contains(missing, "/privacy/lost.png") {
		t.Errorf("the server missed %q, want /privacy/lost.png", missing)
	}
}

func views(t *testing.T, b *browsertest.Browser) {
	s := browsertest.Serve(t, site, "/privacy/", browsertest.StrictPolicy)
	if found := b.Visit(t, s.URL("wide.html"), browsertest.Wide).Overflow(); len(found) > 0 {
		t.Errorf("the wide page does not fit a wide window: %q", found)
	}
	if found := violations(b.Visit(t, s.URL("pale-in-the-dark.html"), browsertest.Wide)); len(found) > 0 {
		t.Errorf("the page that is pale in the dark is pale in the light: %q", found)
	}
	if found := b.Visit(t, s.URL("good.html"), browsertest.Wide).Stored(); len(found) > 0 {
		t.Errorf("a page has what another one stored: %q", found)
	}
}

func spaced(p *browsertest.Page) []string { return p.Bear(browsertest.Spaced) }

func unskipped(p *browsertest.Page) []string {
	if p.Skips() {
		return nil
	}
	return []string{"nothing to skip by"}
}

func violations(p *browsertest.Page) []string {
	var found []string
	for _, v := range p.Violations() {
		found = append(found, v.String())
	}
	return found
}

func TestMarkup(t *testing.T) {
	t.Parallel()
	faults := strings.Join(browsertest.MarkupFaults(t, site), "\n")
	for _, want := range []string{"bad-markup.html:", "no-dup-id", "no-inline-style", "close-order"} {
		if !strings.Contains(faults, want) {
			t.Errorf("no %s in\n%s", want, faults)
		}
	}
	if strings.Contains(faults, "good.html") {
		t.Errorf("the good page has faults:\n%s", faults)
	}
}

func paper(t *testing.T, b *browsertest.Browser) {
	p := b.Visit(t, browsertest.FileURL(t, site, "good.html"), browsertest.Narrow)
	printed := p.Printed()
	for _, want := range []string{"A good page", "We keep your name for 2 years. Find the first officer. Ŵyr."} {
		if !strings.Contains(printed, want) {
			t.Errorf("the printed page has no %q:\n%s", want, printed)
		}
	}
}

func closedDetails(t *testing.T, b *browsertest.Browser) {
	p := b.Visit(t, browsertest.FileURL(t, site, "closed.html"), browsertest.Wide)
	found := p.Unprinted()
	if len(found) != 1 || found[0] != "Nobody reads this on paper." {
		t.Errorf("found %q", found)
	}
}

func TestPages(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, content := range map[string]string{
		"b.html": "b", "a.html": "a", "a/c.html": "c", "a/d.css": "d",
		"old.html": `<meta http-equiv="refresh" content="0;url=a.html">`,
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(browsertest.Pages(t, dir), " "); got != "a/c.html a.html b.html" {
		t.Errorf("got %s", got)
	}
}
