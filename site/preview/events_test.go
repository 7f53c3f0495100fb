package preview

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
)

// listener is a browser that looks at a page and reads what it is told.
type listener struct {
	t      *testing.T
	lines  *bufio.Scanner
	status int
}

func listen(t *testing.T, v *serving, page string) *listener {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, v.url("/__notices/events?page="+url.QueryEscape(page)), nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = answer.Body.Close() })
	return &listener{t, bufio.NewScanner(answer.Body), answer.StatusCode}
}

// next gives the next event: its name and its value.
func (l *listener) next() (name, value string) {
	l.t.Helper()
	for l.lines.Scan() {
		if n, ok := strings.CutPrefix(l.lines.Text(), "event: "); ok {
			name = n
		}
		if data, ok := strings.CutPrefix(l.lines.Text(), "data: "); ok {
			return name, data
		}
	}
	l.t.Fatalf("the stream ended: %v", l.lines.Err())
	return "", ""
}

func (l *listener) want(name, value string) {
	l.t.Helper()
	gotName, got := l.next()
	if diff := cmp.Diff([2]string{name, value}, [2]string{gotName, got}); diff != "" {
		l.t.Fatalf("the next event (-want +got)\n%s", diff)
	}
}

func told(digest string) string { return `{"digest":"` + digest + `"}` }

func digestAt(s *Server, path string) string { return s.answer(s.current(), path, nil).digest }

func TestBrowsersAreToldOfWhatTheyShowAlone(t *testing.T) {
	t.Parallel()
	e := some()
	s := newServer(t, Options{}, e)
	v := serve(t, s, "127.0.0.1:0")
	a, b, desk := listen(t, v, "/notices/a.html"), listen(t, v, "/notices/b.html"), listen(t, v, "/__notices/")
	first, firstB := digestAt(s, "/notices/a.html"), digestAt(s, "/notices/b.html")
	a.want("page", told(first))
	b.want("page", told(firstB))
	desk.want("page", told(digestAt(s, "/__notices/")))
	holds(t, body(s, "/notices/a.html"), `data-digest="`+first+`"`)

	s.Show(e) // nothing is different: nobody is told
	e.Output = someSite("Seven years.")
	s.Show(e)
	if n := watching(s); n != 3 {
		t.Errorf("%d browsers look, want 3", n)
	}
	second := digestAt(s, "/notices/a.html")
	if second == first {
		t.Fatal("the page has changed, and its digest has not")
	}
	a.want("page", told(second))

	e.Findings = nil // what is said beside the page counts, too
	s.Show(e)
	a.want("page", told(digestAt(s, "/notices/a.html")))
	b.want("page", told(digestAt(s, "/notices/b.html"))) // “2 to put right on the site” has changed, and nothing before it
	if digestAt(s, "/notices/b.html") == firstB {
		t.Error("the panel has changed, and the digest has not")
	}
}

func TestBrowserIsToldWhenAMistakeComesAndGoes(t *testing.T) {
	t.Parallel()
	whole := some()
	whole.Broken, whole.Findings = nil, nil
	s := newServer(t, Options{}, whole)
	v := serve(t, s, "127.0.0.1:0")
	a := listen(t, v, "/notices/a.html")
	first := digestAt(s, "/notices/a.html")
	a.want("page", told(first))
	broken := whole
	broken.Broken = []Broken{{File: "content/notices/a.md", Address: "notices/a.html", Findings: []notices.Finding{unread()}}}
	s.Show(broken)
	a.want("page", told(digestAt(s, "/notices/a.html")))
	s.Show(whole)
	a.want("page", told(first))
}

func TestFollowLeadsToTheNoticeThatWasSaved(t *testing.T) {
	t.Parallel()
	cases := []struct {
		saved []string
		to    string
	}{
		{[]string{"content/notices/b.md"}, "/notices/b.html"},
		{[]string{"content/notices/a.md", "content/notices/b.md"}, ""}, // not written by hand
		{[]string{"content/shared/x.yaml"}, ""},
		{[]string{"content/shared/x.yaml", "content/notices/a.md"}, "/notices/a.html"},
		{[]string{"content/notices/broken.md"}, "/notices/broken.html"},
		{nil, ""},
	}
	for _, follow := range []bool{true, false} {
		e := some()
		s := newServer(t, Options{Follow: follow}, e)
		v := serve(t, s, "127.0.0.1:0")
		l := listen(t, v, "/")
		l.want("page", told(digestAt(s, "/")))
		for _, c := range cases {
			e.Saved = c.saved
			e = changed(e, "/index.html", "Welcome", "Welcome again") // so that there is an event in any case
			s.Show(e)
			l.want("page", told(digestAt(s, "/")))
			if follow && c.to != "" {
				l.want("go", `{"to":"`+c.to+`"}`)
			}
		}
	}
}

func TestWhoComesLaterIsNotSentAnywhere(t *testing.T) {
	t.Parallel()
	e := some()
	e.Saved = []string{"content/notices/b.md"}
	s := newServer(t, Options{Follow: true}, e)
	v := serve(t, s, "127.0.0.1:0")
	l := listen(t, v, "/")
	l.want("page", told(digestAt(s, "/")))
	e.Saved, e.Findings = nil, nil
	s.Show(e)
	l.want("page", told(digestAt(s, "/")))
}

// TestStreamsOutliveTheTimeForARequest lets that time pass, by connections that are
// closed when it has.
func TestStreamsOutliveTheTimeForARequest(t *testing.T) {
	t.Parallel()
	e := some()
	s := newServer(t, Options{}, e)
	s.limits.header = 50 * time.Millisecond
	v := serve(t, s, "127.0.0.1:0")
	l := listen(t, v, "/")
	l.want("page", told(digestAt(s, "/")))
	for range 6 {
		if c, err := net.Dial("tcp", v.addr.String()); err == nil {
			_, _ = io.ReadAll(c)
			_ = c.Close()
		}
	}
	e.Findings = nil
	s.Show(e)
	if n := watching(s); n != 1 {
		t.Errorf("%d browsers look, want 1", n)
	}
	l.want("page", told(digestAt(s, "/")))
}

// pipes is a network on which nothing is read ahead: who is not read from waits.
type pipes struct {
	conns chan net.Conn
	done  chan struct{}
	ended atomic.Bool
}

var pipeAddr = &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080}

type pipe struct{ net.Conn }

func (pipe) LocalAddr() net.Addr { return pipeAddr }

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return pipe{c}, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	if !p.ended.Swap(true) {
		close(p.done)
	}
	return nil
}

func (p *pipes) Addr() net.Addr { return pipeAddr }

// TestBrowsersThatDoNotReadDelayNobody opens 200 streams that nobody reads from.
func TestBrowsersThatDoNotReadDelayNobody(t *testing.T) {
	t.Parallel()
	const many = 200
	e := some()
	s := newServer(t, Options{}, e)
	s.limits.write = time.Minute
	network := &pipes{conns: make(chan net.Conn), done: make(chan struct{})}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, network) }()
	refused := make(chan string, many)
	for range many {
		ours, theirs := net.Pipe()
		t.Cleanup(func() { _ = ours.Close() })
		network.conns <- theirs
		if _, err := io.WriteString(ours, strings.Replace(get("/__notices/events?page=/", "8080"), "Connection: close\r\n", "", 1)); err != nil {
			t.Fatal(err)
		}
		go func() {
			until(t, "all have asked", func() bool { return watching(s) == s.limits.streams })
			line := make([]byte, 12) // the start of an answer; who listens is told no more
			if _, err := io.ReadFull(ours, line); err == nil && string(line) == "HTTP/1.1 503" {
				refused <- string(line)
				_, _ = io.Copy(io.Discard, ours)
			}
		}()
	}
	for range many - s.limits.streams {
		<-refused
	}
	for range 3 { // each returns although all of them wait for a reader
		s.Show(e)
		if n := watching(s); n != s.limits.streams {
			t.Errorf("%d browsers look, want %d", n, s.limits.streams)
		}
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	until(t, "all have gone", func() bool { return watching(s) == 0 })
}

func TestBrowsersThatDoNotReadAreDropped(t *testing.T) {
	t.Parallel()
	s := newServer(t, Options{}, some())
	s.limits.write = 500 * time.Millisecond
	network := &pipes{conns: make(chan net.Conn), done: make(chan struct{})}
	go func() { _ = s.Serve(t.Context(), network) }()
	ours, theirs := net.Pipe()
	t.Cleanup(func() { _ = ours.Close() })
	network.conns <- theirs
	if _, err := io.WriteString(ours, strings.Replace(get("/__notices/events?page=/", "8080"), "Connection: close\r\n", "", 1)); err != nil {
		t.Fatal(err)
	}
	until(t, "it has been told", func() bool { return watching(s) == 1 })
	until(t, "it is dropped", func() bool { return watching(s) == 0 })
}
