package main

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"testing"
	"time"
)

// BenchmarkShown measures what a preview does from an edit of a notice until its own page
// is shown (first), and until the whole site is, without a browser and without waiting for
// the watcher.
//
//	go test ./cmd/notices -run '^$' -bench Shown/notices=1000/first -benchtime 50x
func BenchmarkShown(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprintf("notices=%d", n), func(b *testing.B) {
			if n > 1000 && testing.Short() {
				b.Skip("many notices take long")
			}
			s := newManySite(b, n)
			serve := newServing()
			serve.now, serve.source.source, serve.bind, serve.editor = time.Now, s.folder, "127.0.0.1", "none"
			p, err := newShowing(serve, io.Discard)
			if err != nil {
				b.Fatal(err)
			}
			saved := []string{"content/notices/cornwall/web-chat.md"}
			whole := func() {
				if _, err := p.once(context.Background(), context.Background(), "Saved", saved); err != nil {
					b.Fatal(err)
				}
			}
			first := func() {
				if !p.showFirst(saved) {
					b.Fatal("the notice was not shown first")
				}
			}
			whole()
			for name, show := range map[string]func(){"first": first, "whole": whole} {
				for _, edited := range []string{"notice", "title"} {
					b.Run(name+"/"+edited, func(b *testing.B) {
						runtime.GC()
						for b.Loop() {
							b.StopTimer()
							s.edit(b, edited)
							b.StartTimer()
							show()
						}
						b.ReportMetric(float64(len(p.last.Findings)), "findings")
					})
				}
			}
		})
	}
}
