package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"notices.example/site/browsertest"
)

// exampleDay is the day that the example site is judged as of; see the Makefile.
const exampleDay = "2026-11-22"

// buildExample publishes the example site to a folder of the test's own.
func buildExample(t *testing.T, arguments ...string) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "public")
	var stdout, stderr bytes.Buffer
	args := append([]string{"build", "--source", "../..", "--at", exampleDay, "--output", dir}, arguments...)
	if code := run(t.Context(), args, nothingSet, strings.NewReader(""), &stdout, &stderr); code != exitClean {
		t.Fatalf("notices %s: exit code %d\n%s%s", strings.Join(args, " "), code, &stdout, &stderr)
	}
	return dir
}

func TestEveryPageOfTheExampleIsMarkedAsAnExample(t *testing.T) {
	t.Parallel()
	dir := buildExample(t, "--draft")
	for _, page := range browsertest.Pages(t, dir) {
		html, err := os.ReadFile(filepath.Join(dir, page))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(html, []byte("This is an example")) && !bytes.Contains(html, []byte(`http-equiv="refresh"`)) {
			t.Errorf("%s does not say that it is an example", page)
		}
	}
}

func TestExampleIsValidHTML(t *testing.T) {
	t.Parallel()
	for _, fault := range browsertest.MarkupFaults(t, buildExample(t, "--draft")) {
		t.Error(fault)
	}
}

// Every page, drafts too, in a real browser: narrow and wide, light and dark,
// with the headers that the site asks for, on paper. The site is served where its
// base_url says it is published.
func TestExampleInABrowser(t *testing.T) {
	t.Parallel()
	dir := buildExample(t, "--draft")
	b := browsertest.Open(t)
	s := browsertest.ServeAsPublished(t, dir, "/privacy/")
	t.Run("pages", func(t *testing.T) { browsertest.AuditAll(t, b, s, dir, browsertest.Pages(t, dir)) })
	for _, missing := range s.Missing() {
		t.Errorf("a page asks for %s, which is not there", missing)
	}
}

// The README says to open the page from disk, so its style must load there too.
func TestExampleFromDisk(t *testing.T) {
	t.Parallel()
	dir := buildExample(t)
	p := browsertest.Open(t).Visit(t, browsertest.FileURL(t, dir, "index.html"), browsertest.Wide)
	for _, complaint := range p.Complaints() {
		t.Error(complaint)
	}
}
