package site

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"notices.example/notices"
)

// changes are what has to be done to a folder so that it holds a site.
type changes struct {
	before, after manifest
	put           []staged // new, or with new content
	drop          []string // written by an earlier run, and no longer part of the site
	list          []byte   // the manifest of after, as it is to be stored
	listed        bool     // that is stored there already
	done          Written  // what will have been done then
}

// staged is a file that is made, but not in its place yet.
type staged struct {
	path   string
	at     string // below the folder that is published to, or below the one around it
	in     disk   // which of the two
	within bool   // the first
}

// nothing reports whether the folder is as it is to be.
func (c *changes) nothing() bool { return c.listed && len(c.done.Changed) == 0 && len(c.drop) == 0 }

// newChanges begins with a folder that holds what an earlier run wrote.
func newChanges(before manifest, version string) *changes {
	return &changes{before: before, after: manifest{About: aboutManifest, Version: version, Files: make(map[string]string, len(before.Files))}}
}

// compare holds the site against the folder, changing nothing. It reports whether
// the folder is one of ours, too, and refuses what must not be written to.
func (p *publication) compare(o *Output) (c *changes, ours bool, err error) {
	w, ours, err := p.newLook()
	if err != nil {
		return nil, ours, err
	}
	c = newChanges(w.before, o.Version)
	for _, f := range o.Files {
		if err := w.refuseFile(f); err != nil {
			return nil, ours, err
		}
	}
	for _, f := range o.Files {
		if _, err := c.look(w, f, p.to.Force); err != nil {
			return nil, true, err
		}
	}
	return c, true, c.finish(w)
}

// finish decides what becomes of what is no longer part of the site, when all files
// that are have been looked at.
func (c *changes) finish(w *look) error {
	for _, name := range slices.Sorted(maps.Keys(c.before.Files)) {
		if _, still := c.after.Files[name]; still {
			continue
		}
		if len(c.done.Edited) > 0 && strings.HasPrefix(name, "assets/") && !w.absent(name) {
			c.after.Files[name] = c.before.Files[name] // a page that was left as it is still needs it
			continue
		}
		if err := c.lookAtOld(w, name); err != nil {
			return err
		}
	}
	for _, names := range [][]string{c.done.Changed, c.done.Edited, c.done.Overwritten} {
		slices.Sort(names)
	}
	c.list = c.after.bytes()
	c.listed = bytes.Equal(c.list, w.stored)
	return nil
}

// look decides what becomes of a file of the site, and reports whether it is to be put
// in its place. One that somebody edited stays as it is, unless writing it again was
// asked for.
func (c *changes) look(w *look, f File, force bool) (put bool, err error) {
	return c.decide(w, f, digest(f.Content), w.read(f), force)
}

// decide is look for a file that has been read.
func (c *changes) decide(w *look, f File, sum string, there found, force bool) (put bool, err error) {
	c.after.Files[f.Path] = sum
	switch {
	case there.same:
		c.done.Unchanged++
		return false, nil
	case there.err == nil && !there.ours && !force:
		c.done.Edited = append(c.done.Edited, f.Path)
		if sum, listed := c.before.Files[f.Path]; listed {
			c.after.Files[f.Path] = sum // so that it is ours again when somebody puts it back
		}
		return false, nil
	case there.err == nil && !there.ours:
		c.done.Overwritten = append(c.done.Overwritten, f.Path)
	case there.err != nil && !w.absent(f.Path):
		return false, there.err
	}
	c.done.Changed = append(c.done.Changed, f.Path)
	return true, nil
}

// found is what there is at the place of a file.
type found struct {
	same bool // just what is to be there
	ours bool // what an earlier run wrote
	err  error
}

func (w *look) read(f File) found {
	if w.root == nil {
		return found{err: fs.ErrNotExist}
	}
	there, err := w.root.ReadFile(f.Path)
	if err != nil {
		return found{err: err}
	}
	if bytes.Equal(there, f.Content) {
		return found{same: true}
	}
	return found{ours: w.before.wrote(f.Path, there)}
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
