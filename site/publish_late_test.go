package site

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// watchedDisk calls a function once, right before the first page is put in its place.
type watchedDisk struct {
	disk
	first func()
}

func (d *watchedDisk) Rename(from, to string) error {
	err := d.disk.Rename(from, to)
	if d.first != nil && to == manifestName {
		d.first()
		d.first = nil
	}
	return err
}

// Where pages are put in their places one by one, a page that somebody edits when all has
// been looked at stays as it is, and so does a file where a new page was to be.
func TestAPageThatIsEditedWhileOthersAreWrittenStays(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, siteOf("a.html", "1", "assets/old.css", "1", "b.html", "1", "old.html", "1"), dir)
	p, err := openPlace(Target{Dir: dir, InPlace: true})
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	p.root = &watchedDisk{disk: p.root, first: func() {
		for _, name := range []string{"a.html", "new.html", "old.html"} {
			overwrite(t, filepath.Join(dir, name), "by hand")
		}
	}}
	next := siteOf("a.html", "2", "assets/new.css", "2", "b.html", "2", "new.html", "2")
	got, err := publishIn(t, p, next)
	want := Written{Changed: []string{"assets/new.css", "b.html"}, Edited: []string{"a.html", "new.html"}, Kept: []string{"old.html"}}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	files := everything(t, dir)
	delete(files, manifestName)
	if diff := cmp.Diff(map[string]string{"a.html": "by hand", "assets/new.css": "2", "assets/old.css": "1", "b.html": "2", "new.html": "by hand", "old.html": "by hand"}, files); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	v, err := Verify(dir)
	if diff := cmp.Diff(Verified{Files: 6, Changed: []string{"a.html", "new.html", "old.html"}}, v); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}

	overwrite(t, filepath.Join(dir, "a.html"), "1")
	overwrite(t, filepath.Join(dir, "old.html"), "1")
	if err := os.Remove(filepath.Join(dir, "new.html")); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, next, dir)
	if diff := cmp.Diff(clean(t, next), everything(t, dir)); diff != "" {
		t.Errorf("put back, and published again (-clean +got):\n%s", diff)
	}
}
