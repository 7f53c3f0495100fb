package main

import (
	"fmt"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

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
	if o.first = o.base.again(root.FS(), &o.memory.load, o.changed); o.first != nil {
		o.shown.server.ShowFirst(*o.first)
	}
}

// keepBase keeps what the last run gave for the next edit.
func (o *office) keepBase() {
	if o.base = nil; o.last.output != nil {
		o.base = &base{o.last.examined, o.memory.inherit.Last(), o.memory.site.Last()}
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
	row.Address = ""
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

// The page of the notice that was saved is there when the run over the whole site begins,
// and it says that it has not ended.
func TestTheSavedNoticeIsThereBeforeTheWholeSite(t *testing.T) {
	t.Parallel()
	const file, page, home = "content/notices/cornwall/web-chat.md", "notices/cornwall/web-chat.html", "index.html"
	const waiting = "the rest of the site is being looked at"
	s := newServing()
	s.bind, s.source.source = "127.0.0.1", exampleCopy(t)
	p, err := newShowing(s, &printed{})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.round(t.Context(), ready, nil); err != nil {
		t.Fatal(err)
	}
	if before := p.gives(page); strings.Contains(before, waiting) {
		t.Fatalf("it waits for a run that has ended:\n%s", before)
	}
	text, err := os.ReadFile(s.source.source + "/" + file)
	if err != nil {
		t.Fatal(err)
	}
	edited := regexp.MustCompile(`(?m)^title: .*$`).ReplaceAllString(string(text), "title: Typing to us")
	if err := os.WriteFile(s.source.source+"/"+file, []byte(edited), 0o644); err != nil {
		t.Fatal(err)
	}
	asked := 0
	now := s.now
	s.now = func() time.Time {
		if asked++; asked == 1 { // the run over the whole site begins
			for address, words := range map[string][]string{page: {"<h1>Typing to us</h1>", waiting}, home: {waiting}, "__notices/": {"The rest of the site is being looked at."}} {
				for _, w := range words {
					if got := p.gives(address); !strings.Contains(got, w) {
						t.Errorf("%s does not say %q:\n%s", address, w, cut(got))
					}
				}
			}
		}
		return now()
	}
	if err := p.round(t.Context(), "Saved "+file, []string{file}); err != nil {
		t.Fatal(err)
	}
	if got := p.gives(page); !strings.Contains(got, "<h1>Typing to us</h1>") || strings.Contains(got, waiting) || asked != 2 {
		t.Errorf("after the run over the whole site (%d):\n%s", asked, cut(got))
	}
	if said := fmt.Sprint(p.out); !strings.Contains(said, "pages changed") {
		t.Errorf("it tells of no page that changed:\n%s", said)
	}
}
