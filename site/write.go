package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
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
// folder that is not empty and not its own, for a link, and for a folder that
// holds the sources, the user's home or the whole disk.
func Write(o *Output, dir string, sources ...string) (Written, error) {
	root, err := openTarget(dir, sources)
	if err != nil {
		return Written{}, err
	}
	defer root.Close()
	before, ours, err := readManifest(root)
	if err != nil {
		return Written{}, err
	}
	w := &writer{root: root, before: before, after: newManifest(o)}
	if err := w.refuse(o, ours); err != nil {
		return Written{}, err
	}
	if err := w.write(o); err != nil {
		return w.done, fmt.Errorf("publish to %s: %w", dir, err)
	}
	return w.done, nil
}

// writer is one run of Write.
type writer struct {
	root          *os.Root
	before, after manifest
	done          Written
}

// write goes in an order that is safe to be cut short: the style sheet before the
// pages that need it, deletions last, the manifest around it all.
func (w *writer) write(o *Output) error {
	if !maps.Equal(w.before.Files, w.after.Files) {
		if err := w.putManifest(w.after.with(w.before)); err != nil {
			return err
		}
	}
	for _, f := range o.Files {
		if err := w.put(f); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.before.Files)) {
		if _, still := w.after.Files[name]; !still {
			if err := w.remove(name); err != nil {
				return err
			}
		}
	}
	return w.putManifest(w.after)
}

func (w *writer) put(f File) error {
	there, err := w.root.ReadFile(f.Path)
	switch {
	case err == nil && bytes.Equal(there, f.Content):
		w.done.Unchanged++
		return nil
	case err == nil:
		if sum, known := w.before.Files[f.Path]; known && sum != digest(there) {
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
	beside := path.Join(path.Dir(name), ".new-"+path.Base(name))
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
	f, err := w.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Sync(), f.Close())
}

// remove deletes a file that an earlier run wrote, and folders that are empty
// then. A file that somebody edited since is kept.
func (w *writer) remove(name string) error {
	there, err := w.root.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if w.before.Files[name] != digest(there) {
		w.done.Kept = append(w.done.Kept, name)
		return nil
	}
	if err := w.root.Remove(name); err != nil {
		return err
	}
	w.done.Deleted = append(w.done.Deleted, name)
	for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
		if w.root.Remove(folder) != nil {
			break // it is not empty
		}
	}
	return nil
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

// refuse looks at everything that will be touched before anything is: whether
// the folder is ours, whether every path is a safe one, whether no link leads
// elsewhere.
func (w *writer) refuse(o *Output, ours bool) error {
	if !ours {
		if err := w.refuseForeign(); err != nil {
			return err
		}
	}
	paths := slices.Collect(maps.Keys(w.before.Files))
	for _, f := range o.Files {
		paths = append(paths, f.Path)
	}
	slices.Sort(paths)
	for _, name := range paths {
		if !fs.ValidPath(name) || name == "." || strings.ContainsAny(name, "\\:") {
			return fmt.Errorf("%w: %q cannot be the name of a page", ErrRefused, name)
		}
		if err := w.refuseLinks(name); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) refuseForeign() error {
	entries, err := fs.ReadDir(w.root.FS(), ".")
	if err != nil {
		return fmt.Errorf("look into the folder: %w", err)
	}
	if len(entries) > 0 {
		return fmt.Errorf("%w: it holds files that this program did not write, such as %s. Choose an empty folder, or a new one", ErrRefused, entries[0].Name())
	}
	return nil
}

// refuseLinks refuses a path with a symbolic link anywhere on the way.
func (w *writer) refuseLinks(name string) error {
	for p := name; p != "."; p = path.Dir(p) {
		info, err := w.root.Lstat(p)
		if err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return fmt.Errorf("%w: %s in it is a link to another place", ErrRefused, p)
		}
	}
	return nil
}
