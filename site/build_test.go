package site_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/site"
)

// A site that is built as it is published is the one that is made as a whole, file by
// file, and so is what was done.
func TestASiteIsBuiltAsItIsMadeAsAWhole(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*site.Input){
		"as it is":   func(*site.Input) {},
		"as a draft": func(in *site.Input) { in.Draft = true },
		"own layouts": func(in *site.Input) {
			in.Overrides = fstest.MapFS{"partials/a.css": {Data: []byte("p { color: #000; }")}}
		},
		"many notices": func(in *site.Input) {
			one := *in.Set.Notices[0]
			for i := range 150 {
				c := one
				c.ID.Value += "-" + string(rune('a'+i%26)) + string(rune('a'+i/26))
				in.Set.Notices = append(in.Set.Notices, &c)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := input()
			change(&in)
			whole, built := site.Target{Dir: filepath.Join(t.TempDir(), "public")}, site.Target{Dir: filepath.Join(t.TempDir(), "public")}
			for range 2 { // the second time nothing changes
				output, want, err := site.Render(faced(in))
				if err != nil || output == nil {
					t.Fatal(err, want)
				}
				written, err := site.Publish(t.Context(), output, whole)
				if err != nil {
					t.Fatal(err)
				}
				var told []notices.Finding
				got, findings, err := site.Build(t.Context(), faced(in), built, func(list []notices.Finding) error {
					told = list
					return nil
				})
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(written, got.Written); diff != "" {
					t.Errorf("what was done (-whole +built):\n%s", diff)
				}
				if diff := cmp.Diff([][]notices.Finding{want, want}, [][]notices.Finding{findings, told}); diff != "" {
					t.Errorf("findings (-whole +built, told):\n%s", diff)
				}
				size := int64(0)
				for _, f := range output.Files {
					size += int64(len(f.Content))
				}
				if got.Files != len(output.Files) || got.Size != size || got.Pages == 0 {
					t.Errorf("%d files, %d bytes, want %d and %d", got.Files, got.Size, len(output.Files), size)
				}
			}
			if diff := cmp.Diff(filesIn(t, whole.Dir), filesIn(t, built.Dir)); diff != "" {
				t.Errorf("(-whole +built):\n%s", diff)
			}
		})
	}
}

func filesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		files[rel] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Nothing is published of a site with a mistake in it, and all that is wrong is told.
func TestNothingIsBuiltWithAMistake(t *testing.T) {
	t.Parallel()
	stop := errors.New("the reports cannot be written")
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	for name, c := range map[string]struct {
		change func(*site.Input)
		ctx    context.Context
		ready  error
		want   error
	}{
		"two pages with one address": {change: func(in *site.Input) {
			c := in.Set.Notices[0]
			c.Aliases = append(c.Aliases, notices.URL{Value: "/notices/" + in.Set.Notices[1].ID.Value + ".html"})
		}},
		"a layout that cannot be read": {change: func(in *site.Input) { in.Overrides = fstest.MapFS{"layouts/home.html": {Data: []byte("{{if}}")}} }},
		"a page that loads from elsewhere": {change: func(in *site.Input) {
			in.Overrides = fstest.MapFS{"partials/bottom.html": {Data: []byte(`<img src="https://elsewhere.example/a.png" alt="">`)}}
		}},
		"a style that does": {change: func(in *site.Input) {
			in.Overrides = fstest.MapFS{"partials/a.css": {Data: []byte(`p { background: url(https://elsewhere.example/a.png); }`)}}
		}},
		"reports that cannot be written": {ready: stop, want: stop},
		"a build that is stopped":        {ctx: stopped, want: context.Canceled},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in, around, ctx := input(), t.TempDir(), t.Context()
			to := site.Target{Dir: filepath.Join(around, "public")}
			if _, _, err := site.Build(ctx, faced(in), to, func([]notices.Finding) error { return nil }); err != nil {
				t.Fatal(err)
			}
			before := filesIn(t, around)
			in = input()
			if c.change != nil {
				c.change(&in)
			}
			in.Set.Notices[0].Title.Value += " anew"
			if c.ctx != nil {
				ctx = c.ctx
			}
			built, findings, err := site.Build(ctx, faced(in), to, func([]notices.Finding) error { return c.ready })
			if built != nil && err == nil || !errors.Is(err, c.want) {
				t.Fatalf("got %v, error %v, want %v", built != nil, err, c.want)
			}
			if c.want == nil {
				_, want, err := site.Render(faced(in))
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, findings); diff != "" || len(want) == 0 {
					t.Errorf("findings (-want +got):\n%s", diff)
				}
			}
			if diff := cmp.Diff(before, filesIn(t, around)); diff != "" {
				t.Errorf("(-before +after):\n%s", diff)
			}
		})
	}
}
