package main

import (
	"context"
	"fmt"
	"io"
	"testing"
	"time"
)

// BenchmarkShown measures what a preview does from an edit of a notice until the
// new pages are shown, without a browser and without waiting for the watcher.
func BenchmarkShown(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
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
			show := func() {
				if _, err := p.once(context.Background(), context.Background(), "Saved", []string{"content/notices/cornwall/web-chat.md"}); err != nil {
					b.Fatal(err)
				}
			}
			show()
			for b.Loop() {
				b.StopTimer()
				s.edit(b, "notice")
				b.StartTimer()
				show()
			}
			b.ReportMetric(float64(len(p.last.Findings)), "findings")
		})
	}
}
