package main

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/site"
)

// BenchmarkRunAgain measures a run after one notice was edited, from its files to
// the site in memory, and each stage of it, in milliseconds. A clean run is
// measured beside it. Say -benchtime=1x for many notices.
func BenchmarkRunAgain(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprintf("notices=%d", n), func(b *testing.B) {
			if n > 1000 && testing.Short() {
				b.Skip("many notices take long")
			}
			s := newManySite(b, n)
			b.Run("clean", func(b *testing.B) {
				for b.Loop() {
					s.run(b, nil)
				}
				s.report(b)
			})
			for _, edited := range []string{"notice", "title", "organisation", "corporate"} {
				b.Run(edited, func(b *testing.B) {
					m := &memory{}
					s.run(b, m)
					s.took = [4]time.Duration{}
					for b.Loop() {
						b.StopTimer()
						s.edit(b, edited)
						b.StartTimer()
						s.run(b, m)
					}
					s.report(b)
				})
			}
		})
	}
}

// manySite is the example site with many copies of its notices.
type manySite struct {
	folder string
	edits  int
	took   [4]time.Duration // by stage
	made   int
}

var stages = [4]string{"load-ms", "inherit-ms", "rules-ms", "site-ms"}

func newManySite(b *testing.B, n int) *manySite {
	b.Helper()
	s := &manySite{folder: b.TempDir()}
	notices := map[string]string{}
	err := fs.WalkDir(os.DirFS("../.."), "content", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join("../..", name))
		s.write(b, name, string(text))
		if strings.HasPrefix(name, "content/notices/") && !strings.Contains(string(text), "kind: corporate") {
			notices[name] = string(text)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	alias, title := regexp.MustCompile(`(?m)^aliases:.*\n`), regexp.MustCompile(`(?m)^title: (.*)$`)
	names := slices.Sorted(maps.Keys(notices))
	for i := range n - len(names) {
		name := names[i%len(names)]
		text := title.ReplaceAllString(alias.ReplaceAllString(notices[name], ""), fmt.Sprintf("title: $1 %d", i))
		s.write(b, fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, path.Ext(name)), i, path.Ext(name)), text)
	}
	return s
}

func (s *manySite) write(b *testing.B, name, text string) {
	b.Helper()
	file := filepath.Join(s.folder, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
}

// edit changes one file: the text of a notice, its title, a body that several name,
// or the corporate notice of half of the site.
func (s *manySite) edit(b *testing.B, what string) {
	b.Helper()
	s.edits++
	name, line := "content/notices/cornwall/web-chat.md", regexp.MustCompile(`(?m)^summary: .*$`)
	to := fmt.Sprintf("summary: What happens to what you type, in edit %d.", s.edits)
	switch what {
	case "title":
		line, to = regexp.MustCompile(`(?m)^title: .*$`), fmt.Sprintf("title: Web chat in edit %d", s.edits)
	case "organisation":
		name, line, to = "content/organisations/microsoft.yaml", regexp.MustCompile(`(?m)^name: .*$`), fmt.Sprintf("name: Microsoft %d", s.edits)
	case "corporate":
		name, to = "content/notices/cornwall/corporate.md", fmt.Sprintf("summary: How we use what we know of you, in edit %d.", s.edits)
	}
	text, err := os.ReadFile(filepath.Join(s.folder, name))
	if err != nil {
		b.Fatal(err)
	}
	s.write(b, name, line.ReplaceAllString(string(text), to))
}

// run makes the site and takes the time of each stage.
func (s *manySite) run(b *testing.B, m *memory) {
	b.Helper()
	root, err := os.OpenRoot(s.folder)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	day, err := time.Parse(time.DateOnly, exampleDay)
	if err != nil {
		b.Fatal(err)
	}
	lap := time.Now()
	done := func(stage int) {
		now := time.Now()
		s.took[stage] += now.Sub(lap)
		lap = now
	}
	read, err := m.ofLoad().Load(root.FS())
	if err != nil {
		b.Fatal(err)
	}
	done(0)
	set, unresolved := m.ofInherit().Resolve(read.Corpus)
	done(1)
	checked, err := m.ofRules().Run(set, day, slices.Concat(load.Rules(), inherit.Rules(), site.Rules())...)
	if err != nil {
		b.Fatal(err)
	}
	e := &examined{fsys: root.FS(), day: day, set: set, checked: checked, findings: checked.Findings, sources: read.Sources}
	e.add(slices.Concat(read.Findings, unresolved))
	done(2)
	out, _, err := site.Render(site.Input{Set: set, Findings: e.findings, Day: day, Preview: true, Overrides: root.FS(), Version: "test", Memory: m.ofSite()})
	if err != nil || out == nil {
		b.Fatal("no output", err)
	}
	done(3)
	s.made = out.Made
}

func (s *manySite) report(b *testing.B) {
	for i, name := range stages {
		b.ReportMetric(float64(s.took[i].Microseconds())/1000/float64(b.N), name)
	}
	b.ReportMetric(float64(s.made), "pages-made")
	s.took = [4]time.Duration{}
}
