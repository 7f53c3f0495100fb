//go:build !linux

package stamp

import (
	"io/fs"
	"time"
)

// identity is not known here: a program can set the time at which a file was last
// written, so what is in it is read.
func identity(fs.FileInfo) (seen []byte, known bool) { return nil, false }

func changeTime(fs.FileInfo) (t time.Time, known bool) { return t, false }

// mine is not told here: the folder of a person's caches is that person's.
func mine(fs.FileInfo) bool { return true }
