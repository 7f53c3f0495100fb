package main

import (
	"flag"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write expected output in the scripts again")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"notices": main})
}

// nothingSet is an environment in which nothing is set: a test says the same
// wherever it runs.
func nothingSet(string) string { return "" }

// Each script in testdata/script is a session at a terminal: what is typed, what
// is shown, and the exit code.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bom": bom, "edit": editWords, "exits": exits, "fetch": fetch, "freeport": freeport, "look": look, "snapshot": snapshot,
		},
		Condition: func(name string) (bool, error) { return name == "root" && os.Getuid() == 0, nil },
	})
}

// exits runs a command and holds it to an exit code: exits 2 notices check --at x
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARGUMENT ...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		code, found := strings.CutPrefix(err.Error(), "exit status ")
		if !found {
			ts.Fatalf("%s: %v", strings.Join(args[1:], " "), err)
		}
		got, err = strconv.Atoi(code)
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("%s: exit code %d, want %d\nstdout:\n%s\nstderr:\n%s", strings.Join(args[1:], " "), got, want, ts.ReadFile("stdout"), ts.ReadFile("stderr"))
	}
}
