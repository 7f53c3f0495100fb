package tidy_test

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices"
	"notices.example/notices/load"
	"notices.example/notices/starter"
	"notices.example/notices/tidy"
)

var update = flag.Bool("update", false, "write what comes out into the test cases")

// Each case is a file before, and after.
func TestCases(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("there are no cases: %v", err)
	}
	for _, name := range names {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		before, after := ar.Files[0], &ar.Files[1]
		kind, _ := load.KindOf(before.Name)
		got, err := tidy.Text(kind, path.Ext(before.Name) == ".md", string(before.Data))
		if err != nil {
			got = err.Error() + "\n"
		}
		if *update {
			after.Data = []byte(got)
			if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(string(after.Data), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// All that the tests and the examples have of content means the same afterwards, and
// what is in order stays as it is.
func TestNoContentMeansAnythingElseAfterwards(t *testing.T) {
	t.Parallel()
	var texts, changed int
	for name, site := range sites(t) {
		before := mustLoad(t, site)
		after := fstest.MapFS{}
		for file, f := range site {
			after[file] = f
			kind, known := load.KindOf(file)
			if !known || f.Mode != 0 {
				continue
			}
			texts++
			got := inOrder(t, name+": "+file, kind, string(f.Data))
			if got != string(f.Data) {
				changed++
			}
			after[file] = &fstest.MapFile{Data: []byte(got)}
		}
		holdSame(t, name, before, after)
	}
	if texts < 300 || changed < 20 {
		t.Errorf("of %d texts %d were changed", texts, changed)
	}
}

// inOrder puts a text in order, and looks whether it stays so.
func inOrder(t *testing.T, name string, kind notices.FileKind, text string) string {
	t.Helper()
	got, err := tidy.Text(kind, path.Ext(name) == ".md", text)
	if err != nil {
		if !errors.Is(err, tidy.ErrLeft) || got != text {
			t.Errorf("%s: not left as it is: %v", name, err)
		}
		return text
	}
	again, err := tidy.Text(kind, path.Ext(name) == ".md", got)
	if diff := cmp.Diff(got, again); err != nil || diff != "" {
		t.Errorf("%s: %v; not the same again (-once +twice):\n%s", name, err, diff)
	}
	return got
}

func holdSame(t *testing.T, name string, before *load.Result, site fstest.MapFS) {
	t.Helper()
	after := mustLoad(t, site)
	places := cmp.FilterPath(func(p cmp.Path) bool {
		last := p.Last().Type()
		return last == reflect.TypeFor[notices.Pos]() || last == reflect.TypeFor[*notices.Spans]() || last == reflect.TypeFor[notices.Fields]()
	}, cmp.Ignore())
	if diff := cmp.Diff(before.Corpus, after.Corpus, places, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s means something else (-before +after):\n%s", name, diff)
	}
	if diff := cmp.Diff(found(before), found(after)); diff != "" {
		t.Errorf("%s: something else is found (-before +after):\n%s", name, diff)
	}
}

// found is which rules found something, how often.
func found(r *load.Result) (list []string) {
	for _, f := range r.Findings {
		list = append(list, f.Pos.File+" "+f.Rule)
	}
	slices.Sort(list)
	return list
}

// sites are the example, a new site, and those of all tests that are written as files.
func sites(t *testing.T) map[string]fstest.MapFS {
	t.Helper()
	all := map[string]fstest.MapFS{}
	for _, content := range append(matches(t, "../rules/testdata/asfound/*/content"), "../../content", "../../cmd/notices/testdata/readme/content") {
		all[content] = onDisk(t, filepath.Dir(content))
	}
	for _, pattern := range []string{"../load/testdata/*.txtar", "../inherit/testdata/*.txtar", "../change/testdata/*.txtar", "../../cmd/notices/testdata/script/*.txtar", "testdata/*.txtar"} {
		for _, name := range matches(t, pattern) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			site := fstest.MapFS{}
			for _, f := range ar.Files {
				if file := strings.TrimPrefix(f.Name, "site/"); strings.HasPrefix(file, "content/") {
					site[file] = &fstest.MapFile{Data: f.Data}
				}
			}
			all[name] = withSite(site)
		}
	}
	files, err := starter.Site{Name: "Anytown Council", ID: "anytown-council", Law: "uk", Day: starter.Day(time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC))}.Files()
	if err != nil {
		t.Fatal(err)
	}
	begun := fstest.MapFS{}
	for _, f := range files {
		begun[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	all["a new site"] = begun
	return all
}

func matches(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("nothing is at %s: %v", pattern, err)
	}
	return names
}

func onDisk(t *testing.T, root string) fstest.MapFS {
	t.Helper()
	site := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(root), "content", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(root, name))
		site[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// withSite adds what a site needs to be one.
func withSite(site fstest.MapFS) fstest.MapFS {
	if site["content/site.yaml"] == nil {
		site["content/site.yaml"] = &fstest.MapFile{Data: []byte("title: Privacy notices\n")}
	}
	return site
}

// The last line gets an end, unless that were one more letter of a text.
func TestTheLastLineGetsAnEnd(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"name: 'A'":                "name: A\n",
		"name: A\naddress: |\n  x": "name: A\naddress: |\n  x",
		"name: A\r\naddress: x":    "name: A\r\naddress: x\r\n",
		"address: x\nname: A":      "name: A\naddress: x\n",
		"":                         "",
		"# only a remark":          "# only a remark",
	} {
		if got, err := tidy.Text(notices.OrganisationFile, false, text); err != nil || got != want {
			t.Errorf("%q became %q, want %q: %v", text, got, want, err)
		}
	}
}

// What cannot be put in order without a doubt is left, and so are old line ends.
func TestWhatIsDoubtfulIsLeft(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"a: &x b\nname: *x\n", "name: A\raddress: x\r", "name: \"A\n", "name: A\n---\nname: B\n", "name: !!str A\n", "\tname: A\n"} {
		if got, err := tidy.Text(notices.OrganisationFile, false, text); !errors.Is(err, tidy.ErrLeft) || got != text {
			t.Errorf("%q became %q: %v", text, got, err)
		}
	}
}
