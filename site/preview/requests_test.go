package preview

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

// say writes a request as it is and gives the whole answer, or what came of it
// until the time was over.
func say(t *testing.T, addr net.Addr, request string) string {
	t.Helper()
	c, err := net.Dial("tcp", addr.String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	go func() { _, _ = io.WriteString(c, request) }() // who is refused early may not be read to the end
	answer, err := io.ReadAll(c)
	if err != nil && len(answer) == 0 {
		t.Fatalf("no answer: %v", err)
	}
	return string(answer)
}

// get is a request for a path, in a form that raw connections can take.
func get(path, port string, headers ...string) string {
	return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n" + strings.Join(append(headers, ""), "\r\n") + "\r\n"
}

func portOf(a net.Addr) string { return fmt.Sprint(a.(*net.TCPAddr).Port) }

func TestRequestsAreAnsweredOrRefused(t *testing.T) {
	t.Parallel()
	table, err := os.ReadFile("testdata/requests.tsv")
	if err != nil {
		t.Fatal(err)
	}
	s := newServer(t, Options{RulePage: func(string) (string, bool) { return "", false }}, some())
	v := serve(t, s, "127.0.0.1:0")
	for row := range strings.Lines(string(table)) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		t.Run(f[0], func(t *testing.T) {
			t.Parallel()
			headers := strings.ReplaceAll(f[2], "; ", "\r\n")
			request := strings.ReplaceAll(f[1]+"\r\n"+headers+"\r\nConnection: close\r\n\r\n", "PORT", portOf(v.addr))
			answer := say(t, v.addr, request)
			if line, _, _ := strings.Cut(answer, "\r\n"); !strings.HasPrefix(line, "HTTP/1.1 "+f[3]+" ") {
				t.Errorf("%s: got %q, want %s", f[5], line, f[3])
			}
			if words, not := strings.CutPrefix(f[4], "!"); strings.Contains(answer, words) == not {
				t.Errorf("%s: whether it says %q is wrong in:\n%s", f[5], words, answer)
			}
			lacks(t, answer, "Access-Control-", "sesame")
			if f[3] != "400" { // those are answered before they get to us
				holds(t, answer, "frame-ancestors 'none'", "X-Content-Type-Options: nosniff")
			}
		})
	}
}

func TestLongHeadersAreRefused(t *testing.T) {
	t.Parallel()
	v := serve(t, newServer(t, Options{}, some()), "127.0.0.1:0")
	answer := say(t, v.addr, get("/", portOf(v.addr), "X-Long: "+strings.Repeat("x", 1<<20)))
	if !strings.HasPrefix(answer, "HTTP/1.1 431 ") {
		t.Errorf("got %.80q, want 431", answer)
	}
}

func TestSilentConnectionsAreClosed(t *testing.T) {
	t.Parallel()
	s := newServer(t, Options{}, some())
	s.limits.header = 50 * time.Millisecond
	v := serve(t, s, "127.0.0.1:0")
	c, err := net.Dial("tcp", v.addr.String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_ = c.SetReadDeadline(time.Now().Add(20 * time.Second))
	if rest, err := io.ReadAll(c); err != nil && errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("the connection stayed open; it was told %q", rest)
	}
}

func TestOtherComputersNeedAToken(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "0.0.0.0:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := newServer(t, Options{}, some()).Serve(t.Context(), l); !errors.Is(err, ErrTokenNeeded) {
		t.Errorf("got %v, want ErrTokenNeeded", err)
	}
	if _, err := l.Accept(); err == nil {
		t.Error("it still listens")
	}
}

func TestTokenIsAskedForOnceAndKeptInACookie(t *testing.T) {
	t.Parallel()
	s := newServer(t, Options{Token: "s3cret", Hosts: []string{"desk.example"}}, some())
	v := serve(t, s, "0.0.0.0:0")
	port := portOf(v.addr)
	for _, path := range []string{"/", "/?token=", "/?token=wrong", "/__notices/", "/__notices/events", "/__notices/preview.js", "/assets/site.1.css"} {
		if answer := say(t, v.addr, get(path, port)); !strings.HasPrefix(answer, "HTTP/1.1 403 ") || strings.Contains(answer, "Welcome") {
			t.Errorf("%s without the token gives %.80q, want 403", path, answer)
		}
	}
	answer := say(t, v.addr, get("/notices/a.html?token=s3cret&last-good=", port))
	if !strings.HasPrefix(answer, "HTTP/1.1 303 ") {
		t.Fatalf("with the token: got %.80q, want 303", answer)
	}
	holds(t, answer, "Location: /notices/a.html?last-good=\r\n", "HttpOnly", "SameSite=Lax", "notices-preview-"+port+"=")
	lacks(t, answer, "s3cret")
	response, err := http.ReadResponse(bufio.NewReader(strings.NewReader(answer)), nil)
	if err != nil {
		t.Fatal(err)
	}
	cookie := response.Cookies()[0]
	with := "Cookie: " + cookie.Name + "=" + cookie.Value
	holds(t, say(t, v.addr, get("/", port, with)), "HTTP/1.1 200 ", "Welcome")
	holds(t, say(t, v.addr, strings.Replace(get("/", port, with), "127.0.0.1:", "desk.example:", 1)), "HTTP/1.1 200 ")
	holds(t, say(t, v.addr, strings.Replace(get("/", port, with), "127.0.0.1:", "evil.example:", 1)), "HTTP/1.1 421 ")
	holds(t, say(t, v.addr, strings.Replace(get("/", port, with), "127.0.0.1:", "0.0.0.0:", 1)), "HTTP/1.1 421 ")
	again := say(t, v.addr, get("/?token=s3cret", port, with))
	holds(t, again, "HTTP/1.1 303 ", "Location: /\r\n") // the secret does not stay in the address
	holds(t, say(t, v.addr, get("//evil.example/?token=s3cret", port)), "Location: /evil.example/\r\n")
}

func TestNamesOfOthersDoNotCountWithoutAToken(t *testing.T) {
	t.Parallel()
	v := serve(t, newServer(t, Options{Hosts: []string{"desk.example"}}, some()), "127.0.0.1:0")
	request := strings.Replace(get("/", portOf(v.addr)), "127.0.0.1:", "desk.example:", 1)
	holds(t, say(t, v.addr, request), "HTTP/1.1 421 ")
}

func TestAddressIsTheOneToOpen(t *testing.T) {
	t.Parallel()
	s := newServer(t, Options{Token: "a b"}, some())
	for _, c := range []struct {
		at   net.Addr
		want string
	}{
		{&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080}, "http://127.0.0.1:8080/?token=a+b"},
		{&net.TCPAddr{IP: net.IPv6loopback, Port: 8080}, "http://[::1]:8080/?token=a+b"},
		{&net.TCPAddr{IP: net.IPv4zero, Port: 8080}, "http://localhost:8080/?token=a+b"},
	} {
		if got := s.Address(c.at); got != c.want {
			t.Errorf("Address(%v) = %s, want %s", c.at, got, c.want)
		}
	}
}

func TestServesOnIPv6(t *testing.T) {
	t.Parallel()
	v := serve(t, newServer(t, Options{}, some()), "[::1]:0")
	holds(t, say(t, v.addr, strings.Replace(get("/", portOf(v.addr)), "127.0.0.1:", "[::1]:", 1)), "HTTP/1.1 200 ", "Welcome")
}

func TestEndsWhileStreamsAreOpen(t *testing.T) {
	t.Parallel()
	s := newServer(t, Options{}, some())
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l) }()
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_, _ = io.WriteString(c, strings.Replace(get("/__notices/events?page=/", portOf(l.Addr())), "Connection: close\r\n", "", 1))
	until(t, "the stream is open", func() bool { return watching(s) == 1 })
	start := time.Now()
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("it took %v to end, want less than 2 s", took)
	}
	if n := watching(s); n != 0 {
		t.Errorf("%d streams are left", n)
	}
}

func watching(s *Server) int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return len(s.viewers)
}

func FuzzRequestPaths(f *testing.F) {
	for _, seed := range []string{"/", "/../secret", "//x", "/a/./b", "/%2e%2e/", "/notices/a.html", "/__notices/", "/__notices/rules/../x", "/sub", "/.env", "\\", "/a\x00b", "/C:/x"} {
		f.Add(seed)
	}
	s := newServer(f, Options{RulePage: func(id string) (string, bool) { return "# Rule", id == "known" }}, some())
	f.Fuzz(func(t *testing.T, path string) {
		a := s.answer(s.current(), path, nil)
		if strings.Contains(string(a.body), "sesame") {
			t.Errorf("%q leads to a dot file", path)
		}
		if a.location != "" && !strings.HasPrefix(a.location, "./") || strings.ContainsAny(a.location, "\r\n\\") {
			t.Errorf("%q leads on to %q", path, a.location)
		}
		if a.status == http.StatusInternalServerError && mainForm(strings.TrimPrefix(path, "/")) != "notices/broken.html" {
			t.Errorf("%q: %s", path, a.body)
		}
	})
}
