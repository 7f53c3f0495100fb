package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path of this module, as its packages import each other.
const module = "notices.example/"

// mayImport says which packages of ours each package may import: the direction
// of the data, content → notices → site → reader. A package that is not here may
// not exist.
var mayImport = map[string][]string{
	"notices":                {},
	"notices/law":            {"notices"},
	"notices/prose":          {"notices"},
	"notices/pattern":        {},
	"notices/wording":        {"notices/pattern"},
	"notices/sheet":          {},
	"notices/load":           {"notices", "notices/law"},
	"notices/inherit":        {"notices"},
	"notices/baseline":       {"notices"},
	"notices/rules":          {"notices", "notices/law", "notices/prose", "notices/baseline", "notices/change", "notices/wording", "notices/pattern"},
	"notices/report":         {"notices", "notices/rules", "notices/sheet"},
	"notices/desk":           {"notices", "notices/law", "notices/rules"},
	"notices/handbook":       {"notices", "notices/inherit", "notices/law", "notices/load", "notices/prose", "notices/rules"},
	"notices/vocabulary":     {"notices"},
	"notices/review":         {"notices/law", "notices/wording"},
	"notices/schema":         {},
	"notices/cms":            {"notices", "notices/law"},
	"notices/snippet":        {"notices"},
	"notices/starter":        {},
	"notices/change":         {"notices", "notices/law"},
	"notices/record":         {"notices", "notices/law"},
	"notices/exchange/tilt":  {"notices", "notices/law"},
	"notices/exchange/dpv":   {"notices", "notices/law"},
	"notices/tidy":           {"notices"},
	"notices/sheet/workbook": {"notices/sheet"},
	"notices/intake":         {"notices", "notices/law", "notices/load", "notices/sheet"},
	"notices/settest":        {"notices", "notices/inherit", "notices/load"},
	"notices/agenda":         {"notices", "notices/law", "notices/rules"},
	"layouts":                {},
	"partials":               {},
	"site":                   {"notices", "notices/law", "notices/prose", "notices/sheet", "layouts", "partials", "site/press"},
	"site/browsertest":       {},
	"site/press":             {},
	"site/stamp":             {},
	"site/preview":           {"notices", "site"},
	"site/preview/watch":     {},
	"cmd/bench":              {"cmd/bench/town"},
	"cmd/bench/town":         {},
	"cmd/notices":            {"notices", "notices/agenda", "notices/baseline", "notices/change", "notices/cms", "notices/desk", "notices/exchange/dpv", "notices/exchange/tilt", "notices/handbook", "notices/inherit", "notices/intake", "notices/law", "notices/load", "notices/record", "notices/report", "notices/review", "notices/rules", "notices/schema", "notices/sheet", "notices/snippet", "notices/sheet/workbook", "notices/starter", "notices/tidy", "site", "site/preview", "site/preview/watch", "site/stamp"},
}

func TestImportsFollowTheDirectionOfTheData(t *testing.T) {
	t.Parallel()
	const root = "../.."
	seen := map[string]bool{}
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".") && file != root) {
			return fs.SkipDir
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		rel, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		pkg := path.Dir(filepath.ToSlash(rel))
		seen[pkg] = true
		checkImports(t, pkg, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range mayImport {
		if !seen[pkg] {
			t.Errorf("package %s is listed but is not there", pkg)
		}
	}
}

func checkImports(t *testing.T, pkg, file string) {
	t.Helper()
	allowed, listed := mayImport[pkg]
	if !listed {
		t.Errorf("%s: package %s is not in the list of packages; say there what it may import", file, pkg)
		return
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	for _, spec := range parsed.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Error(err)
			continue
		}
		if ours, ok := strings.CutPrefix(name, module); ok && !slices.Contains(allowed, ours) {
			t.Errorf("%s: package %s must not import %s", file, pkg, ours)
		}
	}
}
