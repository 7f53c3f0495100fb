package main

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"notices.example/site"
)

// A build reads nothing outside the folders by which the next one knows whether it is
// the same.
func TestABuildReadsOnlyWhatItIsKnownBy(t *testing.T) {
	t.Parallel()
	read := &reading{FS: os.DirFS("../..")}
	day, err := time.Parse(time.DateOnly, exampleDay)
	if err != nil {
		t.Fatal(err)
	}
	e, err := examineFiles(t.Context(), read, day, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := site.Render(e.pages(true)); err != nil {
		t.Fatal(err)
	}
	folders := (&build{}).folders()
	for _, name := range read.names {
		if !slices.ContainsFunc(folders, func(f string) bool { return name == f || strings.HasPrefix(name, f+"/") }) {
			t.Errorf("it reads %s, outside of %v", name, folders)
		}
	}
	if len(read.names) < 20 {
		t.Errorf("only %d files were read", len(read.names))
	}
}

// reading takes down which files are asked for.
type reading struct {
	fs.FS
	lock  sync.Mutex
	names []string
}

func (r *reading) note(name string) {
	r.lock.Lock()
	defer r.lock.Unlock()
	r.names = append(r.names, path.Clean(name))
}

func (r *reading) Open(name string) (fs.File, error) {
	r.note(name)
	return r.FS.Open(name)
}

func (r *reading) Lstat(name string) (fs.FileInfo, error) {
	r.note(name)
	return fs.Lstat(r.FS, name)
}

func (r *reading) ReadLink(name string) (string, error) {
	r.note(name)
	return fs.ReadLink(r.FS, name)
}
