package main

import (
	"bytes"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// Each command has a man page with its name, flags and examples, in which nothing is
// taken for a command of roff by accident.
func TestEveryCommandHasAManPage(t *testing.T) {
	t.Parallel()
	ours := regexp.MustCompile(`^(?:\.(?:\\"|TH |SH |PP$|TP$|nf$|fi$|nh$)|'\\" -\*-)`)
	root := newRoot(today, nothingSet)
	for _, c := range documented(root) {
		page := string(manPage(c))
		for _, want := range []string{".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION", ".SH OPTIONS", ".SH EXAMPLES", ".SH SEE ALSO", roff(c.Short)} {
			if !strings.Contains(page, want) {
				t.Errorf("the page of %s has no %q", c.Name(), want)
			}
		}
		for line := range strings.SplitSeq(page, "\n") {
			if (strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'")) && !ours.MatchString(line) {
				t.Errorf("the page of %s has a line that roff takes for a command: %s", c.Name(), line)
			}
		}
	}
}

// Words that mean something in roff stand for themselves.
func TestRoffTakesNoWordForACommand(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{".gitignore": `\&.gitignore`, "'x'": `\&'x'`, `C:\x`: `C:\ex`, "a-b": `a\-b`, "a.b": "a.b"} {
		if got := roff(text); got != want {
			t.Errorf("roff(%q) = %q, want %q", text, got, want)
		}
	}
}

// The program that shows man pages has nothing to say against ours.
func TestGroffTakesTheManPages(t *testing.T) {
	t.Parallel()
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("groff is not installed")
	}
	var all bytes.Buffer
	for _, c := range documented(newRoot(today, nothingSet)) {
		all.Write(manPage(c))
	}
	cmd := exec.CommandContext(t.Context(), groff, "-man", "-K", "utf8", "-T", "utf8", "-ww", "-z")
	cmd.Stdin = &all
	if said, err := cmd.CombinedOutput(); err != nil || len(said) > 0 {
		t.Errorf("%v: %s", err, said)
	}
}
