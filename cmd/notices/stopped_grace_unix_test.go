//go:build unix

package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// begun starts a program, waits until it has said something, and gives that.
func begun(t *testing.T, cmd *exec.Cmd, until *regexp.Regexp) []string {
	t.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if found := until.FindStringSubmatch(lines.Text()); found != nil {
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return found
		}
	}
	t.Fatalf("it ended and never said %s", until)
	return nil
}

// A run that is asked to end while it waits for something that never comes ends by itself
// when its grace is over, says so, and gives the code that main.go promises.
func TestARunThatHangsEndsAfterItsGrace(t *testing.T) {
	t.Parallel()
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			dir := smallSite(t)
			pipe := filepath.Join(t.TempDir(), "pipe") // nobody reads it, so to write to it never ends
			if err := syscall.Mkfifo(pipe, 0o600); err != nil {
				t.Fatal(err)
			}
			cmd := program(t, "check", "--source", dir, "--at", exampleDay, "--report", "json="+pipe)
			var told strings.Builder
			cmd.Stderr = &told
			begun(t, cmd, regexp.MustCompile("Nothing keeps the site"))
			code := endedBy(t, cmd, signal)
			if code != exitInterrupted || !strings.Contains(told.String(), "stopped in the midst") {
				t.Errorf("exit code %d: %s", code, &told)
			}
		})
	}
}

// A preview that is asked to end does so at once, though a browser listens: it is how one
// ends it, so there is nothing wrong.
func TestAPreviewEndsWhenItIsAskedTo(t *testing.T) {
	t.Parallel()
	cmd := program(t, "serve", "--source", smallSite(t), "--at", exampleDay, "--port", "0")
	page := begun(t, cmd, regexp.MustCompile(`What there is to do is at (http\S+)`))[1]
	answer, err := http.Get(page)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if code := endedBy(t, cmd, syscall.SIGTERM); code != exitClean {
		t.Errorf("exit code %d", code)
	}
}

// endedBy gives the exit code of a program that a signal is sent to, and that ends in time.
func endedBy(t *testing.T, cmd *exec.Cmd, signal os.Signal) int {
	t.Helper()
	const slow = 3 * time.Second // for a machine that has much to do
	sent := time.Now()
	if err := cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if took := time.Since(sent); took > grace+slow {
		t.Errorf("it went on for %v", took)
	}
	return cmd.ProcessState.ExitCode()
}
