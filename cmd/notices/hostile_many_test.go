package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// One page that cannot be made keeps the other ninety-nine from being published
// without it.
func TestOneBadPageOfAHundredPublishesNothing(t *testing.T) {
	t.Parallel()
	files := faultless(t)
	dir := t.TempDir()
	public := filepath.Join(dir, "public")
	writeSite(t, dir, files)
	if got := buildSite(t, dir, public); got.code != exitClean {
		t.Fatal(got.stderr)
	}
	before := published(t, public)
	for n := range 100 {
		text := strings.Replace(files[anyFile], "title: Parking permits", fmt.Sprintf("title: Permits of zone %d", n), 1)
		if n == 42 {
			text = strings.Replace(text, "kind: service", "kind: [service", 1)
		}
		files[fmt.Sprintf("content/notices/zone-%d.md", n)] = text
	}
	writeSite(t, dir, files)
	got := buildSite(t, dir, public)
	h := hostile{expect: "REJECT", finding: "yaml-syntax@content/notices/zone-42.md:3:7", words: []string{"Nothing was published."}, changes: []alteration{{}}}
	h.check(t, got)
	errors := 0
	for _, f := range got.findings {
		if f.Severity == "error" {
			errors++
		}
	}
	if errors != 1 {
		t.Errorf("%d errors, want one: %v", errors, got.findings)
	}
	if diff := cmp.Diff(before, published(t, public)); diff != "" {
		t.Errorf("the published site changed:\n%s", diff)
	}
}
