package load

import (
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"notices.example/notices"
)

// What a path is said to be is what is read there.
func TestAPathTellsTheKindOfItsFile(t *testing.T) {
	t.Parallel()
	want := map[string]notices.FileKind{
		"content/site.yaml": notices.SiteFile, "content/glossary.cy.yaml": notices.GlossaryFile, "content/baseline.yaml": notices.BaselineFile,
		"content/organisations/anytown.yaml": notices.OrganisationFile, "content/notices/a/b/parking.md": notices.NoticeFile,
		"content/notices/parking.yaml": notices.NoticeFile, "content/shared/cctv.md": notices.BlockFile, "content/pages/about.cy.md": notices.PageFile,
		"content/other.yaml": "", "content/pages/about.yaml": "", "content/pages/in/about.md": "", "content/notices/parking.txt": "", "layouts/page.html": "", "content": "",
	}
	fsys := fstest.MapFS{}
	for name, kind := range want {
		if got, known := KindOf(name); got != kind || known != (kind != "") {
			t.Errorf("KindOf(%q) = %q, %v, want %q", name, got, known, kind)
		}
		if name != "content" {
			fsys[name] = &fstest.MapFile{}
		}
	}
	read := mustLoad(t, fsys).Sources
	for name := range fsys {
		if _, found := read[name]; found != (want[name] != "") {
			t.Errorf("%s was read: %v; these were: %v", name, found, slices.Sorted(maps.Keys(read)))
		}
	}
}
