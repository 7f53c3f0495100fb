package watch

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// loop is what one goroutine does: it hears and looks, waits until it is quiet,
// and tells. Nothing of it is shared.
type loop struct {
	o       Options
	tree    *tree
	ears    *ears           // nil when polling
	lost    error           // why the system cannot be listened to any longer
	heard   map[string]news // told by the system and not looked at yet
	unheard map[string]bool // seen without being told of; when the telling does not follow, the system is deaf
	all     bool            // more may have changed than was heard
	ready   Change          // to be told as soon as somebody takes it
	waiting bool            // for quiet
	since   time.Time       // when the waiting began
	settled *time.Timer
	verify  *time.Timer
}

func newLoop(o Options) *loop {
	l := &loop{o: o, heard: map[string]news{}, unheard: map[string]bool{}, settled: stopped(), verify: stopped()}
	l.tree = newTree(o.Root)
	return l
}

// stopped gives a timer that does not run yet.
func stopped() *time.Timer {
	t := time.NewTimer(time.Hour)
	t.Stop()
	return t
}

// begin takes stock of what is there.
func (l *loop) begin() {
	l.tree.compare = l.o.Poll
	if !l.o.Poll {
		l.ears, l.lost = l.o.listen(l.tree.root)
	}
	l.tree.enter = l.watch
	l.verify.Reset(l.lookThrough())
	l.tree.taken()
	l.giveUpIfLost()
}

// end lets go of everything.
func (l *loop) end() {
	l.settled.Stop()
	l.verify.Stop()
	l.ears.close()
}

// run goes on until stop is closed.
func (l *loop) run(changes chan<- Change, stop <-chan struct{}) {
	for {
		var out chan<- Change // nobody is told while there is nothing to tell
		if !l.ready.nothing() {
			out = changes
		}
		select {
		case <-stop:
			return
		case <-l.ears.something():
			l.hear()
		case <-l.settled.C:
			l.settle()
		case <-l.verify.C:
			l.check()
		case out <- l.ready:
			l.ready = Change{}
		}
		l.giveUpIfLost()
	}
}

// watch has the system tell of a folder, if it can.
func (l *loop) watch(folder string) {
	if err := l.ears.watch(folder); err != nil && l.lost == nil {
		l.lost = err
	}
}

// hear takes what the system told.
func (l *loop) hear() {
	told := l.ears.take()
	for name, n := range told.names {
		if n.anew {
			l.ears.forget(name)
		}
		if l.concerns(name) {
			l.heard[name] = l.heard[name].and(n)
			l.explain(name)
		}
	}
	switch {
	case told.err != nil && l.lost == nil:
		l.lost = told.err
	case told.overflow:
		l.all = true
		clear(l.unheard)
		l.verify.Reset(l.lookThrough())
	case told.doubtful, told.names["."].anew: // the root is to be watched anew
		l.verify.Reset(l.o.Quiet)
	}
	if l.all || len(l.heard) > 0 {
		l.wait()
	}
}

// explain takes from the files that were seen unheard what is told of now.
func (l *loop) explain(name string) {
	for unheard := range l.unheard {
		if within(unheard, name) {
			delete(l.unheard, unheard)
		}
	}
}

// concerns reports whether a name is one of those to watch.
func (l *loop) concerns(name string) bool {
	top, _, _ := strings.Cut(name, "/")
	return slices.Contains(l.o.Folders, top) && !slices.ContainsFunc(strings.Split(name, "/"), passedOver)
}

// wait waits until nothing happens for a while, but not for ever.
func (l *loop) wait() {
	if !l.waiting {
		l.waiting, l.since = true, time.Now()
	}
	l.settled.Reset(min(l.o.Quiet, max(time.Until(l.since.Add(l.o.Longest)), 0)))
}

// settle looks at what was heard of, and has it told. A watcher that polls looks
// once more first.
func (l *loop) settle() {
	if l.ears == nil { // it may have come into the middle of something
		before := l.tree.marks
		l.lookThrough()
		if l.tree.marks > before && time.Since(l.since) < l.o.Longest {
			l.wait()
			return
		}
	}
	l.lookAtHeard()
	l.tell(nil)
}

// tell has all that is known told.
func (l *loop) tell(polling error) {
	l.waiting = false
	l.settled.Stop()
	l.ready = l.ready.And(Change{Paths: l.tree.taken(), All: l.all, Polling: polling})
	l.all = false
}

// lookAtHeard looks at every name that was heard. What is gone comes first: a folder
// that was renamed is to be forgotten before it is met under its new name.
func (l *loop) lookAtHeard() {
	names := slices.Sorted(maps.Keys(l.heard))
	for _, name := range names {
		if l.heard[name].anew && l.tree.isFolder(name) || l.tree.isGone(name) {
			l.tree.drop(name)
		}
	}
	for _, name := range names {
		l.tree.look(name, l.heard[name].sure)
	}
	clear(l.heard)
}

// lookThrough compares everything with what is known, and says when to do so
// again: the longer it takes, the more rarely.
func (l *loop) lookThrough() time.Duration {
	start := time.Now()
	l.watch(".")
	for _, folder := range l.o.Folders {
		l.tree.look(folder, false)
	}
	if l.ears == nil {
		l.tree.reread()
		return max(l.o.Every, 10*time.Since(start))
	}
	if !l.ears.watched["."] {
		return l.o.Every // until the root is back
	}
	return max(l.o.Verify, 50*time.Since(start))
}

// check looks at everything, whether or not something was heard.
func (l *loop) check() {
	l.hear()
	listening := l.ears != nil && l.ears.watched["."]
	deaf := listening && len(l.unheard) > 0
	known, before := maps.Clone(l.tree.changed), l.tree.marks
	next := l.lookThrough()
	for name := range l.tree.changed {
		if listening && !known[name] && !l.isExplained(name) {
			l.unheard[name] = true
			next = l.o.Longest // time enough to be told of it
		}
	}
	if deaf && l.lost == nil {
		l.lost = errDeaf
	}
	if l.tree.marks > before {
		l.wait()
	}
	l.verify.Reset(next)
}

// errDeaf is why a watcher polls whose system says that it tells, and does not.
var errDeaf = errors.New("the system does not tell of changes in this folder")

// isExplained reports whether something was heard that a change may be part of.
func (l *loop) isExplained(name string) bool {
	for heard := range l.heard {
		if within(name, heard) {
			return true
		}
	}
	return false
}

// giveUpIfLost goes over to polling when the system cannot be listened to. Changes
// may have been missed by then, so all is said to have changed.
func (l *loop) giveUpIfLost() {
	if l.lost == nil {
		return
	}
	why := l.lost
	if !errors.Is(why, errDeaf) {
		why = fmt.Errorf("the system cannot tell of changes here (%w)", why)
	}
	l.lost = nil
	l.ears.close()
	l.ears = nil
	clear(l.heard)
	clear(l.unheard)
	l.tree.compare = true
	l.verify.Reset(l.lookThrough())
	l.all = true
	l.tell(why)
}

// within reports whether name is the folder, or lies below it.
func within(name, folder string) bool {
	return name == folder || strings.HasPrefix(name, folder+"/")
}
