package site

import (
	"context"
	"os"
	"path"
	"slices"
	"strconv"
)

// inPlace puts all new pages, which are within the folder, in their places one by one.
// Until the first is in its place nothing has changed; from then on the manifest lists
// the pages of both sites, so that a run that is cut short leaves nothing that the next
// one does not know.
func (p *publication) inPlace(ctx context.Context, w *writer) error {
	if err := w.prepare(ctx); err != nil {
		return inWords(err, allAsItWas)
	}
	return inWords(w.carryOut(), partlyNew)
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
	stage string // the folder in which pages are made
	late  bool   // somebody edited a page since it was looked at: see publish_late.go
}

// The names of manifests before they are in their places: the one for the time of a run,
// and the one for when it is over.
const (
	journalName = "journal.json"
	listName    = "list.json"
)

// begin makes the folder in which new pages are made, and a manifest in it, which shows
// whose it is.
func (w *writer) begin() error {
	if err := w.root.Mkdir(w.stage, 0o755); err != nil {
		return err
	}
	return writeNew(w.root, path.Join(w.stage, manifestName), emptyManifest)
}

// room gives where the next of the new pages is to be made.
func (w *writer) room(name string, number int) staged {
	return staged{path: name, at: path.Join(w.stage, strconv.Itoa(number)), in: w.root, within: true}
}

// prepare makes everything that is to be put in its place, so that a disk that is
// full is noticed before anything has changed.
func (w *writer) prepare(ctx context.Context) error {
	journal := w.c.after.with(w.c.before).bytes()
	if err := w.bringIn(ctx); err != nil {
		return err
	}
	if err := writeNew(w.root, path.Join(w.stage, listName), w.c.list); err != nil {
		return err
	}
	if err := writeNew(w.root, path.Join(w.stage, journalName), journal); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	wrote := []string{w.stage, path.Join(w.stage, listName), path.Join(w.stage, journalName)}
	for _, f := range w.c.put {
		wrote = append(wrote, f.at)
	}
	return w.root.Settle(wrote...)
}

// bringIn makes those pages within the folder that were made beside it, when it turns
// out that it cannot be replaced as a whole.
func (w *writer) bringIn(ctx context.Context) error {
	for i, f := range w.c.put {
		if f.within {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		content, err := f.in.ReadFile(f.at)
		if err != nil {
			return err
		}
		to := staged{path: f.path, at: path.Join(w.stage, "from-"+strconv.Itoa(i)), in: w.root, within: true}
		if err := writeNew(to.in, to.at, content); err != nil {
			return err
		}
		w.c.put[i] = to
	}
	return nil
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
	for _, f := range w.c.put {
		if err := w.put(f); err != nil {
			return err
		}
	}
	w.spareStyle()
	if err := w.removeAll(func(name string) bool { return !blocking[name] }); err != nil {
		return err
	}
	if err := w.listAnew(); err != nil {
		return err
	}
	if err := w.root.Rename(path.Join(w.stage, listName), manifestName); err != nil {
		return err
	}
	removeStage(w.root, w.stage)
	return w.root.Settle(w.folders()...)
}

// folders gives those in which a page was put in its place.
func (w *writer) folders() []string {
	names := []string{"."}
	for _, f := range w.c.put {
		names = append(names, path.Dir(f.path))
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
		w.notDone(name)
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
