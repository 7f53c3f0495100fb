package site

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// Amend writes some files of a published folder anew, one by one, and leaves all others as
// they are. Each of them is there already. A run that is cut short leaves nothing that the
// next one does not know: see Target.InPlace. The error wraps ErrWider when the folder is
// not as a whole run leaves it, or somebody edited one of the files; nothing has been
// changed then. Other errors are those of Publish.
func Amend(ctx context.Context, to Target, files []File) (Amended, error) {
	p, err := openPlace(to)
	if err != nil {
		return Amended{}, err
	}
	defer p.close()
	if p.root == nil {
		return Amended{}, fmt.Errorf("%w: there is no folder", ErrWider)
	}
	release, err := p.lock(ctx)
	if err != nil {
		return Amended{}, inWords(err, allAsItWas)
	}
	defer release()
	if err := p.reopen(); err != nil {
		return Amended{}, err
	}
	return p.amend(ctx, files)
}

// Amended is what Amend has done.
type Amended struct {
	Written
	Grown int64 // by how many bytes the site has become larger
}

// amend is Amend for a folder that nobody else writes to.
func (p *publication) amend(ctx context.Context, files []File) (done Amended, err error) {
	w := &writer{root: p.root, stage: stageInside()}
	look, err := p.lookAtSome(files)
	if err != nil {
		return done, err
	}
	if w.c, done.Grown, err = look.amended(files); err != nil || w.c.nothing() {
		done.Written = w.c.done
		return done, err
	}
	defer func() {
		if err != nil {
			removeStage(w.root, w.stage)
		}
	}()
	if err := w.begin(); err != nil {
		return done, inWords(err, allAsItWas)
	}
	for _, f := range files {
		if _, put := slices.BinarySearch(w.c.done.Changed, f.Path); !put {
			continue
		}
		room := w.room(f.Path, len(w.c.put))
		w.c.put = append(w.c.put, room)
		if err := writeNew(room.in, room.at, f.Content); err != nil {
			return done, inWords(err, allAsItWas)
		}
	}
	err = p.inPlace(ctx, w)
	done.Written = w.c.done.unless(err)
	return done, err
}

// lookAtSome looks at what stands at the places of some files, and at the list of all.
func (p *publication) lookAtSome(files []File) (*look, error) {
	w := &look{root: p.root, plain: map[string]bool{}}
	var err error
	if w.before, w.stored, err = readManifest(p.root); err != nil {
		return nil, err
	}
	if w.stored == nil || len(w.before.Earlier)+len(p.leftInside())+len(p.leftBeside()) > 0 {
		return nil, fmt.Errorf("%w: the last run was cut short", ErrWider)
	}
	for _, f := range files {
		if _, listed := w.before.Files[f.Path]; !listed {
			return nil, fmt.Errorf("%w: %s is new", ErrWider, f.Path)
		}
		if err := w.refuseFile(f); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// amended gives what becomes of the files, and of the list of all, and by how many bytes
// they are larger.
func (w *look) amended(files []File) (c *changes, grown int64, err error) {
	c = newChanges(w.before, w.before.Version)
	for _, f := range files {
		info, err := w.root.Lstat(f.Path)
		if err != nil {
			return c, 0, fmt.Errorf("%w: %w", ErrWider, err)
		}
		if _, err = c.look(w, f, false); err != nil {
			return c, 0, err
		}
		grown += int64(len(f.Content)) - info.Size()
	}
	if len(c.done.Edited) > 0 {
		return c, 0, fmt.Errorf("%w: %s was edited", ErrWider, c.done.Edited[0])
	}
	slices.Sort(c.done.Changed)
	c.done.Unchanged = len(w.before.Files) - len(c.done.Changed)
	c.listed = len(c.done.Changed) == 0
	made := c.after.Files
	c.after.Files = maps.Clone(w.before.Files)
	maps.Copy(c.after.Files, made)
	c.list = c.after.bytes()
	return c, grown, nil
}
