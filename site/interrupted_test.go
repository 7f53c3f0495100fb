package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var errBroken = errors.New("the disk is broken")

// brokenDisk is a disk whose changes fail from one of them on: all of them, as
// when the program is killed, or only that one, as when a file is in use.
type brokenDisk struct {
	*os.Root
	left   int
	killed bool
}

func (d *brokenDisk) change() error {
	d.left--
	if d.left == 0 || d.left < 0 && d.killed {
		return errBroken
	}
	return nil
}

func (d *brokenDisk) OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error) {
	if err := d.change(); err != nil {
		return nil, err
	}
	return d.Root.OpenFile(name, flag, perm)
}

func (d *brokenDisk) MkdirAll(name string, perm fs.FileMode) error {
	if err := d.change(); err != nil {
		return err
	}
	return d.Root.MkdirAll(name, perm)
}

func (d *brokenDisk) Rename(from, to string) error {
	if err := d.change(); err != nil {
		return err
	}
	return d.Root.Rename(from, to)
}

func (d *brokenDisk) Remove(name string) error {
	if err := d.change(); err != nil {
		return err
	}
	return d.Root.Remove(name)
}

func siteOf(files ...string) *Output {
	o := &Output{Version: "test"}
	for i := 0; i < len(files); i += 2 {
		o.Files = append(o.Files, File{Path: files[i], Content: []byte(files[i+1])})
	}
	return o
}

// everything gives all files below a folder. An empty folder that is left behind
// shows nothing to anyone.
func everything(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(os.DirFS(dir), name)
		all[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestARunThatIsCutShortIsMadeGood breaks every change that a run makes to the
// disk, one after the other, and lets another run finish.
func TestARunThatIsCutShortIsMadeGood(t *testing.T) {
	t.Parallel()
	first := siteOf("a.html", "1", "n/b.html", "2", "n/o/c.html", "3", "old.html", "4", "x.html/y.html", "5", "Z.html", "6")
	second := siteOf("a.html", "one", "n/b.html", "2", "new/d.html", "7", "old.html/e.html", "8", "x.html", "9", "z.html", "10")
	for name, after := range map[string]*Output{"with the same site": second, "with the site before": first, "with a third site": siteOf("a.html", "uno")} {
		for _, killed := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, killed %v", name, killed), func(t *testing.T) {
				t.Parallel()
				clean := t.TempDir()
				if _, err := Write(after, clean); err != nil {
					t.Fatal(err)
				}
				want := everything(t, clean)
				for n := 1; cutShort(t, first, second, after, want, n, killed); n++ {
					if n > 200 {
						t.Fatal("the run never ends")
					}
				}
			})
		}
	}
}

// cutShort publishes a site, breaks the n-th change of publishing the second
// one, and publishes the third. It reports whether there was an n-th change.
func cutShort(t *testing.T, first, second, third *Output, want map[string]string, n int, killed bool) bool {
	t.Helper()
	dir := t.TempDir()
	if _, err := Write(first, dir); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	broken := &brokenDisk{Root: root, left: n, killed: killed}
	done, err := writeTo(broken, second, dir)
	if err != nil && broken.left > 0 {
		t.Fatalf("before change %d: %v", n, err)
	}
	got, again := Write(third, dir)
	if again != nil {
		t.Fatalf("after change %d: %v", n, again)
	}
	for _, w := range []Written{done, got} {
		if w.Overwritten != nil || w.Kept != nil {
			t.Errorf("after change %d: said to be edited by hand: %v %v", n, w.Overwritten, w.Kept)
		}
	}
	if diff := cmp.Diff(want, everything(t, dir)); diff != "" {
		t.Errorf("after change %d (-clean +got):\n%s", n, diff)
	}
	return broken.left <= 0
}

func TestAFirstRunThatIsCutShortIsMadeGood(t *testing.T) {
	t.Parallel()
	o := siteOf("a.html", "1", "n/b.html", "2")
	clean := t.TempDir()
	if _, err := Write(o, clean); err != nil {
		t.Fatal(err)
	}
	for n := 1; n < 20; n++ {
		dir := t.TempDir()
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = writeTo(&brokenDisk{Root: root, left: n, killed: true}, o, dir)
		root.Close()
		if _, err := Write(o, dir); err != nil {
			t.Fatalf("after change %d: %v", n, err)
		}
		if diff := cmp.Diff(everything(t, clean), everything(t, dir)); diff != "" {
			t.Errorf("after change %d (-clean +got):\n%s", n, diff)
		}
	}
}

func TestNobodyElsesFileIsWrittenOver(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		there, content string
		refused        bool
	}{
		"another file":                   {"new.html", "mine", true},
		"just the same file":             {"new.html", "2", false},
		"a file where a folder is":       {"n", "mine", true},
		"a folder where a page is":       {"new.html/mine.txt", "mine", true},
		"a name like an unfinished":      {".new-mine", "mine", false},
		"a file that is in nobody's way": {"mine.txt", "mine", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if _, err := Write(siteOf("a.html", "1"), dir); err != nil {
				t.Fatal(err)
			}
			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			if folder, _, nested := strings.Cut(c.there, "/"); nested {
				err = root.Mkdir(folder, 0o755)
			}
			if err := errors.Join(err, root.WriteFile(c.there, []byte(c.content), 0o644)); err != nil {
				t.Fatal(err)
			}
			before := everything(t, dir)
			_, err = Write(siteOf("a.html", "one", "n/b.html", "3", "new.html", "2"), dir)
			if errors.Is(err, ErrRefused) != c.refused || !c.refused && err != nil {
				t.Fatalf("got %v", err)
			}
			after := everything(t, dir)
			if diff := cmp.Diff(before, after); c.refused && diff != "" {
				t.Errorf("something was changed (-before +after):\n%s", diff)
			}
			if after[c.there] != c.content {
				t.Errorf("the file holds %q", after[c.there])
			}
		})
	}
}
