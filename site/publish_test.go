package site

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// aWhile is a context that is over after it was asked so many times.
type aWhile struct {
	context.Context
	left atomic.Int64
}

func (c *aWhile) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func TestARunThatIsStoppedChangesNothing(t *testing.T) {
	t.Parallel()
	for _, inPlace := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "public")
		mustWrite(t, turn(0), dir)
		before := everything(t, dir)
		stopped := 0
		for n := int64(0); ; n++ {
			ctx := &aWhile{Context: t.Context()}
			ctx.left.Store(n)
			if _, err := Publish(ctx, turn(1), Target{Dir: dir, InPlace: inPlace}); err == nil {
				break
			} else if !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
			stopped++
			if diff := cmp.Diff(before, everything(t, dir)); diff != "" {
				t.Fatalf("stopped at %d (-before +after):\n%s", n, diff)
			}
			onlyThat(t, dir)
		}
		if stopped < 20 {
			t.Errorf("in place %v: it could be stopped at %d points only", inPlace, stopped)
		}
	}
}

func TestNothingIsWrittenWhenNothingChanged(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, turn(0), dir)
	before := []fs.FileInfo{stat(t, dir), stat(t, filepath.Dir(dir)), stat(t, filepath.Join(dir, "index.html"))}
	mustWrite(t, turn(0), dir)
	for i, name := range []string{dir, filepath.Dir(dir), filepath.Join(dir, "index.html")} {
		if after := stat(t, name); !os.SameFile(before[i], after) || !before[i].ModTime().Equal(after.ModTime()) {
			t.Errorf("%s was written to", name)
		}
	}
}

func stat(t *testing.T, name string) fs.FileInfo {
	t.Helper()
	info, err := os.Lstat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// canSwap skips the test where a folder cannot be replaced in one step.
func canSwap(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"a", "b"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := (openFolder{root}).Exchange("a", "b"); err != nil {
		t.Skip("no folder can be replaced in one step here: ", err)
	}
}

// Who reads pages while others are published finds every one, and each whole.
func TestReadersFindEveryPageWhileOthersArePublished(t *testing.T) {
	t.Parallel()
	canSwap(t)
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, turn(0), dir)
	whole := map[string]bool{string(turn(0).Files[0].Content): true, string(turn(1).Files[0].Content): true}
	done, reads := make(chan struct{}), make(chan int)
	go func() {
		n := 0
		defer func() { reads <- n }()
		for ; ; n++ {
			select {
			case <-done:
				return
			default:
			}
			if there, err := os.ReadFile(filepath.Join(dir, "index.html")); err != nil || !whole[string(there)] {
				t.Errorf("read %d: %d bytes, %v", n, len(there), err)
				return
			}
		}
	}()
	for i := 1; i <= 50; i++ {
		mustWrite(t, turn(i), dir)
	}
	close(done)
	if n := <-reads; n < 50 {
		t.Errorf("it was read %d times only", n)
	} else {
		t.Logf("%d reads while 50 sites were published", n)
	}
}

func TestWhatOthersPutThereStays(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		put   func(dir string) error
		moved bool // the folder itself is replaced
	}{
		"files": {func(dir string) error {
			return errors.Join(os.MkdirAll(filepath.Join(dir, ".well-known"), 0o750), os.WriteFile(filepath.Join(dir, ".well-known", "security.txt"), []byte("mine"), 0o600))
		}, true},
		"an empty folder": {func(dir string) error { return os.MkdirAll(filepath.Join(dir, "n", "mine"), 0o700) }, true},
		"rights":          {func(dir string) error { return os.Chmod(dir, 0o775|fs.ModeSetgid) }, true},
		"a link":          {func(dir string) error { return os.Symlink("index.html", filepath.Join(dir, "latest")) }, false},
		"a repository":    {func(dir string) error { return os.Mkdir(filepath.Join(dir, ".git"), 0o755) }, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if c.moved {
				canSwap(t)
			}
			dir := filepath.Join(t.TempDir(), "public")
			mustWrite(t, turn(0), dir)
			if err := c.put(dir); err != nil {
				t.Skip(err)
			}
			before, folder := modes(t, dir), stat(t, dir)
			mustWrite(t, turn(1), dir)
			if os.SameFile(folder, stat(t, dir)) == c.moved {
				t.Errorf("the folder was replaced: %v", !c.moved)
			}
			mustWrite(t, turn(0), dir)
			if diff := cmp.Diff(before, modes(t, dir)); diff != "" {
				t.Errorf("(-before +after):\n%s", diff)
			}
			onlyThat(t, dir)
		})
	}
}

// modes gives the rights of all that is in a folder.
func modes(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil {
			rel, _ := filepath.Rel(dir, name)
			all[rel] = stat(t, name).Mode().String()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// What somebody puts into the folder in the very moment in which it is replaced
// goes into the new one.
func TestWhatArrivesInTheLastMomentIsNotLost(t *testing.T) {
	t.Parallel()
	canSwap(t)
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, turn(0), dir)
	p, err := openPlace(Target{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	p.beside = lateDisk{p.beside, func() {
		for _, name := range []string{"late.txt", "n/0/page-0.html"} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte("late"), 0o644); err != nil {
				t.Error(err)
			}
		}
	}}
	if _, err := publishIn(t, p, siteOf("index.html", "new")); err != nil {
		t.Fatal(err)
	}
	got := everything(t, dir)
	delete(got, manifestName)
	if diff := cmp.Diff(map[string]string{"index.html": "new", "late.txt": "late", "n/0/page-0.html": "late"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	onlyThat(t, dir)
}

// lateDisk does something just before a folder is replaced.
type lateDisk struct {
	disk
	before func()
}

func (d lateDisk) Exchange(a, b string) error {
	d.before()
	return d.disk.Exchange(a, b)
}

func TestTroubleIsSaidInPlainWords(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the system has other numbers")
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := Publish(t.Context(), turn(0), Target{Dir: filepath.Join(file, "public")})
	if err == nil || errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), "not a directory") {
		t.Errorf("got %v", err)
	}
}

func TestVerifyFindsWhatDiffers(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, siteOf("a.html", "1", "b.html", "2", "n/c.html", "3"), dir)
	if v, err := Verify(dir); err != nil || !v.Same() || v.Files != 3 {
		t.Errorf("just published: %+v, %v", v, err)
	}
	for _, name := range []string{"a.html", "mine.txt", ".well-known/security.txt"} {
		if err := errors.Join(os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755), os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(dir, "n/c.html")); err != nil {
		t.Fatal(err)
	}
	got, err := Verify(dir, ".well-known")
	want := Verified{Files: 3, Changed: []string{"a.html"}, Missing: []string{"n/c.html"}, Extra: []string{"mine.txt"}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	for _, dir := range []string{t.TempDir(), filepath.Join(dir, "nothing"), filepath.Join(dir, "a.html")} {
		if _, err := Verify(dir); !errors.Is(err, ErrRefused) {
			t.Errorf("%s: got %v", dir, err)
		}
	}
}

func TestVerifyFindsARunThatWasCutShort(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, turn(0), dir)
	for n := 1; ; n++ {
		f := &fault{left: n, killed: true}
		if _, err := writeWith(t, f, turn(1), Target{Dir: dir, InPlace: true}); err == nil {
			break
		}
		v, err := Verify(dir)
		if err != nil || n > 1 && !v.CutShort {
			t.Errorf("cut short at change %d: %+v %v", n, v, err)
		}
		mustWrite(t, turn(0), dir)
	}
}
