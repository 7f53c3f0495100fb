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

// Whoever copies the guide's files has a site that is complete.
func TestGuideShowsACompleteSite(t *testing.T) {
	t.Parallel()
	guide, err := os.ReadFile("../../docs/writing-a-notice.md")
	if err != nil {
		t.Fatal(err)
	}
	files := fileInGuide.FindAllStringSubmatch(string(guide), -1)
	if len(files) != 5 {
		t.Fatalf("the guide shows %d files, and says that there are five", len(files))
	}
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
	if code := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr); code != exitClean || !strings.HasPrefix(stdout.String(), "No findings") {
		t.Errorf("exit code %d\n%s%s", code, &stdout, &stderr)
	}
}
