package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"notices.example/notices/starter"
)

func pipelineFiles(t *testing.T, kind string) []starter.File {
	t.Helper()
	files, err := starter.Pipeline{Kind: kind}.Files()
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %d files: %v", kind, len(files), err)
	}
	return files
}

// What a pipeline runs is there in the program, with these flags.
func TestPipelinesRunCommandsThatThereAre(t *testing.T) {
	t.Parallel()
	line := regexp.MustCompile(`(?m)(?:\$RUNNER_TEMP/notices"|(?:- |entry: |podman run.* )notices) (\w+)(.*)$`)
	texts := map[string]string{}
	for _, kind := range starter.Pipelines {
		for _, f := range pipelineFiles(t, kind) {
			texts[f.Path] = f.Text
		}
	}
	for _, file := range []string{".pre-commit-hooks.yaml", ".ci/Containerfile", "docs/pipelines.md"} {
		texts[file] = readText(t, "../../"+file)
	}
	for file, text := range texts {
		found := line.FindAllStringSubmatch(text, -1)
		if len(found) == 0 {
			t.Errorf("%s runs nothing", file)
		}
		for _, m := range found {
			cmd, _, err := newRoot(today, nothingSet).Find([]string{m[1]})
			if err != nil || !cmd.HasParent() {
				t.Errorf("%s runs “notices %s”: %v", file, m[1], err)
				continue
			}
			for _, flag := range regexp.MustCompile(`--([a-z-]+)`).FindAllStringSubmatch(m[2], -1) {
				if cmd.Flags().Lookup(flag[1]) == nil {
					t.Errorf("%s: “notices %s” has no --%s", file, m[1], flag[1])
				}
			}
		}
	}
}

// An image is named by what is in it, or is made of the program alone.
func TestImagesAreAtADigest(t *testing.T) {
	t.Parallel()
	image := regexp.MustCompile(`(?m)^\s*image: (.*)$`)
	found := image.FindAllStringSubmatch(pipelineFiles(t, "gitlab")[0].Text, -1)
	if len(found) == 0 {
		t.Error("the template for GitLab names no image")
	}
	for _, m := range found {
		if !regexp.MustCompile(`^[\w./-]+@sha256:[0-9a-f]{64}$`).MatchString(m[1]) {
			t.Errorf("%s is not at a digest", m[1])
		}
	}
	text := readText(t, "../../.ci/Containerfile")
	if from := regexp.MustCompile(`(?m)^FROM .*$`).FindAllString(text, -1); !slices.Equal(from, []string{"FROM scratch"}) {
		t.Errorf("the Containerfile begins from %q", from)
	}
	if !regexp.MustCompile(`(?m)^USER [1-9]\d*:[1-9]\d*$`).MatchString(text) {
		t.Error("the Containerfile runs the program as root, or as somebody whom only some systems know")
	}
}

// The action hands its inputs over as words: nothing in them is a command of the shell.
func TestTheActionTakesItsInputsAsWords(t *testing.T) {
	t.Parallel()
	action := parse(t, "action.yml", readText(t, "../../action.yml"))
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("bash is not installed")
	}
	work := t.TempDir()
	program := filepath.Join(work, "notices")
	if err := os.WriteFile(program, []byte("#!/bin/sh\nfor word; do echo \"<$word>\"; done\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, step := range action.steps() {
		if find(step, "shell").Value != "bash" {
			t.Errorf("a step does not say that it is for bash")
		}
		for _, value := range pairs(find(step, "env")) {
			for _, m := range regexp.MustCompile(`^\$\{\{ inputs\.(\w+) \}\}$`).FindAllStringSubmatch(value.Value, -1) {
				used[m[1]] = true
			}
		}
	}
	for name := range pairs(find(action.node, "inputs")) {
		if !used[name] {
			t.Errorf("the input %s is not used", name)
		}
		delete(used, name)
	}
	if len(used) > 0 {
		t.Errorf("these inputs are not declared: %v", used)
	}
	last := action.steps()[len(action.steps())-1]
	cmd := exec.CommandContext(t.Context(), bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", find(last, "run").Value)
	cmd.Dir = work
	cmd.Env = append(os.Environ(), "RUNNER_TEMP="+work, "COMMAND=check --report $(touch a); touch b", "SOURCE=a folder`touch c`")
	out, err := cmd.CombinedOutput()
	if want := "<check>\n<--report>\n<$(touch>\n<a);>\n<touch>\n<b>\n<--source>\n<a folder`touch c`>\n"; err != nil || string(out) != want {
		t.Errorf("%v: it was told\n%s, want\n%s", err, out, want)
	}
	if left, err := os.ReadDir(work); err != nil || len(left) != 1 {
		t.Errorf("%v: a word of an input was run: %v", err, left)
	}
}

// The program that a pipeline fetches is held to a sum before it is run, and with the
// placeholders that is none.
func TestPipelinesHoldTheProgramToItsSum(t *testing.T) {
	t.Parallel()
	texts := map[string]string{"action.yml": readText(t, "../../action.yml")}
	for _, kind := range []string{"github", "gitlab"} {
		for _, f := range pipelineFiles(t, kind) {
			texts[f.Path] = f.Text
			if strings.Contains(f.Text, "PROGRAM_") || !strings.Contains(f.Text, strings.Repeat("0", 64)) {
				t.Errorf("%s: its placeholders are not filled", f.Path)
			}
		}
	}
	for file, text := range texts {
		fetched, held, ready := strings.Index(text, `"$PROGRAM"`), strings.Index(text, "| sha256sum"), strings.Index(text, "chmod +x")
		if fetched < 0 || held < fetched || ready < held {
			t.Errorf("%s: fetched at %d, held to its sum at %d, made ready at %d", file, fetched, held, ready)
		}
	}
	sum := fmt.Sprintf("%064x", 7)
	files, err := starter.Pipeline{Kind: "github", Program: "https://downloads.anytown.gov.uk/n", Sum: sum}.Files()
	if err != nil || !strings.Contains(files[0].Text, "SHA256: "+sum+"\n") || !strings.Contains(files[0].Text, "PROGRAM: https://downloads.anytown.gov.uk/n\n") {
		t.Errorf("%v: the program is not named", err)
	}
}
