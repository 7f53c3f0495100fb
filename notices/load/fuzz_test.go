package load

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// FuzzLoad holds any text in any kind of file to this: no panic, and every
// finding at a place that exists, with a rule that is documented.
func FuzzLoad(f *testing.F) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			f.Add(string(file.Data))
		}
	}
	for _, r := range Rules() {
		f.Add(r.Bad)
		f.Add(r.Good)
	}
	f.Add(full)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			t.Skip()
		}
		checkPlaces(t, mustLoad(t, siteOf(map[string]string{
			"content/notices/a.md": text, "content/notices/b.yaml": text, "content/organisations/c.yaml": text,
			"content/glossary.yaml": text, "content/site.yaml": text,
		})))
	})
}

func BenchmarkLoadNotice(b *testing.B) {
	fsys := siteOf(map[string]string{"content/notices/parking.md": full})
	b.SetBytes(int64(len(full)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(fsys); err != nil {
			b.Fatal(err)
		}
	}
}
