package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// floors are what no program can do without, for the same files on the same disk: to read
// all that is read, and to write all that is written into folders that are not there yet.
// Each is a run of this program by itself, so that it is measured as the others are.
func (s *site) floors(ctx context.Context) (read, write cost, err error) {
	self, err := os.Executable()
	if err != nil {
		return read, write, err
	}
	if read, err = measured(ctx, s.folder, self, "read-floor", "content"); err != nil {
		return read, write, err
	}
	copied := s.folder + "-written"
	if err := os.RemoveAll(copied); err != nil {
		return read, write, err
	}
	list := s.folder + "-list"
	if err := listed(filepath.Join(s.folder, s.ours().output), list); err != nil {
		return read, write, err
	}
	if write, err = measured(ctx, s.folder, self, "write-floor", list, copied); err != nil {
		return read, write, err
	}
	return read, write, os.RemoveAll(copied)
}

// floor is what this program does when it is run by floors.
func floor(args []string) error {
	switch {
	case args[0] == "read-floor" && len(args) == 2:
		return readFloor(args[1])
	case args[0] == "write-floor" && len(args) == 3:
		return writeFloor(args[1], args[2])
	}
	return fmt.Errorf("%s is not a floor", strings.Join(args, " "))
}

// listed writes down the files of a folder with their sizes, folders before what is in them.
func listed(folder, list string) error {
	var b strings.Builder
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(folder, name)
		if err != nil {
			return err
		}
		size := int64(-1)
		if !entry.IsDir() {
			about, err := entry.Info()
			if err != nil {
				return err
			}
			size = about.Size()
		}
		_, err = fmt.Fprintf(&b, "%d %s\n", size, rel)
		return err
	})
	if err != nil {
		return err
	}
	return os.WriteFile(list, []byte(b.String()), 0o644)
}

// readFloor reads every file of a folder.
func readFloor(folder string) error {
	return filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		_, err = os.ReadFile(name)
		return err
	})
}

// writeFloor makes the folders and files of a list: so many bytes each.
func writeFloor(list, folder string) error {
	text, err := os.ReadFile(list)
	if err != nil {
		return err
	}
	var bytes []byte
	for line := range strings.Lines(string(text)) {
		first, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		size, err := strconv.Atoi(first)
		if err != nil {
			return err
		}
		name = filepath.Join(folder, name)
		if size < 0 {
			if err := os.Mkdir(name, 0o755); err != nil {
				return err
			}
			continue
		}
		for len(bytes) < size {
			bytes = append(bytes, make([]byte, size-len(bytes))...)
		}
		if err := os.WriteFile(name, bytes[:size], 0o644); err != nil {
			return err
		}
	}
	return nil
}
