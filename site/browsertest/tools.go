package browsertest

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// browsers are the names that Chromium goes by.
var browsers = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

// findBrowser gives the path of the browser's program.
func findBrowser(t testing.TB) string {
	t.Helper()
	for _, name := range browsers {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	missing(t, "Chromium")
	return ""
}

// tool gives the path of a file of an npm package.
func tool(t testing.TB, file string) string {
	t.Helper()
	path := filepath.Join(moduleRoot(t), ".ci", "node_modules", filepath.FromSlash(file))
	if _, err := os.Stat(path); err != nil {
		missing(t, file)
	}
	return path
}

// missing ends the test: as failed where every check has to be made.
func missing(t testing.TB, what string) {
	t.Helper()
	const words = "%s is not installed; this command installs it: .ci/setup"
	if os.Getenv("CI") == "true" {
		t.Fatalf(words, what)
	}
	t.Skipf(words, what)
}

// moduleRoot gives the folder that go.mod is in.
func moduleRoot(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no folder above the test has a go.mod file")
		}
		dir = filepath.Dir(dir)
	}
}
