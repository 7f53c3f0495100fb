// Package watch says when the files of a site change. It takes the site's root and
// the folders below it that matter, and gives Changes: which files were written,
// made, renamed or removed since the last one.
//
// It listens to the operating system, folder by folder, and waits until an editor
// is done. What the system tells is not trusted to be all: every few seconds the
// folders are looked through besides. Where the system tells nothing, as on many
// network drives, or has no room to watch so many folders, the watcher looks again
// and again from then on, and says so once.
//
// It follows no symbolic links, and passes over what editors and systems write for
// themselves. It never ends by itself: a root that is not there may come back.
package watch

import (
	"cmp"
	"slices"
	"sync"
	"time"
)

// Options say what is watched. Zero durations stand for the usual ones.
type Options struct {
	Root    string        // the site's folder
	Folders []string      // names of folders straight below the root; they need not exist yet
	Poll    bool          // look again and again, without listening to the system
	Quiet   time.Duration // how long nothing may happen before a Change is given; usually 100 ms
	Longest time.Duration // how long a Change is held back at most; usually 2 s
	Every   time.Duration // how often a watcher that polls looks; usually 500 ms
	Verify  time.Duration // how often a watcher that listens looks besides; usually 5 s

	listen func(root string) (*ears, error) // for tests
}

// withDefaults gives the options with every duration set.
func (o Options) withDefaults() Options {
	o.Quiet = cmp.Or(o.Quiet, 100*time.Millisecond)
	o.Longest = cmp.Or(o.Longest, 2*time.Second)
	o.Every = cmp.Or(o.Every, 500*time.Millisecond)
	o.Verify = cmp.Or(o.Verify, 5*time.Second)
	if o.listen == nil {
		o.listen = listen
	}
	return o
}

// Change is what happened since the Change before it.
type Change struct {
	Paths   []string // below the root, with forward slashes, in order; files, and folders that are or were empty
	All     bool     // something may have happened to any other file too
	Polling error    // why the system is no longer listened to, given once; nil otherwise
}

// And puts a later change to one that nobody has taken yet.
func (c Change) And(later Change) Change {
	paths := slices.Concat(c.Paths, later.Paths)
	slices.Sort(paths)
	polling := c.Polling
	if polling == nil {
		polling = later.Polling
	}
	return Change{Paths: slices.Compact(paths), All: c.All || later.All, Polling: polling}
}

// nothing reports whether there is nothing to tell.
func (c Change) nothing() bool { return len(c.Paths) == 0 && !c.All && c.Polling == nil }

// Watcher watches until it is closed.
type Watcher struct {
	changes chan Change
	stop    chan struct{}
	ended   chan struct{}
	once    sync.Once
}

// Start begins to watch. Whatever happens to the folders after it has returned is
// told. It cannot fail: where nothing can be listened to, the folders are polled.
func Start(o Options) *Watcher {
	w := &Watcher{changes: make(chan Change), stop: make(chan struct{}), ended: make(chan struct{})}
	l := newLoop(o.withDefaults())
	l.begin()
	go func() {
		defer close(w.ended)
		defer close(w.changes)
		defer l.end()
		l.run(w.changes, w.stop)
	}()
	return w
}

// Changes gives the changes. A reader who is busy loses nothing: what happens
// meanwhile becomes one Change. The channel is closed after Close.
func (w *Watcher) Changes() <-chan Change { return w.changes }

// Close ends the watching, and returns when all of it has ended. It can be called
// more than once.
func (w *Watcher) Close() {
	w.once.Do(func() { close(w.stop) })
	<-w.ended
}
