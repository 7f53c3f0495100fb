package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// look is what a run sees of a folder before it changes anything.
type look struct {
	root   disk // nil as long as there is no such folder
	before manifest
	stored []byte          // that, as it is stored; nil when there is none
	plain  map[string]bool // what is known to be no link, and whether it is a folder
}

// newLook begins to look at a folder: whether it is ours, which it reports, and whether
// what an earlier run wrote is still where it was.
func (p *publication) newLook() (w *look, ours bool, err error) {
	w = &look{root: p.root, plain: map[string]bool{}}
	if p.root == nil {
		return w, false, nil
	}
	if w.before, w.stored, err = readManifest(p.root); err != nil {
		return nil, false, err
	}
	if ours = w.stored != nil; !ours {
		if err := w.refuseForeign(); err != nil {
			return nil, false, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.before.Files)) {
		err := refuseName(name)
		if err == nil {
			err = w.refuseLinks(name)
		}
		if err != nil {
			return nil, ours, err
		}
	}
	return w, ours, nil
}

// refuseFile looks at what will be touched before anything is: whether the path is a
// safe one, whether no link leads elsewhere, whether nobody else's file is in the way.
func (w *look) refuseFile(f File) error {
	if err := refuseName(f.Path); err != nil || w.root == nil {
		return err
	}
	if _, listed := w.before.Files[f.Path]; !listed {
		if err := w.refuseLinks(f.Path); err != nil {
			return err
		}
	}
	return w.refuseOccupied(f)
}

// refuseName refuses a path that leads elsewhere, on this system or another, and
// those of the files that a run needs for itself.
func refuseName(name string) error {
	first, _, _ := strings.Cut(name, "/")
	if !fs.ValidPath(name) || name == "." || strings.ContainsAny(name, "\\:") || isOwn(first) {
		return fmt.Errorf("%w: %q cannot be the name of a page", ErrRefused, name)
	}
	return nil
}

func (w *look) refuseForeign() error {
	entries, err := fs.ReadDir(w.root.FS(), ".")
	if err != nil {
		return fmt.Errorf("look into the folder: %w", err)
	}
	for _, entry := range entries {
		if !isOwn(entry.Name()) {
			return fmt.Errorf("%w: it holds files that this program did not write, such as %s. Choose an empty folder, or a new one", ErrRefused, entry.Name())
		}
	}
	return nil
}

// refuseLinks refuses a path with a symbolic link anywhere on the way, and one
// that ends at something that is neither a file nor nothing.
func (w *look) refuseLinks(name string) error {
	for p := name; p != "." && !w.plain[p]; p = path.Dir(p) {
		info, err := w.root.Lstat(p)
		switch {
		case err != nil:
			continue // nothing is there, or a page is where a folder is to be
		case info.Mode()&fs.ModeSymlink != 0:
			return fmt.Errorf("%w: %s in it is a link to another place", ErrRefused, p)
		case !info.IsDir() && !info.Mode().IsRegular():
			return fmt.Errorf("%w: %s in it is neither a file nor a folder", ErrRefused, p)
		}
		w.plain[p] = info.IsDir()
	}
	return nil
}

// refuseOccupied refuses to write where a file or folder is that no earlier run
// wrote, unless it is a file with just what would be written.
func (w *look) refuseOccupied(f File) error {
	if _, listed := w.before.Files[f.Path]; listed && !w.plain[f.Path] {
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

// wroteSpelling is like wrote, for a disk on which capital letters make no
// difference.
func (w *look) wroteSpelling(name string, content []byte) bool {
	for other := range w.before.Files {
		if addressKey(other) == addressKey(name) && w.before.wrote(other, content) {
			return true
		}
	}
	return false
}

// holdsOnlyOurs reports whether a folder is there for files that are listed, and
// holds no others, so that it goes with them.
func (w *look) holdsOnlyOurs(folder string) bool {
	within := func(name string) bool { return strings.HasPrefix(name, folder+"/") }
	if !slices.ContainsFunc(slices.Collect(maps.Keys(w.before.Files)), within) {
		return false
	}
	err := fs.WalkDir(w.root.FS(), folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
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

// absent reports whether there is no file of that name. A run that was cut short
// can have left a folder in its place, or a page where its folder was.
func (w *look) absent(name string) bool {
	if w.root == nil {
		return true
	}
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

func (w *look) missing(name string) bool {
	_, err := w.root.Lstat(name)
	return errors.Is(err, fs.ErrNotExist)
}
