package inherit_test

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
)

var update = flag.Bool("update", false, "write what is found into the test cases")

// TestCases runs every testdata/*.txtar: a site, and in the file "want" what its
// other languages say, and the findings. Run with -update to write that down anew,
// and read the difference.
func TestCases(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no test cases: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want := &archive.Files[len(archive.Files)-1]
			got := sayings(t, archive)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// sayings loads a site and prints what its other languages say.
func sayings(t *testing.T, archive *txtar.Archive) string {
	t.Helper()
	read, err := load.Load(siteOf(archive))
	if err != nil || len(read.Findings) > 0 {
		t.Fatalf("load: findings %v, error %v", read.Findings, err)
	}
	set, findings := inherit.Resolve(read.Corpus)
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s: %s: %s\n    > %s\n", f.Pos, f.Rule, f.Message, f.Fix)
	}
	for _, lang := range slices.Sorted(maps.Keys(set.Shared)) {
		shared := set.Shared[lang]
		say(&b, lang+" site", reflect.ValueOf(shared.Site))
		for _, id := range slices.Sorted(maps.Keys(shared.Organisations)) {
			say(&b, lang+" "+id, reflect.ValueOf(shared.Organisations[id]))
		}
		for _, id := range slices.Sorted(maps.Keys(shared.Blocks)) {
			say(&b, lang+" "+id, reflect.ValueOf(shared.Blocks[id]))
		}
		for _, g := range shared.Glossary {
			say(&b, lang+" "+g.Anchor(), reflect.ValueOf(g))
		}
		for _, c := range set.Notices {
			say(&b, lang+" "+c.ID.Value, reflect.ValueOf(c.Translations[lang]))
		}
	}
	return b.String()
}

func siteOf(archive *txtar.Archive) fs.FS {
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		if f.Name != "want" {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return fsys
}

// say prints the texts and addresses below v, a line each, with their language
// where they name one.
func say(b *strings.Builder, path string, v reflect.Value) {
	line := func(words, lang string, pos notices.Pos) {
		if words != "" {
			fmt.Fprintf(b, "%s: %s [%s] %s:%d\n", path, strings.TrimSpace(words), lang, filepath.Base(pos.File), pos.Line)
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			say(b, path, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			say(b, fmt.Sprintf("%s %d", path, i+1), v.Index(i))
		}
	case reflect.Struct:
		switch value := v.Interface().(type) {
		case notices.Text:
			line(value.Value, value.Lang, value.Pos)
		case notices.Markdown:
			line(value.Source, value.Lang, value.Pos)
		case notices.URL:
			line(value.Value, "", value.Pos)
		case notices.Term:
			line(value.Value, "", value.Pos)
		case notices.Date, notices.Period, notices.Pos:
		default:
			for i := range v.NumField() {
				name := notices.Key(v.Type().Field(i).Name)
				if name == "items" || name == "processing" {
					name = ""
				}
				say(b, strings.TrimSpace(path+" "+name), v.Field(i))
			}
		}
	}
}
