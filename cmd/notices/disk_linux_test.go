package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// smallDisk mounts a small disk. Without the right to mount the test is skipped: run
// it as root, as in a container, with go test ./cmd/notices -run Disk.
func smallDisk(t *testing.T, options string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skip("no small disk can be mounted here: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// A disk that is full ends every command that writes with the exit code for the
// machine's trouble and in plain words, and leaves what was there.
func TestAFullDiskEndsACommandAndLeavesWhatWasThere(t *testing.T) {
	t.Parallel()
	for name, options := range map[string]string{"no room": "size=16k", "no room for names": "nr_inodes=4"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			disk := smallDisk(t, options)
			w := republished{t, smallSite(t)}
			for _, args := range [][]string{
				{"build", "--at", exampleDay, "--output", filepath.Join(disk, "public")},
				{"build", "--at", exampleDay, "--output", disk},
				{"build", "--at", exampleDay, "--output", filepath.Join(disk, "public"), "--in-place"},
			} {
				code, said := w.command(args...)
				if code != exitEnvironment || !strings.Contains(said, "the disk is full; nothing was published") {
					t.Errorf("%v: exit code %d: %s", args, code, said)
				}
				if entries, err := os.ReadDir(disk); err != nil || len(entries) != 0 {
					t.Errorf("%v: left behind: %v %v", args, entries, err)
				}
			}
		})
	}
}

func TestAFullDiskLeavesTheEarlierReport(t *testing.T) {
	t.Parallel()
	disk := smallDisk(t, "size=8k")
	file := filepath.Join(disk, "findings.html")
	w := republished{t, smallSite(t)}
	if err := os.WriteFile(file, []byte("earlier"), 0o644); err != nil {
		t.Fatal(err)
	}
	code, said := w.command("check", "--at", exampleDay, "--report", "html="+file)
	if code != exitEnvironment || !strings.Contains(said, "the report html cannot be written to "+file) {
		t.Errorf("exit code %d: %s", code, said)
	}
	if diff := cmp.Diff(map[string]string{"findings.html": "earlier"}, published(t, disk)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Content on a disk that can only be read is built, for nothing is written beside it.
func TestContentOnADiskThatCanOnlyBeReadIsBuilt(t *testing.T) {
	t.Parallel()
	disk := smallDisk(t, "size=1m")
	if err := os.CopyFS(filepath.Join(disk, "content"), os.DirFS(filepath.Join(smallSite(t), "content"))); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("", disk, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip(err)
	}
	w := republished{t, disk}
	if files := w.clean(); files["index.html"] == "" {
		t.Error("there is no site")
	}
	if code, said := w.command("check", "--at", exampleDay); code != exitClean {
		t.Errorf("a check: exit code %d: %s", code, said)
	}
	if code, said := w.command("build", "--at", exampleDay); code != exitEnvironment || !strings.Contains(said, "the disk can be read, but not written to; nothing was published") {
		t.Errorf("into it: exit code %d: %s", code, said)
	}
}

// Root may read everything. Somebody else is told which file or folder he may not read,
// and what is published stays.
func TestContentThatOthersMayNotReadEndsTheirBuild(t *testing.T) {
	t.Parallel()
	if os.Getuid() != 0 {
		t.Skip("only root can become somebody else; TestContentThatMayNotBeReadEndsTheBuild is for all others")
	}
	w := republished{t, smallSite(t)}
	w.build(exitClean)
	want := w.public()
	self := filepath.Join(t.TempDir(), "notices")
	for _, name := range []string{"content/notices/parking.md", "content/notices"} {
		file := filepath.Join(w.dir, name)
		err := errors.Join(letThrough(w.dir), copyProgram(self), os.Chmod(file, 0))
		if err != nil {
			t.Fatal(err)
		}
		cmd := program(t, "build", "--source", w.dir, "--at", exampleDay)
		cmd.Path, cmd.Dir = self, w.dir
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		out, _ := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != exitEnvironment || !strings.Contains(string(out), name+": permission denied") {
			t.Errorf("%s: exit code %d\n%s", name, code, out)
		}
		if err := os.Chmod(file, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(want, w.public()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// copyProgram puts the tests' own program where another user can start it.
func copyProgram(to string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	from, err := os.Open(self)
	if err != nil {
		return err
	}
	defer from.Close()
	file, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o755)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, from)
	return errors.Join(err, file.Chmod(0o755), file.Close(), letThrough(filepath.Dir(to)))
}

// letThrough lets everyone through to a folder of the test's.
func letThrough(dir string) error {
	for ; dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			return err
		}
	}
	return nil
}
