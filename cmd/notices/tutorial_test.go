package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// Whoever does what the tutorial says sees what it shows.
func TestTutorial(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../docs/tutorial.md")
	if err != nil {
		t.Fatal(err)
	}
	script, commands := tutorialScript(string(text))
	if commands < 8 {
		t.Fatalf("the tutorial has %d commands only", commands)
	}
	file := filepath.Join(t.TempDir(), "tutorial.txtar")
	if err := os.WriteFile(file, []byte(script), 0o644); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Files:               []string{file},
		RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "above": insertAbove,
		},
	})
}

// fence matches a block of the tutorial: its language, what the test is to know, and
// the text.
var fence = regexp.MustCompile("(?ms)^```(console|yaml)([^\n]*)\n(.*?)^```$")

// tutorialScript makes a script of the tutorial: files that are shown whole are written,
// lines to add are added, and commands are run.
func tutorialScript(text string) (script string, commands int) {
	var b, files strings.Builder
	b.WriteString("env SOURCE_DATE_EPOCH=1795305600\n")
	for n, block := range fence.FindAllStringSubmatch(text, -1) {
		known := map[string]string{}
		for _, word := range strings.Fields(block[2]) {
			key, value, _ := strings.Cut(word, "=")
			known[key] = value
		}
		if block[1] == "console" {
			commands += addCommands(&b, block[3], known["exit"])
			continue
		}
		name := fmt.Sprintf("block%d", n)
		fmt.Fprintf(&files, "-- %s --\n%s", name, block[3])
		if line := known["above"]; line != "" {
			fmt.Fprintf(&b, "above $WORK/%s %s %s\n", name, known["file"], line)
		} else {
			fmt.Fprintf(&b, "cp $WORK/%s %s\n", name, known["file"])
		}
	}
	return b.String() + files.String(), commands
}

// addCommands adds what is typed, and what is seen: a … stands for anything.
func addCommands(b *strings.Builder, text, exit string) (commands int) {
	if exit == "" {
		exit = "0"
	}
	from := "stdout"
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch typed, isTyped := strings.CutPrefix(line, "$ "); {
		case isTyped && strings.HasPrefix(typed, "notices "):
			fmt.Fprintf(b, "exits %s %s\n", exit, strings.ReplaceAll(typed, `"`, "'"))
			if from = "stdout"; strings.HasPrefix(typed, "notices build") && exit != "0" {
				from = "stderr" // build says there why it did not publish
			}
			commands++
		case isTyped:
			fmt.Fprintln(b, typed)
		case line != "…" && line != "":
			form := strings.ReplaceAll(regexp.QuoteMeta(line), "…", ".*")
			fmt.Fprintf(b, "%s '(?m)^%s$'\n", from, strings.ReplaceAll(form, "'", "''"))
		}
	}
	return commands
}

// insertAbove puts lines above the one of a file that begins with a word:
// above LINES FILE WORD
func insertAbove(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: above LINES FILE WORD")
	}
	lines, text := ts.ReadFile(args[0]), ts.ReadFile(args[1])
	before, after, found := strings.Cut(text, "\n"+args[2])
	if !found {
		ts.Fatalf("%s has no line that begins with %s", args[1], args[2])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(before+"\n"+lines+args[2]+after), 0o644))
}
