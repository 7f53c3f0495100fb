package main

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing/fstest"
)

// siteVersion is a site's content as it stands in a folder, or as it stood in a
// revision that git keeps.
type siteVersion struct {
	name string // as the caller named it
	fsys fs.FS
}

// openVersion opens a folder, or else a revision of the site in source.
func openVersion(ctx context.Context, source, name string) (siteVersion, error) {
	if stat, err := os.Stat(filepath.Join(name, "content")); err == nil && stat.IsDir() {
		root, err := os.OpenRoot(name)
		if err != nil {
			return siteVersion{}, err
		}
		return siteVersion{name, root.FS()}, nil
	}
	commit, err := git(ctx, source, "rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}")
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return siteVersion{}, usageError{fmt.Errorf("“%s” is no folder with a content folder in it, and git, which could know a revision of that name, is not installed", name)}
	case ctx.Err() != nil:
		return siteVersion{}, ctx.Err()
	case err != nil:
		return siteVersion{}, usageError{fmt.Errorf("“%s” is neither a folder with a content folder in it nor a revision that git knows", name)}
	}
	archive, err := git(ctx, source, "archive", "--format=tar", strings.TrimSpace(string(commit)), "--", "content")
	if err != nil {
		return siteVersion{}, usageError{fmt.Errorf("there is no content folder in revision “%s”", name)}
	}
	fsys, err := untar(bytes.NewReader(archive))
	return siteVersion{name, fsys}, err
}

// git runs git in a folder and gives what it says. What belongs to a user of this
// machine, such as a pager, has no part in it.
func git(ctx context.Context, folder string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", folder, "--no-pager"}, args...)...)
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("git %s: %w", args[0], err)
	}
	return out, nil
}

// maxRevision is how large the content of a revision may be, in bytes.
const maxRevision = 1 << 30

// untar gives the files of an archive. Links stay links, which load does not follow.
func untar(r io.Reader) (fs.FS, error) {
	fsys, size := fstest.MapFS{}, int64(0)
	files := tar.NewReader(r)
	for {
		h, err := files.Next()
		if errors.Is(err, io.EOF) {
			return fsys, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read the revision: %w", err)
		}
		name := strings.TrimSuffix(h.Name, "/")
		if size += h.Size; size > maxRevision || !fs.ValidPath(name) {
			return nil, fmt.Errorf("the revision has a file that cannot be read: %q", h.Name)
		}
		text, err := io.ReadAll(files)
		if err != nil {
			return nil, fmt.Errorf("read the revision: %w", err)
		}
		if h.Typeflag == tar.TypeReg || h.Typeflag == tar.TypeDir || h.Typeflag == tar.TypeSymlink {
			fsys[name] = &fstest.MapFile{Data: text, Mode: h.FileInfo().Mode()}
		}
	}
}
