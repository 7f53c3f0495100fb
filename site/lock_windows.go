package site

import (
	"os"

	"golang.org/x/sys/windows"
)

// errLocked is the system's word for a lock that somebody else has.
var errLocked error = windows.ERROR_LOCK_VIOLATION

// lockFile takes a lock or says that somebody has it. What is locked is a byte far
// behind the end of the file, so that others can read whose it is.
func lockFile(file *os.File) error {
	far := windows.Overlapped{OffsetHigh: 1}
	return windows.LockFileEx(windows.Handle(file.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &far)
}

// unlock lets go of the lock, and takes the file away unless somebody else has it
// open.
func unlock(file *os.File, name string) {
	_ = file.Close()
	_ = os.Remove(name)
}
