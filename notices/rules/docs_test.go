package rules_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/law"
	"notices.example/notices/load"
	"notices.example/notices/prose"
	"notices.example/notices/rules"
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

// chapter is the rules of one part of the program, in the order of the README.
type chapter struct {
	title      string
	about      string
	rules      []notices.RuleDoc
	acceptable bool   // a notice can accept what they report
	language   string // of the examples
}

func chapters() []chapter {
	ofProse := prose.Rules()
	var checked []notices.RuleDoc
	for _, r := range rules.All() {
		if !slices.ContainsFunc(ofProse, func(d notices.RuleDoc) bool { return d.ID == r.ID }) {
			checked = append(checked, r.RuleDoc)
		}
	}
	return []chapter{
		{"What a notice says", "Checked on each notice with all that it inherits, against the law in force for it.", checked, true, "yaml"},
		{"Text", "Checked on the Markdown of notices, pages and shared blocks.", ofProse, true, "markdown"},
		{"Names and inheritance", "Checked when notices are put together.", inherit.Rules(), false, "yaml"},
		{"Files", "Checked when files are read.", load.Rules(), false, "yaml"},
		{"Pages", "Checked when the site is made.", pages.Rules(), false, "yaml"},
	}
}

func pagesOfRules(t *testing.T) map[string]string {
	t.Helper()
	uk, err := law.At("uk", exampleDay)
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]string{"coverage.md": coveragePage(uk)}
	var readme strings.Builder
	readme.WriteString(generated + "# Rules\n\nEvery rule of the program, with why it is there and an example. An **error** keeps a notice from being published: " +
		"the law requires what is missing, or the file cannot be read. A **warning** is what the regulator expects. **Advice** is about plain language.\n\n" +
		"Which provision of Articles 13 and 14 is served by which rule stands in [coverage](coverage.md).\n")
	for _, c := range chapters() {
		fmt.Fprintf(&readme, "\n## %s\n\n%s\n\n| Rule | Reports | Severity |\n|---|---|---|\n", c.title, c.about)
		for _, doc := range c.rules {
			fmt.Fprintf(&readme, "| [%s](%s.md) | %s | %s |\n", doc.ID, doc.ID, doc.Title, doc.Severity)
			pages[doc.ID+".md"] = page(doc, c, uk)
		}
	}
	pages["README.md"] = readme.String()
	return pages
}

const generated = "<!-- Generated from the rules by go test ./notices/rules -update. Change the rule, not this page. -->\n\n"

func page(doc notices.RuleDoc, c chapter, l *law.Law) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s# %s\n\n`%s`: %s\n\n%s\n", generated, doc.Title, doc.ID, doc.Severity, doc.Why)
	if len(doc.Provisions) > 0 {
		var cited []string
		for _, p := range doc.Provisions {
			cited = append(cited, cite(l, p))
		}
		fmt.Fprintf(&b, "\nLaw: %s.\n", strings.Join(cited, ", "))
	}
	if doc.Bad != "" {
		fmt.Fprintf(&b, "\n## Reported\n\n%s", fenced(doc.Bad, c.language))
	}
	if doc.Good != "" {
		fmt.Fprintf(&b, "\n## Put right\n\n%s", fenced(doc.Good, c.language))
	}
	if c.acceptable && !strings.HasPrefix(doc.ID, "acceptance-") {
		fmt.Fprintf(&b, "\n## If it cannot be put right yet\n\nA notice can accept the gap for a time. It is then shown as accepted, and blocks nothing until the last day.\n\n"+
			"```yaml\naccepted:\n  - rule: %s\n    reason: Why it cannot be put right yet, and what is being done\n    by: The role that accepts it\n    until: 2027-06-30\n```\n", doc.ID)
	}
	return b.String()
}

// cite names a provision and links its official text, when the law has it.
func cite(l *law.Law, id string) string {
	p, ok := l.Provision(id)
	if !ok || p.Link == "" {
		return l.Cite(id)
	}
	return fmt.Sprintf("[%s](%s)", l.Cite(id), p.Link)
}

func fenced(example, language string) string {
	fence := "```"
	if strings.Contains(example, fence) {
		fence = "~~~~"
	}
	if strings.HasPrefix(example, "---\n") {
		language = "markdown"
	}
	if strings.HasPrefix(example, "-- ") || strings.Contains(example, "\n-- ") {
		language = "text" // several files
	}
	return fence + language + "\n" + strings.TrimRight(example, "\n") + "\n" + fence + "\n"
}

func TestEveryRuleIsDocumented(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, c := range chapters() {
		for _, doc := range c.rules {
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
