package main

import (
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// editWords puts words in the place of others that stand in a file just once:
// edit FILE OLD NEW, where \n in the new ones ends a line
func editWords(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if n := strings.Count(text, args[1]); n != 1 {
		ts.Fatalf("“%s” stands in %s %d times", args[1], args[0], n)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], strings.ReplaceAll(args[2], `\n`, "\n"), 1)), 0o644))
}
