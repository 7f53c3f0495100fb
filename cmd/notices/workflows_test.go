package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

var (
	workflowShown = regexp.MustCompile("(?ms)^```yaml\n(.*?)^```$")
	// pinned is an action at a commit. A tag can be moved to another one.
	pinned = regexp.MustCompile(`^[\w.-]+/[\w./-]+@[0-9a-f]{40}$`)
	// release is what a commit is said to be, for people and for tools that renew it.
	releaseTold = regexp.MustCompile(`^# v\d+\.\d+\.\d+$`)
)

// A workflow is one that the project runs, or that its guides show: whole, or a part.
type workflow struct {
	place string
	node  *yaml.Node
}

// Whoever copies a workflow of ours gives nobody more than the work needs: that is
// the same as for our own.
func TestWorkflowsGiveAwayNothing(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for _, w := range workflows(t) {
		for _, fault := range w.faults() {
			t.Errorf("%s: %s", w.place, fault)
		}
		for _, step := range w.steps() {
			use := find(step, "uses")
			if use == nil {
				continue
			}
			action, commit, _ := strings.Cut(use.Value, "@")
			if earlier := seen[action]; earlier != "" && earlier != commit+use.LineComment {
				t.Errorf("%s: %s is at another commit elsewhere: %s", w.place, action, earlier)
			}
			seen[action] = commit + use.LineComment
		}
	}
	if len(seen) < 5 {
		t.Errorf("only these actions were found: %v", slices.Sorted(maps.Keys(seen)))
	}
}

// Each fault is put into a workflow that has none, and has to be found.
func TestWorkflowsThatGiveAwayTooMuchAreFound(t *testing.T) {
	t.Parallel()
	good, err := os.ReadFile("../../.github/workflows/ci.yml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ what, old, fresh, want string }{
		{"a tag", "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7 # v7.0.1", "not at a commit"},
		{"a commit that says no release", " # v7.0.1", "", "says no release"},
		{"credentials left behind", "persist-credentials: false", "persist-credentials: true", "leaves the token behind"},
		{"no permissions named", "permissions: {}\n", "", "begins with other permissions than none"},
		{"a job that takes those of the workflow", "    permissions:\n      contents: read\n", "", "names no permissions"},
		{"all permissions", "      contents: read\n", "      contents: write\n", "a pull request can get contents: write"},
		{"a stranger's change with our secrets", "  pull_request:\n", "  pull_request_target:\n", "pull_request_target"},
		{"a secret", "NOTICES_VULNCHECK: required", "KEY: ${{ secrets.KEY }}", "secrets"},
		{"words of a stranger in a command", "run: .ci/run", "run: echo ${{ github.head_ref }}", "puts an expression into a command"},
		{"a cache", "cache: false", "cache: true", "cache"},
		{"no end", "    timeout-minutes: 60\n", "", "has no time limit"},
	} {
		bad := strings.Replace(string(good), c.old, c.fresh, 1)
		if bad == string(good) {
			t.Errorf("%s: the workflow does not say %q", c.what, c.old)
		}
		if faults := strings.Join(parse(t, "ci.yml", bad).faults(), "\n"); !strings.Contains(faults, c.want) {
			t.Errorf("%s: found %q, not %q", c.what, faults, c.want)
		}
	}
}

// Only one job of ours may sign, and one of those that we write for others may publish
// to GitHub Pages: both are handed files, and have no code of ours to run.
func TestOnlyTheJobThatAttestsMaySign(t *testing.T) {
	t.Parallel()
	var signing []string
	for _, w := range workflows(t) {
		for name, job := range pairs(find(w.node, "jobs")) {
			if find(job, "permissions", "id-token") == nil {
				continue
			}
			signing = append(signing, filepath.Base(w.place)+" "+name)
			for _, step := range steps(job) {
				if use := find(step, "uses"); use == nil || strings.HasPrefix(use.Value, "actions/checkout@") {
					t.Errorf("%s: the job %s may sign, and runs more than actions on files", w.place, name)
				}
			}
		}
	}
	slices.Sort(signing)
	if !slices.Equal(signing, []string{"notices-publish.yml deploy", "release.yml attest"}) {
		t.Errorf("jobs that may sign: %q", signing)
	}
}

// workflows are the project's own, those that it writes for others, its action, and
// those in its guides.
func workflows(t *testing.T) (list []workflow) {
	t.Helper()
	own, err := filepath.Glob("../../.github/workflows/*.y*ml")
	if err != nil || len(own) == 0 {
		t.Fatalf("there are no workflows: %v", err)
	}
	for _, file := range own {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, parse(t, file, string(text)))
	}
	for _, f := range pipelineFiles(t, "github") {
		list = append(list, parse(t, f.Path, f.Text))
	}
	list = append(list, parse(t, "action.yml", readText(t, "../../action.yml")))
	guides, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(guides, "../../README.md", "../../SECURITY.md") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for n, m := range workflowShown.FindAllStringSubmatch(string(text), -1) {
			if strings.Contains(m[1], "uses: ") || strings.Contains(m[1], "runs-on: ") {
				list = append(list, parse(t, fmt.Sprintf("%s, block %d", file, n+1), m[1]))
			}
		}
	}
	return list
}

func parse(t *testing.T, place, text string) workflow {
	t.Helper()
	var node yaml.Node
	if err := yaml.Unmarshal([]byte(text), &node); err != nil {
		t.Fatalf("%s: %v", place, err)
	}
	return workflow{place, node.Content[0]}
}
