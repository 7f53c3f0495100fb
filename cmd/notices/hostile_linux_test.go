package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// The inputs that take most take little: of the machine's time, not of the clock's,
// and of its memory.
func TestTheWorstInputsNeedLittle(t *testing.T) {
	t.Parallel()
	const (
		mostTime   = 20 * time.Second    // without limits, minutes
		mostMemory = heavier * 200 << 10 // KB; the program itself needs some 60 MB
	)
	worst := []string{
		"alias bomb", "40,000 keys", "a title of 600 kB", "*a_  in lines", "80 kB of references", "80 kB of a table of 60 columns",
		"in a partial, ranges in ranges", "in a partial, a flood", "in a partial, a backslash that doubles",
	}
	usual := faultless(t)
	for _, h := range hostileCases(t) {
		if !slices.Contains(worst, h.name) {
			continue
		}
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			h.write(t, dir, maps.Clone(usual))
			cmd := program(t)
			cmd.Args = []string{cmd.Args[0], "-test.run=^TestTheProgramMeasured$"}
			cmd.Env = append(cmd.Env, measured+"="+dir)
			out, _ := cmd.CombinedOutput()
			if code := cmd.ProcessState.ExitCode(); code != exitFindings {
				t.Errorf("exit code %d\n%s", code, out)
			}
			memory := peak(t, string(out))
			took := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
			t.Logf("%v of the processor, %d MB", took, memory>>10)
			if took > mostTime || memory > mostMemory {
				t.Errorf("it needed %v and %d MB, want less than %v and %d MB", took, memory>>10, mostTime, mostMemory>>10)
			}
		})
	}
}

// measured names the site that TestTheProgramMeasured builds.
const measured = "NOTICES_TEST_MEASURED"

// TestTheProgramMeasured is not a test but a build that prints how much memory it
// took, for the test above to start. What the system tells of a process that has
// ended counts the one that started it too.
func TestTheProgramMeasured(t *testing.T) {
	dir := os.Getenv(measured)
	if dir == "" {
		return
	}
	code := run(t.Context(), []string{"build", "--source", dir, "--at", exampleDay}, nothingSet, strings.NewReader(""), io.Discard, io.Discard)
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	os.Stdout.Write(status)
	os.Exit(code)
}

// peak gives the most memory that was taken at any time, in KB.
func peak(t *testing.T, status string) (kb int) {
	t.Helper()
	_, after, _ := strings.Cut(status, "VmHWM:")
	if _, err := fmt.Sscan(after, &kb); err != nil {
		t.Fatalf("%v\n%s", err, status)
	}
	return kb
}
