package site_test

import (
	"path"
	"strings"
	"testing"

	"notices.example/site"
)

// All pages are made smaller quickly but for those that hold the search.
func TestPagesAreMadeSmallerQuickly(t *testing.T) {
	t.Parallel()
	set, _ := example(t)
	for _, in := range []site.Input{input(), {Set: set, Day: today}} {
		whole, err := site.Unminified(faced(in))
		if err != nil {
			t.Fatal(err)
		}
		for name, page := range whole {
			searches := strings.Contains(string(page), "<form")
			if quick := site.MinifyQuickly(t, page); quick == searches {
				t.Errorf("%s: made smaller quickly: %v", name, quick)
			}
		}
	}
}

// All pages are read quickly but for those that hold the search.
func TestPagesAreReadQuickly(t *testing.T) {
	t.Parallel()
	set, _ := example(t)
	for _, in := range []site.Input{input(), {Set: set, Day: today}} {
		for _, f := range render(t, in).Files {
			if path.Ext(f.Path) != ".html" {
				continue
			}
			searches := strings.Contains(string(f.Content), "<form")
			if quick := site.ReadQuickly(t, f.Content); quick == searches {
				t.Errorf("%s: read quickly: %v", f.Path, quick)
			}
		}
	}
}

// The other forms of a page do not tell how it was read.
func TestOtherFormsAreTheSameHoweverAPageIsRead(t *testing.T) {
	t.Parallel()
	set, _ := example(t)
	for _, in := range []site.Input{input(), {Set: set, Day: today}} {
		if site.FormsTwoWays(t, faced(in)) == 0 {
			t.Error("no page has other forms")
		}
	}
}
