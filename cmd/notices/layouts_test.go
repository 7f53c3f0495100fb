package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// inLayoutsGuide is a file that the guide to layouts shows: its path in a comment
// on the first line, then its text.
var inLayoutsGuide = regexp.MustCompile("(?s)\n```[a-z]+\n(?:#|/\\*|<!--) ((?:content|layouts|partials)/[^ \n]+)(?: \\*/| -->)?\n(.*?)```\n")

// diffInLayoutsGuide is the change to a file that was ejected.
var diffInLayoutsGuide = regexp.MustCompile("(?s)\n```diff\n--- ([^\n]+)\n-([^\n]+)\n\\+([^\n]+)\n```\n")

// Each example of the guide to layouts is applied to a site, and shows on a page.
func TestExamplesOfLayoutsWork(t *testing.T) {
	t.Parallel()
	guide, err := os.ReadFile("../../docs/layouts.md")
	if err != nil {
		t.Fatal(err)
	}
	shows := map[string]struct{ page, text string }{
		"content/site.yaml":      {"assets/*.css", "--link-light:#1d4f91"},
		"layouts/words.en.yaml":  {"glossary.html", "Privacy at Anytown"},
		"partials/anytown.css":   {"assets/*.css", ".facts{border-radius:0}"},
		"partials/bottom.html":   {"index.html", "Anytown Council, Town Hall, Anytown"},
		"layouts/not-found.html": {"404.html", "Ring us on 01632 960 100"},
		"layouts/glossary.html":  {"glossary.html", "Ask us when a word is missing."},
	}
	root := anytown(t)
	for _, f := range inLayoutsGuide.FindAllStringSubmatch(string(guide), -1) {
		if _, known := shows[f[1]]; !known {
			t.Errorf("nothing is known of what the example %s shows", f[1])
		}
		appendTo(t, filepath.Join(root, filepath.FromSlash(f[1])), f[2])
	}
	change := diffInLayoutsGuide.FindStringSubmatch(string(guide))
	if change == nil {
		t.Fatal("the guide shows no change to an ejected file")
	}
	runs(t, "eject", "glossary", "--source", root)
	ejected := filepath.Join(root, filepath.FromSlash(change[1]))
	before, err := os.ReadFile(ejected)
	if err != nil || !bytes.Contains(before, []byte(change[2])) {
		t.Fatalf("%s does not hold what the guide changes: %v", change[1], err)
	}
	if err := os.WriteFile(ejected, bytes.Replace(before, []byte(change[2]), []byte(change[3]), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "public")
	runs(t, "build", "--source", root, "--output", out, "--at", exampleDay)
	for name, want := range shows {
		files, err := filepath.Glob(filepath.Join(out, filepath.FromSlash(want.page)))
		if err != nil || len(files) == 0 {
			t.Fatalf("no page %s: %v", want.page, err)
		}
		if page, err := os.ReadFile(files[0]); err != nil || !bytes.Contains(page, []byte(want.text)) {
			t.Errorf("%s: %s does not show %q (%v)", name, want.page, want.text, err)
		}
	}
}

// anytown writes the small site of a script into a folder.
func anytown(t *testing.T) string {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/script/override.txtar")
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "content/") {
			appendTo(t, filepath.Join(root, filepath.FromSlash(f.Name)), string(f.Data))
		}
	}
	return root
}

func appendTo(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	old, err := os.ReadFile(name)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(old, text...), 0o644); err != nil {
		t.Fatal(err)
	}
}

// runs runs the program, which is to have nothing to complain of.
func runs(t *testing.T, args ...string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), args, nothingSet, strings.NewReader(""), &stdout, &stderr); code != exitClean {
		t.Fatalf("%v: exit code %d\n%s%s", args, code, &stdout, &stderr)
	}
}
