package tidy_test

import (
	"path"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices"
	"notices.example/notices/load"
	"notices.example/notices/tidy"
)

// FuzzText holds any text in any kind of file to this: no panic, it is left as it is or
// stays in order, and load makes the same of it, also when its short forms are in full.
func FuzzText(f *testing.F) {
	for _, pattern := range []string{"testdata/*.txtar", "../load/testdata/*.txtar"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			f.Fatalf("nothing is at %s: %v", pattern, err)
		}
		for _, name := range names {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				f.Fatal(err)
			}
			for _, file := range ar.Files {
				f.Add(string(file.Data))
			}
		}
	}
	f.Add("- a: |+\n    x\n\n\n  b: \"y\"\n-\n  - c: 'z'\n    - d\r\n")
	f.Add("title: \"a\n  # b\"\nlaw: uk # c\n\n\n# d\nbrand:\n\n  # e\n\n  accent: '#fff'\n  colour: \"#000\"")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			t.Skip()
		}
		for _, file := range []string{"content/notices/a.md", "content/organisations/b.yaml", "content/glossary.yaml", "content/site.yaml"} {
			kind, _ := load.KindOf(file)
			site := withSite(fstest.MapFS{file: &fstest.MapFile{Data: []byte(text)}})
			before := mustLoad(t, site)
			if unread(before, file) {
				inOrder(t, file, kind, text)
				continue
			}
			after := withSite(fstest.MapFS{file: &fstest.MapFile{Data: []byte(inOrder(t, file, kind, text))}})
			holdSame(t, file, before, after)
			if len(before.Findings) > 0 {
				_, _ = tidy.InFull(kind, path.Ext(file) == ".md", text) // it does not panic
				continue
			}
			full, err := tidy.InFull(kind, path.Ext(file) == ".md", text)
			if err == nil {
				holdSame(t, file, before, withSite(fstest.MapFS{file: &fstest.MapFile{Data: []byte(full)}}))
			}
		}
	})
}

func mustLoad(t *testing.T, site fstest.MapFS) *load.Result {
	t.Helper()
	r, err := load.Load(site)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func unread(r *load.Result, file string) bool {
	return slices.ContainsFunc(r.Corpus.Unread, func(u notices.ContentFile) bool { return u.Path == file })
}
