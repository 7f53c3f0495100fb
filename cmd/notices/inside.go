package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"notices.example/notices/starter"
)

// Who sends the files of a site may have put a link among them, in the place of a folder
// or of a file. What is written here stays in its folder, whatever lies there.

// writeInside writes a file that is not there yet below a folder, which is made when
// there is none. The name has forward slashes. It refuses a link on the way.
func writeInside(folder, name string, content []byte) error {
	return inside(folder, path.Dir(name), func(root *os.Root) error {
		return writeInto(root, starter.File{Path: name, Text: string(content)})
	})
}

// replaceInside is writeInside for a file that may be there: it takes the place of that in
// one step. A link in its place is refused too.
func replaceInside(folder, name string, content []byte) error {
	return inside(folder, name, func(root *os.Root) error {
		err := putInPlace(root, name, content)
		if errors.Is(err, fs.ErrNotExist) {
			return writeInto(root, starter.File{Path: name, Text: string(content)})
		}
		return err
	})
}

// inside has something written below a folder, which is made when there is none, unless
// there is a link on the way to a place in it.
func inside(folder, place string, write func(root *os.Root) error) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := refuseLinks(root, place); err != nil {
		return err
	}
	return write(root)
}

// refuseLinks refuses a path below a folder on which there is a link.
func refuseLinks(root *os.Root, name string) error {
	at := ""
	for _, part := range strings.Split(name, "/") {
		at = path.Join(at, part)
		if stat, err := root.Lstat(at); err == nil && stat.Mode()&fs.ModeSymlink != 0 {
			return linkedError(filepath.Join(root.Name(), filepath.FromSlash(at)))
		} else if err != nil {
			return nil // who writes there is told
		}
	}
	return nil
}

// linkedError says that there is a link where something is to be written.
func linkedError(name string) error {
	return usageError{fmt.Errorf("%s is a link to another place, so nothing was written there\nPut the file or folder itself there, or name another place", name)}
}
