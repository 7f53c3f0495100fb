package site

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAmendWritesSomeFilesAndLeavesTheOthers(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, siteOf("a.html", "1", "n/b.html", "2", "n/c.html", "3"), dir)
	done, err := Amend(t.Context(), Target{Dir: dir}, siteOf("n/b.html", "two", "n/c.html", "3").Files)
	if err != nil {
		t.Fatal(err)
	}
	want := Amended{Written: Written{Changed: []string{"n/b.html"}, Unchanged: 2}, Grown: 2}
	if diff := cmp.Diff(want, done); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(clean(t, siteOf("a.html", "1", "n/b.html", "two", "n/c.html", "3")), everything(t, dir)); diff != "" {
		t.Errorf("(-clean +amended)\n%s", diff)
	}
	onlyThat(t, dir)
}

// What takes more than to write some files anew is refused, and nothing is changed.
func TestAmendLeavesTheRestToAWholeRun(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		meddle func(dir string) error
		files  *Output
	}{
		"a new file":          {nil, siteOf("n/d.html", "4")},
		"a file was edited":   {func(dir string) error { return os.WriteFile(filepath.Join(dir, "a.html"), []byte("mine"), 0o644) }, siteOf("a.html", "one")},
		"a file is missing":   {func(dir string) error { return os.Remove(filepath.Join(dir, "a.html")) }, siteOf("a.html", "one")},
		"there is no list":    {func(dir string) error { return os.Remove(filepath.Join(dir, manifestName)) }, siteOf("a.html", "one")},
		"a run was cut short": {func(dir string) error { return os.Mkdir(filepath.Join(dir, stageInside()), 0o755) }, siteOf("a.html", "one")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			mustWrite(t, siteOf("a.html", "1", "n/b.html", "2"), dir)
			if c.meddle != nil {
				if err := c.meddle(dir); err != nil {
					t.Fatal(err)
				}
			}
			before := everything(t, dir)
			if _, err := Amend(t.Context(), Target{Dir: dir}, c.files.Files); !errors.Is(err, ErrWider) {
				t.Errorf("it went on: %v", err)
			}
			if diff := cmp.Diff(before, everything(t, dir)); diff != "" {
				t.Errorf("(-before +after)\n%s", diff)
			}
		})
	}
}

// Wherever it is cut short, the next run makes it good.
func TestAnAmendmentThatIsCutShortIsMadeGood(t *testing.T) {
	t.Parallel()
	first := siteOf("a.html", "1", "n/b.html", "2", "n/o/c.html", "3")
	second := siteOf("a.html", "one", "n/b.html", "2", "n/o/c.html", "three")
	want := clean(t, second)
	for _, killed := range []bool{true, false} {
		for n, broke := 1, true; broke; n++ {
			dir := filepath.Join(t.TempDir(), "public")
			mustWrite(t, first, dir)
			f := &fault{left: n, killed: killed}
			p, err := openPlace(Target{Dir: dir})
			if err != nil {
				t.Fatal(err)
			}
			p.root = brokenDisk{p.root, f}
			_, err = p.amend(t.Context(), siteOf("a.html", "one", "n/o/c.html", "three").Files)
			p.close()
			broke = f.left <= 0
			for _, name := range []string{"a.html", "n/o/c.html"} {
				if err == nil && everything(t, dir)[name] != want[name] {
					t.Errorf("change %d failed, and it said nothing", n)
				}
			}
			if w := mustWrite(t, second, dir); w.Edited != nil || w.Overwritten != nil {
				t.Errorf("after change %d: said to be edited by hand: %+v", n, w)
			}
			if diff := cmp.Diff(want, everything(t, dir)); diff != "" {
				t.Errorf("after change %d (-clean +got):\n%s", n, diff)
			}
			onlyThat(t, dir)
		}
	}
}
