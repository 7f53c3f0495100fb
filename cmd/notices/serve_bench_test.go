package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"

	"notices.example/site/browsertest"
)

// BenchmarkSaveToPage measures how long it takes from the end of a save until a
// real browser shows the new words, without anybody doing anything. It reports the
// median, and of it the time that the pipeline took (run-ms). The rest is mostly
// the 100 ms for which the watcher waits, in case more is saved.
//
//	go test ./cmd/notices -run '^$' -bench SaveToPage -benchtime 15x
//
// With -short it leaves out the site of many notices.
func BenchmarkSaveToPage(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprintf("notices=%d", n), func(b *testing.B) {
			if n > 1000 && testing.Short() {
				b.Skip("many notices take long")
			}
			site := newManySite(b, n)
			serve := newServing()
			serve.now = time.Now
			r := begin(b, serve, "--source", site.folder, "--port", "0")
			r.printsWithin(20*time.Minute, "^Ready: ")
			address := regexp.MustCompile(`http://\S+`).FindString(r.out.String())
			browser := browsertest.Open(b)
			for _, edited := range []string{"notice", "title"} {
				b.Run(edited, func(b *testing.B) { saveToPage(b, site, r, browser, address, edited) })
			}
			r.finish()
		})
	}
}

// saveToPage edits a notice and waits until its page shows it, again and again. The
// browser itself writes down when it does.
func saveToPage(b *testing.B, s *manySite, r *running, browser *browsertest.Browser, address, edited string) {
	const page = "notices/cornwall/web-chat.html"
	var whole, run []float64
	for b.Loop() {
		b.StopTimer()
		p := browser.Visit(b, address+page, browsertest.Wide)
		words := fmt.Sprintf("edit %d", s.edits+1)
		p.Script(`(window.seen = 0, new MutationObserver(() => {
			if (!window.seen && document.body.innerText.includes(` + strconv.Quote(words) + `)) window.seen = performance.timeOrigin + performance.now()
		}).observe(document.body, {subtree: true, childList: true, characterData: true}))`)
		said := len(r.out.String())
		s.edit(b, edited)
		saved := time.Now()
		b.StartTimer()
		p.Await(words)
		b.StopTimer()
		seen, err := strconv.ParseFloat(p.Script(`window.seen`), 64)
		if err != nil || seen == 0 {
			b.Fatalf("the page was not seen to change: %v", err)
		}
		whole = append(whole, seen-float64(saved.UnixMicro())/1000)
		run = append(run, r.ran(said))
		p.Close()
		b.StartTimer()
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(whole), "save-to-page-ms")
	b.ReportMetric(median(run), "run-ms")
}

// ran gives how long the run took that was told of after so many bytes.
func (r *running) ran(after int) float64 {
	r.Helper()
	told := regexp.MustCompile(`, (\d+) ms\n`)
	for end := time.Now().Add(longEnough); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if m := told.FindStringSubmatch(r.out.String()[after:]); m != nil {
			ms, err := strconv.ParseFloat(m[1], 64)
			if err != nil {
				r.Fatal(err)
			}
			return ms
		}
	}
	r.Fatal("no run was told of")
	return 0
}

func median(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}
