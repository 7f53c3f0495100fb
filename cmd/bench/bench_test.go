package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"notices.example/cmd/bench/town"
)

func TestWorkThatIsNotTheSameIsFound(t *testing.T) {
	t.Parallel()
	s := madeUpSite(t)
	if err := s.equal(); err != nil {
		t.Fatalf("the same pages: %v", err)
	}
	theirs := filepath.Join(s.hugoFolder(), "public")
	page := "notices/harbour-and-hill/corporate"
	for name, change := range map[string]func(t *testing.T){
		"large/" + page + ".html": func(t *testing.T) { remove(t, filepath.Join(theirs, "large", page+".html")) },
		page + ".json": func(t *testing.T) {
			put(t, filepath.Join(theirs, page+".json"), "Main privacy notice of Harbour and Hill")
		},
		"the Welsh page": func(t *testing.T) { put(t, filepath.Join(theirs, "untranslated", page+".html"), "") },
	} {
		s = madeUpSite(t)
		theirs = filepath.Join(s.hugoFolder(), "public")
		change(t)
		if err := s.equal(); err == nil {
			t.Errorf("%s is not what it has to be, and nothing was said", name)
		}
	}
}

// madeUpSite is a site of one notice whose pages are its front matter, as both programs
// would name them.
func madeUpSite(t *testing.T) *site {
	t.Helper()
	s := &site{bench: &bench{}, folder: filepath.Join(t.TempDir(), "1"), size: 1}
	if err := town.Write(s.folder, 1); err != nil {
		t.Fatal(err)
	}
	texts, err := s.said(0)
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(texts, "\n")
	page := town.Page(0)
	for _, p := range []program{s.ours(), s.theirs()} {
		welsh := page + ".cy.html"
		if p.name != "notices" {
			welsh = "untranslated/" + page + ".html"
		}
		for _, form := range []string{page + ".html", p.large(page), page + ".txt", page + ".json", page + ".xml", welsh} {
			put(t, filepath.Join(p.folder, p.output, form), all)
		}
	}
	return s
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
}

func TestAnEditIsOneThatBothProgramsHaveToShow(t *testing.T) {
	t.Parallel()
	s := &site{bench: &bench{}, folder: filepath.Join(t.TempDir(), "10"), size: 10}
	if err := town.Write(s.folder, 10); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		for _, edit := range []func() error{s.editText, s.editTitle} {
			if err := edit(); err != nil {
				t.Fatal(err)
			}
		}
	}
	text, err := os.ReadFile(s.notice())
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(text), " round "); n != 2 {
		t.Errorf("an edit takes the place of the one before, but “round” is there %d times", n)
	}
	f, err := s.read(town.Notice(5))
	if err != nil || !strings.HasSuffix(f.Title, ", round 4") {
		t.Errorf("the title is %q: %v", f.Title, err)
	}
}

func TestTheMiddleOfEachFigureIsGiven(t *testing.T) {
	t.Parallel()
	got := median([]cost{{wall: 5, cpu: 1, peak: 9}, {wall: 1, cpu: 2, peak: 8}, {wall: 3, cpu: 3, peak: 7}})
	if want := (cost{wall: 3, cpu: 2, peak: 8}); got != want {
		t.Errorf("got %#v, want %#v", got, want)
	}
	if got := median([]cost{{wall: 2}, {wall: 4}}).wall; got != 3 {
		t.Errorf("the middle of 2 and 4 is %d", got)
	}
}

func TestTheTableSaysHowManyTimesAsMuch(t *testing.T) {
	t.Parallel()
	r := &results{
		size: 100, names: []string{"cold build"},
		costs: map[string]map[string][]cost{"cold build": {
			"notices": {{wall: time.Second, cpu: 2 * time.Second, peak: 1e8}},
			"Hugo":    {{wall: 5 * time.Second, cpu: 12 * time.Second, peak: 4e8}},
		}},
		check: []cost{{wall: time.Second / 2, cpu: time.Second, peak: 1e8}},
		read:  []cost{{wall: time.Second / 10, cpu: time.Second / 10}}, write: []cost{{wall: time.Second / 10, cpu: time.Second / 10}},
	}
	var b bytes.Buffer
	if err := r.markdown(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| cold build | 1.000 s, 2.000 s, 100 MB | 5.000 s, 12.0 s, 400 MB | 5.0 | 6.0 | 4.0 |",
		"| check alone, against a cold build | 0.500 s, 1.000 s, 100 MB | 5.000 s, 12.0 s, 400 MB | 10.0 | 12.0 | 4.0 |",
		"takes 5.0 times as long as both, and 10.0 times the CPU",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the table does not say %q:\n%s", want, b.String())
		}
	}
}

func TestWhatCannotBeMeasuredIsRefused(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"-sizes", "ten"}, {"-sizes", "0"}, {"-count", "0"}, {"-nothing"}} {
		if _, err := parse(args, &bytes.Buffer{}); err == nil {
			t.Errorf("%v was taken", args)
		}
	}
	o, err := parse([]string{"-growth"}, &bytes.Buffer{})
	if err != nil || len(o.sizes) != 3 || o.sizes[2] != 100_000 {
		t.Errorf("growth is measured with %v: %v", o.sizes, err)
	}
}

func TestTheFloorWritesAsMuchAsIsPublished(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	put(t, filepath.Join(folder, "public", "a", "b.html"), "12345")
	put(t, filepath.Join(folder, "public", "c.html"), "123")
	list := filepath.Join(folder, "list")
	if err := listed(filepath.Join(folder, "public"), list); err != nil {
		t.Fatal(err)
	}
	if err := floor([]string{"write-floor", list, filepath.Join(folder, "written")}); err != nil {
		t.Fatal(err)
	}
	want, err := weigh(filepath.Join(folder, "public"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := weigh(filepath.Join(folder, "written"))
	if err != nil || got != want {
		t.Errorf("wrote %v, want %v: %v", got, want, err)
	}
	if err := floor([]string{"read-floor", folder}); err != nil {
		t.Error(err)
	}
}
