package main

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/site"
)

// againEdits is how many edits each of the random histories has.
var againEdits = flag.Int("again-edits", 30, "how many random edits each history of TestRunAgainIsACleanRun makes")

// againSeed begins the seeds of the histories, and againHistories is how many there are.
var (
	againSeed      = flag.Uint64("again-seed", 1, "the seed of the first random history")
	againHistories = flag.Int("again-histories", 4, "how many random histories")
)

// A site is edited at random, as people edit: after each edit, the run that uses
// the last one again gives what a run from the start gives, byte for byte.
func TestRunAgainIsACleanRun(t *testing.T) {
	t.Parallel()
	for i := range *againHistories {
		seed := *againSeed + uint64(i)
		t.Run(fmt.Sprint("seed=", seed), func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(seed, 0))
			var edits []edit
			for range *againEdits {
				edits = append(edits, edit{byte(random.Uint32()), byte(random.Uint32()), byte(random.Uint32())})
			}
			sameAgain(t, edits)
		})
	}
}

// A notice shows the summaries of those that it covers, so a summary that changes
// is seen on a page of another notice.
func TestASummaryIsSeenOnOtherPages(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.files = maps.Clone(o.files)
	const covers, covered = "content/notices/cumbria/active-cumbria.md", "content/notices/cornwall/web-chat.md"
	o.files[covers] = strings.Replace(o.files[covers], "---\n", "---\ncovers:\n  - name: Web chat\n    notice: cornwall/web-chat\n", 1)
	o.save(t)
	o.runAgain(t)
	if o.last.output == nil {
		t.Fatal("the site cannot be shown as it is at first")
	}
	o.files[covered] = strings.Replace(o.files[covered], "summary: ", "summary: Quite another one. ", 1)
	o.save(t)
	o.runAgain(t)
	if wrong := o.compare(t, false); wrong != "" {
		t.Error(wrong)
	}
}

// FuzzRunAgain takes three bytes for an edit.
func FuzzRunAgain(f *testing.F) {
	f.Add([]byte("notices"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var edits []edit
		for e := range slices.Chunk(data[:min(len(data), 30)], 3) {
			if len(e) == 3 {
				edits = append(edits, edit(e))
			}
		}
		sameAgain(t, edits)
	})
}

// sameAgain makes edits one after the other. When a run comes out other than a
// clean one, it looks for the fewest edits that bring this about.
func sameAgain(t *testing.T, edits []edit) {
	t.Helper()
	wrong, at := play(t, edits, true)
	if wrong == "" {
		return
	}
	few := fewest(t, edits[:at+1])
	if less, _ := play(t, few, false); less != "" {
		wrong = less
	}
	t.Fatalf("after these edits, the run is other than a clean one:\n%s\n%s", retold(few), wrong)
}

// fewest leaves out of the edits, of which the last makes the difference, all that
// it does not hang on.
func fewest(t *testing.T, edits []edit) []edit {
	for size := max(len(edits)/2, 1); size > 0; size /= 2 {
		for i := 0; i+size < len(edits); {
			fewer := slices.Concat(edits[:i], edits[i+size:])
			if wrong, _ := play(t, fewer, false); wrong != "" {
				edits = fewer
				continue
			}
			i += size
		}
	}
	return edits
}

// play makes the edits with a memory of its own, and says what is other than in a
// clean run after one of them: after any, or after the last.
func play(t *testing.T, edits []edit, each bool) (wrong string, at int) {
	t.Helper()
	o := newOffice(t)
	for i, e := range edits {
		e.make(o)
		o.save(t)
		o.runAgain(t)
		if each || i == len(edits)-1 {
			if wrong := o.compare(t, each && i%8 == 7); wrong != "" {
				return wrong, i
			}
		}
	}
	return "", 0
}

// retold lists edits, as they come one after the other.
func retold(edits []edit) string {
	o := &office{files: example()}
	var b strings.Builder
	for _, e := range edits {
		fmt.Fprintf(&b, "  %v %s\n", e, e.make(o))
	}
	return b.String()
}

// office is where a site is edited: its files, how it is looked at, and what the last
// run made of it.
type office struct {
	files   map[string]string
	old     map[string]bool // whose time of change is long ago, whatever happens
	day     int             // after the day of the example
	draft   bool
	preview bool
	before  []map[string]string

	folder, public string
	saved          map[string]string
	memory         memory
	last           ran
	output         map[string][]byte // what a clean run gave last
}

// ran is what a run gives.
type ran struct {
	examined *examined
	output   *site.Output
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{files: example(), folder: t.TempDir(), saved: map[string]string{}}
	o.public = filepath.Join(t.TempDir(), "public")
	o.save(t)
	o.runAgain(t)
	return o
}

// save brings the folder to what it is in the office.
func (o *office) save(t *testing.T) {
	t.Helper()
	for name := range o.saved {
		if _, there := o.files[name]; !there {
			if err := os.Remove(filepath.Join(o.folder, name)); err != nil {
				t.Fatal(err)
			}
			delete(o.saved, name)
		}
	}
	for name, text := range o.files {
		if was, there := o.saved[name]; there && was == text {
			continue
		}
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

func (o *office) runAgain(t *testing.T) { o.last = o.run(t, &o.memory) }

// compare says what the last run gives other than a clean run does, of the finished
// values of each stage too: none may have been changed by a later one.
func (o *office) compare(t *testing.T, written bool) string {
	t.Helper()
	clean, again := o.run(t, nil), o.last
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
	if wrong := o.compareOutput(clean.output, again.output); wrong != "" || !written || clean.output == nil {
		return wrong
	}
	return o.compareWritten(t, clean.output, again.output)
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

// compareWritten writes the site over what was written before, and to a new folder.
func (o *office) compareWritten(t *testing.T, clean, again *site.Output) string {
	t.Helper()
	fresh := filepath.Join(t.TempDir(), "public")
	for folder, out := range map[string]*site.Output{fresh: clean, o.public: again} {
		if _, err := site.Write(out, folder, o.folder); err != nil {
			t.Fatal(err)
		}
	}
	return cut(cmp.Diff(tree(t, fresh), tree(t, o.public)))
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
