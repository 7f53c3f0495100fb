package site

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ErrBusy is wrapped by the error for a folder that another run is writing to.
// Nothing has been changed then.
var ErrBusy = errors.New("another notices build is writing to this folder")

// lockInside is the lock of a folder beside which nothing may be written.
const lockInside = ".notices-lock"

// lockBeside gives the name of the lock of a folder, in the folder around it.
func lockBeside(base string) string { return "." + base + ".notices-lock" }

// lock keeps other runs from writing to the folder until what it returns is called.
// The system lets go of the lock when the program ends, however it does, so the
// file that a killed run leaves behind stands in nobody's way.
func (p *publication) lock(ctx context.Context) (release func(), err error) {
	undo, err := p.makeAround()
	if err != nil {
		return nil, err
	}
	name := filepath.Join(filepath.Dir(p.path), lockBeside(p.base))
	file, err := waitFor(ctx, name, p.to.Wait)
	if err != nil && p.root != nil && !errors.Is(err, ErrBusy) && ctx.Err() == nil {
		p.inside, name = true, filepath.Join(p.path, lockInside)
		file, err = waitFor(ctx, name, p.to.Wait)
	}
	if err != nil {
		undo()
		return nil, err
	}
	return func() { unlock(file, name); undo() }, nil
}

// makeAround makes the folder around the one to publish to. What it returns takes
// away again those of the new folders that stayed empty.
func (p *publication) makeAround() (undo func(), err error) {
	var made []string
	for dir := filepath.Dir(p.path); ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		made = append(made, dir)
	}
	undo = func() {
		for _, dir := range made {
			_ = os.Remove(dir) // the disk does not let go of one that is not empty
		}
	}
	if err := os.MkdirAll(filepath.Dir(p.path), 0o755); err != nil {
		undo()
		return nil, err
	}
	return undo, nil
}

// waitFor takes a lock, and waits for it as long as it may.
func waitFor(ctx context.Context, name string, wait time.Duration) (*os.File, error) {
	const look = 20 * time.Millisecond
	for waited := time.Duration(0); ; waited += look {
		file, err := tryLock(name)
		if !errors.Is(err, ErrBusy) || waited >= wait {
			return file, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(look):
		}
	}
}

// tryLock takes a lock that nobody has, and says whose it is when somebody does.
func tryLock(name string) (*os.File, error) {
	for {
		file, err := openLock(name)
		if err != nil {
			return nil, err
		}
		if err := lockFile(file); err != nil {
			err = busy(file, err)
			file.Close()
			return nil, err
		}
		if stillThere(file, name) {
			writeOwner(file)
			return file, nil
		}
		file.Close() // whoever had it took the file away in the meantime
	}
}

// openLock opens the file of a lock. A link there leads nowhere good.
func openLock(name string) (*os.File, error) {
	if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w: %s is not the file that it should be. Delete it", ErrRefused, name)
	}
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if errors.Is(err, fs.ErrPermission) {
		if others, readable := os.Open(name); readable == nil {
			return others, nil // another user's can be locked, though not written to
		}
	}
	return file, err
}

func stillThere(file *os.File, name string) bool {
	locked, err := file.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(name)
	return err == nil && os.SameFile(locked, there)
}

// writeOwner notes who has the lock, for others to read. When it cannot, others
// are told less.
func writeOwner(file *os.File) {
	if err := file.Truncate(0); err == nil {
		_, _ = file.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	}
}

// busy says who has a lock, as far as that is known.
func busy(file *os.File, err error) error {
	if !errors.Is(err, errLocked) {
		return err
	}
	owner := make([]byte, 16)
	n, _ := file.ReadAt(owner, 0)
	if pid, err := strconv.Atoi(strings.TrimSpace(string(owner[:n]))); err == nil {
		return fmt.Errorf("%w (process %d)", ErrBusy, pid)
	}
	return ErrBusy
}
