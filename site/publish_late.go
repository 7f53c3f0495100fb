package site

import (
	"path"
	"slices"
	"strings"
)

// Pages that are put in their places one by one are looked at once more right before. What
// somebody wrote since the first look is kept, as it would be had it been there then.

// put puts a page in its place, unless somebody edited the one that is there.
func (w *writer) put(f staged) error {
	if there, err := w.root.ReadFile(f.path); err == nil && w.c.editedSince(f.path, there) {
		w.c.done.Edited = append(w.c.done.Edited, f.path)
		w.notDone(f.path)
		return nil
	}
	if err := w.root.MkdirAll(path.Dir(f.path), 0o755); err != nil {
		return err
	}
	return w.root.Rename(f.at, f.path)
}

// editedSince reports whether a file has neither what an earlier run wrote, nor what it is
// to have, nor what was to be written over.
func (c *changes) editedSince(name string, content []byte) bool {
	return !c.before.wrote(name, content) && digest(content) != c.after.Files[name] && !slices.Contains(c.done.Overwritten, name)
}

// notDone notes that a file stays as it is, under what an earlier run wrote there, so that
// it is ours again when somebody puts it back.
func (w *writer) notDone(name string) {
	w.late = true
	if sum, listed := w.c.before.Files[name]; listed {
		w.c.after.Files[name] = sum
	}
	is := func(other string) bool { return other == name }
	w.c.done.Changed = slices.DeleteFunc(w.c.done.Changed, is)
	w.c.done.Deleted = slices.DeleteFunc(w.c.done.Deleted, is)
}

// spareStyle keeps the style sheets of before, which a page that stays still needs.
func (w *writer) spareStyle() {
	if !w.late {
		return
	}
	w.c.drop = slices.DeleteFunc(w.c.drop, func(name string) bool {
		spared := strings.HasPrefix(name, "assets/")
		if spared {
			w.notDone(name)
		}
		return spared
	})
}

// listAnew makes the manifest anew when pages stay that were to be others.
func (w *writer) listAnew() error {
	if !w.late {
		return nil
	}
	slices.Sort(w.c.done.Edited)
	slices.Sort(w.c.done.Kept)
	list := w.c.after.bytes()
	name := path.Join(w.stage, listName)
	if err := w.root.Remove(name); err != nil {
		return err
	}
	return writeNew(w.root, name, list)
}
