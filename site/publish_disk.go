package site

import (
	"io/fs"
	"os"
)

// disk is what a run does to a folder. An openFolder is one; the tests have another
// one that breaks. Every path is below the folder, with forward slashes, and no
// link leads out of it.
type disk interface {
	FS() fs.FS
	ReadFile(name string) ([]byte, error)
	Lstat(name string) (fs.FileInfo, error)
	OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error)
	Mkdir(name string, perm fs.FileMode) error
	MkdirAll(name string, perm fs.FileMode) error
	Link(from, to string) error
	Rename(from, to string) error
	Remove(name string) error
	RemoveAll(name string) error
	Close() error

	// Within opens a folder in it.
	Within(folder string) (disk, error)
	// Exchange gives each of two folders in it the name of the other, in one step.
	Exchange(a, b string) error
	// Resemble gives the second of two folders in it the owner, the rights and the
	// labels of the first.
	Resemble(model, folder string) error
	// Settle returns when these files and folders are safe from a power cut.
	Settle(names ...string) error
}

// openFolder is a folder of a real disk. What differs between systems is in the
// files that are named for them.
type openFolder struct{ *os.Root }

// Within opens a folder in it.
func (f openFolder) Within(folder string) (disk, error) {
	root, err := f.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	return openFolder{root}, nil
}

// writeNew writes a file that is not there yet.
func writeNew(d disk, name string, content []byte) error {
	f, err := d.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil {
		err = settleFile(f)
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
