package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// outcome is a test that notes how it ended first.
type outcome struct {
	testing.TB
	ended string
}

func (o *outcome) Helper() {}

func (o *outcome) Fatalf(format string, a ...any) { o.end("failed: ", format, a) }

func (o *outcome) Skipf(format string, a ...any) { o.end("skipped: ", format, a) }

func (o *outcome) end(how, format string, a []any) {
	if o.ended == "" {
		o.ended = how + fmt.Sprintf(format, a...)
	}
}

func TestAMissingToolIsNeverOverlookedWhereEveryCheckCounts(t *testing.T) {
	for ci, want := range map[string]string{"true": "failed: ", "": "skipped: "} {
		t.Setenv("CI", ci)
		t.Setenv("PATH", t.TempDir())
		o := &outcome{TB: t}
		findBrowser(o)
		if !strings.HasPrefix(o.ended, want) || !strings.HasSuffix(o.ended, ".ci/setup") {
			t.Errorf("with CI=%q the test %s", ci, o.ended)
		}
	}
}

// The npm tools come from the registry that a machine is set up for.
func TestTheLockFileNamesNoRegistry(t *testing.T) {
	t.Parallel()
	lock, err := os.ReadFile(filepath.Join(moduleRoot(t), ".ci", "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(lock), `"resolved"`) {
		t.Error("it does: npm config set omit-lockfile-registry-resolved=true, and make it anew")
	}
}
