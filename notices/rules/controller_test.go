package rules_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"notices.example/notices"
)

// A wrong controller that is pasted would be published: the fix names one only where
// there is no doubt.
func TestControllerThatAFixNames(t *testing.T) {
	t.Parallel()
	const bodies = "-- content/organisations/aardvark-council.yaml --\nname: Aardvark Council\npublic_authority: yes\n"
	for name, c := range map[string]struct {
		change, folder, other string
		want, says            string
	}{
		"the only public body":        {folder: "", want: "anytown-council"},
		"that of the folder":          {change: bodies, folder: "town/", other: "controller: anytown-council\n", want: "anytown-council"},
		"none of several":             {change: bodies, folder: "", want: "…", says: "aardvark-council, anytown-council."},
		"none where the folder names": {change: bodies, folder: "town/", other: "controller: [anytown-council, aardvark-council]\n", want: "…", says: "aardvark-council"},
		"none that does not exist":    {change: bodies, folder: "town/", other: "controller: nobody\n", want: "…", says: "anytown-council"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fsys := site(t, c.change)
			fsys["content/notices/"+c.folder+"new.yaml"] = &fstest.MapFile{Data: []byte("title: New\nkind: service\n")}
			if c.other != "" {
				fsys["content/notices/"+c.folder+"old.yaml"] = &fstest.MapFile{Data: []byte("title: Old\nkind: service\n" + c.other)}
			} else {
				delete(fsys, exampleNotice)
			}
			var fixes []string
			for _, f := range of("controller-missing", checkSet(t, resolveFiles(t, fsys), exampleDay)) {
				fixes = append(fixes, f.Fix)
			}
			if len(fixes) != 1 || !strings.HasSuffix(fixes[0], "\n\ncontroller: "+c.want) || !strings.Contains(fixes[0], c.says) {
				t.Errorf("fixes: %q", fixes)
			}
		})
	}
}

// What a file says that cannot be read is not known: nothing counts as missing from it.
func TestSiteFileThatCannotBeReadBringsNoOtherFindings(t *testing.T) {
	t.Parallel()
	const old, accepts = "updated: 2024-06-22\n", "accepted:\n  - rule: review-overdue\n    reason: A check is planned.\n    by: Clerk\n    until: 2026-12-31\n"
	followUps := func(siteFile string) (list []notices.Finding) {
		fsys := site(t, old+accepts)
		fsys["content/site.yaml"] = &fstest.MapFile{Data: []byte(siteFile)}
		for _, f := range checkSet(t, resolveFiles(t, fsys), exampleDay) {
			switch f.Rule {
			case "name-missing", "review-date-missing", "acceptance-unused":
				list = append(list, f)
			}
		}
		return list
	}
	if list := followUps("title: \"Notices\nlaw: uk\nbrand:\n  colour: \"#14524a\"\n"); len(list) > 0 {
		t.Errorf("follow-ups:\n%s", listed(list))
	}
	if list := followUps("law: uk\n"); len(list) != 3 {
		t.Errorf("of a file that was read:\n%s", listed(list))
	}
}
