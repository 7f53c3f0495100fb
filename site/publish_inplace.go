package site

import (
	"context"
	"os"
	"path"
	"slices"
	"strconv"
)

// inPlace makes all new pages within the folder and then puts them in their places
// one by one. Until the first is in its place nothing has changed; from then on the
// manifest lists the pages of both sites, so that a run that is cut short leaves
// nothing that the next one does not know.
func (p *publication) inPlace(ctx context.Context, c *changes) error {
	if err := p.makeRoot(); err != nil {
		return inWords(err, allAsItWas)
	}
	w := &writer{root: p.root, c: c, stage: stageInside()}
	err := w.prepare(ctx)
	if err != nil {
		removeStage(p.root, w.stage)
		return inWords(err, allAsItWas)
	}
	if err := w.carryOut(); err != nil {
		removeStage(p.root, w.stage)
		return inWords(err, partlyNew)
	}
	return nil
}

func (p *publication) makeRoot() error {
	if p.root != nil {
		return nil
	}
	if err := os.Mkdir(p.path, 0o755); err != nil {
		return err
	}
	return p.reopen()
}

// writer is one run that puts pages in their places one by one.
type writer struct {
	root  disk
	c     *changes
	stage string
	wrote []string // files in the stage, to be settled
}

// journalName is the manifest for the time of a run, before it is in its place.
const journalName = "journal.json"

// prepare makes everything that is to be put in its place, so that a disk that is
// full is noticed before anything has changed.
func (w *writer) prepare(ctx context.Context) error {
	if err := w.root.Mkdir(w.stage, 0o755); err != nil {
		return err
	}
	if err := w.write(manifestName, w.c.list); err != nil {
		return err
	}
	journal, err := w.c.after.with(w.c.before).bytes()
	if err != nil {
		return err
	}
	if err := w.write(journalName, journal); err != nil {
		return err
	}
	for i, f := range w.c.put {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.write(strconv.Itoa(i), f.Content); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return w.root.Settle(append(w.wrote, w.stage)...)
}

func (w *writer) write(name string, content []byte) error {
	name = path.Join(w.stage, name)
	w.wrote = append(w.wrote, name)
	return writeNew(w.root, name, content)
}

// carryOut goes in an order that is safe to be cut short: the style sheet before the
// pages that need it, deletions last, the manifest around it all. Only what is in
// the way of a new page is deleted before it.
func (w *writer) carryOut() error {
	if err := w.root.Rename(path.Join(w.stage, journalName), manifestName); err != nil {
		return err
	}
	blocking := w.c.inTheWay()
	if err := w.removeAll(func(name string) bool { return blocking[name] }); err != nil {
		return err
	}
	for i, f := range w.c.put {
		if err := w.root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
			return err
		}
		if err := w.root.Rename(path.Join(w.stage, strconv.Itoa(i)), f.Path); err != nil {
			return err
		}
	}
	if err := w.removeAll(func(name string) bool { return !blocking[name] }); err != nil {
		return err
	}
	if err := w.root.Rename(path.Join(w.stage, manifestName), manifestName); err != nil {
		return err
	}
	_ = w.root.Remove(w.stage)
	return w.root.Settle(w.folders()...)
}

// folders gives those in which a page was put in its place.
func (w *writer) folders() []string {
	names := []string{"."}
	for _, f := range w.c.put {
		names = append(names, path.Dir(f.Path))
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (w *writer) removeAll(which func(string) bool) error {
	for _, name := range w.c.drop {
		if which(name) {
			if err := w.remove(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// remove deletes a file that an earlier run wrote, and folders that are empty
// then. A file that somebody edited just now is kept.
func (w *writer) remove(name string) error {
	there, err := w.root.ReadFile(name)
	if err != nil {
		return err
	}
	if !w.c.before.wrote(name, there) {
		w.c.done.Kept = append(w.c.done.Kept, name)
		w.c.done.Deleted = slices.DeleteFunc(w.c.done.Deleted, func(n string) bool { return n == name })
		return nil
	}
	if err := w.root.Remove(name); err != nil {
		return err
	}
	for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
		if w.root.Remove(folder) != nil {
			break // the disk does not let go of a folder that is not empty
		}
	}
	return nil
}
