package main

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/site"
)

// The example, which has something of everything, comes out the same byte for byte
// wherever it is built and by whomever, in whatever surroundings. Nothing in it tells
// where that was, or when.
func TestTheExampleIsTheSameWhereverItIsBuilt(t *testing.T) {
	t.Parallel()
	source, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "somewhere-else")
	if err := os.CopyFS(filepath.Join(copied, "content"), os.DirFS(filepath.Join(source, "content"))); err != nil {
		t.Fatal(err)
	}
	var want map[string]string
	for _, surroundings := range [][]string{
		{"TZ=UTC", "GOMAXPROCS=1"},
		{"TZ=Asia/Tokyo", "GOMAXPROCS=8", "LC_ALL=tr_TR.UTF-8", "NOTICES_TEST_UMASK=077", "HOME=/nonexistent", "XDG_CONFIG_HOME=/nonexistent"},
		{"TZ=America/New_York", "LANG=cy_GB.UTF-8", "NOTICES_TEST_UMASK=000", "HOME=", "NO_COLOR=1", "SOURCE_DATE_EPOCH=1"},
	} {
		folder := filepath.Join(t.TempDir(), "public")
		cmd := program(t, "build", "--source", copied, "--output", folder, "--at", exampleDay)
		cmd.Env, cmd.Dir = append(cmd.Env, surroundings...), t.TempDir()
		mustRun(t, cmd)
		got := published(t, folder)
		if want == nil {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", surroundings, diff)
		}
		tellsNothing(t, got, copied, folder, filepath.Base(copied), cmd.Dir, source)
	}
}

// tellsNothing fails the test when a file tells something of where it was made, of the
// preview, or of a template that was stopped in the middle.
func tellsNothing(t *testing.T, files map[string]string, places ...string) {
	t.Helper()
	for name, content := range files {
		for _, word := range append([]string{
			"localhost", "127.0.0.1", "ZgotmplZ", "<no value>", "%!", "EventSource", "/__notices/", "{{", "content/site.yaml", "/tmp/", "file:",
		}, places...) {
			if strings.Contains(content, word) {
				t.Errorf("%s holds %q", name, word)
			}
		}
	}
}

// The clock is asked for nothing but the day, and for that only when nobody names one.
func TestWhatTimeItIsMakesNoDifference(t *testing.T) {
	t.Parallel()
	dir := smallSite(t)
	var want map[string]string
	for name, c := range map[string]struct {
		today string
		args  []string
		env   string
	}{
		"the day that is named": {"1999-12-31", []string{"--at", exampleDay}, ""},
		"it is named, later":    {"2077-01-01", []string{"--at", exampleDay}, ""},
		"it is named twice":     {"2077-01-01", []string{"--at", exampleDay}, "1"},
		"named by surroundings": {"2077-01-01", nil, "1795348800"},
		"the next day":          {"2026-11-23", nil, ""},
	} {
		day, err := time.Parse(time.DateOnly, c.today)
		if err != nil {
			t.Fatal(err)
		}
		folder := filepath.Join(t.TempDir(), "public")
		root := newRoot(func() time.Time { return day }, func(key string) string {
			if key == "SOURCE_DATE_EPOCH" {
				return c.env
			}
			return ""
		})
		var out bytes.Buffer
		root.SetArgs(append([]string{"build", "--source", dir, "--output", folder}, c.args...))
		root.SetOut(&out)
		root.SetErr(&out)
		if err := root.ExecuteContext(t.Context()); err != nil {
			t.Fatal(name, err, out.String())
		}
		got := published(t, folder)
		if want == nil {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// shuffled lists every folder in another order each time.
type shuffled struct {
	fs.FS
	random *rand.Rand
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	s.random.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

// Which of two files with one name, or with one address, is told about does not hang
// on the order in which a disk lists them.
func TestTheOrderOfFilesMakesNoDifferenceToWhatIsFound(t *testing.T) {
	t.Parallel()
	page := func(title, alias string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: " + title + "\naliases: [" + alias + "]\n---\n\nWords.\n")}
	}
	named := fstest.MapFS{
		"content/site.yaml":            {Data: []byte("title: Privacy\nlaw: uk\n")},
		"content/pages/Privacy.md":     page("One", "/a.html"),
		"content/pages/privacy.md":     page("Two", "/b.html"),
		"content/pages/caf\u00e9.md":   page("Three", "/c.html"),
		"content/pages/cafe\u0301.md":  page("Four", "/d.html"),
		"content/notices/parking.md":   page("Five", "/e.html"),
		"content/notices/parking.yaml": {Data: []byte("title: Six\n")},
	}
	addressed := fstest.MapFS{
		"content/site.yaml":   named["content/site.yaml"],
		"content/pages/a.md":  page("One", "/old.html"),
		"content/pages/b.md":  page("Two", "/old.html"),
		"content/pages/c.md":  page("Three", "/OLD.html"),
		"content/pages/d.md":  page("Four", "/pages/a.html"),
		"layouts/home.html":   {Data: []byte("{{.Nothing}}")},
		"layouts/page.html":   {Data: []byte("{{.Nothing}}")},
		"layouts/unused.html": {Data: []byte("x")},
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, files := range []fstest.MapFS{named, addressed} {
		want := findingsOf(t, files)
		if len(want) == 0 {
			t.Fatal("nothing is found")
		}
		for range 10 {
			if diff := cmp.Diff(want, findingsOf(t, shuffled{files, random})); diff != "" {
				t.Fatalf("(-as listed +shuffled):\n%s", diff)
			}
		}
	}
}

// findingsOf gives all that a build finds, for people to read.
func findingsOf(t *testing.T, files fs.FS) (all []string) {
	t.Helper()
	day, err := time.Parse(time.DateOnly, exampleDay)
	if err != nil {
		t.Fatal(err)
	}
	e, err := examineFiles(t.Context(), files, day, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, found, err := site.Render(site.Input{Set: e.set, Findings: e.findings, Day: day, Overrides: files})
	if err != nil {
		t.Fatal(err)
	}
	e.add(found)
	for _, f := range e.findings {
		all = append(all, f.Pos.String()+" "+f.Rule+" "+f.Message)
		for _, r := range f.Related {
			all = append(all, "  "+r.Pos.String()+" "+r.Message)
		}
	}
	return all
}

// Two texts have one hash of 64 bits: they were found by trying. Whichever comes first,
// and whether they stand side by side or one takes the other's place, each is published
// where it belongs.
func TestTextsWithOneHashAreEachPublished(t *testing.T) {
	t.Parallel()
	const one, two = "9vFXWsnqLDE", "-7FQtKIjAHM"
	day, err := time.Parse(time.DateOnly, exampleDay)
	if err != nil {
		t.Fatal(err)
	}
	page := func(words string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: \"" + words + "\"\nsummary: \"" + words + "\"\n---\n\n" + words + "\n")}
	}
	for _, pair := range [][2]string{{one, two}, {two, one}} {
		m := &memory{}
		files := fstest.MapFS{"content/site.yaml": {Data: []byte("title: Privacy\nlaw: uk\n")}}
		for _, words := range [][2]string{pair, {pair[1], pair[0]}, {pair[0], pair[0]}, pair} {
			files["content/pages/a.md"], files["content/pages/b.md"] = page(words[0]), page(words[1])
			var outputs []*site.Output
			for _, m := range []*memory{m, nil} {
				e, err := examineFiles(t.Context(), files, day, m)
				if err != nil {
					t.Fatal(err)
				}
				out, _, err := site.Render(site.Input{Set: e.set, Findings: e.findings, Day: day, Draft: true, Memory: m.ofSite()})
				if err != nil || out == nil {
					t.Fatal("there is no site: ", err)
				}
				outputs = append(outputs, out)
			}
			if diff := cmp.Diff(outputs[1].Files, outputs[0].Files, cmp.Comparer(bytes.Equal)); diff != "" {
				t.Errorf("%v (-clean +again):\n%s", words, diff)
			}
			for _, f := range outputs[0].Files {
				if strings.HasPrefix(f.Path, "pages/a.") && !strings.Contains(string(f.Content), words[0]) || strings.HasPrefix(f.Path, "pages/b.") && !strings.Contains(string(f.Content), words[1]) {
					t.Errorf("%v: %s has other words", words, f.Path)
				}
			}
		}
	}
}
