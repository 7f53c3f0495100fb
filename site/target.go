package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ErrRefused is wrapped by every error about a folder that Write will not write
// to. Nothing has been changed then.
var ErrRefused = errors.New("this folder cannot be used for the site")

// openTarget opens the folder to publish to, and makes it when there is none.
func openTarget(dir string, sources []string) (*os.Root, error) {
	target, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("find the folder %s: %w", dir, err)
	}
	info, err := os.Lstat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, fmt.Errorf("look at the folder: %w", err)
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, fmt.Errorf("%w: %s is a link to another place. Name the folder itself", ErrRefused, dir)
	case !info.IsDir():
		return nil, fmt.Errorf("%w: %s is a file", ErrRefused, dir)
	}
	if err := refusePlace(target, sources); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(target, 0o755); err != nil {
		return nil, fmt.Errorf("make the folder: %w", err)
	}
	root, err := os.OpenRoot(target)
	if err != nil {
		return nil, fmt.Errorf("open the folder: %w", err)
	}
	return root, nil
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
