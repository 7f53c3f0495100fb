package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// snapshot lists everything in the folder of a script, with rights and content, so
// that a later list shows whether anything was touched: snapshot NAME [FOLDER ...].
// The list is .tmp/NAME; the folders are left out of it.
func snapshot(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: snapshot NAME [FOLDER ...]")
	}
	root := ts.MkAbs(".")
	without := map[string]bool{".tmp": true}
	for _, folder := range args[1:] {
		without[filepath.FromSlash(folder)] = true
	}
	var list strings.Builder
	ts.Check(filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		switch {
		case err != nil:
			return err
		case without[rel]:
			return fs.SkipDir
		}
		line, err := lineOf(name, entry)
		fmt.Fprintf(&list, "%q %s\n", rel, line)
		return err
	}))
	ts.Check(os.WriteFile(ts.MkAbs(filepath.Join(".tmp", args[0])), []byte(list.String()), 0o644))
}

// lineOf tells what there is to see of a file from outside.
func lineOf(name string, entry fs.DirEntry) (string, error) {
	info, err := entry.Info()
	switch {
	case err != nil:
		return "", err
	case entry.Type()&fs.ModeSymlink != 0:
		target, err := os.Readlink(name)
		return "leads to " + target, err
	case !info.Mode().IsRegular():
		return info.Mode().String(), nil
	}
	content, err := os.ReadFile(name)
	return fmt.Sprintf("%v %v %x", info.Mode(), info.ModTime().UnixNano(), sha256.Sum256(content)), err
}
