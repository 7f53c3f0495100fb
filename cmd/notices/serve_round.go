package main

import (
	"context"
	"slices"

	"notices.example/site/preview/watch"
)

// cutsInARow is how often in a row a run is cut short because more was changed.
// The next one goes on to its end: whoever saves without a pause sees pages too.
const cutsInARow = 3

// ready begins the line about the first run.
const ready = "Ready"

// round makes the pages and shows them, those of the notice that was saved before all
// others. A change that comes meanwhile cuts the run short, and the next one begins at
// once with all that has changed. A run is cut between its stages: one that has begun
// goes on to its end, so that what it remembers is whole.
func (p *showing) round(ctx context.Context, why string, saved []string) error {
	p.showFirst(saved)
	for cuts := 0; ; cuts++ {
		shown, more, err := p.attempt(ctx, why, saved, cuts < cutsInARow)
		if err != nil || more == nil {
			return err
		}
		if err := p.sayPolling(*more); err != nil {
			return err
		}
		if shown {
			saved, cuts = nil, -1
		}
		saved = slices.Compact(slices.Sorted(slices.Values(slices.Concat(saved, more.Paths))))
		if why != ready || shown {
			why = p.happened(saved)
		}
	}
}

// attempt makes one run, and gives whether its pages are shown, and what changed
// meanwhile. What is saved of one notice is shown while the run goes on.
func (p *showing) attempt(ctx context.Context, why string, saved []string, canBeCut bool) (shown bool, more *watch.Change, err error) {
	run, cancel := context.WithCancel(ctx)
	defer cancel()
	ended := make(chan error, 1)
	go func() {
		var err error
		shown, err = p.once(ctx, run, why, saved)
		ended <- err
	}()
	for {
		select {
		case err := <-ended:
			return shown, more, err
		case c, open := <-p.changes:
			if !open {
				return shown, more, <-ended
			}
			fresh := c.Paths
			if more != nil {
				c = more.And(c)
			}
			if more = &c; canBeCut {
				cancel()
			}
			p.showFirst(fresh)
		}
	}
}
