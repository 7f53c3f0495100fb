package load

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The path of a kept text says of which notice it is, from which day, and in which
// language. Of its words only a digest is held.
func TestKeptTextsAreKnownByTheirPaths(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a", maxID)
	for path, want := range map[string]string{
		"parking/2026-07-01.txt":         "parking 2026-07-01",
		"housing/repairs/2026-07-01.txt": "housing/repairs 2026-07-01",
		"parking/2026-07-01.cy.txt":      "parking 2026-07-01 cy",
		long + "/2026-07-01.txt":         long + " 2026-07-01",
		"2026-07-01.txt":                 "id-invalid",
		"parking/july.txt":               "id-invalid",
		"parking/2026-13-01.txt":         "id-invalid",
		"Parking/2026-07-01.txt":         "id-invalid",
		"parking/2026-07-01.md":          "file-unexpected",
	} {
		got := mustLoad(t, siteOf(map[string]string{"content/archive/" + path: "We park.\n", "content/site.yaml": "title: Notices\nlaw: uk\nlanguages: [en, cy]\n"}))
		var is []string
		for _, list := range got.Corpus.Archive {
			for _, v := range list {
				is = append(is, strings.TrimSpace(v.Notice+" "+v.From.String()+" "+v.Lang))
				if len(v.Sum) != 64 {
					t.Errorf("%s: the digest is %q", path, v.Sum)
				}
			}
		}
		for _, f := range got.Findings {
			is = append(is, f.Rule)
		}
		if diff := cmp.Diff([]string{want}, is); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// A kept text is read again only when it is another.
func TestAKeptTextThatIsAnotherIsReadAgain(t *testing.T) {
	t.Parallel()
	const path = "content/archive/parking/2026-07-01.txt"
	var m Memory
	var versions []any
	for _, text := range []string{"We park.\n", "We park.\n", "We walk.\n"} {
		got, err := m.Load(siteOf(map[string]string{path: text}))
		if err != nil {
			t.Fatal(err)
		}
		versions = append(versions, got.Corpus.Archive["parking"][0])
	}
	if slices.Index(versions, versions[1]) != 0 || slices.Index(versions, versions[2]) != 2 {
		t.Errorf("%v", versions)
	}
}
