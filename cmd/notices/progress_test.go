package main

import (
	"bytes"
	"testing"
	"time"
)

// Nothing is said of short work, one line of long work, and in the end the line is gone.
func TestProgressIsOneLineThatGoesAway(t *testing.T) {
	t.Parallel()
	begun := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	for what, c := range map[string]struct {
		seconds []int
		want    string
	}{
		"short": {[]int{1}, ""},
		"long":  {[]int{1, 2, 3}, "\r\x1b[KReading … 2 s\r\x1b[KReading … 3 s\r\x1b[K"},
	} {
		var out bytes.Buffer
		p := &progress{stages: make(chan string), ended: make(chan struct{})}
		ticks := make(chan time.Time)
		go p.show(&out, begun, ticks)
		p.at("Reading")
		for _, s := range c.seconds {
			ticks <- begun.Add(time.Duration(s) * time.Second)
		}
		p.end()
		if out.String() != c.want {
			t.Errorf("%s work: %q, want %q", what, out.String(), c.want)
		}
	}
}

// Where nobody looks on, nothing is said, and nothing has to be waited for.
func TestProgressIsForTerminalsOnly(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	p := newProgress(&out, nothingSet)
	if p != nil {
		t.Error("a buffer was taken for a terminal")
	}
	p.at("Reading")
	p.end()
	if out.Len() > 0 {
		t.Errorf("it said %q", &out)
	}
}
