package watch

import (
	"crypto/sha256"
	"io"
	"io/fs"
	"os"
	"time"
)

// entry is what is known of a file. The contents are only known of files that are
// compared by them.
type entry struct {
	stamp
	touched int64 // when anything of the file changed, its name or rights too; 0 where the system does not say
	recent  bool  // it was written so shortly before it was looked at that its time may not tell the next writing
	summed  bool
	sum     [sha256.Size]byte
}

// stamp is what tells one state of a file from another without reading it.
type stamp struct {
	mode     fs.FileMode
	size     int64
	modified int64  // nanoseconds
	number   uint64 // the file system's own name of the file; 0 where there is none
}

// granularity is how coarse the times of files can be: two seconds on the drives
// of cameras and old servers.
const granularity = 2 * time.Second

// file compares a file with what is known of it, and remembers what it is now.
func (t *tree) file(name string, info fs.FileInfo, sure bool) {
	old := t.entry(name)
	now := newEntry(info)
	changed := sure || old == nil || old.stamp != now.stamp
	if t.compare && now.mode.IsRegular() {
		switch {
		case changed || !old.summed || old.recent || old.touched != now.touched:
			now.sum, now.summed = t.sum(name)
			changed = changed || old.summed && now.summed && old.sum != now.sum
		default:
			now.sum, now.summed = old.sum, true
		}
	}
	if changed {
		t.mark(name)
	}
	t.keep(name, now)
}

func newEntry(info fs.FileInfo) *entry {
	number, touched := system(info)
	modified := info.ModTime()
	return &entry{
		stamp:   stamp{mode: info.Mode(), size: info.Size(), modified: modified.UnixNano(), number: number},
		touched: touched,
		recent:  time.Since(modified) < granularity,
	}
}

// A file is never read further than this: content files are far smaller.
const maxSummed = 4 << 20

// sum gives a fingerprint of a file's contents, if it can be read.
func (t *tree) sum(name string) (sum [sha256.Size]byte, ok bool) {
	f, err := os.Open(t.abs(name))
	if err != nil {
		return sum, false
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, io.LimitReader(f, maxSummed)); err != nil {
		return sum, false
	}
	h.Sum(sum[:0])
	return sum, true
}

// rereading is how long files are read at a time to compare their contents.
const rereading = 20 * time.Millisecond

// reread compares the contents of some files, each time of the next ones: an edit
// that changes neither size nor time is found after a while, and at once on a site
// that is read within the time.
func (t *tree) reread() {
	if len(t.queue) == 0 {
		t.queue = t.files()
	}
	for start := time.Now(); len(t.queue) > 0 && time.Since(start) < rereading; t.queue = t.queue[1:] {
		t.rereadFile(t.queue[0])
	}
}

func (t *tree) rereadFile(name string) {
	known := t.entry(name)
	if known == nil || !known.summed {
		return
	}
	if sum, ok := t.sum(name); ok && sum != known.sum {
		known.sum = sum
		t.mark(name)
	}
}
