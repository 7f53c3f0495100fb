package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// fileInGuide is a file that the guide shows: its path in bold, then, perhaps
// after a word about it, its text.
var fileInGuide = regexp.MustCompile("(?s)\n\\*\\*(content/[^*]+)\\*\\*\n.*?\n```yaml\n(.*?)```\n")

// Whoever copies the guide's files has a site that is complete: with the first
// five, and with the one that is shown further on.
func TestGuideShowsACompleteSite(t *testing.T) {
	t.Parallel()
	guide, err := os.ReadFile("../../docs/writing-a-notice.md")
	if err != nil {
		t.Fatal(err)
	}
	files := fileInGuide.FindAllStringSubmatch(string(guide), -1)
	const first = 5
	if len(files) != first+1 {
		t.Fatalf("the guide shows %d files; five make a site, and one more is shown", len(files))
	}
	for _, n := range []int{first, len(files)} {
		checkComplete(t, files[:n])
	}
}

// checkComplete writes the files to a site of their own and checks it.
func checkComplete(t *testing.T, files [][]string) {
	t.Helper()
	root := t.TempDir()
	for _, f := range files {
		file := filepath.Join(root, filepath.FromSlash(f[1]))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(f[2]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var stdout, stderr bytes.Buffer
	args := []string{"check", "--source", root, "--at", exampleDay}
	if code := run(t.Context(), args, nothingSet, strings.NewReader(""), &stdout, &stderr); code != exitClean || !strings.HasPrefix(stdout.String(), "No findings") {
		t.Errorf("exit code %d\n%s%s", code, &stdout, &stderr)
	}
}
