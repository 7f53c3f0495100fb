package main

import (
	"net"
	"net/http"
	"os"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

func TestAPortThatTheSystemKeepsIsNotCalledTaken(t *testing.T) {
	t.Parallel()
	refused := func(err error) error { return &net.OpError{Op: "listen", Err: os.NewSyscallError("bind", err)} }
	for err, want := range map[error][2]bool{
		refused(syscall.EADDRINUSE):    {true, false},
		refused(syscall.EACCES):        {false, true},
		refused(syscall.Errno(10048)):  {true, false}, // the two in the numbers of Windows
		refused(syscall.Errno(10013)):  {false, true},
		refused(syscall.EADDRNOTAVAIL): {false, false},
	} {
		if got := [2]bool{isTaken(err), isKept(err)}; got != want {
			t.Errorf("%v: taken, kept are %v, want %v", err, got, want)
		}
	}
}

// Every program on the computer can read how a browser was started.
func TestTheBrowserIsStartedWithoutTheSecret(t *testing.T) {
	t.Parallel()
	started := make(chan string, 1)
	s := newServing()
	s.start = func(_ string, args ...string) error {
		started <- args[len(args)-1]
		return nil
	}
	r := begin(t, s, "--source", exampleCopy(t), "--port", "0", "--open", "--bind", "0.0.0.0")
	r.prints("^Ready: ")
	secret := regexp.MustCompile(`token=(\w+)`).FindStringSubmatch(r.out.String())[1]
	address := <-started
	if strings.Contains(address, secret) {
		t.Errorf("the secret is in %s", address)
	}
	for _, want := range []int{http.StatusSeeOther, http.StatusForbidden} { // it opens once
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		response, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if response.StatusCode != want {
			t.Errorf("it is answered with %s, want %d", response.Status, want)
		}
	}
	r.finish()
}
