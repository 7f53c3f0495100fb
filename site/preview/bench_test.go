package preview

import (
	"fmt"
	"testing"
)

// manyNotices is an edition of a large site, with a finding about each notice.
func manyNotices(n int) Edition {
	e := some()
	for i := range n {
		id := fmt.Sprintf("notice-%04d", i)
		e.Output.Files = append(e.Output.Files, noticePage(id, id, sections("Six years.")))
		f := missing()
		f.Notice, f.Pos.File = id, "content/notices/"+id+".md"
		e.Findings = append(e.Findings, f)
		e.Rows = append(e.Rows, Row{Notice: id, Title: id, File: f.Pos.File, Address: "notices/" + id + ".html", Given: 13, Required: 14})
	}
	return e
}

func BenchmarkShow(b *testing.B) {
	e := manyNotices(3000)
	s := newServer(b, Options{}, e)
	for b.Loop() {
		s.Show(e)
	}
}

func BenchmarkPage(b *testing.B) {
	s := newServer(b, Options{}, manyNotices(3000))
	for b.Loop() {
		body(s, "/notices/notice-1500.html")
	}
}

func BenchmarkDesk(b *testing.B) {
	s := newServer(b, Options{}, manyNotices(3000))
	for b.Loop() {
		body(s, "/__notices/")
	}
}
