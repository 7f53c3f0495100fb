package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// More happens than the system can keep for a reader who is slow: it says so, and
// then all of it is found by looking.
func TestAStormThatTheSystemCannotKeepIsFoundByLooking(t *testing.T) {
	t.Parallel()
	const files = 12_000
	if runtime.GOOS != "linux" {
		t.Skip("only Linux says how much it keeps")
	}
	if kept := systemKeeps(t); kept > 2*files {
		t.Skipf("this system keeps %d events, more than the storm has", kept)
	}
	o := quick(t)
	if memory, err := os.MkdirTemp("/dev/shm", "storm"); err == nil { // disks are slow
		o.Root = memory
		t.Cleanup(func() { _ = os.RemoveAll(memory) })
	}
	o.Verify = time.Hour // nothing is found by chance
	var heard *ears
	o.listen = func(root string) (e *ears, err error) {
		heard, err = listen(root)
		return heard, err
	}
	write(t, o.Root, "content/notices/first.md", "text")
	w := start(t, o)
	heard.mu.Lock() // the reader is busy
	folder := filepath.Join(o.Root, "content", "notices")
	for i := range files {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%05d.md", i)), []byte("text"), 0o644); err != nil {
			heard.mu.Unlock()
			t.Fatal(err)
		}
	}
	heard.mu.Unlock()
	told, all := map[string]bool{}, false
	for len(told) < files || !all {
		change := next(t, w)
		if change.Polling != nil {
			t.Fatalf("began to poll: %v", change.Polling)
		}
		all = all || change.All
		for _, name := range change.Paths {
			told[name] = true
		}
	}
	write(t, o.Root, "content/notices/first.md", "it goes on listening")
	nextOf(t, w, "content/notices/first.md")
}

// systemKeeps gives how many events the system keeps for a slow reader.
func systemKeeps(t *testing.T) int {
	t.Helper()
	text, err := os.ReadFile("/proc/sys/fs/inotify/max_queued_events")
	if err != nil {
		t.Skip(err)
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		t.Skip(err)
	}
	return n
}

// What is promised of network drives: a change is told within two seconds.
func TestPollingTellsWithinTwoSeconds(t *testing.T) {
	t.Parallel()
	o := Options{Root: t.TempDir(), Folders: []string{"content"}, Poll: true}
	usual := o.withDefaults()
	if sum := usual.Every + usual.Quiet; sum > time.Second {
		t.Errorf("a change is told after up to %v, and looking takes time besides", sum)
	}
	write(t, o.Root, "content/a.yaml", "text")
	w := start(t, o)
	begun := time.Now()
	write(t, o.Root, "content/a.yaml", "new text")
	nextOf(t, w, "content/a.yaml")
	t.Logf("told after %v", time.Since(begun))
}
