package site

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// errNoSwap is wrapped by the error for a folder that cannot be put in the place
// of another one in one step. Nothing has been changed then.
var errNoSwap = errors.New("the folder cannot be replaced as a whole")

// noSwap marks what speaks against replacing the folder, unless it speaks as much
// against any other way.
func noSwap(err error) error {
	if err == nil || isFull(err) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fmt.Errorf("%w: %w", errNoSwap, err)
}

// maySwap reports whether it is worth trying to replace the folder as a whole.
func (p *publication) maySwap() bool {
	switch {
	case p.beside == nil || p.inside:
		return false
	case p.root == nil:
		return true
	case p.to.InPlace || diskOfItsOwn(p.path):
		return false
	}
	info, err := p.root.Lstat(".")
	return err == nil && info.Mode().Perm()&0o200 != 0
}

// swap puts a whole new site, which is being made beside the published one, in its
// place in one step.
func (p *publication) swap(ctx context.Context, s *stage) error {
	err := s.finish(ctx)
	if err == nil && s.fresh {
		if err = p.beside.Rename(s.name, p.base); err == nil {
			s.gone = true
		}
	}
	if err != nil || s.fresh {
		return errors.Join(err, p.beside.Settle("."))
	}
	whole := swapBeside(p.base)
	if err = p.beside.Rename(s.name, whole); err == nil {
		err = p.beside.Exchange(whole, p.base)
	}
	if err != nil {
		_ = p.beside.Rename(whole, s.name)
		return noSwap(err)
	}
	s.gone = true
	_ = p.beside.Settle(".") // the new site is in its place: there is no way back
	if p.retire(whole, s.c) {
		s.c.done.Left = append(s.c.done.Left, whole)
	}
	return nil
}

// stage is a whole new site that is being made beside the published one. A file
// that stays as it is has a name in both, so it takes no room and no time.
type stage struct {
	beside disk
	base   string // the published folder in it
	fresh  bool   // there is no published folder yet
	name   string // the new folder in it
	c      *changes
	wrote  []string        // files and folders, to be settled
	made   map[string]bool // folders of the new site, the top one included
	open   map[string]disk // those of them that are open, see spotOf
	except map[string]bool // files of the published folder that are not taken over
	gone   bool            // it is in its place
}

func newStage(p *publication, c *changes) *stage {
	return &stage{beside: p.beside, base: p.base, fresh: p.root == nil, name: stageBeside(p.base), c: c, made: map[string]bool{}, open: map[string]disk{}}
}

// remove takes away what is not in its place.
func (s *stage) remove() {
	s.shut()
	if !s.gone {
		removeStage(s.beside, s.name)
	}
}

// begin makes the new folder. A manifest comes first: it shows whose folder it is.
func (s *stage) begin() error {
	if s.made["."] {
		return nil
	}
	if err := s.beside.Mkdir(s.name, 0o755); err != nil {
		return s.unlessFresh(err)
	}
	s.made["."] = true
	s.wrote = append(s.wrote, s.name)
	if err := writeNew(s.beside, path.Join(s.name, manifestName), emptyManifest); err != nil || s.fresh {
		return err
	}
	return noSwap(s.beside.Resemble(s.base, s.name))
}

// room gives where a file of the new site is to be made.
func (s *stage) room(name string) (staged, error) {
	if err := s.folder(path.Dir(name)); err != nil {
		return staged{}, err
	}
	at := path.Join(s.name, name)
	s.wrote = append(s.wrote, at)
	return staged{path: name, at: at, in: s.beside}, nil
}

// finish makes the rest of the new site: what stays of the published one, and the
// manifest.
func (s *stage) finish(ctx context.Context) error {
	s.shut()
	if err := s.begin(); err != nil {
		return err
	}
	if !s.fresh {
		if err := s.takeOver(ctx); err != nil {
			return err
		}
	}
	list, made := path.Join(s.name, manifestName), path.Join(s.name, journalName)
	if err := writeNew(s.beside, made, s.c.list); err != nil {
		return err
	}
	if err := errors.Join(ctx.Err(), s.beside.Rename(made, list)); err != nil {
		return err
	}
	return s.beside.Settle(append(s.wrote, list)...)
}

// unlessFresh is noSwap when there is a folder to write into instead.
func (s *stage) unlessFresh(err error) error {
	if s.fresh {
		return err
	}
	return noSwap(err)
}

// takeOver gives the new site what stays of the published folder, other people's
// files in it included.
func (s *stage) takeOver(ctx context.Context) error {
	s.except = map[string]bool{manifestName: true, lockInside: true}
	for _, f := range s.c.put {
		s.except[f.path] = true
	}
	for _, name := range s.c.drop {
		s.except[name] = true
	}
	return s.takeOverFolder(ctx, ".")
}

func (s *stage) takeOverFolder(ctx context.Context, folder string) error {
	entries, err := fs.ReadDir(s.beside.FS(), path.Join(s.base, folder))
	if err != nil {
		return noSwap(err)
	}
	if len(entries) == 0 {
		return s.folder(folder)
	}
	for _, entry := range entries {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := s.takeOverEntry(ctx, path.Join(folder, entry.Name()), entry); err != nil {
			return err
		}
	}
	return nil
}

func (s *stage) takeOverEntry(ctx context.Context, name string, entry fs.DirEntry) error {
	switch {
	case s.except[name]:
		return nil
	case entry.IsDir() && entry.Name() == ".git":
		return fmt.Errorf("%w: git may be at work in it", errNoSwap)
	case entry.IsDir():
		return s.takeOverFolder(ctx, name)
	case !entry.Type().IsRegular():
		return fmt.Errorf("%w: %s is no ordinary file", errNoSwap, name)
	}
	if err := s.folder(path.Dir(name)); err != nil {
		return err
	}
	return noSwap(s.beside.Link(path.Join(s.base, name), path.Join(s.name, name)))
}

// folder makes a folder of the new site, like the one that is published.
func (s *stage) folder(name string) error {
	if s.made[name] {
		return nil
	}
	if name == "." {
		return s.begin()
	}
	if err := s.folder(path.Dir(name)); err != nil {
		return err
	}
	made, model := path.Join(s.name, name), path.Join(s.base, name)
	if err := s.beside.Mkdir(made, 0o755); err != nil {
		return s.unlessFresh(err)
	}
	s.made[name] = true
	s.wrote = append(s.wrote, made)
	if info, err := s.beside.Lstat(model); s.fresh || err != nil || !info.IsDir() {
		return nil
	}
	return noSwap(s.beside.Resemble(model, made))
}
