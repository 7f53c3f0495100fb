package site_test

import (
	"net/url"
	"os"
	"strings"
	"testing"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/site"
)

// example reads the site in content/, and the path that it is published below.
func example(t testing.TB) (set *notices.Set, base string) {
	t.Helper()
	read, err := load.Load(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	set, _ = inherit.Resolve(read.Corpus)
	address, err := url.Parse(read.Corpus.Site.BaseURL.Value)
	if err != nil {
		t.Fatal(err)
	}
	return set, strings.TrimSuffix(address.Path, "/") + "/"
}

// TestTheExampleSite holds the site in content/ to what every page must be.
func TestTheExampleSite(t *testing.T) {
	t.Parallel()
	set, base := example(t)
	for _, draft := range []bool{false, true} {
		out := render(t, site.Input{Set: set, Day: today, Draft: draft})
		checkPages(t, out, base)
		checkForms(t, out)
		t.Logf("the heaviest page has %d bytes", checkWeight(t, out))
		for _, f := range out.Files {
			if isTwin(f.Path) {
				checkTwin(t, out, f.Path)
			}
		}
	}
}
