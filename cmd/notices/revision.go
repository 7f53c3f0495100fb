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
	"slices"
	"strconv"
	"strings"
	"testing/fstest"
)

// openVersion opens a folder with a site in it, or else a revision of the site in
// source that git keeps. A name that could be either is refused: whoever sends files
// could send a folder with the name of a branch, to be compared with in its place.
func openVersion(ctx context.Context, source, name string) (fs.FS, error) {
	stat, err := os.Stat(filepath.Join(name, "content"))
	folder := err == nil && stat.IsDir()
	if folder && name == source {
		return (&sourceFlags{source: name}).open()
	}
	commit, err := git(ctx, source, nil, "rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}")
	switch {
	case folder && err == nil:
		return nil, usageError{fmt.Errorf("“%s” is a folder, and also a revision that git knows\nWrite “./%s” for the folder, or name the revision otherwise, such as by its commit: git rev-parse %s", name, name, name)}
	case folder && ctx.Err() == nil:
		return (&sourceFlags{source: name}).open()
	case errors.Is(err, exec.ErrNotFound):
		return nil, usageError{fmt.Errorf("“%s” is no folder with a content folder in it, and git, which could know a revision of that name, is not installed", name)}
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, usageError{fmt.Errorf("“%s” is neither a folder with a content folder in it nor a revision that git knows%s", name, knownRevisions(ctx, source, name))}
	}
	fsys, err := readRevision(ctx, source, strings.TrimSpace(string(commit)))
	if err != nil && ctx.Err() == nil && !errors.As(err, new(usageError)) {
		return nil, usageError{fmt.Errorf("not all of revision “%s” is here, and nothing is fetched (%w)\nFetch the whole of it first, such as with: git fetch --refetch --no-filter", name, err)}
	}
	if err == nil && len(fsys) == 0 {
		return nil, usageError{fmt.Errorf("there is no content folder in revision “%s”", name)}
	}
	return fsys, err
}

// knownRevisions says which revisions there are, as the end of a sentence about one that
// is not there.
func knownRevisions(ctx context.Context, source, name string) string {
	const most = 6
	if _, err := git(ctx, source, nil, "rev-parse", "--git-dir"); err != nil {
		return ": the site lies in no folder that git keeps"
	}
	said, err := git(ctx, source, nil, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags")
	names := strings.Fields(string(said))
	if err != nil || len(names) == 0 {
		return ": nothing has been committed yet"
	}
	for _, pair := range [][2]string{{"main", "master"}, {"master", "main"}} { // the first branch is called either
		for _, before := range []string{"", "origin/"} {
			if (name == pair[0] || name == "origin/"+pair[0]) && slices.Contains(names, before+pair[1]) {
				return fmt.Sprintf("; did you mean “%s”?", before+pair[1])
			}
		}
	}
	if near := nearest(name, names, "; did you mean “%s”?"); near != "" {
		return near
	}
	more := ""
	if len(names) > most {
		more = fmt.Sprintf(" and %d more", len(names)-most)
	}
	return "; it knows " + strings.Join(names[:min(len(names), most)], ", ") + more
}

// git runs git in a folder, tells it something, and gives what it says. A repository
// that lies among the files of the site, bare, has no say: whoever sent the files
// could have it run programs. Nor is anything fetched: the repository's own settings
// name the program for that.
func git(ctx context.Context, folder string, tell io.Reader, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-c", "safe.bareRepository=explicit", "-C", folder, "--no-pager"}, args...)...)
	cmd.Stdin = tell
	cmd.Env = append(os.Environ(), "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=")
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
		if err != nil {
			return nil, fmt.Errorf("git does not have %s", name)
		}
		if all += size; all > maxRevision {
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
