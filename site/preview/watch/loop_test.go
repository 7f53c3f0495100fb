package watch

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

const patience = 20 * time.Second

func next(t *testing.T, w *Watcher) Change {
	t.Helper()
	select {
	case change := <-w.Changes():
		return change
	case <-time.After(patience):
		t.Fatal("no change was told")
	}
	panic("not reached")
}

// nextOf waits until something is told of a name.
func nextOf(t *testing.T, w *Watcher, name string) Change {
	t.Helper()
	for {
		if change := next(t, w); slices.Contains(change.Paths, name) {
			return change
		}
	}
}

func write(t *testing.T, root, name, text string) {
	t.Helper()
	file := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// quick are options for a folder of its own.
func quick(t *testing.T) Options {
	return Options{Root: t.TempDir(), Folders: []string{"content"}, Quiet: 20 * time.Millisecond, Longest: 300 * time.Millisecond, Every: 20 * time.Millisecond}
}

func start(t *testing.T, o Options) *Watcher {
	w := Start(o)
	t.Cleanup(w.Close)
	return w
}

func TestWithoutRoomToListenTheWatcherPollsAndSaysSo(t *testing.T) {
	t.Parallel()
	full := syscall.EMFILE
	o := quick(t)
	o.listen = func(string) (*ears, error) { return nil, full }
	write(t, o.Root, "content/a.yaml", "text")
	w := start(t, o)
	if change := next(t, w); !change.All || !errors.Is(change.Polling, full) {
		t.Errorf("got %+v, want all changed, polling because of %v", change, full)
	}
	write(t, o.Root, "content/a.yaml", "new text")
	if change := nextOf(t, w, "content/a.yaml"); change.Polling != nil {
		t.Errorf("it was said twice that the folders are polled: %v", change.Polling)
	}
}

func TestWhenWatchesRunOutTheWatcherPollsAndSaysSo(t *testing.T) {
	t.Parallel()
	o := quick(t)
	o.listen = func(root string) (*ears, error) {
		e, err := listen(root)
		if err == nil {
			left, add := 2, e.add
			e.add = func(folder string) error {
				if left--; left < 0 {
					return syscall.ENOSPC
				}
				return add(folder)
			}
		}
		return e, err
	}
	write(t, o.Root, "content/a.yaml", "text")
	w := start(t, o)
	write(t, o.Root, "content/one/too/many.yaml", "text")
	change := nextOf(t, w, "content/one/too/many.yaml")
	if !change.All || !errors.Is(change.Polling, syscall.ENOSPC) {
		t.Errorf("got %+v, want all changed, polling because of %v", change, syscall.ENOSPC)
	}
	write(t, o.Root, "content/one/too/many.yaml", "new text")
	nextOf(t, w, "content/one/too/many.yaml")
}

func TestWhenTheSystemTellsNothingTheWatcherNoticesAndPolls(t *testing.T) {
	t.Parallel()
	o := quick(t)
	o.Verify = 20 * time.Millisecond
	o.listen = func(root string) (*ears, error) {
		e, err := listen(root)
		if err == nil {
			e.add = func(string) error { return nil } // as on a network drive
		}
		return e, err
	}
	write(t, o.Root, "content/a.yaml", "text")
	w := start(t, o)
	write(t, o.Root, "content/a.yaml", "new text")
	if change := nextOf(t, w, "content/a.yaml"); change.Polling != nil {
		t.Errorf("the system was given no time to tell: %v", change.Polling)
	}
	if change := next(t, w); change.Polling != errDeaf || !change.All {
		t.Errorf("got %+v, want all changed, polling because of: %v", change, errDeaf)
	}
	write(t, o.Root, "content/a.yaml", "other text")
	nextOf(t, w, "content/a.yaml")
}

func TestWhenTooMuchHappenedAllCountsAsChanged(t *testing.T) {
	t.Parallel()
	o := quick(t)
	var heard *ears
	o.listen = func(root string) (e *ears, err error) {
		heard, err = listen(root)
		return heard, err
	}
	w := start(t, o)
	heard.trouble(fsnotify.ErrEventOverflow)
	if change := next(t, w); !change.All || change.Polling != nil {
		t.Errorf("got %+v, want all changed, and no polling", change)
	}
	write(t, o.Root, "content/a.yaml", "text")
	nextOf(t, w, "content/a.yaml")
}

// Random edits, by several writers, faster than they can be told: whoever reads what
// was told of whenever it was told ends up with what is on the disk.
func TestTheLastStateIsAlwaysTold(t *testing.T) {
	t.Parallel()
	for name, poll := range map[string]bool{"listening": false, "polling": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := quick(t)
			o.Poll = poll
			o.Quiet = 2 * time.Millisecond
			o.Longest = patience / 4        // a busy machine may be slow to tell
			o.Verify = 5 * time.Millisecond // so that looking and listening get into each other's way
			w := start(t, o)
			seen := map[string]string{}
			for round := range uint64(30) {
				scramble(t, o.Root, rand.New(rand.NewPCG(1, round)))
				last := fmt.Sprintf("content/end%d.yaml", round)
				write(t, o.Root, last, "end")
				catchUp(t, w, o.Root, seen)
			}
		})
	}
}

// scramble makes random edits in a small tree.
func scramble(t *testing.T, root string, r *rand.Rand) {
	t.Helper()
	name := func() string { return fmt.Sprintf("content/%c/%c/%c", 'a'+r.IntN(3), 'a'+r.IntN(3), 'a'+r.IntN(3)) }
	for range 40 {
		at := filepath.Join(root, filepath.FromSlash(name()))
		switch r.IntN(6) {
		case 0:
			_ = os.RemoveAll(at)
		case 1:
			_ = os.RemoveAll(filepath.Dir(at))
		case 2:
			_ = os.Rename(at, filepath.Join(root, filepath.FromSlash(name())))
		case 3:
			_ = os.Rename(filepath.Dir(at), filepath.Dir(filepath.Join(root, filepath.FromSlash(name()))))
		default:
			write(t, root, relative(root, at), fmt.Sprint(r.IntN(10)))
		}
	}
}

func relative(root, file string) string {
	rel, err := filepath.Rel(root, file)
	if err != nil {
		panic(err)
	}
	return filepath.ToSlash(rel)
}

// catchUp reads again what is told of, until what was read is what is there.
func catchUp(t *testing.T, w *Watcher, root string, seen map[string]string) {
	t.Helper()
	for !same(onDisk(t, root), seen) {
		change := next(t, w)
		if change.Polling != nil {
			t.Fatalf("began to poll: %v", change.Polling)
		}
		for _, name := range change.Paths {
			text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
			if err != nil {
				delete(seen, name)
				continue
			}
			seen[name] = string(text)
		}
	}
}

func same(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for name, text := range a {
		if got, found := b[name]; !found || got != text {
			return false
		}
	}
	return true
}

func onDisk(t *testing.T, root string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(root, func(file string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(file)
		files[relative(root, file)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
