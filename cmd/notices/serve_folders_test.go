package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// A file that is read in its folder is the one that the root has, and what cannot be read
// is told in the same words.
func TestFilesInOpenFoldersAreThoseOfTheRoot(t *testing.T) {
	t.Parallel()
	site, outside := t.TempDir(), t.TempDir()
	names := []string{"top.md", "no.md", "no/such.md", "../top.md", "/top.md", ".", "a", "a//deep.md", "a/../top.md", "a/in.md", "a/out.md", "linked/deep.md", "away/secret.md", "top.md/x"}
	for i := range mostFolders + 3 {
		names = append(names, fmt.Sprintf("many/%d/deep.md", i))
	}
	names = append(names, "a/deep.md")
	write := func(file, text string) {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(outside, "secret.md"), "secret")
	write(filepath.Join(site, "top.md"), "top")
	for _, name := range names[len(names)-mostFolders-4:] {
		write(filepath.Join(site, name), name)
	}
	for link, to := range map[string]string{"a/in.md": "../top.md", "a/out.md": filepath.Join(outside, "secret.md"), "linked": "a", "away": outside} {
		if err := os.Symlink(to, filepath.Join(site, link)); err != nil {
			t.Skip("there are no links here: ", err)
		}
	}
	root, err := os.OpenRoot(site)
	if err != nil {
		t.Fatal(err)
	}
	files := newFolders(root)
	for range 2 { // the folders are open the second time
		for _, name := range names {
			want, wrong := readOpened(root.FS(), name)
			got, err := readOpened(files, name)
			if string(got) != string(want) || fmt.Sprint(err) != fmt.Sprint(wrong) {
				t.Errorf("%s is %q, %v, and to the root %q, %v", name, got, err, want, wrong)
			}
		}
	}
	if len(files.open) > mostFolders {
		t.Errorf("%d folders are open", len(files.open))
	}
	if err := files.Close(); err != nil {
		t.Error(err)
	}
}

// readOpened reads a file as load does.
func readOpened(files fs.FS, name string) ([]byte, error) {
	return fs.ReadFile(struct{ fs.FS }{files}, name)
}
