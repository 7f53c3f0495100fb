package watch

import (
	"errors"
	"io/fs"
	"path/filepath"
	"sync"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// ears listen to the operating system. A nil *ears hears nothing.
//
// A goroutine of their own takes in what is told at once and keeps each name once:
// the system's queue stays empty however long a look takes, and a call that has to
// wait for the queue's reader always finds it reading.
type ears struct {
	root    string
	system  *fsnotify.Watcher
	add     func(folder string) error // has the system tell of a folder
	watched map[string]bool           // folders, by their names below the root
	ping    chan struct{}             // holds one when there is something to take
	ended   chan struct{}

	mu   sync.Mutex
	told told
}

// told is what the system said since it was last asked.
type told struct {
	names    map[string]news // of files and folders that something happened to
	overflow bool            // more happened than the system could tell
	doubtful bool            // the system had trouble with a name
	err      error           // the system says no more
}

// news is what happened to one name.
type news struct {
	sure bool // more than its rights or times may have changed
	anew bool // it was moved, removed or made: what was known of a folder of that name holds no longer
}

func (n news) and(later news) news { return news{n.sure || later.sure, n.anew || later.anew} }

// listen opens the system's ears. It fails where there are none left to be had.
func listen(root string) (*ears, error) {
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	e := &ears{root: root, system: system, add: system.Add, watched: map[string]bool{}, ping: make(chan struct{}, 1), ended: make(chan struct{})}
	go e.gather()
	return e, nil
}

// close ends the listening, and returns when it has ended.
func (e *ears) close() {
	if e == nil {
		return
	}
	_ = e.system.Close() // there is nothing left to do about it
	<-e.ended
}

// gather takes in what is told until the system is closed.
func (e *ears) gather() {
	defer close(e.ended)
	events, errs := e.system.Events, e.system.Errors
	for events != nil || errs != nil {
		select {
		case event, open := <-events:
			if !open {
				events = nil
				continue
			}
			e.event(event)
		case err, open := <-errs:
			if !open {
				errs = nil
				continue
			}
			e.trouble(err)
		}
	}
}

// event keeps what happened to one name.
func (e *ears) event(event fsnotify.Event) {
	rel, err := filepath.Rel(e.root, event.Name)
	if err != nil || event.Name == "" {
		return
	}
	name := filepath.ToSlash(rel)
	n := news{sure: event.Op != fsnotify.Chmod, anew: event.Op&(fsnotify.Remove|fsnotify.Rename|fsnotify.Create) != 0}
	e.keep(func(t *told) {
		if t.names == nil {
			t.names = map[string]news{}
		}
		t.names[name] = t.names[name].and(n)
	})
}

// trouble keeps what went wrong. A name that cannot be found or read any more is
// no reason to stop listening.
func (e *ears) trouble(err error) {
	e.keep(func(t *told) {
		switch {
		case errors.Is(err, fsnotify.ErrEventOverflow):
			t.overflow = true
		case passing(err):
			t.doubtful = true
		default:
			t.err = err
		}
	})
}

// keep notes something down and wakes whoever waits for it.
func (e *ears) keep(note func(*told)) {
	e.mu.Lock()
	note(&e.told)
	e.mu.Unlock()
	select {
	case e.ping <- struct{}{}:
	default: // it is known already that there is something
	}
}

// something gives a value when there is something to take.
func (e *ears) something() <-chan struct{} {
	if e == nil {
		return nil
	}
	return e.ping
}

// take gives what was told since the last time.
func (e *ears) take() told {
	if e == nil {
		return told{}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	t := e.told
	e.told = told{}
	return t
}

// watch has the system tell of a folder. A folder that is gone or closed to us is
// none to watch; any other error means that the system will not do it.
func (e *ears) watch(folder string) error {
	if e == nil || e.watched[folder] {
		return nil
	}
	err := e.add(filepath.Join(e.root, filepath.FromSlash(folder)))
	switch {
	case err == nil:
		e.watched[folder] = true
		return nil
	case passing(err):
		return nil
	}
	return err
}

// forget stops watching a folder that was moved, removed or made, and all below it:
// it is to be watched anew. A folder that was looked at between its move and the
// telling of it may seem to be watched and not be. The root has all below it.
func (e *ears) forget(folder string) {
	if !e.watched[folder] {
		return
	}
	for name := range e.watched {
		if folder != "." && !within(name, folder) {
			continue
		}
		delete(e.watched, name)
		_ = e.system.Remove(filepath.Join(e.root, filepath.FromSlash(name))) // it may well be gone already
	}
}

// passing reports whether an error concerns one name alone. An invalid argument is
// a folder that was gone before the system could be told to forget it.
func passing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EINVAL)
}
