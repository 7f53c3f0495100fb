package stamp

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// inputs is what a build reads.
type inputs struct {
	digest digest
	newest time.Time // when a file of it was last changed
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

// readInputs reads every file in the folders, byte for byte. What is neither a file
// nor a folder is an error: what a build makes of it is not for here to know.
func readInputs(ctx context.Context, source string, folders []string) (in inputs, err error) {
	var all []thing
	for _, folder := range folders {
		info, err := os.Lstat(filepath.Join(source, folder))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return in, err
		}
		if !info.IsDir() {
			return in, fmt.Errorf("%s is no folder", folder)
		}
		if all, err = list(all, source, folder); err != nil {
			return in, err
		}
	}
	times := make([]time.Time, len(all))
	in.digest, err = digestOf(ctx, source, all, func(i int, file string) ([]byte, error) {
		sum, changed, err := read(file)
		times[i] = changed
		return sum[:], err
	})
	for _, changed := range times {
		if changed.After(in.newest) {
			in.newest = changed
		}
	}
	return in, err
}

// Content gives the SHA-256 of all that a build reads, in hexadecimal digits: of the
// names and the bytes of the files in these folders of a site. Where the site lies makes
// no difference to it.
func Content(ctx context.Context, source string, folders []string) (string, error) {
	in, err := readInputs(ctx, source, folders)
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

// read gives the digest of a file, and when it was last changed.
func read(file string) (d digest, changed time.Time, err error) {
	f, err := os.Open(file)
	if err != nil {
		return d, changed, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return d, changed, err
	}
	h := sha256.New()
	if _, err = io.Copy(h, f); err != nil {
		return d, changed, err
	}
	h.Sum(d[:0])
	if changed, known := changeTime(info); known {
		return d, changed, nil
	}
	return d, info.ModTime(), nil
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
	d, _, err := read(file)
	return d[:], err
}
