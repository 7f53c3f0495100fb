package main

import (
	"fmt"
	"io"
	"time"
)

// progress is a line on a terminal that says what is being done, when it takes long. It
// is written over again and again, and is gone in the end. A nil *progress says nothing.
// What it costs is one timer: the work only says where it is.
type progress struct {
	stages chan string
	ended  chan struct{}
	over   bool
}

// quiet is how long work may take before anything is said of it.
const quiet = 2 * time.Second

// newProgress begins. It gives nil where nobody looks on: the output is no terminal, or
// that of a pipeline.
func newProgress(w io.Writer, getenv func(string) string) *progress {
	const narrow = 60 // columns: the line must not be broken, or it could not be written over
	if _, width := terminal(w, getenv); width < narrow || getenv("CI") != "" || getenv("TERM") == "dumb" {
		return nil
	}
	p := &progress{stages: make(chan string), ended: make(chan struct{})}
	ticker := time.NewTicker(time.Second)
	go func() {
		defer ticker.Stop()
		p.show(w, time.Now(), ticker.C)
	}()
	return p
}

// at says what is done from now on, in a few words.
func (p *progress) at(stage string) {
	if p != nil {
		p.stages <- stage
	}
}

// end takes the line away, and returns when it is gone. It comes before anything else
// is printed, and can be called again.
func (p *progress) end() {
	if p != nil && !p.over {
		p.over = true
		close(p.stages)
		<-p.ended
	}
}

// show writes the line at each tick, once it has been quiet for long enough.
func (p *progress) show(w io.Writer, begun time.Time, ticks <-chan time.Time) {
	const clear = "\r\x1b[K" // to the start of the line, and nothing behind
	defer close(p.ended)
	stage, shown := "", false
	for {
		select {
		case next, more := <-p.stages:
			if !more {
				if shown {
					fmt.Fprint(w, clear)
				}
				return
			}
			stage = next
		case now := <-ticks:
			if took := now.Sub(begun); took >= quiet && stage != "" {
				fmt.Fprintf(w, "%s%s … %d s", clear, stage, int(took.Seconds()))
				shown = true
			}
		}
	}
}
