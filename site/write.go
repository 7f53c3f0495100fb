package site

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"

	"notices.example/notices"
)

// Written says what Write did, each list in the order of the paths.
type Written struct {
	Changed     []string // new, or with new content
	Deleted     []string // written by an earlier run, and no longer part of the site
	Unchanged   int
	Overwritten []string // of those changed: somebody had edited them by hand
	Kept        []string // no longer part of the site, but edited by hand, so not deleted
}

// Write puts the site into a folder. It makes the folder when there is none,
// writes only files whose content differs, each in one step, and deletes only
// files that its manifest says it wrote. Sources are the folders that the site
// is made from, which must stay apart.
//
// It returns an error that wraps ErrRefused, having changed nothing, for a
// folder that is not empty and not its own, for a link, for somebody else's file
// where a page is to be, and for a folder that holds the sources, the user's home
// or the whole disk.
func Write(o *Output, dir string, sources ...string) (Written, error) {
	root, err := openTarget(dir, sources)
	if err != nil {
		return Written{}, err
	}
	defer root.Close()
	return writeTo(root, o, dir)
}

// writeTo is Write with a folder that is open and may be used.
func writeTo(root disk, o *Output, name string) (Written, error) {
	before, ours, err := readManifest(root)
	if err != nil {
		return Written{}, err
	}
	w := &writer{root: root, before: before, after: newManifest(o)}
	if err := w.refuse(o, ours); err != nil {
		return Written{}, err
	}
	if err := w.write(o); err != nil {
		return w.done, fmt.Errorf("publish to %s: %w", name, err)
	}
	return w.done, nil
}

// disk is what a run does to its folder. An *os.Root is one; the tests have another
// one that breaks.
type disk interface {
	FS() fs.FS
	ReadFile(name string) ([]byte, error)
	Lstat(name string) (fs.FileInfo, error)
	OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error)
	MkdirAll(name string, perm fs.FileMode) error
	Rename(from, to string) error
	Remove(name string) error
}

// writer is one run of Write.
type writer struct {
	root          disk
	before, after manifest
	done          Written
}

// write goes in an order that is safe to be cut short: the style sheet before the
// pages that need it, deletions last, the manifest around it all. Only what is in
// the way of a new page is deleted before it.
func (w *writer) write(o *Output) error {
	if err := w.clear(); err != nil {
		return err
	}
	if !maps.Equal(w.before.Files, w.after.Files) {
		if err := w.putManifest(w.after.with(w.before)); err != nil {
			return err
		}
	}
	last, first := w.outdated()
	if err := w.removeAll(first); err != nil {
		return err
	}
	for _, f := range o.Files {
		if err := w.put(f); err != nil {
			return err
		}
	}
	if err := w.removeAll(last); err != nil {
		return err
	}
	return w.putManifest(w.after)
}

// outdated lists what is no longer part of the site, and apart from it what a new
// page cannot be written beside: the same name in other letters, a page where a
// folder is to be, and the other way round.
func (w *writer) outdated() (names, inTheWay []string) {
	taken := newClaims()
	for name := range w.after.Files {
		_, _ = taken.claim(name, notices.Pos{})
	}
	for _, name := range slices.Sorted(maps.Keys(w.before.Files)) {
		if _, still := w.after.Files[name]; still {
			continue
		}
		if _, clash := taken.blocked(name); clash {
			inTheWay = append(inTheWay, name)
		} else {
			names = append(names, name)
		}
	}
	return names, inTheWay
}

func (w *writer) put(f File) error {
	there, err := w.root.ReadFile(f.Path)
	switch {
	case err == nil && bytes.Equal(there, f.Content):
		w.done.Unchanged++
		return nil
	case err == nil:
		if !w.before.wrote(f.Path, there) {
			w.done.Overwritten = append(w.done.Overwritten, f.Path)
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := w.replace(f.Path, f.Content); err != nil {
		return err
	}
	w.done.Changed = append(w.done.Changed, f.Path)
	return nil
}

// replace writes a file beside its place and then renames it, so that a reader
// finds the old page or the new one, and never half of one.
func (w *writer) replace(name string, content []byte) error {
	if folder := path.Dir(name); folder != "." {
		if err := w.root.MkdirAll(folder, 0o755); err != nil {
			return err
		}
	}
	beside := path.Join(path.Dir(name), unfinishedPrefix+rand.Text())
	if err := w.writeSynced(beside, content); err != nil {
		_ = w.root.Remove(beside)
		return err
	}
	if err := w.root.Rename(beside, name); err != nil {
		_ = w.root.Remove(beside)
		return err
	}
	return nil
}

func (w *writer) writeSynced(name string, content []byte) error {
	f, err := w.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Sync(), f.Close())
}

func (w *writer) removeAll(names []string) error {
	for _, name := range names {
		if err := w.remove(name); err != nil {
			return err
		}
	}
	return nil
}

// remove deletes a file that an earlier run wrote, and folders that are empty
// then. A file that somebody edited since is kept.
func (w *writer) remove(name string) error {
	if w.absent(name) {
		w.removeEmpty(path.Dir(name))
		return nil
	}
	there, err := w.root.ReadFile(name)
	switch {
	case err != nil:
		return err
	case !w.before.wrote(name, there):
		w.done.Kept = append(w.done.Kept, name)
		return nil
	}
	if err := w.root.Remove(name); err != nil {
		return err
	}
	w.done.Deleted = append(w.done.Deleted, name)
	w.removeEmpty(path.Dir(name))
	return nil
}

// absent reports whether there is no file of that name. A run that was cut short
// can have left a folder in its place, or a page where its folder was.
func (w *writer) absent(name string) bool {
	if info, err := w.root.Lstat(name); err == nil {
		return info.IsDir()
	}
	for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
		if info, err := w.root.Lstat(folder); err == nil {
			return !info.IsDir() || w.missing(name)
		}
	}
	return w.missing(name)
}

func (w *writer) missing(name string) bool {
	_, err := w.root.Lstat(name)
	return errors.Is(err, fs.ErrNotExist)
}

// removeEmpty deletes a folder and those above it, as long as they are empty. A
// folder that is not, the disk does not let go.
func (w *writer) removeEmpty(folder string) {
	for ; folder != "."; folder = path.Dir(folder) {
		if err := w.root.Remove(folder); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return
		}
	}
}

func (w *writer) putManifest(m manifest) error {
	content, err := m.bytes()
	if err != nil {
		return err
	}
	if there, err := w.root.ReadFile(manifestName); err == nil && bytes.Equal(there, content) {
		return nil
	}
	return w.replace(manifestName, content)
}
