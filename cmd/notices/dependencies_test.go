package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Every module that is asked for by name has its reason in the docs, at the version
// that is used, and every module that the docs name is still asked for.
func TestEveryDependencyHasAReason(t *testing.T) {
	t.Parallel()
	asked := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) (v\S+)$`).FindAllStringSubmatch(readText(t, "../../go.mod"), -1) {
		asked[m[1]] = m[2]
	}
	if len(asked) < 10 {
		t.Fatalf("go.mod asks for only %d modules", len(asked))
	}
	docs, _, _ := strings.Cut(readText(t, "../../docs/dependencies.md"), "\n## Tools")
	const modules = "(?m)^\\| `([^`/]+\\.[^`/]+/[^`]+)` \\| (v\\S+) \\|"
	for _, m := range regexp.MustCompile(modules).FindAllStringSubmatch(docs, -1) {
		switch want := asked[m[1]]; want {
		case m[2]:
			delete(asked, m[1])
		case "":
			t.Errorf("docs/dependencies.md has %s, which go.mod does not ask for", m[1])
		default:
			t.Errorf("docs/dependencies.md has %s at %s, go.mod at %s", m[1], m[2], want)
		}
	}
	for name := range asked {
		t.Errorf("docs/dependencies.md says no reason for %s", name)
	}
}

// The tools that are run at a version of their own are in the docs at that version.
func TestEveryToolHasAReason(t *testing.T) {
	t.Parallel()
	docs := readText(t, "../../docs/dependencies.md")
	var recipes strings.Builder
	for _, file := range []string{"Makefile", ".ci/vulncheck", ".ci/workflows"} {
		recipes.WriteString(readText(t, "../../"+file))
	}
	tools := regexp.MustCompile(`([\w.]+/[\w./]+?)/cmd/\w+@(v[\w.-]+)`).FindAllStringSubmatch(recipes.String(), -1)
	if len(tools) < 3 {
		t.Errorf("only these tools were found: %q", tools)
	}
	for _, m := range tools {
		if !regexp.MustCompile("`" + regexp.QuoteMeta(m[1]) + "`[^|]*\\| " + regexp.QuoteMeta(m[2]) + " \\|").MatchString(docs) {
			t.Errorf("docs/dependencies.md does not have %s at %s", m[1], m[2])
		}
	}
}

func readText(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
