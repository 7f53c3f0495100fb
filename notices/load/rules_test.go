package load

import (
	"strings"
	"testing"
	"testing/fstest"

	"io/fs"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// exampleSite makes a site of a rule's example.
func exampleSite(rule, example string) fstest.MapFS {
	switch {
	case strings.HasPrefix(example, "-- "):
		fsys := siteOf(nil)
		if rule == ruleSiteMissing {
			fsys = fstest.MapFS{}
		}
		for _, f := range txtar.Parse([]byte(example)).Files {
			if name, target, ok := strings.Cut(f.Name, " -> "); ok {
				fsys[name] = &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink}
				continue
			}
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		return fsys
	case strings.HasPrefix(example, "---\n"):
		return siteOf(map[string]string{"content/notices/example.md": example})
	}
	return siteOf(map[string]string{"content/notices/example.yaml": example})
}

func TestBadExamplesAreReportedAndGoodOnesAreNot(t *testing.T) {
	t.Parallel()
	for _, r := range Rules() {
		t.Run(r.ID, func(t *testing.T) {
			t.Parallel()
			bad := mustLoad(t, exampleSite(r.ID, r.Bad))
			checkPlaces(t, bad)
			var got []string
			for _, f := range bad.Findings {
				if len(got) == 0 || got[len(got)-1] != f.Rule {
					got = append(got, f.Rule)
				}
				if f.Severity != r.Severity {
					t.Errorf("severity %s, documented as %s", f.Severity, r.Severity)
				}
			}
			if diff := cmp.Diff([]string{r.ID}, got); diff != "" {
				t.Errorf("rules the bad example breaks (-want +got):\n%s\n%s", diff, report(bad))
			}
			if good := mustLoad(t, exampleSite(r.ID, r.Good)); len(good.Findings) > 0 {
				t.Errorf("the good example has findings:\n%s", report(good))
			}
		})
	}
}

func TestEveryRuleIsDocumented(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, r := range Rules() {
		if r.ID == "" || r.Title == "" || r.Why == "" || r.Severity == 0 || r.Bad == "" || r.Good == "" {
			t.Errorf("%s: the documentation has gaps", r.ID)
		}
		if seen[r.ID] {
			t.Errorf("%s is listed twice", r.ID)
		}
		seen[r.ID] = true
	}
}
