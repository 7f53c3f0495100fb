package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"notices.example/notices/report"
)

// writeFiles writes the reports that have a file, each in one step. One that
// cannot be written does not keep the others from being so.
func writeFiles(list []wanted, r report.Report) error {
	var errs []error
	for _, w := range list {
		if w.file == "" {
			continue
		}
		var text bytes.Buffer
		err := w.format.Write(&text, r)
		if err == nil {
			err = replaceFile(w.file, text.Bytes())
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("the report %s cannot be written to %s: %w", w.format.Name, w.file, cause(err)))
		}
	}
	return errors.Join(errs...)
}

// cause gives why a file cannot be written, without the name of the one that is
// put beside it at first: nobody knows that one.
func cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// replaceFile puts a file in the place of the one that has that name, in one
// step, and makes the folders it is to be in. What is no ordinary file, such as a
// pipe, is written to. A link to a file is no reason to write over that: who sent the
// files of the site may have put it there. The file takes the place of the link.
func replaceFile(name string, content []byte) error {
	if stat, err := os.Stat(name); err == nil && !stat.Mode().IsRegular() {
		return writeTo(name, content)
	}
	mode := fs.FileMode(0o644)
	if stat, err := os.Lstat(name); err == nil && stat.Mode().IsRegular() {
		mode = stat.Mode().Perm()
	}
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	beside, err := os.CreateTemp(dir, ".notices-*")
	if err != nil {
		return err
	}
	defer os.Remove(beside.Name()) // nothing is there any more when all went well
	_, err = beside.Write(content)
	if err := errors.Join(err, beside.Chmod(mode), beside.Close()); err != nil {
		return err
	}
	return os.Rename(beside.Name(), name)
}

func writeTo(name string, content []byte) error {
	file, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Close())
}

// refuseInside refuses reports among files that are something else: content,
// which a report would take the place of, and the published site.
func refuseInside(list []wanted, folders ...string) error {
	for _, w := range list {
		for _, folder := range folders {
			if w.file == "" {
				continue
			}
			if _, inside := below(realPath(folder), realPath(w.file)); inside {
				return usageError{fmt.Errorf("a report cannot be written to “%s”: it is in %s, which holds something else\nName a file outside of it", w.file, folder)}
			}
		}
	}
	return nil
}

// below gives the path from a folder to a file in it, with forward slashes, and
// whether the file is in it.
func below(folder, file string) (string, bool) {
	rel, err := filepath.Rel(folder, file)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// realPath gives the place of a file without links, as far as it is there.
func realPath(name string) string {
	abs, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	for dir, rest := abs, ""; ; {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			return filepath.Join(real, rest)
		}
		if filepath.Dir(dir) == dir {
			return abs
		}
		dir, rest = filepath.Dir(dir), filepath.Join(filepath.Base(dir), rest)
	}
}
