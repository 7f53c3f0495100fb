package site

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"syscall"
)

// What a failure leaves behind.
const (
	allAsItWas = "nothing was published, and what was there before is as it was"
	partlyNew  = "only a part of the new pages is in its place. When the cause is mended, build again: that finishes it"
)

// trouble is what the machine refused, in plain words, and what that left behind.
type trouble struct {
	words string
	err   error
}

// Error says what happened, what is there now, and in brackets what the system
// called it.
func (t trouble) Error() string {
	if cause := bare(t.err).Error(); cause != t.words {
		return fmt.Sprintf("%s (%s)", t.words, cause)
	}
	return t.words
}

// Unwrap gives the system's error.
func (t trouble) Unwrap() error { return t.err }

// inWords says an error in plain words, with what it left behind. One that is
// already said so stays as it is.
func inWords(err error, left string) error {
	switch {
	case err == nil, errors.Is(err, ErrRefused), errors.Is(err, ErrBusy), errors.As(err, new(trouble)):
		return err
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("stopped: %s: %w", left, err)
	}
	return trouble{words: fmt.Sprintf("%s; %s", plainCause(err), left), err: err}
}

func plainCause(err error) string {
	switch {
	case isFull(err):
		return "the disk is full"
	case errors.Is(err, syscall.EROFS), isWindows(err, 19):
		return "the disk can be read, but not written to"
	case errors.Is(err, fs.ErrPermission):
		return "you are not allowed to write there"
	case isWindows(err, 32, 33):
		return "a file in it is open in another program"
	}
	return "the machine would not let it work"
}

// isFull reports whether there is no room left, for files or for their names.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || isWindows(err, 39, 112)
}

// isWindows reports whether an error is one of those numbers of Windows.
func isWindows(err error, numbers ...syscall.Errno) bool {
	for _, number := range numbers {
		if runtime.GOOS == "windows" && errors.Is(err, number) {
			return true
		}
	}
	return false
}

// bare gives why something failed, without the names of files that are there for
// the time of a run alone: nobody knows those.
func bare(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
