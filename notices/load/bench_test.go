package load

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

// manyNotices is the example site with copies of its notices beside them, until
// there are so many.
func manyNotices(tb testing.TB, many int) fs.FS {
	tb.Helper()
	site := fstest.MapFS{}
	var names []string
	err := fs.WalkDir(os.DirFS("../.."), "content", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(path.Join("../..", name))
		site[name] = &fstest.MapFile{Data: text}
		if strings.HasPrefix(name, "content/notices/") {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	for i := range many - len(names) {
		name := names[i%len(names)]
		ending := path.Ext(name)
		site[fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ending), i, ending)] = site[name]
	}
	return site
}

// BenchmarkLoadMany reads 500 notices in one run. What a notice retains is what its
// part of the corpus and its text take once all garbage is gone.
func BenchmarkLoadMany(b *testing.B) {
	const many = 500
	site := manyNotices(b, many)
	b.ReportAllocs()
	var res *Result
	for b.Loop() {
		var err error
		if res, err = Load(site); err != nil {
			b.Fatal(err)
		}
	}
	with := heap()
	runtime.KeepAlive(res)
	res = nil
	b.ReportMetric(float64(with-heap())/many, "retained-B/notice")
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/many, "µs/notice")
}

// heap gives the bytes in use once all garbage is gone.
func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
