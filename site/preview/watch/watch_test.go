package watch_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"notices.example/site/preview/watch"
)

// patience is how long a test waits for what has to come.
const patience = 20 * time.Second

// folder is a site's folder on a real disk, watched.
type folder struct {
	*testing.T
	root    string
	watcher *watch.Watcher
}

var watched = []string{"content", "layouts", "partials"}

// inBothModes runs a test with the system's events, and by polling.
func inBothModes(t *testing.T, test func(t *testing.T, o watch.Options)) {
	t.Parallel()
	for name, poll := range map[string]bool{"listening": false, "polling": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, watch.Options{Root: t.TempDir(), Folders: watched, Poll: poll, Quiet: 100 * time.Millisecond, Every: 20 * time.Millisecond})
		})
	}
}

// begin makes files and then watches them.
func begin(t *testing.T, o watch.Options, files ...string) *folder {
	t.Helper()
	f := &folder{T: t, root: o.Root}
	for _, name := range files {
		f.write(name, "as it was: "+name)
	}
	f.watcher = watch.Start(o)
	t.Cleanup(f.watcher.Close)
	return f
}

func (f *folder) path(name string) string { return filepath.Join(f.root, filepath.FromSlash(name)) }

func (f *folder) do(err error) {
	f.Helper()
	if err != nil {
		f.Fatal(err)
	}
}

func (f *folder) write(name, text string) {
	f.Helper()
	f.do(os.MkdirAll(filepath.Dir(f.path(name)), 0o755))
	f.do(os.WriteFile(f.path(name), []byte(text), 0o644))
}

func (f *folder) rename(from, to string) {
	f.Helper()
	f.do(os.Rename(f.path(from), f.path(to)))
}

func (f *folder) remove(name string) {
	f.Helper()
	f.do(os.RemoveAll(f.path(name)))
}

// next gives the next change.
func (f *folder) next() watch.Change {
	f.Helper()
	select {
	case change, open := <-f.watcher.Changes():
		if !open {
			f.Fatal("the watcher ended")
		}
		return change
	case <-time.After(patience):
		f.Fatal("no change was told")
	}
	panic("not reached")
}

// told waits until all of the names were told, in one change or several, and
// nothing but them. A look may find a folder that was emptied and is about to go.
func (f *folder) told(names ...string) {
	f.Helper()
	missing := map[string]bool{}
	for _, name := range names {
		missing[name] = true
	}
	for len(missing) > 0 {
		change := f.next()
		for _, name := range change.Paths {
			if !slices.ContainsFunc(names, func(n string) bool { return n == name || strings.HasPrefix(n, name+"/") }) {
				f.Fatalf("told of %s; want only %v", name, names)
			}
			delete(missing, name)
		}
		if change.All || change.Polling != nil {
			f.Fatalf("told that all changed (polling: %v), still waiting for %v", change.Polling, slices.Collect(maps.Keys(missing)))
		}
	}
}

// settled makes one more edit and waits for it: nothing else is to be told before.
func (f *folder) settled() {
	f.Helper()
	const last = "content/last.yaml"
	f.write(last, time.Now().String())
	f.told(last)
}

func TestAnEditIsTold(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		f := begin(t, o, "content/notices/a.md", "content/notices/b.md")
		f.write("content/notices/a.md", "another text")
		f.told("content/notices/a.md")
		f.settled()
	})
}

func TestEveryKindOfChangeIsTold(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		f := begin(t, o, "content/notices/a.md", "content/notices/b.md", "layouts/page.html")
		f.write("content/notices/c.md", "new")
		f.told("content/notices/c.md")
		f.remove("content/notices/a.md")
		f.told("content/notices/a.md")
		f.rename("content/notices/b.md", "content/notices/d.md")
		f.told("content/notices/b.md", "content/notices/d.md")
		f.write("layouts/page.html", "own")
		f.told("layouts/page.html")
		f.write("partials/gap.css", "a folder that was not there")
		f.told("partials/gap.css")
		f.settled()
	})
}

func TestAFolderWithANumberForItsNameIsWatched(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		f := begin(t, o, "content/notices/2024/a.md")
		f.write("content/notices/2024/a.md", "new")
		f.told("content/notices/2024/a.md")
	})
}

func TestFilesInNewFoldersAreSeenAtOnce(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		f := begin(t, o, "content/site.yaml")
		f.write("content/notices/a/b/c/d.md", "made together with its folders")
		f.told("content/notices/a/b/c/d.md")
		f.write("content/notices/a/b/c/d.md", "made later")
		f.told("content/notices/a/b/c/d.md")
		f.do(os.Mkdir(f.path("content/notices/empty"), 0o755))
		f.told("content/notices/empty")
		f.remove("content/notices/empty")
		f.told("content/notices/empty")
		f.settled()
	})
}

func TestAFolderIsRenamed(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		f := begin(t, o, "content/notices/old/a.md", "content/notices/old/deep/b.md")
		// aaa comes before old, and zzz after it: the order of the names is not to matter.
		for _, step := range [][2]string{{"old", "aaa"}, {"aaa", "zzz"}} {
			from, to := "content/notices/"+step[0], "content/notices/"+step[1]
			f.rename(from, to)
			f.told(from+"/a.md", from+"/deep/b.md", to+"/a.md", to+"/deep/b.md")
			f.write(to+"/deep/b.md", "edited in "+to)
			f.told(to + "/deep/b.md")
			f.write(to+"/a.md", "edited in "+to)
			f.told(to + "/a.md")
		}
		f.settled()
	})
}

func TestAFolderChangesPlacesWithAnother(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		f := begin(t, o, "content/notices/a/deep/x.md", "content/notices/b/deep/x.md")
		f.rename("content/notices/a", "content/c")
		f.rename("content/notices/b", "content/notices/a")
		f.rename("content/c", "content/notices/b")
		f.told("content/notices/a/deep/x.md", "content/notices/b/deep/x.md")
		f.write("content/notices/a/deep/x.md", "edited")
		f.told("content/notices/a/deep/x.md")
		f.write("content/notices/b/deep/x.md", "edited")
		f.told("content/notices/b/deep/x.md")
	})
}

func TestAWatchedFolderIsDeletedAndMadeAnew(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		for _, gone := range []string{"content", "content/notices"} {
			t.Run(gone, func(t *testing.T) {
				o := o
				o.Root = t.TempDir()
				f := begin(t, o, "content/notices/a.md")
				for range 3 {
					f.remove(gone)
					f.told("content/notices/a.md")
					f.write("content/notices/a.md", "back again")
					f.told("content/notices/a.md")
				}
			})
		}
	})
}

func TestTheRootIsMovedAwayAndMadeAnew(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		above := o.Root
		o.Root = filepath.Join(above, "site")
		o.Verify = time.Hour
		f := begin(t, o, "content/notices/a.md")
		for i := range 3 {
			f.do(os.Rename(o.Root, filepath.Join(above, fmt.Sprint("away", i))))
			f.told("content/notices/a.md")
			f.write("content/notices/a.md", "back again")
			f.told("content/notices/a.md")
			f.write("content/notices/a.md", "and edited")
			f.told("content/notices/a.md")
		}
	})
}

func TestNothingIsThereAtFirst(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		o.Root = filepath.Join(o.Root, "site")
		f := begin(t, o)
		f.write("content/notices/a.md", "the first file")
		f.told("content/notices/a.md")
	})
}

// A machine that is slow may pause in the middle of a storm, so that it is told in
// a few changes; it is never one change for each file.
func TestAStormIsOneChange(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		const files = 1000
		o.Quiet = 100 * time.Millisecond
		o.Longest = patience
		f := begin(t, o, "content/site.yaml")
		missing := map[string]bool{}
		for i := range files {
			name := fmt.Sprintf("content/notices/folder%d/notice%03d.md", i%7, i)
			f.write(name, "checked out")
			missing[name] = true
		}
		changes := 0
		for ; len(missing) > 0; changes++ {
			for _, name := range f.next().Paths {
				delete(missing, name)
			}
		}
		if changes > files/20 {
			t.Errorf("%d changes for %d files", changes, files)
		}
	})
}

func TestAChangeIsNotHeldBackForEver(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		o.Quiet = patience
		o.Longest = 50 * time.Millisecond
		f := begin(t, o, "content/a.yaml")
		f.write("content/a.yaml", "new text")
		f.told("content/a.yaml")
	})
}

func TestABusyReaderLosesNothing(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		f := begin(t, o, "content/a.yaml", "content/b.yaml", "content/c.yaml")
		other := watch.Start(o) // says when the first one has had the time to hear
		t.Cleanup(other.Close)
		for _, name := range []string{"content/a.yaml", "content/b.yaml", "content/c.yaml"} {
			f.write(name, "new text")
			for heard := false; !heard; {
				select {
				case change := <-other.Changes():
					heard = slices.Contains(change.Paths, name)
				case <-time.After(patience):
					t.Fatal("no change was told")
				}
			}
		}
		f.told("content/a.yaml", "content/b.yaml", "content/c.yaml")
	})
}

func TestLinksAreNotFollowed(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		elsewhere := t.TempDir()
		f := begin(t, o, "content/notices/a.md")
		if err := os.Symlink(elsewhere, f.path("content/notices/link")); err != nil {
			t.Skip(err)
		}
		f.told("content/notices/link")
		f.do(os.WriteFile(filepath.Join(elsewhere, "b.md"), []byte("outside"), 0o644))
		f.settled()
		f.remove("content/notices/link")
		f.told("content/notices/link")
	})
}

func TestAFileBecomesAFolderAndBack(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		f := begin(t, o, "content/notices/a")
		f.remove("content/notices/a")
		f.write("content/notices/a/b.md", "inside")
		f.told("content/notices/a", "content/notices/a/b.md")
		f.remove("content/notices/a")
		f.write("content/notices/a", "a file again")
		f.told("content/notices/a", "content/notices/a/b.md")
	})
}

func TestAnEditThatKeepsSizeAndTimeIsTold(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		const name = "content/a.yaml"
		long := time.Now().Add(-24 * time.Hour)
		f := &folder{T: t, root: o.Root}
		f.write(name, "one")
		f.do(os.Chtimes(f.path(name), long, long))
		f.watcher = watch.Start(o)
		t.Cleanup(f.watcher.Close)
		f.write(name, "two")
		f.do(os.Chtimes(f.path(name), long, long))
		f.told(name)
	})
}

func TestRightsThatChangeAreTold(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		f := begin(t, o, "content/a.yaml")
		f.do(os.Chmod(f.path("content/a.yaml"), 0o600))
		f.told("content/a.yaml")
	})
}

func TestClosingEndsAll(t *testing.T) {
	inBothModes(t, func(t *testing.T, o watch.Options) {
		f := begin(t, o, "content/a.yaml")
		f.write("content/a.yaml", strings.Repeat("never taken", 10))
		f.watcher.Close()
		f.watcher.Close()
		for range f.watcher.Changes() {
			t.Error("told of a change after it was closed")
		}
	})
}
