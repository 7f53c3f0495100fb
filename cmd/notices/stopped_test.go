package main

import (
	"bytes"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/site"
)

// TestTheProgramItself is not a test but the whole program, for the tests below to
// start. Its arguments stand in its environment, one a line.
func TestTheProgramItself(t *testing.T) {
	args := os.Getenv("NOTICES_TEST_ARGUMENTS")
	if args == "" {
		return
	}
	if mask, err := strconv.ParseInt(os.Getenv("NOTICES_TEST_UMASK"), 8, 32); err == nil {
		setUmask(int(mask))
	}
	os.Args = append([]string{"notices"}, strings.Split(args, "\n")...)
	main()
}

func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, "-test.run=^TestTheProgramItself$")
	cmd.Env = append(os.Environ(), "NOTICES_TEST_ARGUMENTS="+strings.Join(args, "\n"))
	return cmd
}

// smallSite writes the site of one of the scripts to a folder of the test's own.
func smallSite(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	script, err := txtar.ParseFile("testdata/script/build.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range script.Files {
		if strings.HasPrefix(f.Name, "content/") {
			file := filepath.Join(dir, f.Name)
			if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, f.Data, 0o644)); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

// published gives all files of a folder, and none when there is no such folder.
func published(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(os.DirFS(folder), name)
		files[name] = string(content)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return files
}

func mustRun(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// A build that is interrupted at any moment ends soon, says so with its exit code,
// and leaves the site as it was or as it is to be. 50 times with NOTICES_KILLS=50.
func TestABuildCanBeInterrupted(t *testing.T) {
	t.Parallel()
	times := 10
	if n, err := strconv.Atoi(os.Getenv("NOTICES_KILLS")); err == nil {
		times = n
	}
	dir := smallSite(t)
	build := func() *exec.Cmd { return program(t, "build", "--source", dir, "--at", exampleDay) }
	start := time.Now()
	mustRun(t, build())
	whole := time.Since(start)
	want := published(t, filepath.Join(dir, "public"))
	codes := map[int]int{}
	for n := range times {
		if err := os.RemoveAll(filepath.Join(dir, "public")); err != nil {
			t.Fatal(err)
		}
		cmd := build()
		signal := []os.Signal{os.Interrupt, syscall.SIGTERM}[n%2]
		code := interrupt(t, cmd, signal, rand.N(whole), n%3 == 0)
		codes[code]++
		if code != exitClean && code != exitInterrupted && code != -1 {
			t.Errorf("exit code %d", code)
		}
		if got := published(t, filepath.Join(dir, "public")); len(got) > 0 && !cmp.Equal(want, got) {
			t.Errorf("interrupted %d: there is a part of the site: %v", n, cmp.Diff(want, got))
		}
		mustRun(t, build())
		if diff := cmp.Diff(want, published(t, filepath.Join(dir, "public"))); diff != "" {
			t.Errorf("after interruption %d (-clean +got):\n%s", n, diff)
		}
		if entries, err := os.ReadDir(dir); err != nil || len(entries) != 2 {
			t.Errorf("something was left behind: %v %v", entries, err)
		}
	}
	t.Logf("exit codes, -1 being an end by the signal itself: %v", codes)
}

// interrupt sends a signal to a program some time after its start, twice if asked,
// and gives its exit code; -1 when the signal itself ended it.
func interrupt(t *testing.T, cmd *exec.Cmd, signal os.Signal, after time.Duration, twice bool) int {
	t.Helper()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	_ = cmd.Process.Signal(signal)
	if twice {
		_ = cmd.Process.Signal(signal)
	}
	sent := time.Now()
	_ = cmd.Wait()
	if took := time.Since(sent); took > 10*time.Second {
		t.Errorf("it went on for %v", took)
	}
	return cmd.ProcessState.ExitCode()
}

// The same content gives the same bytes, wherever and by whomever it is built.
func TestTheSiteIsTheSameWhereverItIsBuilt(t *testing.T) {
	t.Parallel()
	dir := smallSite(t)
	mustRun(t, program(t, "build", "--source", dir, "--at", exampleDay))
	want := published(t, filepath.Join(dir, "public"))
	const epoch = "SOURCE_DATE_EPOCH=1795348800" // noon of that day
	for name, env := range map[string][]string{
		"far east": {"TZ=Pacific/Kiritimati", epoch}, "far west": {"TZ=America/Adak", epoch}, "other words": {"LANG=cy_GB.UTF-8", "LC_ALL=tr_TR.UTF-8"},
		"shy": {"NOTICES_TEST_UMASK=077"}, "open": {"NOTICES_TEST_UMASK=000"}, "homeless": {"HOME=", "XDG_CACHE_HOME=", "XDG_CONFIG_HOME="},
		"one processor": {"GOMAXPROCS=1"}, "eight processors": {"GOMAXPROCS=8"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := filepath.Join(t.TempDir(), "public")
			args := []string{"build", "--source", dir, "--output", folder}
			if !strings.Contains(strings.Join(env, " "), epoch) {
				args = append(args, "--at", exampleDay)
			}
			cmd := program(t, args...)
			cmd.Env, cmd.Dir = append(cmd.Env, env...), t.TempDir()
			mustRun(t, cmd)
			if diff := cmp.Diff(want, published(t, folder)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A file and a folder that may not be read end the build, and what is published
// stays.
func TestContentThatMayNotBeReadEndsTheBuild(t *testing.T) {
	t.Parallel()
	if os.Getuid() == 0 {
		t.Skip("root may read everything: run it as another user, as with setpriv --reuid 65534 --clear-groups")
	}
	dir := smallSite(t)
	mustRun(t, program(t, "build", "--source", dir, "--at", exampleDay))
	want := published(t, filepath.Join(dir, "public"))
	for _, name := range []string{"content/notices/parking.md", "content/notices"} {
		if err := os.Chmod(filepath.Join(dir, name), 0); err != nil {
			t.Fatal(err)
		}
		cmd := program(t, "build", "--source", dir, "--at", exampleDay)
		out, _ := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != exitEnvironment || !strings.Contains(string(out), name) {
			t.Errorf("%s: exit code %d\n%s", name, code, out)
		}
		if err := os.Chmod(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(want, published(t, filepath.Join(dir, "public"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// upsideDown lists every folder from its end.
type upsideDown struct{ fs.FS }

func (u upsideDown) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(u.FS, name)
	slices.Reverse(entries)
	return entries, err
}

func TestTheOrderOfFilesOnDiskMakesNoDifference(t *testing.T) {
	t.Parallel()
	day, err := time.Parse(time.DateOnly, exampleDay)
	if err != nil {
		t.Fatal(err)
	}
	var sites []*site.Output
	for _, fsys := range []fs.FS{os.DirFS("../.."), upsideDown{os.DirFS("../..")}} {
		e, err := examineFiles(t.Context(), fsys, day, nil)
		if err != nil {
			t.Fatal(err)
		}
		out, _, err := site.Render(site.Input{Set: e.set, Findings: e.findings, Day: day, Draft: true, Overrides: fsys})
		if err != nil || out == nil {
			t.Fatal("nothing was made: ", err)
		}
		sites = append(sites, out)
	}
	if diff := cmp.Diff(sites[0], sites[1]); diff != "" {
		t.Errorf("(-as listed +upside down):\n%s", diff)
	}
}
