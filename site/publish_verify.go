package site

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// Verified says how a published folder differs from its manifest, each list in the
// order of the paths. A link or anything else that is no ordinary file counts as
// changed where a page should be, and as extra elsewhere.
type Verified struct {
	Files    int      // how many the manifest lists
	Changed  []string // with other content than was written
	Missing  []string // written, and no longer there
	Extra    []string // there, but not written by this program
	CutShort bool     // the last run did not come to its end
}

// Same reports whether the folder is just as it was written.
func (v Verified) Same() bool {
	return !v.CutShort && len(v.Changed)+len(v.Missing)+len(v.Extra) == 0
}

// Verify compares a published folder with the manifest in it, and changes nothing.
// Files below the ignored paths may be there without having been written. The error
// wraps ErrRefused when there is no such folder or no manifest in it that can be
// read; another error means that a file cannot be read.
func Verify(dir string, ignored ...string) (Verified, error) {
	root, err := openPublished(dir)
	if err != nil {
		return Verified{}, err
	}
	defer root.Close()
	m, stored, err := readManifest(root)
	if err != nil {
		return Verified{}, err
	}
	if stored == nil {
		return Verified{}, fmt.Errorf("%w: it has no %s, so it was not written by this program", ErrRefused, manifestName)
	}
	v := Verified{Files: len(m.Files), CutShort: len(m.Earlier) > 0 || len((&publication{root: root}).leftInside()) > 0}
	there := map[string]bool{}
	if err := v.readAll(root, m, there, ignored); err != nil {
		return Verified{}, err
	}
	for _, name := range slices.Sorted(maps.Keys(m.Files)) {
		if !there[name] {
			v.Missing = append(v.Missing, name)
		}
	}
	return v, nil
}

func openPublished(dir string) (disk, error) {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%w: there is no folder %s", ErrRefused, dir)
	case err != nil:
		return nil, fmt.Errorf("look at the folder: %w", err)
	case !info.IsDir():
		return nil, fmt.Errorf("%w: %s is a file", ErrRefused, dir)
	}
	root, err := os.OpenRoot(filepath.Clean(dir))
	if err != nil {
		return nil, fmt.Errorf("open the folder: %w", err)
	}
	return openFolder{root}, nil
}

// readAll compares every file that is there.
func (v *Verified) readAll(root disk, m manifest, there map[string]bool, ignored []string) error {
	return fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		_, listed := m.Files[name]
		switch {
		case err != nil:
			return fmt.Errorf("read %s: %w", name, err)
		case isOwn(name) && entry.IsDir():
			return fs.SkipDir
		case isOwn(name), entry.IsDir():
			return nil
		case !listed && isBelow(name, ignored):
			return nil
		case !listed:
			v.Extra = append(v.Extra, name)
			return nil
		}
		there[name] = true
		return v.readFile(root, m, name, entry)
	})
}

func (v *Verified) readFile(root disk, m manifest, name string, entry fs.DirEntry) error {
	if !entry.Type().IsRegular() {
		v.Changed = append(v.Changed, name)
		return nil
	}
	content, err := root.ReadFile(name)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	if digest(content) != m.Files[name] {
		v.Changed = append(v.Changed, name)
	}
	return nil
}

// isBelow reports whether a file is one of some paths, or in a folder that is.
func isBelow(name string, paths []string) bool {
	for ; name != "."; name = path.Dir(name) {
		if slices.ContainsFunc(paths, func(p string) bool { return path.Clean(filepath.ToSlash(p)) == name }) {
			return true
		}
	}
	return false
}
