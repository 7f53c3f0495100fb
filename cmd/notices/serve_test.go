package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/pprof"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// running is a preview that runs inside the test.
type running struct {
	testing.TB
	serve *serve
	out   *printed
	stop  context.CancelFunc
	ended chan error
}

// printed is what a command printed so far.
type printed struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write takes what is printed.
func (p *printed) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.Write(b)
}

// String gives what was printed.
func (p *printed) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.String()
}

var exampleToday = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// newServing gives a preview of the example site, on any port, in a fixed time.
func newServing() *serve {
	return &serve{
		today: func() time.Time { return exampleToday }, now: func() time.Time { return exampleToday },
		getenv: nothingSet, glance: time.Hour, start: func(string, ...string) error { return errors.New("no program is started in tests") },
	}
}

// begin runs the command until the test ends.
func begin(t testing.TB, s *serve, args ...string) *running {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r := &running{TB: t, serve: s, out: &printed{}, stop: cancel, ended: make(chan error, 1)}
	cmd := s.command()
	cmd.SetArgs(args)
	cmd.SetOut(r.out)
	cmd.SetErr(io.Discard)
	go func() { r.ended <- cmd.ExecuteContext(ctx) }()
	t.Cleanup(cancel)
	return r
}

// prints waits until something is printed, and gives it.
func (r *running) prints(pattern string) string {
	r.Helper()
	return r.printsWithin(longEnough, pattern)
}

// printsWithin is prints for what takes longer than a test may.
func (r *running) printsWithin(patience time.Duration, pattern string) string {
	r.Helper()
	want := regexp.MustCompile(`(?m)` + pattern)
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if found := want.FindString(r.out.String()); found != "" {
			return found
		}
		select {
		case err := <-r.ended:
			r.Fatalf("it ended: %v\n%s", err, r.out)
		default:
		}
	}
	r.Fatalf("%s was awaited in vain in\n%s", pattern, r.out)
	return ""
}

// finish stops the preview and holds it to a clean end.
func (r *running) finish() {
	r.Helper()
	r.stop()
	select {
	case err := <-r.ended:
		if err != nil {
			r.Error(err)
		}
	case <-time.After(longEnough):
		r.Error("it did not stop")
	}
}

// exampleCopy makes a copy of the example site.
func exampleCopy(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(filepath.Join(root, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	return root
}

// This test runs alone: it looks at every goroutine of the program.
func TestWhenThePreviewStopsNothingOfItGoesOn(t *testing.T) {
	r := begin(t, newServing(), "--source", exampleCopy(t), "--port", "0")
	address := regexp.MustCompile(`http://\S+`).FindString(r.prints("^Your site is at .*$"))
	r.prints("^Ready: ")
	page, err := get(address)
	if err != nil || !strings.Contains(page, "Privacy notices of five councils") {
		t.Errorf("no page: %v\n%s", err, page)
	}
	r.finish()
	if out := r.out.String(); !strings.HasSuffix(out, "\nStopped. Nothing was published.\n") {
		t.Errorf("it does not end with a closing line:\n%s", out)
	}
	var left string
	for end := time.Now().Add(longEnough); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		var all strings.Builder
		if err := pprof.Lookup("goroutine").WriteTo(&all, 1); err != nil {
			t.Fatal(err)
		}
		left = ""
		for stack := range strings.SplitSeq(all.String(), "\n\n") {
			if strings.Contains(stack, "showing") || strings.Contains(stack, "site/preview") || strings.Contains(stack, "fsnotify") {
				left += stack + "\n\n"
			}
		}
		if left == "" {
			return
		}
	}
	t.Errorf("these go on:\n%s", left)
}

func TestTheBrowserIsOpenedWithoutAShell(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var started []string
	s := newServing()
	s.start = func(name string, args ...string) error {
		mu.Lock()
		defer mu.Unlock()
		started = append(started, append([]string{name}, args...)...)
		return nil
	}
	r := begin(t, s, "--source", exampleCopy(t), "--port", "0", "--open")
	r.prints("^Ready: ")
	address := regexp.MustCompile(`http://\S+`).FindString(r.out.String())
	r.finish()
	program := browsers[runtime.GOOS]
	if program == nil {
		program = []string{"xdg-open"}
	}
	if diff := cmp.Diff(append(slices.Clone(program), address), started); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestThePreviewGoesOnWhenTheBrowserCannotBeOpened(t *testing.T) {
	t.Parallel()
	r := begin(t, newServing(), "--source", exampleCopy(t), "--port", "0", "--open")
	r.prints("^The browser could not be opened. Open the address yourself.$")
	r.prints("^Ready: ")
	r.finish()
}

func TestAtMidnightTheSiteIsShownAsOfTheNewDay(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	now := exampleToday
	s := newServing()
	s.glance = 10 * time.Millisecond
	s.today = func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		return now
	}
	r := begin(t, s, "--source", exampleCopy(t), "--port", "0")
	r.prints("^Ready: ")
	mu.Lock()
	now = now.AddDate(0, 0, 1)
	mu.Unlock()
	r.prints("^It is now 23 November 2026: ")
	r.finish()
	if n := strings.Count(r.out.String(), "It is now"); n != 1 {
		t.Errorf("the new day was told %d times", n)
	}
}

func TestADayThatWasAskedForStays(t *testing.T) {
	t.Parallel()
	s := newServing()
	s.bind, s.source.at = "127.0.0.1", "2026-06-19"
	p, err := newShowing(s, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	p.last.Day = time.Date(2026, 6, 19, 0, 0, 0, 0, time.UTC)
	s.today = func() time.Time { t.Error("asked what day it is"); return exampleToday }
	s.source.source = "nowhere" // a round would say so
	if err := p.newDay(t.Context()); err != nil || p.failed != "" {
		t.Errorf("%v %s", err, p.failed)
	}
}

func TestTheUsualPortIsExchangedForTheNextWhenItIsTaken(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	s := newServing()
	s.port, s.bind = port, "127.0.0.1"
	l, moved, err := s.listen()
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if got := l.Addr().(*net.TCPAddr).Port; !moved || got <= port {
		t.Errorf("moved: %v, from %d to %d", moved, port, got)
	}
	said := s.greeting("http://127.0.0.1:4001/", moved)
	if want := fmt.Sprintf("Port %d is not free, perhaps because of another preview, so this one has the next that is.\n", port); !strings.HasPrefix(said, want) {
		t.Errorf("it is not said: %s", said)
	}
	s.portAsked = true
	if _, _, err := s.listen(); err == nil || errors.As(err, new(usageError)) {
		t.Errorf("a port that was asked for is taken, and the error is %v", err)
	}
}

func TestEditorsAreKnownByTheirNames(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		editor, terminal string
		want             string
	}{
		"none is named":               {"", "", ""},
		"by name":                     {"vscode", "", "vscode://file/{path}:{line}:{column}"},
		"in capitals":                 {"VSCode", "", "vscode://file/{path}:{line}:{column}"},
		"in that editor's terminal":   {"", "vscode", "vscode://file/{path}:{line}:{column}"},
		"not even there":              {"none", "vscode", ""},
		"by a link":                   {"mine://{path}", "", "mine://{path}"},
		"by a link, in some terminal": {"mine://{path}", "vscode", "mine://{path}"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := &serve{editor: tc.editor, getenv: func(string) string { return tc.terminal }}
			if got, err := s.editorLink(); got != tc.want || err != nil {
				t.Errorf("got %q, %v, want %q", got, err, tc.want)
			}
		})
	}
	for name, link := range editors {
		s := newServing()
		s.editor, s.bind = name, "127.0.0.1"
		if _, err := newShowing(s, io.Discard); err != nil {
			t.Errorf("%s: %s: %v", name, link, err)
		}
	}
}

func TestTroubleOfTheMachineIsSaidInWords(t *testing.T) {
	t.Parallel()
	closed := &os.PathError{Op: "openat", Path: "content/notices/a.md", Err: os.ErrPermission}
	for want, err := range map[string]error{
		"content/notices/a.md may not be read by this program. Allow it, and the preview goes on by itself.": fmt.Errorf("read it: %w", closed),
		"content/notices/a.md cannot be read: it is locked. The preview tries again by itself.":              &os.PathError{Op: "read", Path: "content/notices/a.md", Err: errors.New("it is locked")},
		"There is no content folder any more. Put it back, and the preview goes on by itself.":               usageError{errors.New("no content")},
		"The pages could not be made: the disk is on fire. The preview tries again by itself.":               errors.New("the disk is on fire\nand the house"),
	} {
		if got := inWords(err); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
