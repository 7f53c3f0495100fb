package site

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"sync"
)

// Staging is a site that is being published file by file. As long as it is there,
// nobody else writes to the folder. Nothing in the folder changes before Commit: what
// is new is made beside it or, where that cannot be, in a folder within it.
type Staging struct {
	p       *publication
	release func()
	left    []string // see Written
	failed  error    // the first thing that went wrong

	mu     sync.Mutex
	look   *look
	c      *changes
	looked bool    // everything has been looked at, just before
	beside *stage  // what is made beside the folder; nil when nothing is
	inside *writer // likewise within it

	early earlySettling
}

// Stage begins to publish a site to a folder. Either Commit or Abandon must be called in
// the end; Abandon may be called after Commit. The errors are those of Publish.
func Stage(ctx context.Context, to Target) (*Staging, error) {
	p, err := openPlace(to)
	if err != nil {
		return nil, err
	}
	if _, ours, err := p.newLook(); err != nil && !ours {
		p.close()
		return nil, err
	}
	return p.stage(ctx)
}

// stage is Stage for a folder that is open. It looks again: another run may have
// finished since.
func (p *publication) stage(ctx context.Context) (*Staging, error) {
	release, err := p.lock(ctx)
	if err != nil {
		p.close()
		return nil, inWords(err, allAsItWas)
	}
	err = p.reopen()
	var s *Staging
	if err == nil {
		s, err = p.begin()
	}
	if err != nil {
		release()
		p.close()
		return nil, err
	}
	s.release = release
	return s, nil
}

// begin is stage for a folder that nobody else writes to.
func (p *publication) begin() (*Staging, error) {
	left := p.tidy()
	w, _, err := p.newLook()
	if err != nil {
		return nil, err
	}
	return &Staging{p: p, release: func() {}, left: left, look: w, c: newChanges(w.before, "")}, nil
}

// Add makes a file of the site, unless the folder has it already. The content is not
// kept. It may be called by several at a time. After an error nothing can be published
// any more.
func (s *Staging) Add(f File) error {
	sum, there := digest(f.Content), s.look.read(f)
	to, put, err := s.place(f, sum, there)
	if err == nil && put {
		err = inWords(writeNew(to.in, to.name, f.Content), allAsItWas)
		s.early.wrote(to.in, len(f.Content))
	}
	if err == nil {
		return nil
	}
	return s.fail(err)
}

// fail takes down that nothing can be published any more, and why.
func (s *Staging) fail(err error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.failed = cmp.Or(s.failed, err)
	return s.failed
}

// place decides what becomes of a file, and where it is to be made.
func (s *Staging) place(f File, sum string, there found) (to spot, put bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, twice := s.c.after.Files[f.Path]; twice {
		return to, false, fmt.Errorf("%s is a file of the site twice", f.Path)
	}
	if err := cmp.Or(s.failed, s.look.refuseFile(f)); err != nil {
		return to, false, err
	}
	if put, err = s.c.decide(s.look, f, sum, there, s.p.to.Force); err != nil || !put {
		return to, false, err
	}
	if to, err = s.room(f.Path); err != nil {
		return to, false, inWords(err, allAsItWas)
	}
	return to, true, nil
}

// room gives where a file is to be made, and notes it.
func (s *Staging) room(path string) (spot, error) {
	made, err := s.choose(path)
	if err != nil {
		return spot{}, err
	}
	s.c.put = append(s.c.put, made)
	if made.within {
		return spot{made.in, made.at}, nil
	}
	return s.beside.spotOf(made), nil
}

// choose gives what a file becomes: beside the folder as long as that can be.
func (s *Staging) choose(path string) (staged, error) {
	if s.inside == nil && s.p.maySwap() {
		if s.beside == nil {
			s.beside = newStage(s.p, s.c)
		}
		to, err := s.beside.room(path)
		if !errors.Is(err, errNoSwap) {
			return to, err
		}
	}
	if err := s.within(); err != nil {
		return staged{}, err
	}
	return s.inside.room(path, len(s.c.put)), nil
}

// within begins a folder within the one that is published to.
func (s *Staging) within() error {
	if s.inside != nil {
		return nil
	}
	if err := s.p.makeRoot(); err != nil {
		return err
	}
	s.inside = &writer{root: s.p.root, c: s.c, stage: stageInside()}
	return s.inside.begin()
}

// Commit puts the site in its place: all files that were added, and no others that an
// earlier run wrote. The version is the program's. The errors are those of Publish.
func (s *Staging) Commit(ctx context.Context, version string) (Written, error) {
	if err := s.early.wait(); err != nil {
		return Written{}, s.fail(inWords(err, allAsItWas))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failed != nil {
		return Written{}, s.failed
	}
	s.failed = errors.New("the site has been published already")
	s.c.after.Version, s.c.done.Left = version, s.left
	if !s.looked {
		if err := s.c.finish(s.look); err != nil {
			return Written{}, err
		}
	}
	if s.c.nothing() {
		return s.c.done, nil
	}
	slices.SortFunc(s.c.put, func(a, b staged) int { return cmp.Compare(a.path, b.path) })
	err := s.putInPlace(ctx)
	return s.c.done.unless(err), err
}

func (s *Staging) putInPlace(ctx context.Context) error {
	if s.inside == nil && len(s.c.put)+len(s.c.drop) > 0 && s.p.maySwap() {
		if s.beside == nil {
			s.beside = newStage(s.p, s.c)
		}
		if err := s.p.swap(ctx, s.beside); !errors.Is(err, errNoSwap) {
			return inWords(err, allAsItWas)
		}
	}
	if err := s.within(); err != nil {
		return inWords(err, allAsItWas)
	}
	return s.p.inPlace(ctx, s.inside)
}

// Abandon takes away what was made, unless it has been published, and lets others write
// to the folder.
func (s *Staging) Abandon() {
	_ = s.early.wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.failed = cmp.Or(s.failed, errors.New("publishing was given up"))
	if s.beside != nil {
		s.beside.remove()
	}
	if s.inside != nil {
		removeStage(s.inside.root, s.inside.stage)
	}
	s.release()
	s.p.close()
	s.beside, s.inside, s.release = nil, nil, func() {}
}

// all publishes a whole site.
func (s *Staging) all(ctx context.Context, o *Output) (Written, error) {
	for _, f := range o.Files {
		if err := ctx.Err(); err != nil {
			return Written{}, inWords(err, allAsItWas)
		}
		add := s.Add
		if s.looked {
			add = s.again
		}
		if err := add(f); err != nil {
			return Written{}, err
		}
	}
	return s.Commit(ctx, o.Version)
}

// again is Add for a file that has been looked at.
func (s *Staging) again(f File) error {
	if _, put := slices.BinarySearch(s.c.done.Changed, f.Path); !put {
		return nil
	}
	to, err := s.room(f.Path)
	if err == nil {
		err = writeNew(to.in, to.name, f.Content)
	}
	return inWords(err, allAsItWas)
}

// sight is by what a run sees that no other one has published since.
type sight struct{ folder, manifest fs.FileInfo }

func (p *publication) sight() sight {
	if p.root == nil {
		return sight{}
	}
	folder, _ := p.root.Lstat(".")
	manifest, _ := p.root.Lstat(manifestName)
	return sight{folder, manifest}
}

// same reports whether it is the same folder, and in it the same list of what was
// published: a run writes that anew whatever else it does.
func (s sight) same(before sight) bool {
	unchanged := func(a, b fs.FileInfo) bool {
		return a == nil && b == nil || a != nil && b != nil && os.SameFile(a, b)
	}
	return unchanged(s.folder, before.folder) && unchanged(s.manifest, before.manifest) &&
		(s.manifest == nil || s.manifest.ModTime().Equal(before.manifest.ModTime()))
}
