//go:build unix && !darwin && !freebsd && !netbsd

package watch

import "syscall"

func touchedAt(stat *syscall.Stat_t) int64 { return stat.Ctim.Nano() }
