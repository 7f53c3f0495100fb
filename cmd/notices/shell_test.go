package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

var (
	// commandsShown is a block of commands, or a command within a sentence.
	commandsShown = regexp.MustCompile("(?ms)^```(?:sh)?\n(.*?)^```$|`((?:notices|git) [^`\n]+)`")
	// remark stands behind an example, in a column of its own.
	remark = regexp.MustCompile(`^( *\S.*?)  +.*$`)
)

// Whoever copies a command has one that a shell can read.
func TestCommandsCanBeTypedIntoAShell(t *testing.T) {
	t.Parallel()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash to read them")
	}
	for name, commands := range commandsToType(t) {
		read := exec.CommandContext(t.Context(), bash, "-n")
		read.Stdin = strings.NewReader(strings.Join(commands, "\n"))
		if output, err := read.CombinedOutput(); err != nil || len(commands) == 0 {
			t.Errorf("%s shows what no shell can read: %v\n%s%s", name, err, output, strings.Join(commands, "\n"))
		}
	}
}

// commandsToType are those that guides and examples show, by where.
func commandsToType(t *testing.T) map[string][]string {
	t.Helper()
	list := map[string][]string{}
	guides, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(guides) == 0 {
		t.Fatalf("there are no guides: %v", err)
	}
	for _, guide := range append(guides, "../../README.md", "../../CHANGELOG.md") {
		text, err := os.ReadFile(guide)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range commandsShown.FindAllStringSubmatch(string(text), -1) {
			if strings.HasPrefix(m[1], "notices") || strings.HasPrefix(m[1], "set -e") || m[2] != "" {
				list[guide] = append(list[guide], m[1]+m[2])
			}
		}
	}
	for _, cmd := range append(newRoot(today, nothingSet).Commands(), newRoot(today, nothingSet)) {
		list[cmd.CommandPath()] = exampleCommands(cmd)
	}
	return list
}

func exampleCommands(cmd *cobra.Command) (list []string) {
	for line := range strings.Lines(cmd.Example) {
		line = strings.TrimRight(line, "\n")
		list = append(list, remark.ReplaceAllString(strings.TrimPrefix(line, "  "), "$1"))
	}
	return list
}
