package site

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// refuse looks at everything that will be touched before anything is: whether
// the folder is ours, whether every path is a safe one, whether no link leads
// elsewhere, whether nobody else's file is in the way.
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
	for _, name := range slices.Compact(paths) {
		if !fs.ValidPath(name) || name == "." || strings.ContainsAny(name, "\\:") {
			return fmt.Errorf("%w: %q cannot be the name of a page", ErrRefused, name)
		}
		if err := w.refuseLinks(name); err != nil {
			return err
		}
	}
	for _, f := range o.Files {
		if err := w.refuseOccupied(f); err != nil {
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
	for _, entry := range entries {
		if !isUnfinished(entry) {
			return fmt.Errorf("%w: it holds files that this program did not write, such as %s. Choose an empty folder, or a new one", ErrRefused, entry.Name())
		}
	}
	return nil
}

// refuseLinks refuses a path with a symbolic link anywhere on the way, and one
// that ends at something that is neither a file nor nothing.
func (w *writer) refuseLinks(name string) error {
	for p := name; p != "."; p = path.Dir(p) {
		info, err := w.root.Lstat(p)
		switch {
		case err != nil:
			continue // nothing is there, or a page is where a folder is to be
		case info.Mode()&fs.ModeSymlink != 0:
			return fmt.Errorf("%w: %s in it is a link to another place", ErrRefused, p)
		case !info.IsDir() && !info.Mode().IsRegular():
			return fmt.Errorf("%w: %s in it is neither a file nor a folder", ErrRefused, p)
		}
	}
	return nil
}

// refuseOccupied refuses to write where a file or folder is that no earlier run
// wrote, unless it is a file with just what would be written.
func (w *writer) refuseOccupied(f File) error {
	if _, listed := w.before.Files[f.Path]; listed && !w.holdsFolder(f.Path) {
		return nil
	}
	for p := f.Path; p != "."; p = path.Dir(p) {
		info, err := w.root.Lstat(p)
		if err != nil || info.IsDir() && p != f.Path {
			continue
		}
		if info.IsDir() && w.holdsOnlyOurs(p) {
			continue
		}
		if info.IsDir() {
			return fmt.Errorf("%w: there is a folder %s in it, where a page is to be. Rename the folder, or delete it", ErrRefused, p)
		}
		there, err := w.root.ReadFile(p)
		if err != nil {
			return fmt.Errorf("read %s: %w", p, err)
		}
		if !w.wroteSpelling(p, there) && (p != f.Path || !bytes.Equal(there, f.Content)) {
			return fmt.Errorf("%w: this program did not write the file %s in it, and a page is to be there. Move the file to another place, or delete it", ErrRefused, p)
		}
	}
	return nil
}

func (w *writer) holdsFolder(name string) bool {
	info, err := w.root.Lstat(name)
	return err == nil && info.IsDir()
}

// wroteSpelling is like wrote, for a disk on which capital letters make no
// difference.
func (w *writer) wroteSpelling(name string, content []byte) bool {
	for other := range w.before.Files {
		if addressKey(other) == addressKey(name) && w.before.wrote(other, content) {
			return true
		}
	}
	return false
}

// holdsOnlyOurs reports whether a folder is there for files that are listed, and
// holds no others, so that it goes with them.
func (w *writer) holdsOnlyOurs(folder string) bool {
	within := func(name string) bool { return strings.HasPrefix(name, folder+"/") }
	if !slices.ContainsFunc(slices.Collect(maps.Keys(w.before.Files)), within) {
		return false
	}
	err := fs.WalkDir(w.root.FS(), folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || isUnfinished(d) {
			return err
		}
		there, err := w.root.ReadFile(name)
		if err == nil && !w.before.wrote(name, there) {
			err = errTaken
		}
		return err
	})
	return err == nil
}

// unfinishedPrefix begins the names of files that are being written.
const unfinishedPrefix = ".new-"

// unfinishedName is the whole of such a name: what rand.Text gives follows.
var unfinishedName = regexp.MustCompile(`^\.new-[A-Z2-7]{26}$`)

// isUnfinished reports whether a run that was cut short left the file behind.
func isUnfinished(entry fs.DirEntry) bool {
	return entry.Type().IsRegular() && unfinishedName.MatchString(entry.Name())
}

// clear deletes what runs that were cut short left behind, in the folders that
// have or get pages.
func (w *writer) clear() error {
	folders := map[string]bool{".": true}
	for _, files := range []map[string]string{w.before.Files, w.after.Files} {
		for name := range files {
			for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
				folders[folder] = true
			}
		}
	}
	for _, folder := range slices.Sorted(maps.Keys(folders)) {
		entries, err := fs.ReadDir(w.root.FS(), folder)
		if err != nil {
			continue // it is not there yet, or a page is where it is to be
		}
		for _, entry := range slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return !isUnfinished(e) }) {
			if err := w.root.Remove(path.Join(folder, entry.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
