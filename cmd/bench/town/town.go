// Package town makes the content of a site with as many notices as asked for, to
// measure how fast a site is built. It takes their number and gives the files: the
// same bytes for the same number on every machine, and the same notice N in every
// site that has one. It refuses nothing and reads nothing but its own words.
//
// The notices are those of made-up councils, a hundred each: the first of a hundred is
// the council's corporate notice, the others are complete notices of about ten
// kilobytes, with 8 purposes, 10 kinds of data, 4 recipients, 4 rows of retention,
// some 600 words of text and 4 links. One in twenty is in Welsh as well.
package town

import (
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"testing/fstest"
)

// Day is the day on which the notices are complete: later some want a review.
const Day = "2026-11-22"

// ofBody is how many notices each council has.
const ofBody = 100

// File is one file of a site.
type File struct {
	Path    string // from the site's root, with slashes
	Content []byte
}

// Files gives the files of a site with n notices, each folder's together.
func Files(n int) iter.Seq[File] {
	return func(yield func(File) bool) {
		for _, f := range shared() {
			if !yield(f) {
				return
			}
		}
		for i := range n {
			for _, f := range ofNotice(i) {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// FS gives a site with n notices as a file system in memory.
func FS(n int) fs.FS {
	files := fstest.MapFS{}
	for f := range Files(n) {
		files[f.Path] = &fstest.MapFile{Data: f.Content, Mode: 0o644}
	}
	return files
}

// Write writes a site with n notices into a folder, which it makes. Files that are
// there already are written again.
func Write(folder string, n int) error { return WriteAll(folder, Files(n)) }

// WriteAll is Write for any files, such as those of Short.
func WriteAll(folder string, files iter.Seq[File]) error {
	made := ""
	for f := range files {
		name := filepath.Join(folder, filepath.FromSlash(f.Path))
		if dir := filepath.Dir(name); dir != made {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return fmt.Errorf("make a folder of the town: %w", err)
			}
			made = dir
		}
		if err := os.WriteFile(name, f.Content, 0o644); err != nil {
			return fmt.Errorf("write a file of the town: %w", err)
		}
	}
	return nil
}

// shared gives what every site has, whatever its number of notices.
func shared() []File {
	files := []File{
		{"content/site.yaml", text("site.yaml")},
		{"content/site.cy.yaml", text("site.cy.yaml")},
		{"content/glossary.yaml", text("glossary.yaml")},
		{"content/pages/cookies.md", text("cookies.md")},
	}
	for _, r := range recipients() {
		files = append(files, r.file())
	}
	return files
}

// ofNotice gives the files that notice i brings: its own, its translation, and the
// council when it is the council's first.
func ofNotice(i int) []File {
	n := noticeAt(i)
	files := []File{{Notice(i), n.english()}}
	if n.first() {
		return append(files, n.body.file())
	}
	if n.inWelsh() {
		files = append(files, File{"content/notices/" + n.id() + ".cy.md", n.welsh()})
	}
	return files
}

// Notice gives the path of notice i's file.
func Notice(i int) string { return "content/" + Page(i) + ".md" }

// Page gives the address of notice i's page, without its ending.
func Page(i int) string { return "notices/" + noticeAt(i).id() }
