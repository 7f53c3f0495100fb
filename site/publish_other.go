//go:build !linux && !darwin

package site

import (
	"errors"
	"os"
)

// Exchange is an error: this system cannot.
func (f openFolder) Exchange(string, string) error { return errors.ErrUnsupported }

// settleFile returns when a file is safe from a power cut.
func settleFile(f *os.File) error { return f.Sync() }

// settleEarly has nothing to do.
func settleEarly(disk) error { return nil }

// Settle has nothing to do: each file was settled when it was written.
func (f openFolder) Settle(...string) error { return nil }

func diskOfItsOwn(string) bool { return false }

// Resemble is an error: a folder is not replaced on this system.
func (f openFolder) Resemble(string, string) error { return errors.ErrUnsupported }
