package stamp

import (
	"bytes"
	"os"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// newTextSite is a site whose files have a head: their first line.
func newTextSite(t *testing.T) *site {
	t.Helper()
	s := newSite(t)
	s.build.Head = func(content []byte) int { return bytes.IndexByte(content, '\n') + 1 }
	s.write(t, "site/content/notices/halls.md", "Halls\nA text.\n")
	started, known := s.build.Start(t.Context(), s.now)
	if !known {
		t.Fatal("the site is not known")
	}
	must(t, started.Keep(t.Context(), "Nothing changed.", []byte("what was left")))
	return s
}

func (s *site) before(t *testing.T) *Before {
	t.Helper()
	started, known := s.build.Start(t.Context(), s.now)
	if !known {
		return nil
	}
	return started.Before(t.Context())
}

func TestABuildOfNearlyTheSameIsGivenWhatTheLastOneLeft(t *testing.T) {
	t.Parallel()
	s := newTextSite(t)
	s.write(t, "site/content/notices/halls.md", "Halls\nAnother text.\n")
	want := &Before{Changed: []string{"content/notices/halls.md"}, Left: []byte("what was left")}
	if diff := cmp.Diff(want, s.before(t)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestNothingIsGivenToABuildOfSomethingElse(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*testing.T, *site){
		"a head":           func(t *testing.T, s *site) { s.write(t, "site/content/notices/halls.md", "Hall\nA text.\n") },
		"a new notice":     func(t *testing.T, s *site) { s.write(t, "site/content/notices/news.md", "") },
		"a notice renamed": func(t *testing.T, s *site) { s.rename(t, "site/content/notices/halls.md", "hills.md") },
		"a page":           func(t *testing.T, s *site) { s.write(t, "public/index.html", "<p>Hall") },
		"another day":      func(_ *testing.T, s *site) { s.build.Told = []string{"program", "2026-06-23"} },
		"others may write": func(t *testing.T, s *site) { must(t, os.Chmod(s.leftFile(t), 0o666)) },
		"forgotten":        func(t *testing.T, s *site) { started, _ := s.build.Start(t.Context(), s.now); started.Forget() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if name == "others may write" && runtime.GOOS != "linux" {
				t.Skip("who owns a file is told on Linux")
			}
			s := newTextSite(t)
			change(t, s)
			if b := s.before(t); b != nil {
				t.Errorf("it was given %+v", b)
			}
		})
	}
}

func (s *site) leftFile(t *testing.T) string {
	t.Helper()
	started, _ := s.build.Start(t.Context(), s.now)
	return started.leftFile()
}

// What was left is believed as it was written, and in no other way.
func TestWhatWasLeftAndDamagedIsIgnored(t *testing.T) {
	t.Parallel()
	s := newTextSite(t)
	file := s.leftFile(t)
	whole, err := os.ReadFile(file)
	must(t, err)
	for i := range whole {
		flipped := bytes.Clone(whole)
		flipped[i] ^= 1
		for _, text := range [][]byte{flipped, whole[:i]} {
			must(t, os.WriteFile(file, text, 0o600))
			if s.before(t) != nil {
				t.Fatalf("believed, other at byte %d of %d", i, len(text))
			}
		}
	}
	must(t, os.WriteFile(file, whole, 0o600))
	if s.before(t) == nil {
		t.Error("the whole one is not believed")
	}
}
