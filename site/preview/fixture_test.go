package preview

import (
	"context"
	"net"
	"strings"
	"testing"
	"time"

	"notices.example/notices"
	"notices.example/site"
)

// page gives a page as the site makes them, with that in its body.
func page(title, body string) string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8">` +
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">` +
		`<title>` + title + `</title><link rel="stylesheet" href="/assets/site.1.css"></head><body><a class="skip" href="#main">Skip</a><main id="main"><h1>` +
		title + `</h1>` + body + `</main></body></html>` + "\n"
}

// sections is the body of a notice's page.
func sections(more string) string {
	long := strings.Repeat("<p>Words that make the page long.</p>", 40)
	return `<section aria-labelledby="data"><h2 id="data">What we hold <em>about</em> you</h2><p>Your name.</p>` + long + `</section>` +
		`<section aria-labelledby="retention"><h2 id="retention">How long we keep it</h2><p>` + more + `</p><p><a id="more" href="b.html">More</a></p>` + long + `</section>`
}

func output(files ...site.File) *site.Output { return &site.Output{Files: files} }

func noticePage(id, title, body string) site.File {
	return site.File{
		Path: "notices/" + id + ".html", Content: []byte(page(title, body)), Notice: id, Source: "content/notices/" + id + ".md",
	}
}

// someSite is a site of two notices, with what browsers must not get at.
func someSite(more string) *site.Output {
	return output(
		site.File{Path: ".env", Content: []byte("sesame")},
		site.File{Path: "404.html", Content: []byte(page("Not found", ""))},
		site.File{Path: "_redirects", Content: []byte("/old /new 301\n")},
		site.File{Path: "app.js", Content: []byte("/* Welcome */")},
		site.File{Path: "assets/site.1.css", Content: []byte("body{margin:0}")},
		site.File{Path: "index.html", Content: []byte(page("Welcome", `<a href="notices/a.html">A</a>`))},
		noticePage("a", "Notice A", sections(more)),
		noticePage("b", "Notice B", sections("Six years.")),
		site.File{Path: "sub/index.html", Content: []byte(page("In the folder", ""))},
		site.File{Path: "sub-without-index/page.html", Content: []byte(page("Below", ""))},
	)
}

var day = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)

// missing is a finding about notice a.
func missing() notices.Finding {
	return notices.Finding{
		Rule: "retention-missing", Severity: notices.Error, Section: notices.RetentionSection, Notice: "a",
		Pos:     notices.Pos{File: "content/notices/a.md", Line: 2, Col: 8, Len: 8},
		Message: "The notice does not say how long data is kept.", Fix: "Say how long:\nretention:\n  - period: 6 years",
	}
}

// unread is the finding about a file that cannot be read.
func unread() notices.Finding {
	return notices.Finding{
		Rule: "yaml-syntax", Severity: notices.Error, Pos: notices.Pos{File: "content/notices/broken.md", Line: 3, Col: 8, Len: 4},
		Message: "A quote opens here and is never closed.", Fix: "Close it.",
	}
}

// text gives the lines of files: each says where it is.
func text(file string, n int) string { return "title: Notice A <script>alert(1)</script> in " + file }

// some is an edition with a finding and a file that cannot be read.
func some() Edition {
	return Edition{
		Output: someSite("Six years."), Findings: []notices.Finding{missing(), unread()}, Line: text, Day: day,
		Rows: []Row{
			{Notice: "a", Title: "Notice A", File: "content/notices/a.md", Address: "notices/a.html", Given: 12, Required: 14},
			{Notice: "b", Title: "Notice B", File: "content/notices/b.md", Address: "notices/b.html", Given: 14, Required: 14},
		},
		Broken: []Broken{{File: "content/notices/broken.md", Title: "Council tax", Address: "notices/broken.html"}},
	}
}

// newServer gives a preview of an edition.
func newServer(t testing.TB, o Options, e Edition) *Server {
	t.Helper()
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	s.Show(e)
	return s
}

// serving is a preview that listens.
type serving struct {
	*Server
	addr net.Addr
	stop context.CancelFunc
	done chan error // gives what Serve gave
}

// serve lets a preview listen at an address until the end of the test.
func serve(t testing.TB, s *Server, at string) *serving {
	t.Helper()
	l, err := net.Listen("tcp", at)
	if err != nil {
		t.Skipf("this machine does not listen at %s: %v", at, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	v := &serving{s, l.Addr(), cancel, make(chan error, 1)}
	go func() { v.done <- s.Serve(ctx, l) }()
	t.Cleanup(cancel)
	return v
}

func (v *serving) url(path string) string { return "http://" + v.addr.String() + path }

// body gives the page at an address of a preview that listens nowhere.
func body(s *Server, path string, query ...string) string {
	q := map[string][]string{}
	for _, key := range query {
		q[key] = []string{""}
	}
	return string(s.answer(s.current(), path, q).body)
}

// holds reports the words that a text does not hold.
func holds(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not in:\n%s", w, text)
		}
	}
}

// lacks reports the words that a text holds and must not.
func lacks(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(text, w) {
			t.Errorf("%q is in:\n%s", w, text)
		}
	}
}

// until waits for something that another goroutine does.
func until(t testing.TB, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited too long until %s", what)
		}
	}
}
