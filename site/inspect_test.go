package site_test

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

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
		"link of a notice that leads nowhere": func(in *site.Input) {
			c := in.Set.Notices[0]
			c.Documents = append(c.Documents, notices.RelatedDocument{Title: notices.Text{Value: "A"}, Link: deadLink(c.Pos.File)})
		},
		"link of a body that leads nowhere": func(in *site.Input) {
			for _, o := range in.Set.Organisations {
				o.Website = deadLink(o.Pos.File)
			}
		},
		"nothing wrong with a link": func(in *site.Input) {
			c := in.Set.Notices[0]
			c.Documents = append(c.Documents, notices.RelatedDocument{Title: notices.Text{Value: "A"}, Link: notices.URL{Value: "/index.html", Pos: c.Pos}})
		},
		"two pages across notices with the address of another": func(in *site.Input) {
			in.Set.Notices[0].Aliases = append(in.Set.Notices[0].Aliases, notices.URL{Value: "/sharing.html", Pos: in.Set.Notices[0].Pos})
			in.Set.Corpus.Site.Redirects = append(in.Set.Corpus.Site.Redirects, notices.Redirect{From: notices.URL{Value: "/How-long.csv/old.html"}, To: notices.URL{Value: "/index.html"}})
		},
		"search with the address of another": func(in *site.Input) {
			manyServices(in)
			in.Set.Corpus.Site.Redirects = append(in.Set.Corpus.Site.Redirects, notices.Redirect{From: notices.URL{Value: "/search.html"}, To: notices.URL{Value: "/index.html"}})
		},
		"nothing wrong with links to pages across notices": func(in *site.Input) {
			in.Set.Corpus.Site.Redirects = append(in.Set.Corpus.Site.Redirects,
				notices.Redirect{From: notices.URL{Value: "/old.html"}, To: notices.URL{Value: "/sharing.html"}}, notices.Redirect{From: notices.URL{Value: "/older.html"}, To: notices.URL{Value: "/%64ata.html"}})
			c := in.Set.Notices[0]
			c.Documents = append(c.Documents, notices.RelatedDocument{Title: notices.Text{Value: "A"}, Link: notices.URL{Value: "/why.html", Pos: c.Pos}})
		},
		"links to pages across notices that there are not": func(in *site.Input) {
			in.Set.Corpus.Site.Redirects = append(in.Set.Corpus.Site.Redirects, notices.Redirect{From: notices.URL{Value: "/old.html"}, To: notices.URL{Value: "/sharing-2.html"}})
			for _, o := range in.Set.Organisations {
				o.PrivacyNotice = notices.URL{Value: "/data-2.html", Pos: o.Pos}
			}
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
			_, want, err := site.Render(faced(in))
			if err != nil {
				t.Fatal(err)
			}
			for how, find := range map[string]func(site.Input) ([]notices.Finding, error){"inspect": site.Inspect, "build": foundByBuilding(t)} {
				got, err := find(faced(in))
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("(-render +%s):\n%s", how, diff)
				}
			}
			if strings.HasPrefix(name, "nothing wrong") != (len(want) == 0) {
				t.Errorf("found: %v", want)
			}
		})
	}
}

func foundByBuilding(t *testing.T) func(site.Input) ([]notices.Finding, error) {
	return func(in site.Input) ([]notices.Finding, error) {
		_, found, err := site.Build(t.Context(), in, site.Target{Dir: filepath.Join(t.TempDir(), "public")}, func([]notices.Finding) error { return nil })
		return found, err
	}
}

// manyServices has a notice speak for so many services that people can search them.
func manyServices(in *site.Input) {
	c := in.Set.Notices[0]
	for _, name := range []string{"Allotments", "Bins", "Cemeteries", "Dogs", "Elections", "Fairs", "Gulls", "Hedges"} {
		c.Covers = append(c.Covers, notices.Covered{Name: notices.Text{Value: name}})
	}
}

// The addresses of all pages across notices, and of the search, are known by what they
// begin with.
func TestPagesAcrossNoticesAreKnownByTheirAddresses(t *testing.T) {
	t.Parallel()
	in := input()
	manyServices(&in)
	addresses, err := site.AcrossAddresses(faced(in))
	if err != nil || len(addresses) < 20 {
		t.Fatalf("%q, %v", addresses, err)
	}
	for _, address := range addresses {
		if !site.MayBeAcross(notices.URL{Value: "/" + address}) {
			t.Errorf("%s is not known", address)
		}
	}
}

func deadLink(file string) notices.URL {
	return notices.URL{Value: "nothing-here.md", Pos: notices.Pos{File: file, Line: 2, Col: 3}}
}

// Every address in a notice is looked at, wherever it stands.
func TestInspectLooksAtEveryAddress(t *testing.T) {
	t.Parallel()
	places := addressesIn(t, reflect.TypeFor[notices.Notice](), nil)
	if len(places) < 8 {
		t.Fatalf("only %d places for addresses", len(places))
	}
	for _, place := range places {
		var n notices.Notice
		v := reflect.ValueOf(&n).Elem()
		for _, step := range place {
			switch v = v.Field(step); v.Kind() {
			case reflect.Pointer:
				v.Set(reflect.New(v.Type().Elem()))
				v = v.Elem()
			case reflect.Slice:
				v.Set(reflect.MakeSlice(v.Type(), 1, 1))
				v = v.Index(0)
			}
		}
		v.Set(reflect.ValueOf(deadLink("a.md")))
		if want := n.Aliases == nil; site.NoticeDoubtful(&n) != want {
			t.Errorf("%+v: doubtful %v", place, !want)
		}
	}
}

// addressesIn gives the ways to all addresses in a type, field by field.
func addressesIn(t *testing.T, of reflect.Type, way []int) (ways [][]int) {
	t.Helper()
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
		of = of.Elem()
	}
	if of == reflect.TypeFor[notices.URL]() {
		return [][]int{slices.Clone(way)}
	}
	if of.Kind() != reflect.Struct || of == reflect.TypeFor[time.Time]() {
		return nil
	}
	for i := range of.NumField() {
		if of.Field(i).IsExported() {
			ways = append(ways, addressesIn(t, of.Field(i).Type, append(slices.Clone(way), i))...)
		}
	}
	return ways
}
