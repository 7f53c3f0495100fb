package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing/fstest"
)

// openVersion opens a folder with a site in it, or else a revision of the site in
// source that git keeps.
func openVersion(ctx context.Context, source, name string) (fs.FS, error) {
	if stat, err := os.Stat(filepath.Join(name, "content")); err == nil && stat.IsDir() {
		return (&sourceFlags{source: name}).open()
	}
	commit, err := git(ctx, source, nil, "rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}")
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, usageError{fmt.Errorf("“%s” is no folder with a content folder in it, and git, which could know a revision of that name, is not installed", name)}
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, usageError{fmt.Errorf("“%s” is neither a folder with a content folder in it nor a revision that git knows", name)}
	}
	fsys, err := readRevision(ctx, source, strings.TrimSpace(string(commit)))
	if err == nil && len(fsys) == 0 {
		return nil, usageError{fmt.Errorf("there is no content folder in revision “%s”", name)}
	}
	return fsys, err
}

// git runs git in a folder, tells it something, and gives what it says. A repository
// that lies among the files of the site, bare, has no say: whoever sent the files
// could have it run programs.
func git(ctx context.Context, folder string, tell io.Reader, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-c", "safe.bareRepository=explicit", "-C", folder, "--no-pager"}, args...)...)
	cmd.Stdin = tell
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("git %s: %w", args[0], err)
	}
	return out, nil
}

// maxRevision is how large the content of a revision may be, in bytes.
const maxRevision = 256 << 20

// readRevision gives the content of a revision, byte for byte: an archive would
// leave out and fill in what the attributes of its files ask for. Links stay links,
// which load does not follow.
func readRevision(ctx context.Context, source, commit string) (fstest.MapFS, error) {
	listed, err := git(ctx, source, nil, "ls-tree", "-r", "-z", "-l", commit, "--", "content/")
	if err != nil {
		return nil, err
	}
	var names, blobs []string
	fsys, all := fstest.MapFS{}, 0
	for entry := range strings.SplitSeq(strings.TrimSuffix(string(listed), "\x00"), "\x00") {
		about, name, _ := strings.Cut(entry, "\t")
		kind := strings.Fields(about) // mode, type, object, size
		if len(kind) != 4 || kind[1] != "blob" || !fs.ValidPath(name) {
			continue
		}
		size, err := strconv.Atoi(kind[3])
		if all += size; err != nil || all > maxRevision {
			return nil, usageError{fmt.Errorf("the content of revision %s is larger than %d MB, which is too large to be compared", commit, maxRevision>>20)}
		}
		fsys[name] = &fstest.MapFile{}
		if kind[0] == "120000" {
			fsys[name].Mode = fs.ModeSymlink
		}
		names, blobs = append(names, name), append(blobs, kind[2])
	}
	texts, err := git(ctx, source, strings.NewReader(strings.Join(blobs, "\n")), "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	return fsys, eachBlob(bytes.NewReader(texts), func(i int, text []byte) { fsys[names[i]].Data = text })
}

// eachBlob reads what “git cat-file --batch” says: of each object a line that ends
// with its size, its bytes, and a line end.
func eachBlob(r io.Reader, do func(i int, text []byte)) error {
	in := bufio.NewReader(r)
	for i := 0; ; i++ {
		head, err := in.ReadString('\n')
		if errors.Is(err, io.EOF) && head == "" {
			return nil
		}
		var object, kind string
		var size int
		if n, _ := fmt.Sscanf(head, "%s %s %d", &object, &kind, &size); err != nil || n != 3 {
			return fmt.Errorf("read the revision: git says %q", head)
		}
		text := make([]byte, size+1)
		if _, err := io.ReadFull(in, text); err != nil {
			return fmt.Errorf("read the revision: %w", err)
		}
		do(i, text[:size])
	}
}
