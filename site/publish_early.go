package site

import (
	"cmp"
	"sync"
	"sync/atomic"
)

// earlySettling has files put on the disk while others are being made, so that there is
// less to wait for at the end. What it comes upon is told by nobody else: a system says
// once that something could not be put there.
type earlySettling struct {
	size atomic.Int64 // of what was written since it last began
	on   atomic.Bool
	done sync.WaitGroup
	err  error // good when it is done
}

// wrote takes down that so much was written to a folder, and settles it when it is much.
func (e *earlySettling) wrote(to disk, size int) {
	const much = 128 << 20
	if e.size.Add(int64(size)) < much || !e.on.CompareAndSwap(false, true) {
		return
	}
	e.size.Store(0)
	e.done.Go(func() {
		e.err = cmp.Or(e.err, settleEarly(to))
		e.on.Store(false)
	})
}

// wait returns when nothing is being settled, with what went wrong.
func (e *earlySettling) wait() error {
	e.done.Wait()
	return e.err
}
