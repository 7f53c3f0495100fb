package stamp

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// site is a site on disk, as a build left it.
type site struct {
	build Build
	now   time.Time
}

func newSite(t *testing.T) *site {
	t.Helper()
	top := t.TempDir()
	s := &site{now: time.Now().Add(time.Hour), build: Build{
		Cache: filepath.Join(top, "cache"), Source: filepath.Join(top, "site"), Folders: []string{"content", "layouts"},
		Target: filepath.Join(top, "public"), Told: []string{"program", "2026-06-22"},
	}}
	s.write(t, "site/content/notices/halls.md", "Halls")
	s.write(t, "site/content/site.yaml", "title: Notices")
	s.write(t, "site/other/notes.txt", "not read")
	s.write(t, "public/index.html", "<p>Halls")
	s.write(t, "public/notices/halls.html", "<p>Halls")
	return s
}

func (s *site) path(name string) string { return filepath.Join(filepath.Dir(s.build.Source), name) }

func (s *site) write(t *testing.T, name, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(s.path(name)), 0o755))
	must(t, os.WriteFile(s.path(name), []byte(text), 0o644))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (s *site) keep(t *testing.T) {
	t.Helper()
	started, known := s.build.Start(t.Context(), s.now)
	if !known {
		t.Fatal("the site is not known")
	}
	must(t, started.Keep(t.Context(), "Nothing changed.", nil))
}

func (s *site) holds(t *testing.T) (said string, holds bool) {
	t.Helper()
	started, known := s.build.Start(t.Context(), s.now)
	if !known {
		return "", false
	}
	return started.Holds(t.Context())
}

func TestTheSameBuildIsKnownAgain(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	if _, holds := s.holds(t); holds {
		t.Error("it is known before it was made")
	}
	s.keep(t)
	s.write(t, "site/other/notes.txt", "changed")
	if said, holds := s.holds(t); !holds || said != "Nothing changed." {
		t.Errorf("got %q, %t", said, holds)
	}
}

// sly writes a file so that it is as long as before, and as old by the time that
// programs can set.
func (s *site) sly(t *testing.T, name string) {
	t.Helper()
	info, err := os.Stat(s.path(name))
	must(t, err)
	text, err := os.ReadFile(s.path(name))
	must(t, err)
	text[0] ^= 1
	s.write(t, name, string(text))
	must(t, os.Chtimes(s.path(name), info.ModTime(), info.ModTime()))
}

func TestAnyDifferenceIsSeen(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*testing.T, *site){
		"a notice":                 func(t *testing.T, s *site) { s.write(t, "site/content/notices/halls.md", "Hall") },
		"a notice, slyly":          func(t *testing.T, s *site) { s.sly(t, "site/content/notices/halls.md") },
		"a new notice":             func(t *testing.T, s *site) { s.write(t, "site/content/notices/news.md", "") },
		"a new empty folder":       func(t *testing.T, s *site) { must(t, os.Mkdir(s.path("site/content/notices/x"), 0o755)) },
		"a notice less":            func(t *testing.T, s *site) { must(t, os.Remove(s.path("site/content/notices/halls.md"))) },
		"a notice with a new name": func(t *testing.T, s *site) { s.rename(t, "site/content/notices/halls.md", "hall.md") },
		"a file becomes a folder": func(t *testing.T, s *site) {
			s.rename(t, "site/content/site.yaml", "site.yml")
			must(t, os.Mkdir(s.path("site/content/site.yaml"), 0o755))
		},
		"a layout":               func(t *testing.T, s *site) { s.write(t, "site/layouts/home.html", "") },
		"a link among the files": func(t *testing.T, s *site) { must(t, os.Symlink("site.yaml", s.path("site/content/link.md"))) },
		"a page":                 func(t *testing.T, s *site) { s.write(t, "public/index.html", "<p>Hall") },
		"a page, slyly":          func(t *testing.T, s *site) { s.sly(t, "public/notices/halls.html") },
		"a page less":            func(t *testing.T, s *site) { must(t, os.Remove(s.path("public/index.html"))) },
		"somebody's file":        func(t *testing.T, s *site) { s.write(t, "public/notes.txt", "") },
		"no published folder":    func(t *testing.T, s *site) { must(t, os.RemoveAll(s.path("public"))) },
		"a link for the folder": func(t *testing.T, s *site) {
			s.rename(t, "public", "public2")
			must(t, os.Symlink("public2", s.path("public")))
		},
		"another day":            func(_ *testing.T, s *site) { s.build.Told = []string{"program", "2026-06-23"} },
		"options that run on":    func(_ *testing.T, s *site) { s.build.Told = []string{"program2026-06-22", ""} },
		"another source":         func(t *testing.T, s *site) { s.rename(t, "site", "town"); s.build.Source = s.path("town") },
		"another target":         func(t *testing.T, s *site) { s.rename(t, "public", "www"); s.build.Target = s.path("www") },
		"a folder more to read":  func(_ *testing.T, s *site) { s.build.Folders = append(s.build.Folders, "other") },
		"a stamp that was taken": func(t *testing.T, s *site) { started, _ := s.build.Start(t.Context(), s.now); started.Forget() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t)
			s.keep(t)
			change(t, s)
			if _, holds := s.holds(t); holds {
				t.Error("it is taken for the same")
			}
		})
	}
}

func (s *site) rename(t *testing.T, from, to string) {
	t.Helper()
	must(t, os.Rename(s.path(from), filepath.Join(filepath.Dir(s.path(from)), to)))
}

// A stamp with one bit other than it was written, or cut short, says nothing.
func TestADamagedStampIsIgnored(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.keep(t)
	started, _ := s.build.Start(t.Context(), s.now)
	whole, err := os.ReadFile(started.file())
	must(t, err)
	tell := func(what string, text []byte) {
		must(t, os.WriteFile(started.file(), text, 0o600))
		if _, holds := started.Holds(t.Context()); holds {
			t.Error("believed:", what)
		}
	}
	for i := range whole {
		flipped := []byte(string(whole))
		flipped[i] ^= 1
		tell("with a bit flipped", flipped)
		tell("cut short", whole[:i])
	}
	tell("longer", append(whole, 0))
	tell("of another form", compose(digests{}, ""))
	tell("without end", []byte(strings.Repeat("x", maxStamp+1)))
	must(t, os.WriteFile(started.file(), whole, 0o600))
	if _, holds := started.Holds(t.Context()); !holds {
		t.Error("the whole one is not believed")
	}
}

// A file that changes while a build runs may have been read before or after.
func TestNothingIsKeptOfAMovingSite(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*testing.T, *site){
		"edited":               func(t *testing.T, s *site) { s.write(t, "site/content/site.yaml", "title: Others") },
		"edited, and put back": func(t *testing.T, s *site) { s.write(t, "site/content/site.yaml", "title: Notices") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t)
			s.now = time.Now().Add(-time.Minute) // the files are younger than the start of the build
			started, _ := s.build.Start(t.Context(), s.now)
			change(t, s)
			must(t, started.Keep(t.Context(), "", nil))
			if _, holds := started.Holds(t.Context()); holds {
				t.Error("it is taken for the same")
			}
		})
	}
}

func TestNothingIsKeptWhereItCannotBe(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("links need rights there")
	}
	s := newSite(t)
	s.write(t, "cache", "a file")
	started, _ := s.build.Start(t.Context(), s.now)
	if err := started.Keep(t.Context(), "", nil); err == nil {
		t.Error("no error")
	}
	var nothing *Started
	nothing.Forget()
	if _, holds := nothing.Holds(t.Context()); holds {
		t.Error("nothing holds")
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if _, known := s.build.Start(stopped, s.now); known {
		t.Error("it went on after it was stopped")
	}
}
