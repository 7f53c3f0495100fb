package tidy_test

import (
	"errors"
	"os"
	"path"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices"
	"notices.example/notices/load"
	"notices.example/notices/tidy"
)

// Each case is a file before, and with its short forms in full.
func TestShortFormsAreWrittenInFull(t *testing.T) {
	t.Parallel()
	for _, name := range matches(t, "testdata/full/*.txtar") {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		before, after := ar.Files[0], &ar.Files[1]
		kind, _ := load.KindOf(before.Name)
		got, err := tidy.InFull(kind, path.Ext(before.Name) == ".md", string(before.Data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if *update {
			after.Data = []byte(got)
			if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(string(after.Data), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		holdSame(t, name, mustLoad(t, withSite(fstest.MapFS{before.Name: {Data: before.Data}})), withSite(fstest.MapFS{before.Name: {Data: []byte(got)}}))
	}
}

// All content that load has nothing to say against means the same in full, and stays as it
// is then.
func TestNoContentMeansAnythingElseInFull(t *testing.T) {
	t.Parallel()
	var texts, changed, left int
	for name, site := range sites(t) {
		before, after := mustLoad(t, site), fstest.MapFS{}
		wrong := map[string]bool{}
		for _, f := range before.Findings {
			wrong[f.Pos.File] = true
		}
		for file, f := range site {
			after[file] = f
			kind, known := load.KindOf(file)
			if !known || f.Mode != 0 || wrong[file] {
				continue
			}
			texts++
			got, err := tidy.InFull(kind, path.Ext(file) == ".md", string(f.Data))
			if err != nil {
				if left++; !errors.Is(err, tidy.ErrLeft) {
					t.Errorf("%s: %s: %v", name, file, err)
				}
				t.Logf("%s: %s: %v", name, file, err)
				continue
			}
			if again, err := tidy.InFull(kind, path.Ext(file) == ".md", got); err != nil || again != got {
				t.Errorf("%s: %s is not the same again: %v", name, file, err)
			}
			if got != string(f.Data) {
				changed++
			}
			after[file] = &fstest.MapFile{Data: []byte(got)}
		}
		holdSame(t, name, before, after)
	}
	if texts < 150 || changed < 50 || left > 3 {
		t.Errorf("of %d texts %d were changed and %d left", texts, changed, left)
	}
}

// What cannot be written in full without a doubt is left as it is, and a value that denies
// nothing does not become a denial.
func TestWhatCannotBeWrittenInFullIsLeft(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"name: !!str A\n", "name: \"A\n"} {
		if got, err := tidy.InFull(notices.OrganisationFile, false, text); !errors.Is(err, tidy.ErrLeft) || got != text {
			t.Errorf("%q became %q: %v", text, got, err)
		}
	}
	const some = "special_category_data: we have some\n"
	if got, err := tidy.InFull(notices.NoticeFile, false, some); err != nil || got != some {
		t.Errorf("%q became %q: %v", some, got, err)
	}
}
