package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// reaching are the packages by which a program speaks to a network, starts another
// program, or steps out of what the language allows.
var reaching = []string{"net", "net/http", "net/rpc", "net/smtp", "os/exec", "plugin", "unsafe", "C"}

// mayReach are the packages of ours that speak to browsers or start programs: the
// preview, and the command, for git and the browser that a person asks for; and the
// benchmark, which is not part of it.
var mayReach = []string{"site/preview", "site/browsertest", "cmd/notices", "cmd/bench"}

// What reads content and what makes pages of it can neither ask a network nor start
// a program, whatever content says.
func TestWhatReadsContentReachesNothing(t *testing.T) {
	t.Parallel()
	const root = "../.."
	read := 0
	for _, folder := range []string{"notices", "layouts", "partials", "site", "cmd"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(file string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
				return err
			}
			rel, err := filepath.Rel(root, filepath.Dir(file))
			if err != nil || slices.Contains(mayReach, filepath.ToSlash(rel)) {
				return err
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
			if err != nil {
				return err
			}
			read++
			for _, spec := range parsed.Imports {
				if name := strings.Trim(spec.Path.Value, `"`); slices.Contains(reaching, name) {
					t.Errorf("%s imports %s", file, name)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if read < 100 {
		t.Errorf("only %d files were read", read)
	}
}
