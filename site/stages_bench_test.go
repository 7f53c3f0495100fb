package site_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"notices.example/cmd/bench/town"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/site"
)

// The stages from the complete notices to the folder that is published, each by itself,
// over the town that cmd/bench measures whole programs with. Those before are measured
// in cmd/notices; “make bench-stages” holds all of them against docs/bench/baseline.txt.

func BenchmarkStagePlan(b *testing.B) {
	overTowns(b, func(in site.Input) func() { return site.Planning(b, in) })
}

func BenchmarkStageRender(b *testing.B) {
	overTowns(b, func(in site.Input) func() { return site.Filling(b, in) })
}

// BenchmarkStageFinish measures as many pages of notices as there are, with their other
// forms, one after the other.
func BenchmarkStageFinish(b *testing.B) {
	overTowns(b, func(in site.Input) func() {
		finish := site.Finishing(b, in)
		return func() {
			for range in.Set.Notices {
				finish()
			}
		}
	})
}

func BenchmarkStageWrite(b *testing.B) {
	overTowns(b, func(in site.Input) func() {
		out, _, err := site.Render(in)
		if err != nil {
			b.Fatal(err)
		}
		n, folder := 0, b.TempDir()
		return func() {
			n++
			if _, err := site.Publish(b.Context(), out, site.Target{Dir: filepath.Join(folder, fmt.Sprint(n), "public")}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// overTowns measures what is done to a whole site, with two numbers of notices.
func overTowns(b *testing.B, stage func(site.Input) func()) {
	for _, n := range []int{100, 1000} {
		b.Run(fmt.Sprintf("notices=%d", n), func(b *testing.B) {
			do := stage(ofTown(b, n))
			do() // what is made once, such as patterns, is not measured
			b.ReportAllocs()
			for b.Loop() {
				do()
			}
		})
	}
}

func ofTown(b *testing.B, n int) site.Input {
	b.Helper()
	read, err := load.Load(town.FS(n))
	if err != nil {
		b.Fatal(err)
	}
	day, err := time.Parse(time.DateOnly, town.Day)
	if err != nil {
		b.Fatal(err)
	}
	set, _ := inherit.Resolve(read.Corpus)
	return site.Input{Set: set, Day: day, Version: "test"}
}
