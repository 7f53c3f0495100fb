package site

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// small mounts a small disk. Without the right to mount the test is skipped: run it
// as root, as in a container, with go test ./site -run Disk.
func small(t *testing.T, options string) (dir string) {
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

// big is a site that has no room on a small disk.
func big() *Output {
	o := turn(1)
	for i := range o.Files {
		o.Files[i].Content = []byte(strings.Repeat("big", 20_000))
	}
	return o
}

// many is a site of more files than a small disk can have.
func many() *Output {
	o := turn(1)
	for _, f := range turn(1).Files {
		o.Files = append(o.Files, File{Path: "more/" + f.Path, Content: []byte("more")})
	}
	return o
}

func TestADiskThatIsFullLeavesTheSiteAsItWas(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		options string
		next    *Output
	}{"no room": {"size=512k", big()}, "no room for names": {"nr_inodes=70", many()}} {
		for where, to := range map[string]Target{"a folder on it": {Dir: "public"}, "the disk itself": {}, "in place": {Dir: "public", InPlace: true}} {
			t.Run(name+", "+where, func(t *testing.T) {
				t.Parallel()
				to := Target{Dir: filepath.Join(small(t, c.options), to.Dir), InPlace: to.InPlace}
				mustWrite(t, turn(0), to.Dir)
				before := everything(t, to.Dir)
				_, err := Publish(t.Context(), c.next, to)
				if err == nil || !strings.HasPrefix(err.Error(), "the disk is full; nothing was published") {
					t.Errorf("got %v", err)
				}
				if diff := cmp.Diff(before, everything(t, to.Dir)); diff != "" {
					t.Errorf("(-before +after):\n%s", diff)
				}
				if filepath.Base(to.Dir) == "public" {
					onlyThat(t, to.Dir)
				}
				mustWrite(t, siteOf("index.html", "little"), to.Dir)
			})
		}
	}
}

func TestADiskThatCanOnlyBeReadIsLeftAlone(t *testing.T) {
	t.Parallel()
	disk := small(t, "size=1m")
	dir := filepath.Join(disk, "public")
	mustWrite(t, turn(0), dir)
	if err := syscall.Mount("", disk, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip(err)
	}
	mustWrite(t, turn(0), dir) // there is nothing to do
	_, err := Publish(t.Context(), turn(1), Target{Dir: dir})
	if err == nil || !strings.HasPrefix(err.Error(), "the disk can be read, but not written to; nothing was published") {
		t.Errorf("got %v", err)
	}
}

// A folder that is a disk of its own, and one in a folder that may not be written
// to, are published to in place.
func TestAFolderThatIsADiskIsPublishedTo(t *testing.T) {
	t.Parallel()
	dir := small(t, "size=2m")
	for i := range 4 {
		mustWrite(t, turn(i), dir)
		if diff := cmp.Diff(clean(t, turn(i)), everything(t, dir)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// nobody publishes as a user who may write nothing that was not given to him.
func nobody(t *testing.T, dir string) (string, error) {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can become somebody else: run it as root")
	}
	program := filepath.Join(filepath.Dir(dir), "..", "program")
	if err := errors.Join(copyProgram(program), open(filepath.Dir(dir))); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), program, "-test.run=^TestTheChild$")
	cmd.Dir = filepath.Dir(program)
	cmd.Env = append(os.Environ(), childTask+"=publish once", childFolder+"="+dir)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	out, err := cmd.Output()
	return string(out), err
}

func copyProgram(to string) error {
	from, err := os.Open(os.Args[0])
	if err != nil {
		return err
	}
	defer from.Close()
	file, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o755)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, from)
	return errors.Join(err, file.Chmod(0o755), file.Close())
}

// open lets everyone through to a folder of the test's.
func open(dir string) error {
	for range 3 {
		if dir = filepath.Dir(dir); dir == os.TempDir() {
			break
		}
		if err := os.Chmod(dir, 0o755); err != nil {
			return err
		}
	}
	return nil
}

func TestAFolderThatMayNotBeWrittenTo(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		around, folder os.FileMode
		owner          int
		want           string
	}{
		"neither":               {0o755, 0o755, 0, "you are not allowed to write there; nothing was published, and what was there before is as it was (permission denied)"},
		"the folder alone":      {0o755, 0o755, 65534, ""},
		"what is around, alone": {0o777, 0o755, 0, "you are not allowed to write there; nothing was published, and what was there before is as it was (permission denied)"},
		"the folder is closed":  {0o777, 0o555, 65534, "you are not allowed to write there; nothing was published, and what was there before is as it was (permission denied)"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			around := filepath.Join(t.TempDir(), "around")
			dir := filepath.Join(around, "public")
			mustWrite(t, siteOf("index.html", "old"), dir)
			before := everything(t, dir)
			err := errors.Join(os.Chown(filepath.Join(dir, "index.html"), c.owner, c.owner), os.Chown(dir, c.owner, c.owner), os.Chmod(around, c.around), os.Chmod(dir, c.folder))
			if err != nil {
				t.Skip(err)
			}
			got, err := nobody(t, dir)
			if firstLine(got) != firstLine(c.want) && c.want != "" || (err == nil) != (c.want == "") {
				t.Errorf("got %q, %v", got, err)
			}
			if c.want == "" {
				before = clean(t, turn(0))
			}
			if diff := cmp.Diff(before, everything(t, dir)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			onlyThat(t, dir)
		})
	}
}

func firstLine(s string) string { line, _, _ := strings.Cut(s, "\n"); return line }
