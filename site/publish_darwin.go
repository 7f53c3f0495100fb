package site

import (
	"io/fs"
	"os"
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
	if err := unix.RenameatxNp(int(dir.Fd()), a, int(dir.Fd()), b, unix.RENAME_SWAP); err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

// settleFile hands a file to the drive. That the drive keeps it is seen to once for
// all files, by Settle.
func settleFile(f *os.File) error { return unix.Fsync(int(f.Fd())) }

// settleEarly does nothing: the system has begun with each file.
func settleEarly(disk) error { return nil }

// Settle returns when all that was handed to the drive is safe from a power cut.
func (f openFolder) Settle(...string) error {
	dir, err := f.Open(".")
	if err != nil {
		return err
	}
	defer dir.Close()
	return dir.Sync()
}

// diskOfItsOwn reports whether a folder is where another disk is mounted, so that
// it cannot be renamed.
func diskOfItsOwn(path string) bool {
	var folder, around unix.Stat_t
	return unix.Lstat(path, &folder) == nil && unix.Lstat(path+"/..", &around) == nil && folder.Dev != around.Dev
}

// Resemble gives a folder the owner and the rights of another one.
func (f openFolder) Resemble(model, folder string) error {
	from, err := f.Stat(model)
	if err != nil {
		return err
	}
	to, err := f.Stat(folder)
	if err != nil {
		return err
	}
	want, have := from.Sys().(*syscall.Stat_t), to.Sys().(*syscall.Stat_t)
	if want.Uid != have.Uid || want.Gid != have.Gid {
		if err := f.Lchown(folder, int(want.Uid), int(want.Gid)); err != nil {
			return err
		}
	}
	return f.Chmod(folder, from.Mode()&(fs.ModePerm|fs.ModeSetgid|fs.ModeSetuid|fs.ModeSticky))
}
