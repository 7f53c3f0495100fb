package stamp

import (
	"encoding/binary"
	"io/fs"
	"os"
	"syscall"
	"time"
)

// identity gives what is another after any change of a file: which file it is, how
// long, and when it was last written and changed. Nobody can set the last of these.
func identity(info fs.FileInfo) (seen []byte, known bool) {
	s, known := info.Sys().(*syscall.Stat_t)
	if !known {
		return nil, false
	}
	seen = make([]byte, 0, 7*8)
	for _, n := range []int64{int64(s.Dev), int64(s.Ino), s.Size, int64(s.Mode), s.Mtim.Nano(), s.Ctim.Nano()} {
		seen = binary.BigEndian.AppendUint64(seen, uint64(n))
	}
	return seen, true
}

func changeTime(info fs.FileInfo) (t time.Time, known bool) {
	s, known := info.Sys().(*syscall.Stat_t)
	if !known {
		return t, false
	}
	return time.Unix(s.Ctim.Sec, s.Ctim.Nsec), true
}

// mine reports whether a file belongs to who runs the program, and nobody else may write
// to it.
func mine(info fs.FileInfo) bool {
	const others = 0o022
	s, known := info.Sys().(*syscall.Stat_t)
	return known && int(s.Uid) == os.Geteuid() && info.Mode().Perm()&others == 0
}
