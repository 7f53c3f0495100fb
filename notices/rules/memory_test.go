package rules

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
)

const twoServices = `-- content/site.yaml --
title: Notices
-- content/organisations/anytown.yaml --
name: Anytown Council
public_authority: yes
-- content/notices/corporate.md --
---
title: Our main notice
kind: corporate
controller: anytown
summary: How we use your information.
covers: [{name: Plots, notice: plots}]
rights: {how: Write to us.}
---
What we do.
-- content/notices/halls.md --
---
title: Halls
controller: anytown
summary: How we rent out halls.
---
See [plots](plots.md).
-- content/notices/plots.md --
---
title: Plots
controller: anytown
summary: How we rent out plots.
---
A plot.
`

// After an edit, only those notices and texts are looked at that it may concern. That
// what is found is the same as from the start is held elsewhere.
func TestAnEditConcernsFew(t *testing.T) {
	t.Parallel()
	const halls, plots, main = "content/notices/halls.md", "content/notices/plots.md", "content/notices/corporate.md"
	for name, c := range map[string]struct {
		file, old, new string
		notices, texts []string // that are looked at again; the edited file is one
	}{
		"nothing":                        {plots, "", "", nil, nil},
		"a summary":                      {plots, "rent out plots", "let plots", []string{"corporate", "plots"}, []string{plots}},
		"words of the corporate notice":  {main, "How we use", "What we do with", []string{"corporate"}, []string{main}},
		"its text":                       {main, "What we do.", "What else we do.", []string{"corporate"}, []string{main}},
		"its rights":                     {main, "Write to us", "Call us", []string{"corporate", "halls", "plots"}, []string{main}},
		"a notice that is not published": {plots, "title: Plots", "title: Plots\nstatus: draft", []string{"corporate", "plots"}, []string{halls, plots}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := newEditing(t, twoServices)
			judged, said := o.memory.judged, o.memory.said
			o.replace(c.file, c.old, c.new)
			o.run(t)
			if diff := cmp.Diff(c.notices, others(judged, o.memory.judged)); diff != "" {
				t.Errorf("notices (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.texts, others(said, o.memory.said)); diff != "" {
				t.Errorf("texts (-want +got):\n%s", diff)
			}
		})
	}
}

// A notice as rules see it does not hold what they have to ask for.
func TestTheCorporateNoticeIsAskedFor(t *testing.T) {
	t.Parallel()
	for id, j := range newEditing(t, twoServices).memory.judged {
		if j.subject.Notice.CorporateOf != nil {
			t.Errorf("%s has it", id)
		}
	}
}

// A link that leads nowhere is told of the file that has the near name now.
func TestANearFileMoves(t *testing.T) {
	t.Parallel()
	o := newEditing(t, twoServices)
	o.replace("content/notices/halls.md", "(plots.md)", "(plot.md)")
	o.run(t)
	o.files["content/notices/parks/plots.md"] = o.files["content/notices/plots.md"]
	delete(o.files, "content/notices/plots.md")
	for _, f := range o.run(t) {
		if f.Rule == "link-broken" && strings.Contains(f.Fix, "(parks/plots.md)") {
			return
		}
	}
	t.Error("the fix does not name the file where it is now")
}

// editing is a site that is edited, with the memories of its runs.
type editing struct {
	files   fstest.MapFS
	load    load.Memory
	inherit inherit.Memory
	memory  Memory
}

func newEditing(t *testing.T, archive string) *editing {
	t.Helper()
	o := &editing{files: fstest.MapFS{}}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		o.files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	o.run(t)
	return o
}

func (o *editing) replace(file, old, by string) {
	text := string(o.files[file].Data)
	o.files[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, by, 1))}
}

func (o *editing) run(t *testing.T) []notices.Finding {
	t.Helper()
	read, err := o.load.Load(o.files)
	if err != nil {
		t.Fatal(err)
	}
	set, _ := o.inherit.Resolve(read.Corpus)
	result, err := o.memory.Run(set, time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return result.Findings
}

// others gives the names of the values that are others than before, sorted.
func others[T comparable](before, now map[string]T) (names []string) {
	for name, value := range now {
		if before[name] != value {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
