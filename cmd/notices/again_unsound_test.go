package main

import (
	"maps"
	"strings"
	"testing"
)

const (
	townWalks = "content/notices/town/walks.md"
	townPaths = "content/notices/town/paths.md"
	townFairs = "content/notices/town/fairs.md"
)

// unsound gives the made-up site with what no site is to have, so that a fix names
// what stands elsewhere: links to a file of nearly that name, to a part that is not
// there, and to notices that are over.
func unsound() map[string]string {
	files := maps.Clone(town())
	corporate, _, _ := strings.Cut(files[townLibraries], "\n---\n")
	notice := func(title, more, body string) string {
		text := strings.Replace(corporate, "title: Libraries", "title: "+title+more, 1)
		return text + "\n---\n" + body
	}
	files[townWalks] = notice("Walks", "", "See [bins](gardn-waste.md) and [fairs](fairs.md).\n")
	files[townPaths] = notice("Paths", "", "See [twigs](garden-waste.md#what-goes-into-bin).\n")
	files[townFairs] = notice("Fairs", "\nexpires: 2026-10-31", "They are over.\n")
	return files
}

// What the fixes name is looked up again when it moves, goes or comes.
func TestWhatFixesNameIsLookedUpAgain(t *testing.T) {
	t.Parallel()
	moved := strings.Replace(townGarden, "/town/", "/town/bins/", 1)
	for name, edit := range map[string]func(files map[string]string){
		"the file with the near name moves": func(files map[string]string) {
			files[moved] = files[townGarden]
			delete(files, townGarden)
		},
		"a nearer name comes": func(files map[string]string) { files["content/notices/town/gardn-wastes.md"] = files[townGarden] },
		"the part comes":      func(files map[string]string) { files[townGarden] += "\n## What goes into bin\n\nLeaves.\n" },
		"the parts have other names": func(files map[string]string) {
			files[townGarden] = strings.Replace(files[townGarden], "## What goes into the bin", "## What goes into your bin", 1)
		},
		"another notice takes the address over": func(files map[string]string) {
			files[townLibraries] = strings.Replace(files[townLibraries], "updated:", "aliases: [/notices/town/fairs.html]\nupdated:", 1)
		},
		"the notice that is over goes": func(files map[string]string) { delete(files, townFairs) },
		"it is in force again": func(files map[string]string) {
			files[townFairs] = strings.Replace(files[townFairs], "expires: 2026-10-31", "expires: 2027-10-31", 1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := newOfficeOf(t, unsound())
			before := len(o.last.examined.findings)
			was := o.state
			o.files = maps.Clone(o.files)
			edit(o.files)
			o.save(t)
			o.runAgain(t)
			if wrong := o.compare(t, o.run(t, nil), false); wrong != "" {
				t.Fatal(wrong)
			}
			o.state = was
			o.save(t)
			o.runAgain(t)
			if wrong := o.compare(t, o.run(t, nil), false); wrong != "" {
				t.Fatal("taken back:", wrong)
			}
			if now := len(o.last.examined.findings); before != now || before == 0 {
				t.Errorf("%d findings, then %d", before, now)
			}
		})
	}
}
