package browsertest

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"
)

// MarkupFaults gives what html-validate finds in the HTML files of a folder and
// the folders in it, by the rules of .ci/htmlvalidate.json.
func MarkupFaults(t testing.TB, dir string) []string {
	t.Helper()
	program := tool(t, "html-validate/bin/html-validate.mjs")
	node, err := exec.LookPath("node")
	if err != nil {
		missing(t, "Node.js")
	}
	dir, err = filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(moduleRoot(t), ".ci", "htmlvalidate.json")
	command := exec.CommandContext(t.Context(), node, program, "--config", config, "--formatter", "json", "--ext", "html", dir)
	output, failure := command.Output() // it fails when it finds something
	var files []struct {
		FilePath string
		Messages []struct {
			RuleID       string
			Message      string
			Line, Column int
		}
	}
	if err := json.Unmarshal(output, &files); err != nil {
		t.Fatalf("run html-validate: %v: %v\n%s", failure, err, output)
	}
	var faults []string
	for _, f := range files {
		name, err := filepath.Rel(dir, f.FilePath)
		if err != nil {
			name = f.FilePath
		}
		for _, m := range f.Messages {
			faults = append(faults, fmt.Sprintf("%s:%d:%d: %s: %s", name, m.Line, m.Column, m.RuleID, m.Message))
		}
	}
	return faults
}
