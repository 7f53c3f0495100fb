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
	script, commands := tutorialScript(readText(t, "../../docs/tutorial.md"))
	if commands < 8 {
		t.Fatalf("the tutorial has %d commands only", commands)
	}
	follow(t, "tutorial", script)
}

// So does whoever goes by the guide that is for him: the commands of each page are run,
// one after the other.
func TestGuidesShowWhatIsSeen(t *testing.T) {
	t.Parallel()
	guides := 0
	for name, text := range guideTexts(t) {
		if script, commands := tutorialScript(text); commands > 0 && name != "docs/tutorial.md" {
			guides++
			t.Run(filepath.Base(name), func(t *testing.T) {
				t.Parallel()
				follow(t, "guide", script)
			})
		}
	}
	if guides < 3 {
		t.Errorf("only %d guides are run", guides)
	}
}

// follow runs a script that was made of a guide. The guides begin in an empty folder; at
// hand are the example site, in the folder example, and what a guide brings itself.
func follow(t *testing.T, name, script string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name+".txtar")
	if err := os.WriteFile(file, []byte(script), 0o644); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Files:               []string{file},
		RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "above": insertAbove, "change": changeLines, "copy": copyTree,
		},
		Setup: func(env *testscript.Env) error {
			return os.CopyFS(filepath.Join(env.WorkDir, "example", "content"), os.DirFS("../../content"))
		},
	})
}

// fence matches a block of a guide: its language, what the test is to know, and the
// text.
var fence = regexp.MustCompile("(?ms)^```(console|yaml|diff|csv|text)([^\n]*)\n(.*?)^```$")

// tutorialScript makes a script of a guide: files that are shown whole are written,
// lines to add are added, lines to change are changed, and commands are run.
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
		if known["file"] == "" {
			continue // it is shown, and not to be done
		}
		name := fmt.Sprintf("block%d", n)
		fmt.Fprintf(&files, "-- %s --\n%s", name, block[3])
		switch line := known["above"]; {
		case line != "":
			fmt.Fprintf(&b, "above $WORK/%s %s %s\n", name, known["file"], line)
		case block[1] == "diff":
			fmt.Fprintf(&b, "change $WORK/%s %s\n", name, known["file"])
		default:
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
			fmt.Fprintln(b, strings.Replace(typed, "cp -r ", "copy ", 1))
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

// changeLines puts lines in the place of others, as a comparison shows it:
// change LINES FILE. The lines before and after the change are found, too.
func changeLines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: change LINES FILE")
	}
	var before, after strings.Builder
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if line[0] != '+' {
			before.WriteString(line[1:])
		}
		if line[0] != '-' {
			after.WriteString(line[1:])
		}
	}
	text := ts.ReadFile(args[1])
	if strings.Count(text, before.String()) != 1 {
		ts.Fatalf("%s has not these lines once:\n%s", args[1], before.String())
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.Replace(text, before.String(), after.String(), 1)), 0o644))
}

// copyTree copies a folder: copy FROM TO
func copyTree(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: copy FROM TO")
	}
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(ts.MkAbs(args[0]))))
}
