package load

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices"
)

var update = flag.Bool("update", false, "write what is found into the test cases")

// siteOf makes a site of files by path; a site.yaml is added unless there is one.
func siteOf(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{"content/site.yaml": {Data: []byte("title: Privacy notices\nlaw: uk\n")}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func mustLoad(t testing.TB, fsys fs.FS) *Result {
	t.Helper()
	res, err := Load(fsys)
	if err != nil {
		t.Fatalf("Load: %v", err)
	}
	return res
}

// report prints findings as the test cases hold them.
func report(res *Result) string {
	var b strings.Builder
	for _, f := range res.Findings {
		fmt.Fprintf(&b, "%s: %s: %s: %s\n", f.Pos, f.Severity, f.Rule, f.Message)
		for _, r := range f.Related {
			fmt.Fprintf(&b, "    see %s: %s\n", r.Pos, r.Message)
		}
		for line := range strings.SplitSeq(strings.Replace(f.Fix, "\n\n", "\n", 1), "\n") {
			fmt.Fprintf(&b, "    > %s\n", line)
		}
	}
	return b.String()
}

// TestCases runs every testdata/*.txtar: a site, and in the file "want" the
// findings it has. Run with -update to write them down anew, and read the diff.
func TestCases(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no test cases: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			runCase(t, name)
		})
	}
}

func runCase(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	files, want := map[string]string{}, -1
	for i, f := range archive.Files {
		if f.Name == "want" {
			want = i
			continue
		}
		files[f.Name] = string(f.Data)
	}
	res := mustLoad(t, siteOf(files))
	checkPlaces(t, res)
	got := report(res)
	if *update {
		if want < 0 {
			archive.Files = append(archive.Files, txtar.File{Name: "want"})
			want = len(archive.Files) - 1
		}
		archive.Files[want].Data = []byte(got)
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want < 0 {
		t.Fatal("the case has no file \"want\"")
	}
	if diff := cmp.Diff(string(archive.Files[want].Data), got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// checkPlaces holds every finding to a known rule and to a place in its file.
func checkPlaces(t testing.TB, res *Result) {
	t.Helper()
	known := map[string]bool{}
	for _, r := range Rules() {
		known[r.ID] = true
	}
	lines := map[string][]string{}
	for file, text := range res.Sources {
		lines[file] = strings.Split(text, "\n")
	}
	for _, f := range res.Findings {
		if !known[f.Rule] {
			t.Errorf("%s: the rule %q is not in Rules", f.Pos, f.Rule)
		}
		if f.Message == "" || f.Fix == "" || f.Severity == 0 {
			t.Errorf("%s: %s lacks its message, fix or severity", f.Pos, f.Rule)
		}
		if sentence, lines, paste := strings.Cut(f.Fix, "\n\n"); strings.Contains(sentence, "\n") || paste && strings.TrimSpace(lines) == "" {
			t.Errorf("%s: the fix of %s must be a sentence, an empty line, and lines to paste:\n%s", f.Pos, f.Rule, f.Fix)
		}
		places := []notices.Pos{f.Pos}
		for _, r := range f.Related {
			places = append(places, r.Pos)
		}
		for _, p := range places {
			if !inside(lines, p) {
				t.Errorf("%s: %s lies outside its file", p, f.Rule)
			}
		}
	}
}

// inside reports whether a place exists. A place without a line is the whole file.
func inside(lines map[string][]string, p notices.Pos) bool {
	if p.Line == 0 {
		return p.File != "" && p.Col == 0
	}
	if p.Line > len(lines[p.File]) {
		return false
	}
	width := utf8.RuneCountInString(lines[p.File][p.Line-1])
	return p.Col >= 1 && p.Col <= width+1 && p.Len >= 0 && p.Col-1+p.Len <= width
}
