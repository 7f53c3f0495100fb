package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/notices/rules"
)

// BenchmarkCheck checks sites with many notices, each with the gaps and links
// that make rules look at other content. The time for one notice must not grow
// with their number.
func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{100, 1000} {
		b.Run(fmt.Sprintf("notices=%d", n), func(b *testing.B) {
			set := manyNotices(b, n)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := rules.Run(set, exampleDay); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/notice")
		})
	}
}

// manyNotices is the base site with n service notices in place of its one, and a
// corporate notice that covers them all. Every tenth is a draft. Each links the
// next one, one that is not there and the block that all include.
func manyNotices(tb testing.TB, n int) *notices.Set {
	tb.Helper()
	fsys := site(tb, "recipients: []\nretention:\n  - data: [name]\n    criteria: As long as necessary\ninclude: [cctv]\n")
	service := string(fsys[exampleNotice].Data)
	delete(fsys, exampleNotice)
	add := func(path, text string) { fsys[path] = &fstest.MapFile{Data: []byte(text)} }
	covers := []string{"title: Anytown Council\nkind: corporate\ncovers:"}
	for i := range n {
		text := replaceKeys(service, "title:\n", fmt.Sprintf("title: Service %d\n", i))
		if i%10 == 9 {
			text += "status: draft\n"
		}
		add(fmt.Sprintf("content/notices/service-%d.md", i), fmt.Sprintf(
			"---\n%s---\n## Your plot\n\nSee [the next service](service-%d.md#your-plot), [the cameras](service-%d.md#cameras) and [an old one](removed-%d.md).\n",
			text, (i+1)%n, (i+1)%n, i))
		covers = append(covers, fmt.Sprintf("  - name: Service %d\n    notice: service-%d\n  - Service %d", i, i, i))
	}
	add("content/notices/corporate.yaml", replaceKeys(service, "title:\nkind:\n", strings.Join(covers, "\n")+"\n"))
	add("content/shared/cctv.md", "---\ntitle: Cameras\n---\n## Cameras\n\nThere are cameras at the gates.\n")
	read, err := load.Load(fsys)
	if err != nil {
		tb.Fatal(err)
	}
	set, _ := inherit.Resolve(read.Corpus)
	if len(set.Notices) != n+1 {
		tb.Fatalf("%d notices, want %d", len(set.Notices), n+1)
	}
	return set
}
