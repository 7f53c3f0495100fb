package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/site"
	"notices.example/site/preview"
)

// office is where a site is edited: its files, how it is looked at, and what the last
// run made of it.
type office struct {
	state
	old    map[string]bool // whose time of change is long ago, whatever happens
	before []state         // each edit

	folder, public string
	saved          map[string]string
	changed        []string // files, since the last run; none when any came or went
	memory         memory
	base           *base
	shownAs        [3]any         // how the site was looked at when it was shown
	first          *preview.First // what came of one notice before the last run; nil when nothing did
	filesBefore    []string       // the paths that the run before gave; nil when it gave none
	last           ran
	output         map[string][]byte // what a clean run gave last
	shown          *showing          // to browsers, edition after edition
}

// state is a site between two edits, and how it is looked at.
type state struct {
	files   map[string]string
	day     int // after the day of the example
	draft   bool
	preview bool
}

// ran is what a run gives.
type ran struct {
	examined *examined
	output   *site.Output
}

func newOffice(t *testing.T, of string) *office {
	t.Helper()
	return newOfficeOf(t, sites[of]())
}

func newOfficeOf(t *testing.T, files map[string]string) *office {
	t.Helper()
	o := &office{state: state{files: files}, folder: t.TempDir(), saved: map[string]string{}}
	o.public = filepath.Join(t.TempDir(), "public")
	o.shown = o.newShowing(t)
	o.save(t)
	o.runAgain(t)
	return o
}

// edit makes an edit and runs again.
func (o *office) edit(t *testing.T, e edit) {
	t.Helper()
	e.make(o)
	o.save(t)
	o.runAgain(t)
}

// save brings the folder to what it is in the office.
func (o *office) save(t *testing.T) {
	t.Helper()
	o.changed = nil
	moved := false
	for name := range o.saved {
		if _, there := o.files[name]; !there {
			if err := os.Remove(filepath.Join(o.folder, name)); err != nil {
				t.Fatal(err)
			}
			delete(o.saved, name)
			moved = true
		}
	}
	for name, text := range o.files {
		was, there := o.saved[name]
		if there && was == text {
			continue
		}
		moved = moved || !there
		o.changed = append(o.changed, name)
		file := filepath.Join(o.folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if o.old[name] {
			long := time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)
			if err := os.Chtimes(file, long, long); err != nil {
				t.Fatal(err)
			}
		}
		o.saved[name] = text
	}
	if moved {
		o.changed = nil
	}
}

// run makes the site with a memory, or from the start with nil.
func (o *office) run(t *testing.T, m *memory) ran {
	t.Helper()
	root, err := os.OpenRoot(o.folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	day, err := time.Parse(time.DateOnly, exampleDay)
	if err != nil {
		t.Fatal(err)
	}
	e, err := examineFiles(t.Context(), root.FS(), day.AddDate(0, 0, o.day), m)
	if err != nil {
		t.Fatal(err)
	}
	out, findings, err := site.Render(site.Input{
		Set: e.set, Findings: e.findings, Day: e.day, Draft: o.draft, Preview: o.preview, Overrides: e.fsys, Version: "test", Memory: m.ofSite(),
	})
	if err != nil {
		t.Fatal(err)
	}
	e.add(findings)
	return ran{examined: e, output: out}
}

// runAgain runs with what the last run left, and shows what comes of it.
func (o *office) runAgain(t *testing.T) {
	t.Helper()
	o.runFirst(t)
	o.last = o.run(t, &o.memory)
	o.shown.show(o.last)
	o.keepBase()
}

// compare says what the last run gives other than a clean run does, of the finished
// values of each stage too: none may have been changed by a later one. A thorough
// comparison is one of what browsers get and of what is published as well.
func (o *office) compare(t *testing.T, clean ran, thorough bool) string {
	t.Helper()
	again := o.last
	for _, part := range []struct {
		name        string
		clean, last any
	}{
		{"findings", clean.examined.findings, again.examined.findings},
		{"matrix", clean.examined.checked.Matrix, again.examined.checked.Matrix},
		{"corpus", clean.examined.set.Corpus, again.examined.set.Corpus},
		{"set", clean.examined.set, again.examined.set},
		{"sources", clean.examined.sources, again.examined.sources},
	} {
		if !reflect.DeepEqual(part.clean, part.last) {
			return part.name + " (-clean +again):\n" + cut(cmp.Diff(part.clean, part.last, cmp.Exporter(func(reflect.Type) bool { return true })))
		}
	}
	if wrong := o.compareOutput(clean.output, again.output); wrong != "" {
		return wrong
	}
	if wrong := o.compareFirst(clean); wrong != "" || !thorough {
		return wrong
	}
	if wrong := o.compareBrief(t, clean); wrong != "" || clean.output == nil {
		return wrong
	}
	for _, compare := range []func(*testing.T, ran, ran) string{o.compareServed, o.compareBuilt, o.compareWritten} {
		if wrong := compare(t, clean, again); wrong != "" {
			return wrong
		}
	}
	return ""
}

func (o *office) compareOutput(clean, again *site.Output) string {
	if clean == nil || again == nil {
		if (clean == nil) != (again == nil) {
			return fmt.Sprintf("output: clean %v, again %v", clean != nil, again != nil)
		}
		return ""
	}
	for i, f := range clean.Files {
		if i >= len(again.Files) || again.Files[i].Path != f.Path {
			return "only a clean run has " + f.Path + ", or only the other has what comes before it"
		}
		if g := again.Files[i]; !reflect.DeepEqual(f, g) {
			return f.Path + " (-clean +again):\n" + cut(cmp.Diff(strings.Split(string(f.Content), "<"), strings.Split(string(g.Content), "<")))
		}
	}
	if len(again.Files) > len(clean.Files) {
		return "a clean run does not have " + again.Files[len(clean.Files)].Path
	}
	return o.compareChanged(clean, again)
}

// compareChanged holds what the output says has changed against the one before it.
func (o *office) compareChanged(clean, again *site.Output) string {
	now := map[string][]byte{}
	var want []string
	for _, f := range clean.Files {
		now[f.Path] = f.Content
		if was, there := o.output[f.Path]; !there || !bytes.Equal(was, f.Content) {
			want = append(want, f.Path)
		}
	}
	for path := range o.output {
		if _, still := now[path]; !still {
			want = append(want, path)
		}
	}
	slices.Sort(want)
	first := o.output == nil
	o.output = now
	if !first && !slices.Equal(want, again.Changed) {
		return "changed files (-want +got):\n" + cut(cmp.Diff(want, again.Changed))
	}
	return ""
}

// compareServed holds the pages that browsers get from the preview that has shown all
// versions so far against those of one that has just begun.
func (o *office) compareServed(t *testing.T, clean, _ ran) string {
	t.Helper()
	begun := o.newShowing(t)
	edition := begun.show(clean)
	for _, f := range append(slices.Clone(clean.output.Files), site.File{Path: "__notices/"}) {
		if slices.ContainsFunc(edition.Broken, func(b preview.Broken) bool {
			return f.Path == "__notices/" || strings.HasPrefix(f.Path, strings.TrimSuffix(b.Address, ".html"))
		}) {
			continue // who has seen it before is told what it was called, and shown what it was
		}
		want, got := begun.gives(f.Path), o.shown.gives(f.Path)
		if want != got {
			return f.Path + " as browsers get it (-begun anew +going on):\n" + cut(cmp.Diff(strings.Split(want, "<"), strings.Split(got, "<")))
		}
		if path.Ext(f.Path) != ".html" && !strings.HasSuffix(f.Path, "/") && !strings.HasPrefix(path.Base(f.Path), ".") && got != string(f.Content) {
			return fmt.Sprintf("%s is not served as it is: %.200q", f.Path, got)
		}
	}
	return ""
}

// compareBuilt holds a preview in which no notice is marked as not published against
// what is built: it is the same site.
func (o *office) compareBuilt(t *testing.T, clean, _ ran) string {
	t.Helper()
	aside := func(c *notices.Complete) bool { return c.Standing(clean.examined.day) != notices.InForce }
	if !o.preview || o.draft || slices.ContainsFunc(clean.examined.set.Notices, aside) {
		return ""
	}
	built, wrong, err := site.Render(site.Input{
		Set: clean.examined.set, Findings: clean.examined.findings, Day: clean.examined.day, Overrides: os.DirFS(o.folder), Version: "test",
	})
	if err != nil || built == nil {
		return fmt.Sprintf("what can be previewed cannot be built: %v %v", wrong, err)
	}
	return cut(cmp.Diff(built.Files, clean.output.Files, cmp.Comparer(bytes.Equal)))
}

// compareWritten publishes the site over what was published before, and to a new
// folder.
func (o *office) compareWritten(t *testing.T, clean, again ran) string {
	t.Helper()
	fresh := filepath.Join(t.TempDir(), "public")
	for folder, out := range map[string]*site.Output{fresh: clean.output, o.public: again.output} {
		if _, err := site.Publish(t.Context(), out, site.Target{Dir: folder, Sources: []string{o.folder}}); err != nil {
			t.Fatal(err)
		}
	}
	return cut(cmp.Diff(tree(t, fresh), tree(t, o.public)))
}

// newShowing gives a preview of the office's folder that has shown nothing yet.
func (o *office) newShowing(t *testing.T) *showing {
	t.Helper()
	s := newServing()
	s.source.source, s.bind = o.folder, "127.0.0.1"
	p, err := newShowing(s, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// show shows what a run gave, as round does.
func (p *showing) show(r ran) preview.Edition {
	e := p.edition(r.examined, r.output, nil)
	p.law.Store(r.examined.law)
	p.server.Show(e)
	return e
}

// gives is what a browser gets.
func (p *showing) gives(path string) string {
	ctx := context.WithValue(context.Background(), http.LocalAddrContextKey, &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 80})
	r := httptest.NewRecorder()
	p.server.ServeHTTP(r, httptest.NewRequestWithContext(ctx, "GET", "http://localhost/"+path, nil))
	if r.Code != http.StatusOK {
		return r.Result().Status
	}
	return r.Body.String()
}

func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		rel, _ := filepath.Rel(folder, name)
		files[filepath.ToSlash(rel)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// cut keeps a difference to what can be read.
func cut(s string) string { return s[:min(len(s), 3000)] }
