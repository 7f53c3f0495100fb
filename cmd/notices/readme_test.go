package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// The README shows what the program really says.
func TestReadmeShowsRealFindings(t *testing.T) {
	t.Parallel()
	const file = "../../README.md"
	var stdout, stderr bytes.Buffer
	args := []string{"check", "--source", "testdata/readme", "--at", exampleDay}
	if code := run(t.Context(), args, nothingSet, strings.NewReader(""), &stdout, &stderr); code != exitFindings {
		t.Fatalf("exit code %d, want %d\n%s", code, exitFindings, &stderr)
	}
	readme, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(readme), "a test holds it. -->\n\n```\n")
	shown, after, found := strings.Cut(rest, "```\n")
	if !found {
		t.Fatal("the README has no block of findings")
	}
	if shown == stdout.String() {
		return
	}
	if *update {
		fresh := before + "a test holds it. -->\n\n```\n" + stdout.String() + "```\n" + after
		if err := os.WriteFile(file, []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("the README shows\n%s\nbut the program says\n%s\nrun make generate", shown, &stdout)
}
