// Package settest makes sets of complete notices for the tests of other packages.
//
// It takes content files, such as those of a txtar archive, and gives what the packages
// load and inherit make of them. A file that cannot be read as it is meant ends the
// test. It is for tests only.
package settest

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
)

// Of gives the complete notices of a site, of which fsys is the root.
func Of(tb testing.TB, fsys fs.FS) *notices.Set {
	tb.Helper()
	read, err := load.Load(fsys)
	if err != nil {
		tb.Fatal(err)
	}
	for _, f := range read.Findings {
		if f.Severity == notices.Error {
			text, _ := fs.ReadFile(fsys, f.Pos.File)
			tb.Fatalf("%s: %s\n%s", f.Pos, f.Message, text)
		}
	}
	set, _ := inherit.Resolve(read.Corpus)
	return set
}

// Archive reads a txtar archive.
func Archive(tb testing.TB, file string) *txtar.Archive {
	tb.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	return archive
}

// Files gives the content files of an archive as the root of a site. What lies outside
// of its folder content, such as what a test expects, is left out.
func Files(archive *txtar.Archive) fstest.MapFS {
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "content/") {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return files
}
