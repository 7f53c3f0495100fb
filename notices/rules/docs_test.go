package rules_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices/handbook"
	"notices.example/notices/law"
	pages "notices.example/site"
)

// docsFolder holds a page for every rule. The pages are generated: this test
// writes them with -update, and fails when they are stale.
const docsFolder = "../../docs/rules"

func TestPagesOfTheRules(t *testing.T) {
	t.Parallel()
	pages := pagesOfRules(t)
	if *update {
		writePages(t, pages)
	}
	files, err := filepath.Glob(filepath.Join(docsFolder, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if _, wanted := pages[filepath.Base(file)]; !wanted {
			t.Errorf("%s is the page of no rule: run go test ./notices/rules -update", file)
		}
	}
	for name, want := range pages {
		got, err := os.ReadFile(filepath.Join(docsFolder, name))
		if err != nil {
			t.Errorf("%s: %v: run go test ./notices/rules -update", name, err)
			continue
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Errorf("%s is stale: run go test ./notices/rules -update (-want +got):\n%s", name, diff)
		}
	}
}

func writePages(t *testing.T, pages map[string]string) {
	t.Helper()
	if err := os.MkdirAll(docsFolder, 0o755); err != nil {
		t.Fatal(err)
	}
	old, err := filepath.Glob(filepath.Join(docsFolder, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range old {
		if _, wanted := pages[filepath.Base(file)]; !wanted {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, text := range pages {
		if err := os.WriteFile(filepath.Join(docsFolder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// exampleHandbook is the handbook as on the day of the examples.
func exampleHandbook(t *testing.T) *handbook.Handbook {
	t.Helper()
	uk, err := law.At("uk", exampleDay)
	if err != nil {
		t.Fatal(err)
	}
	return handbook.New(uk, pages.Rules())
}

func pagesOfRules(t *testing.T) map[string]string {
	t.Helper()
	h := exampleHandbook(t)
	texts := map[string]string{
		"coverage.md": coveragePage(h),
		"README.md":   generated + handbook.Markdown(h.IndexPage()) + "\nWhich provision is served by which rule stands in [coverage](coverage.md).\n",
	}
	for _, c := range h.Chapters {
		for _, doc := range c.Rules {
			texts[doc.ID+".md"] = generated + handbook.Markdown(h.RulePage(doc, c))
		}
	}
	return texts
}

const generated = "<!-- Generated from the rules by go test ./notices/rules -update. Change the rule, not this page. -->\n\n"

func TestEveryRuleIsDocumented(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, c := range exampleHandbook(t).Chapters {
		for _, doc := range c.Rules {
			if seen[doc.ID] {
				t.Errorf("%s: two rules have this ID", doc.ID)
			}
			seen[doc.ID] = true
			if doc.ID == "" || doc.ID != strings.ToLower(doc.ID) || strings.ContainsAny(doc.ID, " _") {
				t.Errorf("%q: an ID is lower-case words with hyphens", doc.ID)
			}
			if doc.Title == "" || doc.Why == "" || doc.Severity == 0 {
				t.Errorf("%s: the title, the severity or the reason is missing", doc.ID)
			}
			if strings.HasSuffix(doc.Title, ".") || !strings.ContainsAny(doc.Why[max(len(doc.Why)-len(".”"), 0):], ".?") {
				t.Errorf("%s: a title is a phrase, and the reason sentences", doc.ID)
			}
		}
	}
}
