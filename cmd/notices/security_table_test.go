package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

const securityGuide = "../../docs/security.md"

var (
	// demandRow is a row of the table of demands: its number, what is demanded, what
	// holds it, and what came of it.
	demandRow = regexp.MustCompile(`(?m)^\| (\d+) \| (.+?) \| (.*?) \| (.+?) \|$`)
	fenced    = regexp.MustCompile("(?ms)^```.*?^```$")
	inCode    = regexp.MustCompile("`([^`]+)`")
	testName  = regexp.MustCompile(`^(?:Test|Fuzz|Benchmark)\w+$`)
	testFunc  = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz|Benchmark)\w+)\(`)
	// ownFile is a file of the repository, as the guide names one.
	ownFile = regexp.MustCompile(`^(?:\.ci|\.github|cmd|notices|site|docs)/[\w./-]+$`)
	target  = regexp.MustCompile(`^make (\w+)`)
)

// The table of demands says of each what holds it, and its counts are true.
func TestEveryDemandHasARow(t *testing.T) {
	t.Parallel()
	guide := readText(t, securityGuide)
	rows := demandRow.FindAllStringSubmatch(guide, -1)
	count := map[string]int{}
	cases := readText(t, "testdata/hostile/cases.tsv")
	for n, row := range rows {
		if row[1] != strconv.Itoa(n+1) {
			t.Fatalf("row %s stands where row %d should", row[1], n+1)
		}
		for _, fault := range demandFaults(row) {
			t.Errorf("row %s: %s", row[1], fault)
		}
		if strings.Contains(row[3], "`TestHostileInput`") && !strings.Contains(cases, "\n"+row[1]+"\t") {
			t.Errorf("row %s: TestHostileInput has no case of it", row[1])
		}
		count[outcome(row[4])]++
	}
	const demands = 95
	if len(rows) != demands {
		t.Errorf("there are %d rows, and %d demands", len(rows), demands)
	}
	told := fmt.Sprintf("Of %d demands %d pass in `make test`, %d are shown by hand, %d cannot be shown here, and %d not met.", demands, count["passes"], count["by hand"], count["not here"], count["not met"])
	if !strings.Contains(guide, told) {
		t.Errorf("the guide should say: %s", told)
	}
}

// demandFaults says what a row leaves open.
func demandFaults(row []string) (list []string) {
	held := inCode.MatchString(row[3])
	switch how := outcome(row[4]); {
	case how == "":
		list = append(list, "its result begins neither with “passes” nor “by hand” nor “not here” nor “not met”: "+row[4])
	case (how == "passes" || how == "by hand") && !held:
		list = append(list, "it names nothing that holds it")
	case how == "by hand" && !inCode.MatchString(row[4]):
		list = append(list, "it does not say by what command it is shown")
	case strings.HasPrefix(how, "not") && !strings.HasPrefix(row[4], how+": "):
		list = append(list, "it does not say why")
	}
	return list
}

func outcome(result string) string {
	for _, how := range []string{"passes", "by hand", "not here", "not met"} {
		if strings.HasPrefix(result, how) {
			return how
		}
	}
	return ""
}

// Every test, file and command that the guide names is there, so that the guide goes
// with the code.
func TestWhatTheSecurityGuideNamesIsThere(t *testing.T) {
	t.Parallel()
	tests := testsByName(t)
	makefile := readText(t, "../../Makefile")
	named := inCode.FindAllStringSubmatch(fenced.ReplaceAllString(readText(t, securityGuide), ""), -1)
	if len(named) < 100 {
		t.Fatalf("the guide names only %d things", len(named))
	}
	for _, m := range named {
		name, script, ofScripts := strings.Cut(m[1], "/")
		switch {
		case testName.MatchString(name) && !tests[name]:
			t.Errorf("there is no %s", name)
		case name == "TestScripts" && ofScripts:
			if _, err := os.Stat("testdata/script/" + script + ".txtar"); err != nil {
				t.Errorf("there is no %s", m[1])
			}
		case target.MatchString(m[1]) && !strings.Contains(makefile, "\n"+target.FindStringSubmatch(m[1])[1]+":"):
			t.Errorf("the Makefile has no %s", m[1])
		case ownFile.MatchString(m[1]):
			if _, err := os.Stat(filepath.Join("../..", filepath.FromSlash(m[1]))); err != nil {
				t.Errorf("there is no %s", m[1])
			}
		}
	}
}

// testsByName are the names of all tests, fuzz targets and benchmarks.
func testsByName(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	for _, root := range []string{".ci/sbom", "cmd", "layouts", "notices", "partials", "site"} {
		err := filepath.WalkDir(filepath.Join("../..", root), func(file string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(file, "_test.go") {
				return err
			}
			text, err := os.ReadFile(file)
			for _, m := range testFunc.FindAllStringSubmatch(string(text), -1) {
				names[m[1]] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return names
}
