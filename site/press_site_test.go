package site_test

import (
	"bytes"
	"testing"
	"testing/fstest"

	"notices.example/site"
)

// Every page is printed as html/template makes it.
func TestPagesArePrintedAsTheyAreExecuted(t *testing.T) {
	t.Parallel()
	set, _ := example(t)
	for name, in := range map[string]site.Input{
		"fixture":       input(),
		"many":          {Set: many(fixture()), Day: today},
		"example":       {Set: set, Day: today},
		"example draft": {Set: set, Day: today, Draft: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			printed, executed := twoWays(t, in)
			if printed == 0 || executed > 0 {
				t.Errorf("%d pages are printed, and %d cannot be", printed, executed)
			}
		})
	}
}

// A site's own layouts are printed too as far as what they do is known; the pages of the
// others are executed, and those alone.
func TestOwnLayoutsArePrintedAsTheyAreExecuted(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		files fstest.MapFS
		slow  bool
	}{
		"plain":        {files: fstest.MapFS{"layouts/glossary.html": {Data: []byte(`{{template "partials/top.html" .Page}}<h1>{{len .Terms}}</h1>{{range $i, $t := .Terms}}{{if $i}}, {{end}}{{template "partials/text.html" $t.Term}}{{end}}{{template "partials/bottom.html" .Page}}`)}}},
		"a partial":    {files: fstest.MapFS{"partials/kept.html": {Data: []byte(`{{define "mine"}}<b>{{.}}</b>{{end}}{{if .Period}}{{template "mine" .Period}}{{end}}`)}}},
		"a function":   {files: fstest.MapFS{"layouts/glossary.html": {Data: []byte(`{{template "partials/top.html" .Page}}{{printf "%d" (len .Terms)}}{{template "partials/bottom.html" .Page}}`)}}, slow: true},
		"a way out":    {files: fstest.MapFS{"partials/bottom.html": {Data: []byte(`{{range .Footer}}{{.Text.Value}}{{break}}{{end}}`)}}, slow: true},
		"an attribute": {files: fstest.MapFS{"partials/notice-link.html": {Data: []byte(`<li data-x={{.Link.Text.Value}}>x</li>`)}}, slow: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := input()
			in.Overrides = c.files
			printed, executed := twoWays(t, in)
			if c.slow != (executed > 0) || name != "a way out" && printed == 0 {
				t.Errorf("%d pages are printed, and %d cannot be", printed, executed)
			}
		})
	}
}

// twoWays holds the pages that can be printed equal to those that are executed, and
// counts those that can be and cannot.
func twoWays(t *testing.T, in site.Input) (same, executedOnly int) {
	t.Helper()
	err := site.TwoWays(faced(in), func(address string, executed, printed func() ([]byte, error)) error {
		got, err := printed()
		if err != nil {
			executedOnly++
			return nil
		}
		same++
		want, err := executed()
		if !bytes.Equal(got, want) {
			t.Errorf("%s is printed otherwise:\n%s\nwant:\n%s", address, got, want)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	return same, executedOnly
}
