package main

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	bench "notices.example/cmd/bench/town"
)

// narrowEdits are what people do to the text of a notice, and whether its own pages are all
// that can change by it.
var narrowEdits = []struct {
	name   string
	narrow bool
	edit   func(text string) string
}{
	{"a sentence", true, adding("\nWe answer letters on Mondays.\n")},
	{"another sentence in its place", true, replacing("Mondays", "Tuesdays")},
	{"the sentence taken out", true, replacing("\nWe answer letters on Tuesdays.\n", "")},
	{"a link to what has a page", true, adding("\nRead [about cookies](../../pages/cookies.md).\n")},
	{"a link elsewhere", true, adding("\nRead [the law](https://www.legislation.gov.uk/).\n")},
	{"a heading", false, adding("\n## How we answer\n\nBy letter.\n")},
	{"a word under the heading", true, replacing("By letter.", "By letter or telephone.")},
	{"another heading", false, replacing("## How we answer", "## How we reply")},
	{"a link that leads nowhere", false, adding("\nRead [more](nothing.md).\n")},
	{"the link mended", false, replacing("nothing.md", "../../pages/cookies.md")},
	{wordsAvoided, false, adding("\nWe may share data with partners going forward, prior to the commencement.\n")},
	{"a title", false, replacing("\ntitle: ", "\ntitle: Our ")},
	{"a sentence again", true, adding("\nWe answer letters.\n")},
}

const wordsAvoided = "words to be avoided"

func adding(what string) func(string) string {
	return func(text string) string { return strings.TrimRight(text, "\n") + "\n" + what }
}

func replacing(what, with string) func(string) string {
	return func(text string) string { return strings.Replace(text, what, with, 1) }
}

// someTown gives notices that are complete.
func someTown() map[string]string {
	files := map[string]string{}
	for f := range bench.Files(12) {
		files[f.Path] = string(f.Content)
	}
	return files
}

// A build after which nothing but the text of a notice was edited makes its pages and no
// others; what it publishes, and what it says, is as if all had been made anew.
func TestANarrowBuildIsAWholeOne(t *testing.T) {
	t.Parallel()
	for name, of := range map[string]struct {
		files func() map[string]string
		file  string
		draft bool
	}{
		"what is complete":   {someTown, "content/notices/harbour-and-hill/applying-for-a-bus-pass.md", false},
		"a draft":            {town, "content/notices/town/garden-waste.md", true},
		"a corporate notice": {someTown, "content/notices/harbour-and-hill/corporate.md", false},
		"a translation":      {town, "content/notices/town/garden-waste.cy.md", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newNarrowSite(t, of.files(), of.draft)
			if narrow, published := s.build(t); narrow || !published {
				t.Fatal("the first build is no whole one", s.said)
			}
			for _, e := range narrowEdits {
				before := s.files[of.file]
				if s.files[of.file] = e.edit(before); s.files[of.file] == before {
					continue // a title that this file does not have
				}
				s.save(t)
				s.settle()
				narrow, published := s.build(t)
				if !published {
					s.files[of.file] = before
					s.save(t)
					continue
				}
				if narrow && !e.narrow && (!strings.Contains(of.file, ".cy.") || e.name != wordsAvoided) { // which are English ones
					t.Errorf("%s: other pages can change by it, but were not made", e.name)
				}
				if !narrow && e.narrow {
					t.Errorf("%s: all pages were made anew", e.name)
				}
				s.compare(t, e.name)
			}
		})
	}
}

// narrowSite is a site that is built again and again.
type narrowSite struct {
	office
	cache string
	draft bool
	said  string
}

func newNarrowSite(t *testing.T, files map[string]string, draft bool) *narrowSite {
	t.Helper()
	s := &narrowSite{office: office{state: state{files: maps.Clone(files)}, folder: t.TempDir(), saved: map[string]string{}}, cache: t.TempDir(), draft: draft}
	s.public = filepath.Join(t.TempDir(), "public")
	s.save(t)
	s.settle()
	return s
}

// settle waits until a change of a file that is made now has another time.
func (s *narrowSite) settle() {
	const tick = 25 * time.Millisecond
	for begun := time.Now(); time.Since(begun) < tick; {
		time.Sleep(time.Millisecond)
	}
}

// build builds the site, and reports whether it was a narrow build, and whether the site was
// published.
func (s *narrowSite) build(t *testing.T) (narrow, published bool) {
	t.Helper()
	b, cmd, out := s.command(t, s.public, s.cache)
	day, err := b.source.day(nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := b.again(t.Context(), day, nil)
	if err != nil {
		t.Fatal(err)
	}
	if narrow, err = b.narrowly(cmd, day, again); err == nil && !narrow {
		err = b.run(cmd, nil)
	}
	if err != nil && !errors.Is(err, errFindings) {
		t.Fatal(err, out)
	}
	s.said = out.String()
	return narrow, err == nil
}

// command gives a build and where it says what it does.
func (s *narrowSite) command(t *testing.T, public, cache string) (*build, *cobra.Command, *bytes.Buffer) {
	t.Helper()
	getenv := func(name string) string { return map[string]string{"NOTICES_CACHE": cache}[name] }
	b := &build{getenv: getenv, source: sourceFlags{source: s.folder, at: exampleDay}, output: public, draft: s.draft}
	var out bytes.Buffer
	cmd := &cobra.Command{}
	cmd.SetContext(t.Context())
	cmd.SetOut(&out)
	cmd.SetErr(&out)
	return b, cmd, &out
}

// compare holds what was published, and what would be said of it, against a whole build.
func (s *narrowSite) compare(t *testing.T, after string) {
	t.Helper()
	fresh := filepath.Join(t.TempDir(), "public")
	b, cmd, out := s.command(t, fresh, noCache)
	if err := b.run(cmd, nil); err != nil {
		t.Fatal(err, out)
	}
	if diff := cmp.Diff(tree(t, fresh), tree(t, s.public)); diff != "" {
		t.Fatalf("after %s (-whole +narrow):\n%s", after, cut(diff))
	}
	size := func(said string) string { // which does not say what was written
		first, rest, _ := strings.Cut(said, "\n")
		first, _, _ = strings.Cut(first, " to ")
		return first + "\n" + rest
	}
	if want, got := size(out.String()), size(s.said); want != got {
		t.Errorf("after %s it said (-whole +narrow):\n%s", after, cmp.Diff(want, got))
	}
	s.settle()
	whole, _, told := s.command(t, s.public, s.cache)
	again, err := whole.again(t.Context(), townDay(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	said, holds := again.Holds(t.Context())
	if !holds || !strings.HasPrefix(said, "Nothing changed: ") {
		t.Errorf("after %s the next build does not know that nothing changed: %q %s", after, said, told)
	}
}

// When anything is not as a build left it, all is made anew.
func TestAfterATraceOfSomethingElseABuildIsAWholeOne(t *testing.T) {
	t.Parallel()
	const file = "content/notices/town/lost-property.md"
	for name, meddle := range map[string]func(t *testing.T, s *narrowSite){
		"a page was edited": func(t *testing.T, s *narrowSite) {
			overwrite(t, filepath.Join(s.public, "notices/town/libraries.html"), "<p>Mine")
		},
		"a page is missing": func(t *testing.T, s *narrowSite) {
			if err := os.Remove(filepath.Join(s.public, "notices/town/libraries.html")); err != nil {
				t.Fatal(err)
			}
		},
		"what was left is damaged": func(t *testing.T, s *narrowSite) {
			for _, name := range s.left(t) {
				text, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				text[len(text)/2]++
				overwrite(t, name, string(text))
			}
		},
		"what was left is gone": func(t *testing.T, s *narrowSite) {
			for _, name := range s.left(t) {
				if err := os.Remove(name); err != nil {
					t.Fatal(err)
				}
			}
		},
		"another notice was added": func(_ *testing.T, s *narrowSite) {
			s.files["content/notices/town/found-property.md"] = strings.Replace(s.files[file], "title: ", "title: Found and ", 1)
		},
		"another body's name": func(_ *testing.T, s *narrowSite) {
			s.files["content/organisations/anytown.yaml"] += "\n# changed\n"
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newNarrowSite(t, town(), true)
			s.build(t)
			meddle(t, s)
			s.files[file] = adding("\nWe answer letters.\n")(s.files[file])
			s.save(t)
			s.settle()
			b, cmd, _ := s.command(t, s.public, s.cache)
			again, err := b.again(t.Context(), townDay(t), nil)
			if err != nil {
				t.Fatal(err)
			}
			if narrow, err := b.narrowly(cmd, townDay(t), again); narrow || err != nil {
				t.Errorf("narrow: %t, %v", narrow, err)
			}
		})
	}
}

// left gives the files with what builds have left.
func (s *narrowSite) left(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, name := range slices.Sorted(maps.Keys(tree(t, s.cache))) {
		if path.Ext(name) == ".left" {
			names = append(names, filepath.Join(s.cache, name))
		}
	}
	if len(names) == 0 {
		t.Fatal("nothing was left")
	}
	return names
}

func overwrite(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
