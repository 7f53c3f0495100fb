package site

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A page that somebody edited stays while the site changes. Put back as it was
// published, it is ours again, whichever build it was published by.
func TestAPageThatIsPutBackIsOursAgain(t *testing.T) {
	t.Parallel()
	for name, to := range map[string]Target{"": {}, "in place": {InPlace: true}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			to := to
			to.Dir = filepath.Join(t.TempDir(), "public")
			page := filepath.Join(to.Dir, "a.html")
			publish := func(o *Output, want Written) {
				t.Helper()
				got, err := Publish(t.Context(), o, to)
				if diff := cmp.Diff(want, got); err != nil || diff != "" {
					t.Fatalf("%v (-want +got):\n%s", err, diff)
				}
			}
			publish(siteOf("a.html", "1", "b.html", "1"), Written{Changed: []string{"a.html", "b.html"}})
			overwrite(t, page, "by hand")
			for _, words := range []string{"2", "3"} {
				publish(siteOf("a.html", words, "b.html", words), Written{Changed: []string{"b.html"}, Edited: []string{"a.html"}})
				if v, err := Verify(to.Dir); err != nil || !cmp.Equal(v.Changed, []string{"a.html"}) {
					t.Errorf("verified: %+v, %v", v, err)
				}
			}
			overwrite(t, page, "1")
			if v, err := Verify(to.Dir); err != nil || !v.Same() {
				t.Errorf("put back, verified: %+v, %v", v, err)
			}
			publish(siteOf("a.html", "3", "b.html", "3"), Written{Changed: []string{"a.html"}, Unchanged: 1})
			publish(siteOf("b.html", "3"), Written{Deleted: []string{"a.html"}, Unchanged: 1})
			onlyThat(t, to.Dir)
		})
	}
}

func overwrite(t *testing.T, file, content string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Rights are a matter of folders, which keep theirs. A page that is written anew is
// for everyone to read and never a program, whatever somebody made of the old one: a
// web server may run what is marked as one. A page that stays is not touched.
func TestAPageIsForEveryoneToReadAndNeverAProgram(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("files have no such rights there")
	}
	for _, inPlace := range []bool{false, true} {
		to := Target{Dir: filepath.Join(t.TempDir(), "public"), InPlace: inPlace}
		mustWrite(t, siteOf("a.html", "1", "b.html", "1"), to.Dir)
		usual := stat(t, filepath.Join(to.Dir, "a.html")).Mode()
		if usual.Perm()&0o111 != 0 {
			t.Errorf("a page is a program: %v", usual)
		}
		for _, name := range []string{"a.html", "b.html"} {
			if err := os.Chmod(filepath.Join(to.Dir, name), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Publish(t.Context(), siteOf("a.html", "2", "b.html", "1"), to); err != nil {
			t.Fatal(err)
		}
		if got := stat(t, filepath.Join(to.Dir, "a.html")).Mode(); got != usual {
			t.Errorf("in place %v: the new page has %v, want %v", inPlace, got, usual)
		}
		if got := stat(t, filepath.Join(to.Dir, "b.html")).Mode().Perm(); got != 0o755 {
			t.Errorf("in place %v: the page that stays has %v", inPlace, got)
		}
	}
}

// A disk has room up to some moment, whichever that is: there is the old site then, or
// the new one, and never a part of one unless pages are put into the folder one by one,
// which is said.
func TestADiskThatFillsUpAtAnyMoment(t *testing.T) {
	t.Parallel()
	first, second := siteOf("a.html", "1", "n/b.html", "2", "old.html", "3"), siteOf("a.html", "one", "n/b.html", "2", "m/c.html", "4")
	before, after := clean(t, first), clean(t, second)
	for _, inPlace := range []bool{false, true} {
		for n := 1; n < 100; n++ {
			to := Target{Dir: filepath.Join(t.TempDir(), fmt.Sprint(n), "public"), InPlace: inPlace}
			if err := os.Mkdir(filepath.Dir(to.Dir), 0o755); err != nil {
				t.Fatal(err)
			}
			mustWrite(t, first, to.Dir)
			f := &fault{left: n, as: &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}}
			_, err := writeWith(t, f, second, to)
			got := everything(t, to.Dir)
			switch {
			case err == nil && !cmp.Equal(after, got):
				t.Errorf("in place %v, full at change %d: no error, and there is %v", inPlace, n, got)
			case err != nil && !strings.HasPrefix(err.Error(), "the disk is full; "):
				t.Errorf("in place %v, full at change %d: %v", inPlace, n, err)
			case err != nil && strings.Contains(err.Error(), allAsItWas) && !cmp.Equal(before, got):
				t.Errorf("in place %v, full at change %d: something was published: %v", inPlace, n, got)
			case err != nil && !inPlace && !strings.Contains(err.Error(), allAsItWas):
				t.Errorf("full at change %d: %v", n, err)
			}
			mustWrite(t, second, to.Dir)
			if diff := cmp.Diff(after, everything(t, to.Dir)); diff != "" {
				t.Errorf("in place %v, full at change %d, built again (-clean +got):\n%s", inPlace, n, diff)
			}
			onlyThat(t, to.Dir)
			if f.left > 0 {
				break // there was no such change any more
			}
		}
	}
}
