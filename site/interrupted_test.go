package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var errBroken = errors.New("the disk is broken")

// fault makes changes to a disk fail from one of them on: all of them, as when the
// program is killed, or only that one, as when a file is in use.
type fault struct {
	left   int
	killed bool
	as     error // what the disk says; errBroken when nothing is given
}

func (f *fault) change() error {
	f.left--
	if f.left > 0 || f.left < 0 && !f.killed {
		return nil
	}
	if f.as != nil {
		return f.as
	}
	return errBroken
}

// brokenDisk is a disk with a fault.
type brokenDisk struct {
	disk
	*fault
}

func (d brokenDisk) OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error) {
	if err := d.change(); err != nil {
		return nil, err
	}
	return d.disk.OpenFile(name, flag, perm)
}

func (d brokenDisk) Within(folder string) (disk, error) {
	within, err := d.disk.Within(folder)
	return brokenDisk{within, d.fault}, err
}

func (d brokenDisk) Mkdir(name string, perm fs.FileMode) error {
	return d.unlessBroken(func() error { return d.disk.Mkdir(name, perm) })
}

func (d brokenDisk) MkdirAll(name string, perm fs.FileMode) error {
	return d.unlessBroken(func() error { return d.disk.MkdirAll(name, perm) })
}

func (d brokenDisk) Link(from, to string) error {
	return d.unlessBroken(func() error { return d.disk.Link(from, to) })
}

func (d brokenDisk) Rename(from, to string) error {
	return d.unlessBroken(func() error { return d.disk.Rename(from, to) })
}

func (d brokenDisk) Exchange(a, b string) error {
	return d.unlessBroken(func() error { return d.disk.Exchange(a, b) })
}

func (d brokenDisk) Resemble(model, folder string) error {
	return d.unlessBroken(func() error { return d.disk.Resemble(model, folder) })
}

func (d brokenDisk) Remove(name string) error {
	return d.unlessBroken(func() error { return d.disk.Remove(name) })
}

func (d brokenDisk) RemoveAll(name string) error {
	return d.unlessBroken(func() error { return d.disk.RemoveAll(name) })
}

func (d brokenDisk) unlessBroken(do func() error) error {
	if err := d.change(); err != nil {
		return err
	}
	return do()
}

// writeWith is Publish on a disk with a fault.
func writeWith(t *testing.T, f *fault, o *Output, to Target) (Written, error) {
	t.Helper()
	p, err := openPlace(to)
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	if p.root != nil {
		p.root = brokenDisk{p.root, f}
	}
	p.beside = brokenDisk{p.beside, f}
	return publishIn(t, p, o)
}

// publishIn is Publish for a folder that nobody else writes to.
func publishIn(t *testing.T, p *publication, o *Output) (Written, error) {
	t.Helper()
	s, err := p.begin()
	if err != nil {
		return Written{}, err
	}
	defer s.Abandon()
	return s.all(t.Context(), o)
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

// onlyThat fails the test when something besides the published folder is left
// beside it.
func onlyThat(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.Name() != filepath.Base(dir) {
			t.Errorf("%s was left behind", entry.Name())
		}
	}
}

// clean gives what a site is in a folder that never had another one.
func clean(t *testing.T, o *Output) map[string]string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, o, dir)
	return everything(t, dir)
}

func mustWrite(t *testing.T, o *Output, dir string) Written {
	t.Helper()
	w, err := Publish(t.Context(), o, Target{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// TestARunThatIsCutShortIsMadeGood breaks every change that a run makes to the
// disk, one after the other, and lets another run finish.
func TestARunThatIsCutShortIsMadeGood(t *testing.T) {
	t.Parallel()
	first := siteOf("a.html", "1", "n/b.html", "2", "n/o/c.html", "3", "old.html", "4", "x.html/y.html", "5", "Z.html", "6")
	second := siteOf("a.html", "one", "n/b.html", "2", "new/d.html", "7", "old.html/e.html", "8", "x.html", "9", "z.html", "10")
	for name, after := range map[string]*Output{"with the same site": second, "with the site before": first, "with a third site": siteOf("a.html", "uno")} {
		for _, f := range []fault{{killed: true}, {}} {
			for _, inPlace := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s, killed %v, in place %v", name, f.killed, inPlace), func(t *testing.T) {
					t.Parallel()
					c := cut{first: first, second: second, third: after, killed: f.killed, inPlace: inPlace}
					c.before, c.between, c.want = clean(t, first), clean(t, second), clean(t, after)
					for n := 1; c.short(t, n); n++ {
						if n > 200 {
							t.Fatal("the run never ends")
						}
					}
				})
			}
		}
	}
}

// cut is three sites that are published one after the other, the second of them
// with a fault.
type cut struct {
	first, second, third  *Output
	before, between, want map[string]string // what they are on disk
	killed, inPlace       bool
}

// short breaks the n-th change of publishing the second site, and reports whether
// there was one.
func (c cut) short(t *testing.T, n int) bool {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, c.first, dir)
	f := &fault{left: n, killed: c.killed}
	done, err := writeWith(t, f, c.second, Target{Dir: dir, InPlace: c.inPlace})
	if err != nil && f.left > 0 {
		t.Fatalf("before change %d: %v", n, err)
	}
	got := everything(t, dir)
	if !c.inPlace && !cmp.Equal(got, c.before) && !cmp.Equal(got, c.between) && c.killed {
		t.Errorf("after change %d there is neither the one site nor the other: %v", n, got)
	}
	w := mustWrite(t, c.third, dir)
	for _, w := range []Written{done, w} {
		if w.Overwritten != nil || w.Kept != nil || w.Edited != nil || w.Left != nil {
			t.Errorf("after change %d: said to be edited by hand: %+v", n, w)
		}
	}
	if diff := cmp.Diff(c.want, everything(t, dir)); diff != "" {
		t.Errorf("after change %d (-clean +got):\n%s", n, diff)
	}
	onlyThat(t, dir)
	return f.left <= 0
}

func TestAFirstRunThatIsCutShortIsMadeGood(t *testing.T) {
	t.Parallel()
	o := siteOf("a.html", "1", "n/b.html", "2")
	want := clean(t, o)
	for n := 1; n < 20; n++ {
		for _, to := range []Target{{}, {InPlace: true}} {
			to.Dir = filepath.Join(t.TempDir(), "public")
			if to.InPlace {
				if err := os.Mkdir(to.Dir, 0o755); err != nil {
					t.Fatal(err)
				}
			}
			_, _ = writeWith(t, &fault{left: n, killed: true}, o, to)
			mustWrite(t, o, to.Dir)
			if diff := cmp.Diff(want, everything(t, to.Dir)); diff != "" {
				t.Errorf("after change %d (-clean +got):\n%s", n, diff)
			}
			onlyThat(t, to.Dir)
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
			mustWrite(t, siteOf("a.html", "1"), dir)
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
			_, err = Publish(t.Context(), siteOf("a.html", "one", "n/b.html", "3", "new.html", "2"), Target{Dir: dir})
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
