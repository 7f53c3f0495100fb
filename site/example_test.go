package site_test

import (
	"net/url"
	"os"
	"path"
	"strings"
	"testing"

	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/site"
)

// TestTheExampleSite holds the site in content/ to what every page must be.
func TestTheExampleSite(t *testing.T) {
	t.Parallel()
	read, err := load.Load(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	set, _ := inherit.Resolve(read.Corpus)
	base, err := url.Parse(read.Corpus.Site.BaseURL.Value)
	if err != nil {
		t.Fatal(err)
	}
	for _, draft := range []bool{false, true} {
		out := render(t, site.Input{Set: set, Day: today, Draft: draft})
		checkPages(t, out, strings.TrimSuffix(base.Path, "/")+"/")
		checkForms(t, out)
		for _, f := range out.Files {
			if path.Ext(f.Path) == ".json" {
				checkTwin(t, out, f.Path)
			}
		}
	}
}
