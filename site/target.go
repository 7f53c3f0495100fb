package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// ErrRefused is wrapped by every error about a folder that Publish will not write
// to. Nothing has been changed then.
var ErrRefused = errors.New("this folder cannot be used for the site")

// Target is a folder to publish to, and how.
type Target struct {
	Dir     string        // made when there is none
	Sources []string      // the folders that the site is made from, which must stay apart
	Force   bool          // write pages again that somebody edited by hand
	InPlace bool          // keep the folder and put the pages into it, for one that is mounted into a container
	Wait    time.Duration // how long to wait for another run that is writing there
}

// publication is the folder that a run publishes to, and the one that it lies in.
type publication struct {
	to     Target
	path   string // whole
	base   string // its name in the folder around it
	root   disk   // nil as long as there is no such folder
	beside disk   // the folder around it; nil when it cannot be opened
	inside bool   // the lock had to be put into the folder itself
}

// openPlace looks whether a folder may be published to, and opens it when it is
// there.
func openPlace(to Target) (*publication, error) {
	target, err := filepath.Abs(to.Dir)
	if err != nil {
		return nil, fmt.Errorf("find the folder %s: %w", to.Dir, err)
	}
	p := &publication{to: to, path: target, base: filepath.Base(target)}
	if err := refusePlace(target, to.Sources); err != nil {
		return nil, err
	}
	return p, p.open()
}

// open opens the folder, and the one around it as long as it may be read. A run
// that puts a new folder in its place just then makes it look again.
func (p *publication) open() error {
	if root, err := os.OpenRoot(filepath.Dir(p.path)); err == nil {
		p.beside = openFolder{root}
	}
	for range 5 {
		if replaced, err := p.openRoot(); !replaced {
			return err
		}
	}
	return fmt.Errorf("%w: %s is being replaced all the time", ErrRefused, p.to.Dir)
}

func (p *publication) openRoot() (replaced bool, err error) {
	info, err := os.Lstat(p.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("look at the folder: %w", err)
	case info.Mode()&fs.ModeSymlink != 0:
		return false, fmt.Errorf("%w: %s is a link to another place. Name the folder itself", ErrRefused, p.to.Dir)
	case !info.IsDir():
		return false, fmt.Errorf("%w: %s is a file", ErrRefused, p.to.Dir)
	}
	root, err := os.OpenRoot(p.path)
	if err != nil {
		return false, fmt.Errorf("open the folder: %w", err)
	}
	if opened, err := root.Stat("."); err != nil || !os.SameFile(info, opened) {
		return true, root.Close()
	}
	p.root = openFolder{root}
	return false, nil
}

// reopen opens the folder again, for another run may have put a new one in its
// place.
func (p *publication) reopen() error {
	p.close()
	return p.open()
}

func (p *publication) close() {
	if p.root != nil {
		p.root.Close()
	}
	if p.beside != nil {
		p.beside.Close()
	}
	p.root, p.beside = nil, nil
}

// refusePlace refuses places where a mistake would cost the most.
func refusePlace(target string, sources []string) error {
	target = unlinked(target)
	if filepath.Dir(target) == target {
		return fmt.Errorf("%w: it is the whole disk", ErrRefused)
	}
	if home, err := os.UserHomeDir(); err == nil && holds(target, unlinked(home)) {
		return fmt.Errorf("%w: it holds your home folder", ErrRefused)
	}
	for _, source := range sources {
		abs, err := filepath.Abs(source)
		if err != nil {
			return fmt.Errorf("find the folder %s: %w", source, err)
		}
		if abs = unlinked(abs); holds(target, abs) {
			return fmt.Errorf("%w: the site is made from files in it. Choose another folder, such as public", ErrRefused)
		}
		for _, inner := range []string{"content", "layouts", "partials", ".git"} {
			if holds(filepath.Join(abs, inner), target) {
				return fmt.Errorf("%w: it lies in the folder %s, which the site is made from", ErrRefused, inner)
			}
		}
	}
	return nil
}

// holds reports whether a folder is another one or has it in it.
func holds(outer, inner string) bool {
	rel, err := filepath.Rel(outer, inner)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// unlinked follows links in the part of a path that exists.
func unlinked(path string) string {
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		return resolved
	}
	parent := filepath.Dir(path)
	if parent == path {
		return path
	}
	return filepath.Join(unlinked(parent), filepath.Base(path))
}
