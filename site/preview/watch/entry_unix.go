//go:build unix

package watch

import (
	"io/fs"
	"syscall"
)

// system gives the number of a file and the time of its last change of any kind.
func system(info fs.FileInfo) (number uint64, touched int64) {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0
	}
	return uint64(stat.Ino), touchedAt(stat)
}
