package site

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkPublish publishes sites of many pages: to a new folder, when nothing
// changed, and when one page did. TMPDIR names the disk.
func BenchmarkPublish(b *testing.B) {
	for _, pages := range []int{1_000, 10_000} {
		o := siteOf()
		for i := range pages {
			o.Files = append(o.Files, File{Path: fmt.Sprintf("notices/body-%03d/page-%05d.html", i/100, i), Content: []byte(strings.Repeat(fmt.Sprintf("page %d ", i), 1_200))})
		}
		dir := filepath.Join(b.TempDir(), "public")
		b.Run(fmt.Sprintf("%d/new", pages), func(b *testing.B) {
			for n := 0; b.Loop(); n++ {
				publishFor(b, o, Target{Dir: filepath.Join(dir, "..", "new", fmt.Sprint(n), "public")})
			}
		})
		publishFor(b, o, Target{Dir: dir})
		b.Run(fmt.Sprintf("%d/same", pages), func(b *testing.B) {
			for b.Loop() {
				publishFor(b, o, Target{Dir: dir})
			}
		})
		for _, inPlace := range []bool{false, true} {
			b.Run(fmt.Sprintf("%d/one, in place %v", pages, inPlace), func(b *testing.B) {
				for n := 0; b.Loop(); n++ {
					o.Files[5].Content = fmt.Appendf(nil, "%v %d %d", inPlace, n, os.Getpid())
					publishFor(b, o, Target{Dir: dir, InPlace: inPlace})
				}
			})
		}
	}
}

func publishFor(b *testing.B, o *Output, to Target) {
	b.Helper()
	if _, err := Publish(b.Context(), o, to); err != nil {
		b.Fatal(err)
	}
}
