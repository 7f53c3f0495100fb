package site

import (
	"path"
	"testing"
)

func TestRelativeLinksLeadToTheirTarget(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ from, to, want string }{
		{"index.html", "glossary.html", "glossary.html"},
		{"index.html", "notices/a.html", "notices/a.html"},
		{"notices/a/b.html", "notices/c.html", "../c.html"},
		{"notices/a/b.html", "notices/a/c.html", "c.html"},
		{"notices/a/b.html", "notices/a/b/c.html", "b/c.html"},
		{"notices/a/b.html", "index.html", "../../index.html"},
		{"notices/a/b.html", "notices/a.html", "../a.html"},
	} {
		got := relative(c.from, c.to)
		if got != c.want {
			t.Errorf("from %s to %s: got %s, want %s", c.from, c.to, got, c.want)
		}
		if reached := path.Join(path.Dir(c.from), got); reached != c.to {
			t.Errorf("from %s, %s leads to %s, want %s", c.from, got, reached, c.to)
		}
	}
}

func TestEarlierAddresses(t *testing.T) {
	t.Parallel()
	for earlier, want := range map[string]string{
		"/old":            "old/index.html",
		"/old/":           "old/index.html",
		"/old/page.html":  "old/page.html",
		"old/page.html":   "old/page.html",
		"/../secret.html": "",
		"/a//b.html":      "",
		"/a.css":          "",
		"/_headers":       "",
		"/.git/config":    "",
		"/a%2e.html":      "",
		"/a.html?x=1":     "",
		"https://a/b":     "",
		"/":               "",
	} {
		got, err := siteAddress(earlier)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v, want %q", earlier, got, err, want)
		}
	}
}
