package site

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A site may have more folders than are open at a time, and none of them stays open.
func TestASiteOfManyFoldersIsPublished(t *testing.T) {
	t.Parallel()
	for _, inPlace := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "public")
		for turn := range 2 {
			o := siteOf()
			for i := range openAtMost + 10 {
				o.Files = append(o.Files, File{Path: fmt.Sprintf("a/%d/b.html", i), Content: fmt.Append(nil, turn, i)})
			}
			s, err := Stage(t.Context(), Target{Dir: dir, InPlace: inPlace})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.all(t.Context(), o); err != nil {
				t.Fatal(err)
			}
			if s.beside != nil && len(s.beside.open) > 0 {
				t.Errorf("%d folders are still open", len(s.beside.open))
			}
			s.Abandon()
			if diff := cmp.Diff(clean(t, o), everything(t, dir)); diff != "" {
				t.Errorf("in place %v (-want +got):\n%s", inPlace, diff)
			}
		}
	}
}
