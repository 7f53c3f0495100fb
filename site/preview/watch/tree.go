package watch

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// tree is what is known of the files: enough to tell that one of them changed.
type tree struct {
	root    string
	folders map[string]map[string]*entry // by the name of the folder, then by what is in it
	changed map[string]bool              // since taken was last called
	marks   int                          // how often anything was found changed, ever
	compare bool                         // contents are compared where size and time cannot tell
	queue   []string                     // files whose contents are to be compared next
	enter   func(folder string)          // called before a folder is read
}

// newTree gives a tree that knows nothing. The root is made absolute, as far as
// that can be done.
func newTree(root string) *tree {
	if abs, err := filepath.Abs(root); err == nil {
		root = abs
	}
	return &tree{root: root, folders: map[string]map[string]*entry{}, changed: map[string]bool{}, enter: func(string) {}}
}

// taken gives what changed, in order, and begins anew.
func (t *tree) taken() []string {
	names := slices.Sorted(maps.Keys(t.changed))
	clear(t.changed)
	return names
}

// mark remembers that something changed.
func (t *tree) mark(name string) {
	t.changed[name] = true
	t.marks++
}

func (t *tree) abs(name string) string { return filepath.Join(t.root, filepath.FromSlash(name)) }

// look compares a file or folder with what is known of it. When it is sure that
// something happened to a file, the file counts as changed whatever it looks like.
func (t *tree) look(name string, sure bool) {
	if in := path.Dir(name); in != "." && !t.isFolder(in) {
		t.look(in, false) // a folder that is not known yet brings all that is in it
		return
	}
	info, err := os.Lstat(t.abs(name))
	if err != nil {
		t.drop(name)
		return
	}
	t.meet(name, info, sure)
}

// meet takes a file or folder that is there.
func (t *tree) meet(name string, info fs.FileInfo, sure bool) {
	switch {
	case info.IsDir():
		t.folder(name, !t.isFolder(name))
		return
	case isProbe(path.Base(name)):
		return
	case t.isFolder(name):
		t.drop(name)
	}
	t.file(name, info, sure)
}

// folder compares all that is in a folder. A folder that is new and has nothing in
// it is a change of its own.
func (t *tree) folder(name string, isNew bool) {
	known := t.folders[name]
	if isNew {
		t.drop(name) // the file that it was
		known = map[string]*entry{}
		t.folders[name] = known
		t.keep(name, &entry{})
	}
	t.enter(name)
	there := t.list(name)
	for child := range known {
		if _, found := there[child]; !found {
			t.drop(path.Join(name, child))
		}
	}
	for child, info := range there {
		t.meet(path.Join(name, child), info, false)
	}
	if isNew && len(there) == 0 {
		t.mark(name)
	}
}

// list gives what is in a folder; nothing when it cannot be read.
func (t *tree) list(name string) map[string]fs.FileInfo {
	there := map[string]fs.FileInfo{}
	entries, _ := os.ReadDir(t.abs(name)) // what was read before an error counts
	for _, e := range entries {
		if passedOver(e.Name()) {
			continue
		}
		if info, err := e.Info(); err == nil {
			there[e.Name()] = info
		}
	}
	return there
}

// keep remembers an entry of a folder.
func (t *tree) keep(name string, e *entry) {
	in := path.Dir(name)
	if t.folders[in] == nil {
		t.folders[in] = map[string]*entry{}
	}
	t.folders[in][path.Base(name)] = e
}

// entry gives what is known of a name; nil when nothing is.
func (t *tree) entry(name string) *entry { return t.folders[path.Dir(name)][path.Base(name)] }

// isFolder reports whether a name is known as that of a folder.
func (t *tree) isFolder(name string) bool { return t.folders[name] != nil }

// isGone reports whether there is nothing of that name.
func (t *tree) isGone(name string) bool {
	_, err := os.Lstat(t.abs(name))
	return err != nil
}

// drop forgets a name and all below it. A file, or an empty folder, that was known
// and is no more has changed.
func (t *tree) drop(name string) {
	if t.entry(name) == nil {
		return
	}
	if len(t.folders[name]) == 0 {
		t.mark(name)
	}
	for child := range t.folders[name] {
		t.drop(path.Join(name, child))
	}
	delete(t.folders, name)
	delete(t.folders[path.Dir(name)], path.Base(name))
}

// files gives all that are known, in order.
func (t *tree) files() []string {
	var names []string
	for folder, entries := range t.folders {
		for child := range entries {
			if name := path.Join(folder, child); !t.isFolder(name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return names
}
