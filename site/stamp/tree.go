package stamp

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// inputs is what a build reads.
type inputs struct {
	digest digest
	newest time.Time // when a file of it was last changed
	things []thing
	files  []input // in the order of these
}

// input is a file, with the digests of its two parts.
type input struct {
	name       string // below the site's folder, with forward slashes
	head, rest digest
	seen       []byte // how it looked to the file system when it was read; nil when that tells nothing
}

// output is how a published folder looks to the file system: which files it has, and
// that none of them was written since.
type output struct{ digest digest }

// thing is a file or folder.
type thing struct {
	name   string
	folder bool
}

func (t thing) kind() string {
	if t.folder {
		return "folder"
	}
	return "file"
}

// readInputs reads every file in the folders, byte for byte, in two parts: head says where
// the second begins, and nil that there is but one. What is neither a file
// nor a folder is an error: what a build makes of it is not for here to know.
func readInputs(ctx context.Context, source string, folders []string, head func([]byte) int) (in inputs, err error) {
	if in.things, err = listAll(source, folders); err != nil {
		return in, err
	}
	files, times := make([]input, len(in.things)), make([]time.Time, len(in.things))
	in.digest, err = digestOf(ctx, source, in.things, func(i int, file string) (told []byte, err error) {
		f := &files[i]
		f.name = filepath.ToSlash(in.things[i].name)
		times[i], err = f.read(file, head)
		return slices.Concat(f.head[:], f.rest[:]), err
	})
	in.files = slices.DeleteFunc(files, func(f input) bool { return f.name == "" }) // which is a folder
	for _, changed := range times {
		if changed.After(in.newest) {
			in.newest = changed
		}
	}
	return in, err
}

// listAll lists everything in the folders of a site, as far as they are there.
func listAll(source string, folders []string) (all []thing, err error) {
	for _, folder := range folders {
		info, err := os.Lstat(filepath.Join(source, folder))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			return nil, fmt.Errorf("%s is no folder", folder)
		}
		if all, err = list(all, source, folder); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// unchanged reports whether the file system tells that there are the same files, and that
// none of them was written since it was read.
func (in inputs) unchanged(ctx context.Context, source string, folders []string) bool {
	now, err := listAll(source, folders)
	if err != nil || !slices.Equal(now, in.things) {
		return false
	}
	return each(ctx, len(in.files), func(i int) error {
		f := in.files[i]
		info, err := os.Lstat(filepath.Join(source, filepath.FromSlash(f.name)))
		if err != nil {
			return err
		}
		if seen, known := identity(info); !known || !bytes.Equal(seen, f.seen) {
			return fmt.Errorf("%s may have been written", f.name)
		}
		return nil
	}) == nil
}

// Content gives the SHA-256 of all that a build reads, in hexadecimal digits: of the
// names and the bytes of the files in these folders of a site. Where the site lies makes
// no difference to it.
func Content(ctx context.Context, source string, folders []string) (string, error) {
	in, err := readInputs(ctx, source, folders, nil)
	if err != nil {
		return "", fmt.Errorf("read the site: %w", err)
	}
	return hex.EncodeToString(in.digest[:]), nil
}

// lookAt looks at every file and folder of the published folder, without reading
// those of which the file system tells when they were last changed.
func lookAt(ctx context.Context, target string) (out output, err error) {
	info, err := os.Lstat(target)
	if err != nil {
		return out, err
	}
	if !info.IsDir() {
		return out, fmt.Errorf("%s is no folder", target)
	}
	all, err := list(nil, target, ".")
	if err != nil {
		return out, err
	}
	out.digest, err = digestOf(ctx, target, all, func(_ int, file string) ([]byte, error) { return look(file) })
	return out, err
}

// digestOf gives the digest of a list of files and folders: their names, which of the
// two they are, and what of gives for each file, several at a time.
func digestOf(ctx context.Context, root string, all []thing, of func(i int, file string) ([]byte, error)) (digest, error) {
	told := make([][]byte, len(all))
	err := each(ctx, len(all), func(i int) (err error) {
		if !all[i].folder {
			told[i], err = of(i, filepath.Join(root, all[i].name))
		}
		return err
	})
	if err != nil {
		return digest{}, err
	}
	h := newHash()
	for i, t := range all {
		h.add([]byte(t.kind()), []byte(t.name), told[i])
	}
	return h.sum(), nil
}

// list adds everything below a folder, in order.
func list(all []thing, root, folder string) ([]thing, error) {
	entries, err := os.ReadDir(filepath.Join(root, folder))
	if err != nil {
		return nil, err
	}
	for _, entry := range entries {
		name := filepath.Join(folder, entry.Name())
		switch {
		case entry.IsDir():
			all = append(all, thing{name, true})
			if all, err = list(all, root, name); err != nil {
				return nil, err
			}
		case entry.Type().IsRegular():
			all = append(all, thing{name, false})
		default:
			return nil, fmt.Errorf("%s is neither a file nor a folder", name)
		}
	}
	return all, nil
}

// read reads a file in its two parts, and gives when it was last changed.
func (in *input) read(file string, head func([]byte) int) (changed time.Time, err error) {
	f, err := os.Open(file)
	if err != nil {
		return changed, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return changed, err
	}
	content, at := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead)), 0
	if _, err := content.ReadFrom(f); err != nil {
		return changed, err
	}
	if head != nil {
		at = head(content.Bytes())
	}
	in.head, in.rest = sha256.Sum256(content.Bytes()[:at]), sha256.Sum256(content.Bytes()[at:])
	in.seen, _ = identity(info)
	if changed, known := changeTime(info); known {
		return changed, nil
	}
	return info.ModTime(), nil
}

// look says how a file looks to the file system, or else what is in it.
func look(file string) ([]byte, error) {
	info, err := os.Lstat(file)
	if err != nil {
		return nil, err
	}
	if seen, known := identity(info); known {
		return seen, nil
	}
	var in input
	_, err = in.read(file, nil)
	return in.rest[:], err
}
