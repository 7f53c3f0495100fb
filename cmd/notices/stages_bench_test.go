package main

import (
	"fmt"
	"slices"
	"testing"
	"time"

	bench "notices.example/cmd/bench/town"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/notices/rules"
	"notices.example/site"
)

// The stages from the files to the findings, each by itself, over the town that cmd/bench
// measures whole programs with. Those after are measured in package site; “make
// bench-stages” holds all of them against docs/bench/baseline.txt.

func BenchmarkStageLoad(b *testing.B) {
	overTowns(b, func(b *testing.B, n int) func() {
		files := bench.FS(n)
		return func() {
			if _, err := load.Load(files); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkStageResolve(b *testing.B) {
	overTowns(b, func(b *testing.B, n int) func() {
		read, err := load.Load(bench.FS(n))
		if err != nil {
			b.Fatal(err)
		}
		return func() { inherit.Resolve(read.Corpus) }
	})
}

func BenchmarkStageCheck(b *testing.B) {
	overTowns(b, func(b *testing.B, n int) func() {
		read, err := load.Load(bench.FS(n))
		if err != nil {
			b.Fatal(err)
		}
		set, _ := inherit.Resolve(read.Corpus)
		others := slices.Concat(load.Rules(), inherit.Rules(), site.Rules())
		day := townDay(b)
		return func() {
			if _, err := rules.Run(set, day, others...); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// overTowns measures what is done to a whole site, with two numbers of notices.
func overTowns(b *testing.B, stage func(b *testing.B, n int) func()) {
	for _, n := range []int{100, 1000} {
		b.Run(fmt.Sprintf("notices=%d", n), func(b *testing.B) {
			do := stage(b, n)
			do() // what is made once, such as patterns, is not measured
			b.ReportAllocs()
			for b.Loop() {
				do()
			}
		})
	}
}

func townDay(tb testing.TB) time.Time {
	tb.Helper()
	day, err := time.Parse(time.DateOnly, bench.Day)
	if err != nil {
		tb.Fatal(err)
	}
	return day
}

// A benchmark over notices with gaps would measure the telling of findings.
func TestTheTownOfTheBenchmarkIsComplete(t *testing.T) {
	t.Parallel()
	e, err := examineFiles(t.Context(), bench.FS(100), townDay(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range e.findings {
		t.Errorf("%s: %s (%s)", f.Pos, f.Message, f.Rule)
	}
	if n := len(e.set.Notices); n != 100 {
		t.Errorf("%d notices, not 100", n)
	}
}
