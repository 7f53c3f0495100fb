package browsertest

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheLargestPageOfEachKindIsLookedAtInFull(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	sizes := map[string]int{
		"index.html": 9, "search.html": 1, "notices/a/b.html": 5, "notices/c.html": 6, "notices/c.large.html": 7, "notices/a/b.large.html": 8, "organisations/d.html": 1,
	}
	for name, size := range sizes {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(strings.Repeat("x", size)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got := slices.Sorted(maps.Values(largestOfKind(t, dir, slices.Sorted(maps.Keys(sizes)))))
	want := []string{"index.html", "notices/a/b.large.html", "notices/c.html", "organisations/d.html", "search.html"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What is asked in dark colours alone still finds what is wrong with them.
func TestRulesOnColoursFindWhatIsTooPale(t *testing.T) {
	t.Parallel()
	p := Open(t).Visit(t, FileURL(t, "testdata/site", "pale-in-the-dark.html"), WideDark)
	if found := p.broken(rulesOnColours); len(found) != 1 || found[0].ID != "color-contrast" {
		t.Errorf("found %v", found)
	}
	p.Look(Wide)
	if found := p.broken(rulesOnColours); len(found) > 0 {
		t.Errorf("in light colours there is %v", found)
	}
}
