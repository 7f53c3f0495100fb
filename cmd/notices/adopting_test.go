package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var yamlShown = regexp.MustCompile("(?s)\n```yaml\n(.*?)```\n")

// What the guide to adopting shows is read as it says: a baseline, an acceptance
// and the settings of a site.
func TestAdoptingGuideShowsWhatIsRead(t *testing.T) {
	t.Parallel()
	guide, err := os.ReadFile("../../docs/adopting.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := yamlShown.FindAllSubmatch(guide, -1)
	if len(shown) != 3 {
		t.Fatalf("the guide shows %d files, want 3", len(shown))
	}
	root := t.TempDir()
	for name, text := range map[string]string{
		"baseline.yaml":      string(shown[0][1]),
		"notices/parking.md": "---\ntitle: Parking\nkind: service\npurposes:\n  - {id: permits, purpose: Give you a permit, data: [name]}\n---\n",
		"notices/library.md": "---\ntitle: Library\nkind: service\n" + string(shown[1][1]) + "---\n",
		"site.yaml":          "title: Privacy\nlaw: uk\n" + string(shown[2][1]),
	} {
		file := filepath.Join(root, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	flags := sourceFlags{source: root, at: exampleDay}
	e, err := flags.examine(t.Context(), today, nil)
	if err != nil {
		t.Fatal(err)
	}
	accepted := map[string]int{}
	for _, f := range e.findings {
		for _, about := range []string{"baseline-", "severity-", "acceptance-", "key-", "value-", "term-"} {
			if strings.HasPrefix(f.Rule, about) {
				t.Errorf("%s: %s: %s", f.Pos, f.Rule, f.Message)
			}
		}
		if f.Accepted != nil {
			accepted[f.Notice+" "+f.Rule]++
		}
	}
	for _, gap := range []string{"parking retention-missing", "parking purpose-basis-missing", "library retention-missing"} {
		if accepted[gap] != 1 {
			t.Errorf("%s is accepted %d times", gap, accepted[gap])
		}
	}
	if len(e.checked.Off) != 1 {
		t.Errorf("rules that are off: %v", e.checked.Off)
	}
}
