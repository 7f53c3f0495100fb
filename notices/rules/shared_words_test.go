package rules_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What notices share is read in its translations too: for what templates leave, and
// for links.
func TestTranslationsOfWhatIsSharedAreChecked(t *testing.T) {
	t.Parallel()
	const change = "include:\n  - block: cameras\n    because: There are cameras at the gate.\n" +
		"-- content/site.yaml --\nlanguages: [en, cy]\n" +
		"-- content/organisations/anytown-council.cy.yaml --\nname: Cyngor Anytown\ndescription: \"[name of organisation]\"\n" +
		"-- content/shared/cameras.yaml --\ntitle: Cameras\n" +
		"-- content/shared/cameras.cy.md --\n---\ntitle: Camerâu\n---\n## Arwyddion\n\nTODO. [Yma](../notices/none.md).\n" +
		"-- content/notices/allotments.cy.md --\n---\ntitle: Rhandiroedd\n---\nGweler [yr arwyddion](allotments.cy.md#arwyddion) a [dim](allotments.cy.md#dim).\n"
	for rule, want := range map[string][]string{
		"template-text-left": {"content/organisations/anytown-council.cy.yaml:2:14", "content/shared/cameras.cy.md:6:1"},
		"link-broken":        {"content/notices/allotments.cy.md:4:53", "content/shared/cameras.cy.md:6:7"},
	} {
		var got []string
		for _, f := range found(t, rule, change) {
			got = append(got, f.Pos.String())
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", rule, diff)
		}
	}
}
