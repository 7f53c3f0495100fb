package site

import (
	"errors"
	"path/filepath"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// stageIn begins to publish to a folder.
func stageIn(t *testing.T, to Target) *Staging {
	t.Helper()
	s, err := Stage(t.Context(), to)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Abandon)
	return s
}

// addAll adds the files of a site, all of them at a time.
func addAll(t *testing.T, s *Staging, o *Output) {
	t.Helper()
	var all sync.WaitGroup
	for _, f := range o.Files {
		all.Go(func() {
			if err := s.Add(f); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

// A site that is published file by file, in any order, is the one that is published as
// a whole.
func TestASiteIsPublishedFileByFile(t *testing.T) {
	t.Parallel()
	for _, inPlace := range []bool{false, true} {
		to := Target{Dir: filepath.Join(t.TempDir(), "public"), InPlace: inPlace}
		whole := Target{Dir: filepath.Join(t.TempDir(), "public"), InPlace: inPlace}
		for i := range 3 {
			s := stageIn(t, to)
			addAll(t, s, turn(i))
			got, err := s.Commit(t.Context(), turn(i).Version)
			s.Abandon()
			want, wrong := Publish(t.Context(), turn(i), whole)
			if err := errors.Join(err, wrong); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("in place %v (-as a whole +file by file):\n%s", inPlace, diff)
			}
			if diff := cmp.Diff(everything(t, whole.Dir), everything(t, to.Dir)); diff != "" {
				t.Errorf("in place %v (-as a whole +file by file):\n%s", inPlace, diff)
			}
			onlyThat(t, to.Dir)
		}
	}
}

// Until it is committed nothing changes, and nobody else can publish; what is given up
// leaves nothing behind.
func TestASiteThatIsGivenUpLeavesNothing(t *testing.T) {
	t.Parallel()
	for _, first := range []*Output{nil, turn(0)} {
		to := Target{Dir: filepath.Join(t.TempDir(), "public")}
		if first != nil {
			mustWrite(t, first, to.Dir)
		}
		s := stageIn(t, to)
		addAll(t, s, turn(1))
		if err := s.Add(turn(1).Files[0]); err == nil {
			t.Error("a file can be added twice")
		}
		if _, err := s.Commit(t.Context(), "test"); err == nil {
			t.Error("a site that lacks a file is published")
		}
		if _, err := Publish(t.Context(), turn(2), to); !errors.Is(err, ErrBusy) {
			t.Errorf("another run: %v", err)
		}
		s.Abandon()
		if err := s.Add(File{Path: "more.html"}); err == nil {
			t.Error("what was given up takes another file")
		}
		if first != nil {
			if diff := cmp.Diff(clean(t, first), everything(t, to.Dir)); diff != "" {
				t.Errorf("(-before +after):\n%s", diff)
			}
			onlyThat(t, to.Dir)
		} else if left, err := filepath.Glob(filepath.Dir(to.Dir) + "/*"); err != nil || len(left) > 0 {
			t.Errorf("left behind: %v, %v", left, err)
		}
	}
}
