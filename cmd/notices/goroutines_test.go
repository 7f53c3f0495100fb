package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// alone are packages whose goroutines make race does not watch as a whole: of the
// command, make race names the tests; the other is for tests only.
var alone = []string{"cmd/notices", "site/browsertest"}

func TestPackagesThatBeginGoroutinesAreRunWithTheRaceDetector(t *testing.T) {
	t.Parallel()
	makefile, err := os.ReadFile("../../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^RACING = (.*)$`).FindSubmatch(makefile)
	if line == nil {
		t.Fatal("the Makefile has no list of them")
	}
	var want []string
	for pkg := range mayImport {
		if beginsGoroutines(t, filepath.Join("../..", pkg)) && !slices.Contains(alone, pkg) {
			want = append(want, "./"+pkg)
		}
	}
	slices.Sort(want)
	if got := strings.Fields(string(line[1])); !slices.Equal(got, want) {
		t.Errorf("the Makefile has\nRACING = %s\nand should have\nRACING = %s", strings.Join(got, " "), strings.Join(want, " "))
	}
}

// beginsGoroutines reports whether a package begins goroutines, or guards what several
// of them share. What is made once, by sync.OnceValue, is guarded by that.
func beginsGoroutines(t *testing.T, folder string) (found bool) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				found = true
			case *ast.SelectorExpr:
				of, _ := n.X.(*ast.Ident)
				found = found || of != nil && (of.Name == "atomic" || of.Name == "sync" && !strings.HasPrefix(n.Sel.Name, "OnceValue"))
			}
			return true
		})
	}
	return found
}
