package site

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"

	"notices.example/notices"
)

// changes are what has to be done to a folder so that it holds a site.
type changes struct {
	before, after manifest
	put           []File   // new, or with new content
	drop          []string // written by an earlier run, and no longer part of the site
	list          []byte   // the manifest of after, as it is to be stored
	listed        bool     // that is stored there already
	done          Written  // what will have been done then
}

// nothing reports whether the folder is as it is to be.
func (c *changes) nothing() bool { return c.listed && len(c.put) == 0 && len(c.drop) == 0 }

// compare holds the site against the folder, changing nothing. It reports whether
// the folder is one of ours, too, and refuses what must not be written to.
func (p *publication) compare(o *Output) (c *changes, ours bool, err error) {
	if p.root == nil {
		c := &changes{after: newManifest(o), put: o.Files}
		for _, f := range o.Files {
			c.done.Changed = append(c.done.Changed, f.Path)
		}
		c.list, err = c.after.bytes()
		return c, false, errors.Join(err, refuseNames(o))
	}
	return compareWith(p.root, o, p.to.Force)
}

// compareWith is compare for a folder that is there.
func compareWith(root disk, o *Output, force bool) (c *changes, ours bool, err error) {
	before, stored, err := readManifest(root)
	if err != nil {
		return nil, false, err
	}
	c = &changes{before: before, after: newManifest(o)}
	w := &look{root: root, before: before, plain: map[string]bool{}}
	if err := w.refuse(o, stored != nil); err != nil {
		return nil, stored != nil, err
	}
	for _, f := range o.Files {
		if err := c.look(w, f, force); err != nil {
			return nil, true, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(before.Files)) {
		if _, still := c.after.Files[name]; still {
			continue
		}
		if len(c.done.Edited) > 0 && strings.HasPrefix(name, "assets/") && !w.absent(name) {
			c.after.Files[name] = before.Files[name] // a page that was left as it is still needs it
			continue
		}
		if err := c.lookAtOld(w, name); err != nil {
			return nil, true, err
		}
	}
	c.list, err = c.after.bytes()
	c.listed = bytes.Equal(c.list, stored)
	return c, true, err
}

// look decides what becomes of a file of the site. One that somebody edited stays
// as it is, unless writing it again was asked for.
func (c *changes) look(w *look, f File, force bool) error {
	there, err := w.root.ReadFile(f.Path)
	switch {
	case err == nil && bytes.Equal(there, f.Content):
		c.done.Unchanged++
		return nil
	case err == nil && !c.before.wrote(f.Path, there) && !force:
		c.done.Edited = append(c.done.Edited, f.Path)
		if sum, listed := c.before.Files[f.Path]; listed {
			c.after.Files[f.Path] = sum // so that it is ours again when somebody puts it back
		}
		return nil
	case err == nil && !c.before.wrote(f.Path, there):
		c.done.Overwritten = append(c.done.Overwritten, f.Path)
	case err != nil && !w.absent(f.Path):
		return err
	}
	c.put = append(c.put, f)
	c.done.Changed = append(c.done.Changed, f.Path)
	return nil
}

// lookAtOld decides what becomes of a file that is no longer part of the site. One
// that somebody edited is never deleted, and stays in the manifest, so that every
// run says that it is still there.
func (c *changes) lookAtOld(w *look, name string) error {
	if w.absent(name) {
		return nil
	}
	there, err := w.root.ReadFile(name)
	switch {
	case err != nil:
		return err
	case c.before.wrote(name, there):
		c.drop = append(c.drop, name)
		c.done.Deleted = append(c.done.Deleted, name)
	default:
		c.after.Files[name] = c.before.Files[name]
		c.done.Kept = append(c.done.Kept, name)
	}
	return nil
}

// inTheWay gives those of the files to drop that a new page cannot be written
// beside: the same name in other letters, a page where a folder is to be, and the
// other way round.
func (c *changes) inTheWay() map[string]bool {
	taken := newClaims()
	for name := range c.after.Files {
		_, _ = taken.claim(name, notices.Pos{})
	}
	blocking := map[string]bool{}
	for _, name := range c.drop {
		if _, clash := taken.blocked(name); clash {
			blocking[name] = true
		}
	}
	return blocking
}
