package main

import (
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/site/preview"
)

// runFirst does what the preview does first when the files of one notice were saved.
func (o *office) runFirst(t *testing.T) {
	t.Helper()
	o.first, o.filesBefore = nil, nil
	if o.last.output != nil {
		o.filesBefore = pathsOf(o.last)
	}
	if o.base == nil || o.shownAs != [3]any{o.day, o.draft, o.preview} {
		return
	}
	root, err := os.OpenRoot(o.folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if o.first = o.base.again(root.FS(), o.changed); o.first != nil {
		o.shown.server.ShowFirst(*o.first)
	}
}

// keepBase keeps what the last run gave for the next edit.
func (o *office) keepBase() {
	if o.base = nil; o.last.output != nil {
		o.base = &base{o.last.examined, o.last.examined.rows(o.last.output), o.memory.inherit.Last(), o.memory.site.Last()}
	}
	o.shownAs = [3]any{o.day, o.draft, o.preview}
}

var searchIndexes = regexp.MustCompile(`^assets/search-index\.`)

// pathsOf gives the paths of all files, but for those that have another name whenever
// they change.
func pathsOf(r ran) (paths []string) {
	for _, f := range r.output.Files {
		if !searchIndexes.MatchString(f.Path) {
			paths = append(paths, f.Path)
		}
	}
	return paths
}

// compareFirst says what was shown of a notice first that is other than what a clean run
// gives. Where pages come or go, or the places on the page on who gets data, the notice's
// pages may show it, and they may only later.
func (o *office) compareFirst(clean ran) string {
	if o.first == nil || clean.output == nil || o.filesBefore == nil {
		return ""
	}
	id := o.first.Row.Notice
	found := slices.DeleteFunc(slices.Clone(clean.examined.findings), func(f notices.Finding) bool {
		return f.Notice != id && !slices.Contains(o.first.Sources, f.Pos.File)
	})
	if diff := cmp.Diff(found, o.first.Findings); diff != "" {
		return "what is found of " + id + " (-clean +first):\n" + cut(diff)
	}
	rows := clean.examined.rows(clean.output)
	row := rows[slices.IndexFunc(rows, func(r preview.Row) bool { return r.Notice == id })]
	if diff := cmp.Diff(row, o.first.Row); diff != "" {
		return "the row of " + id + " (-clean +first):\n" + cut(diff)
	}
	places := func(name string) bool { return strings.HasPrefix(path.Base(name), "sharing") }
	if !slices.Equal(o.filesBefore, pathsOf(clean)) || slices.ContainsFunc(o.last.output.Changed, places) {
		return ""
	}
	want, got := map[string]string{}, map[string]string{}
	for _, f := range clean.output.Files {
		if f.Notice == id || strings.HasPrefix(f.Path, "notices/"+id+".") {
			want[f.Path] = string(f.Content)
		}
	}
	for _, f := range o.first.Files {
		got[f.Path] = string(f.Content)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		return "pages of " + id + " (-clean +first):\n" + cut(diff)
	}
	return ""
}

// What is saved of one notice is shown first; what the whole site hangs on is not.
func TestWhichFilesAreShownFirst(t *testing.T) {
	t.Parallel()
	const (
		corporate = "content/notices/town/corporate.md"
		welsh     = "content/notices/town/garden-waste.cy.md"
	)
	swap := func(name, old, new string) func(map[string]string) {
		return func(files map[string]string) { files[name] = strings.Replace(files[name], old, new, 1) }
	}
	for name, c := range map[string]struct {
		edit  func(files map[string]string)
		first string
	}{
		"a summary":     {swap(townGarden, "summary: ", "summary: First, "), "town/garden-waste"},
		"a title":       {swap(townGarden, "title: Garden", "title: The garden"), "town/garden-waste"},
		"a translation": {swap(welsh, "summary: ", "summary: Yn gyntaf, "), "town/garden-waste"},
		"both": {func(f map[string]string) {
			swap(townGarden, "title: ", "title: A ")(f)
			swap(welsh, "title: ", "title: B ")(f)
		}, "town/garden-waste"},
		"what others take": {swap(corporate, "title: ", "title: A "), ""},
		"two notices": {func(f map[string]string) {
			swap(townGarden, "title: ", "title: A ")(f)
			swap(townLibraries, "title: ", "title: B ")(f)
		}, ""},
		"with the site": {func(f map[string]string) {
			swap(townGarden, "title: ", "title: A ")(f)
			f["content/site.yaml"] += "\nbanner: New\n"
		}, ""},
		"a body":             {swap("content/organisations/anytown.yaml", "name: ", "name: The "), ""},
		"what is not YAML":   {swap(townGarden, "title: ", "title: \""), ""},
		"becoming corporate": {swap(townGarden, "kind: service", "kind: corporate"), ""},
		"becoming a draft":   {swap(townGarden, "kind: service", "kind: service\nstatus: draft"), ""},
		"a new notice":       {func(f map[string]string) { f["content/notices/town/new.md"] = f[townLibraries] }, ""},
		"no notice":          {func(f map[string]string) { delete(f, townLibraries) }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := newOffice(t, "town")
			o.state.preview = true
			o.runAgain(t)
			o.files = maps.Clone(o.files)
			c.edit(o.files)
			o.save(t)
			o.runAgain(t)
			got := ""
			if o.first != nil {
				got = o.first.Row.Notice
			}
			if got != c.first {
				t.Errorf("%q is shown first, want %q", got, c.first)
			}
			o.output = nil
			if wrong := o.compare(t, o.run(t, nil), false); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}
