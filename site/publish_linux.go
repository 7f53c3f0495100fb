package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// Exchange gives each of two folders the name of the other, in one step.
func (f openFolder) Exchange(a, b string) error {
	dir, err := f.Open(".")
	if err != nil {
		return err
	}
	defer dir.Close()
	if err := unix.Renameat2(int(dir.Fd()), a, int(dir.Fd()), b, unix.RENAME_EXCHANGE); err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

// settleFile does nothing: Settle settles all files together.
func settleFile(*os.File) error { return nil }

// Settle returns when these files and folders are safe from a power cut. To settle
// the whole disk takes a hundredth of the time for many of them, but waits for all
// that other programs have written as well.
func (f openFolder) Settle(names ...string) error {
	const few = 64
	if len(names) > few {
		return f.settleAll()
	}
	for _, name := range names {
		file, err := f.Open(name)
		if err != nil {
			return err
		}
		if err := errors.Join(file.Sync(), file.Close()); err != nil {
			return err
		}
	}
	return nil
}

// settleEarly puts on the disk what has been written, for Settle to have less to do.
func settleEarly(d disk) error {
	if f, is := d.(openFolder); is {
		return f.settleAll()
	}
	return nil
}

func (f openFolder) settleAll() error {
	dir, err := f.Open(".")
	if err != nil {
		return err
	}
	defer dir.Close()
	if err := unix.Syncfs(int(dir.Fd())); err != nil {
		return &fs.PathError{Op: "syncfs", Path: ".", Err: err}
	}
	return nil
}

// diskOfItsOwn reports whether a folder is where another disk or folder is
// mounted, so that it cannot be renamed.
func diskOfItsOwn(path string) bool {
	var stat unix.Statx_t
	err := unix.Statx(unix.AT_FDCWD, path, unix.AT_SYMLINK_NOFOLLOW, 0, &stat)
	return err == nil && stat.Attributes_mask&unix.STATX_ATTR_MOUNT_ROOT != 0 && stat.Attributes&unix.STATX_ATTR_MOUNT_ROOT != 0
}

// Resemble gives a folder the owner, the rights and the labels of another one. The
// labels are what SELinux and access lists are made of: a web server may read the
// pages of a folder because of them.
func (f openFolder) Resemble(model, folder string) error {
	from, err := f.Open(model)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := f.Open(folder)
	if err != nil {
		return err
	}
	defer to.Close()
	return errors.Join(copyOwner(from, to), copyLabels(int(from.Fd()), int(to.Fd())))
}

func copyOwner(from, to *os.File) error {
	model, err := from.Stat()
	if err != nil {
		return err
	}
	made, err := to.Stat()
	if err != nil {
		return err
	}
	want, have := model.Sys().(*syscall.Stat_t), made.Sys().(*syscall.Stat_t)
	if want.Uid != have.Uid || want.Gid != have.Gid {
		if err := to.Chown(int(want.Uid), int(want.Gid)); err != nil {
			return err
		}
	}
	return to.Chmod(model.Mode() & (fs.ModePerm | fs.ModeSetgid | fs.ModeSetuid | fs.ModeSticky))
}

func copyLabels(from, to int) error {
	want, err := labels(from)
	if err != nil {
		return err
	}
	have, err := labels(to)
	if err != nil {
		return err
	}
	for name := range have {
		if _, wanted := want[name]; !wanted {
			if err := unix.Fremovexattr(to, name); err != nil {
				return fmt.Errorf("take away the label %s: %w", name, err)
			}
		}
	}
	for name, value := range want {
		if there, set := have[name]; set && bytes.Equal(there, value) {
			continue
		}
		if err := unix.Fsetxattr(to, name, value, 0); err != nil {
			return fmt.Errorf("set the label %s: %w", name, err)
		}
	}
	return nil
}

// labels gives the extended attributes of a folder. A disk that knows none has
// none.
func labels(fd int) (map[string][]byte, error) {
	list := make([]byte, 64<<10)
	n, err := unix.Flistxattr(fd, list)
	if errors.Is(err, unix.ENOTSUP) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list the labels: %w", err)
	}
	all := map[string][]byte{}
	names := strings.Split(string(list[:n]), "\x00")
	for _, name := range slices.DeleteFunc(names, func(name string) bool { return name == "" }) {
		value := make([]byte, 64<<10)
		n, err := unix.Fgetxattr(fd, name, value)
		if err != nil {
			return nil, fmt.Errorf("read the label %s: %w", name, err)
		}
		all[name] = value[:n]
	}
	return all, nil
}
