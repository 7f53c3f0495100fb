package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"sync"
)

// folders is the file tree of a site, for one run. A folder that something was read in
// stays open, so that the system has not to go down from the site's root for each of
// thousands of files. What it gives is what the root gives.
type folders struct {
	rootFS
	root  *os.Root
	mutex sync.Mutex
	open  map[string]*os.Root // by path; nil when it could not be opened
}

// rootFS is what the file tree of a root can do.
type rootFS interface {
	fs.FS
	fs.ReadDirFS
	fs.ReadFileFS
	fs.StatFS
	fs.ReadLinkFS
}

// mostFolders is how many folders stay open: the system gives a program only so many.
const mostFolders = 64

func newFolders(root *os.Root) *folders {
	return &folders{rootFS: root.FS().(rootFS), root: root, open: map[string]*os.Root{}}
}

// Open opens a file. Whatever is not plain to do in its folder the root does.
func (f *folders) Open(name string) (fs.File, error) {
	if below := path.Dir(name); below != "." && fs.ValidPath(name) {
		if in := f.folder(below); in != nil {
			if file, err := in.Open(path.Base(name)); err == nil {
				return file, nil
			}
		}
	}
	return f.rootFS.Open(name)
}

func (f *folders) folder(name string) *os.Root {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	in, known := f.open[name]
	if !known && len(f.open) < mostFolders {
		in, _ = f.root.OpenRoot(name) // why it cannot be opened the root will say
		f.open[name] = in
	}
	return in
}

// Close closes all folders, and the root.
func (f *folders) Close() error {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	var errs []error
	for _, in := range f.open {
		if in != nil {
			errs = append(errs, in.Close())
		}
	}
	f.open = nil
	return errors.Join(append(errs, f.root.Close())...)
}
