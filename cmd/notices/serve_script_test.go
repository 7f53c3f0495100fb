package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// longEnough is how long a test waits for what has to come.
const longEnough = 3 * time.Minute

// freeport sets a variable to a port that is free: freeport PORT
func freeport(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: freeport VARIABLE")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	_, port, err := net.SplitHostPort(l.Addr().String())
	ts.Check(err)
	ts.Check(l.Close())
	ts.Setenv(args[0], port)
}

// fetch asks for a page until it has a text in it, or with ! until it has not:
// fetch http://127.0.0.1:$PORT/ 'Privacy notices'
func fetch(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] fetch URL TEXT")
	}
	var page string
	var err error
	for end := time.Now().Add(longEnough); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if page, err = get(args[0]); err == nil && strings.Contains(page, args[1]) != neg {
			return
		}
	}
	ts.Fatalf("%s: “%s” was awaited in vain (not: %v, error: %v) in\n%s", args[0], args[1], neg, err, page)
}

func get(url string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), longEnough)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return "", err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return fmt.Sprintf("%s\n%s", response.Status, body), err
}

// look keeps a page open as a browser does, told of its changes, until the script
// ends: look http://127.0.0.1:$PORT /
func look(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: look SITE PAGE")
	}
	ctx, cancel := context.WithCancel(context.Background())
	ts.Defer(cancel)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, args[0]+"/__notices/events?page="+args[1], nil)
	ts.Check(err)
	response, err := http.DefaultClient.Do(request)
	ts.Check(err)
	ts.Defer(func() { response.Body.Close() })
	if kind := response.Header.Get("Content-Type"); !strings.HasPrefix(kind, "text/event-stream") {
		ts.Fatalf("the page is not told of changes: %s, %s", response.Status, kind)
	}
	_, err = response.Body.Read(make([]byte, 1)) // the stream has begun
	ts.Check(err)
}

// bom copies a file with a byte order mark before it: bom FROM TO
func bom(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bom FROM TO")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte("\ufeff"+ts.ReadFile(args[0])), 0o644))
}
