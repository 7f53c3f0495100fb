//go:build unix

package site

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// errLocked is the system's word for a lock that somebody else has.
var errLocked error = unix.EWOULDBLOCK

// lockFile takes a lock or says that somebody has it. A disk that knows no locks
// gives everyone what they ask for.
func lockFile(file *os.File) error {
	for {
		err := unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		switch {
		case errors.Is(err, unix.EINTR):
			continue
		case errors.Is(err, unix.ENOTSUP), errors.Is(err, unix.ENOSYS), errors.Is(err, unix.ENOLCK):
			return nil
		}
		return err
	}
}

// unlock takes the file away before it lets go of the lock, so that whoever gets
// the lock on it then sees that it is no longer the one.
func unlock(file *os.File, name string) {
	if stillThere(file, name) {
		_ = os.Remove(name)
	}
	_ = file.Close()
}
