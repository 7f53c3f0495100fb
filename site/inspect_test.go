package site_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/site"
)

// Looking at a site without making it says all that making it says.
func TestInspectSaysWhatRenderSays(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*site.Input){
		"nothing wrong": func(*site.Input) {},
		"two pages with one address": func(in *site.Input) {
			c := in.Set.Notices[0]
			c.Aliases = append(c.Aliases, notices.URL{Value: "/notices/" + in.Set.Notices[1].ID.Value + ".html"})
		},
		"layout that cannot be read": func(in *site.Input) { in.Overrides = fstest.MapFS{"layouts/home.html": {Data: []byte("{{if}}")}} },
		"layout with a mistake in use": func(in *site.Input) {
			in.Overrides = fstest.MapFS{"layouts/home.html": {Data: []byte(`{{template "partials/top.html" .Page}}<p>{{index .Title.Value 999}}</p>{{template "partials/bottom.html" .Page}}`)}}
		},
		"page that loads from elsewhere": func(in *site.Input) {
			in.Overrides = fstest.MapFS{"partials/bottom.html": {Data: []byte(`<img src="https://elsewhere.example/a.png" alt="">`)}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := input()
			change(&in)
			_, want, err := site.Render(in)
			if err != nil {
				t.Fatal(err)
			}
			got, err := site.Inspect(in)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-render +inspect):\n%s", diff)
			}
			if name != "nothing wrong" && len(got) == 0 {
				t.Error("nothing is found")
			}
		})
	}
}
