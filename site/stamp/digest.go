package stamp

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"runtime"
	"sync"
	"sync/atomic"
)

// digest is a SHA-256 of parts, each with its length before it.
type digest [sha256.Size]byte

// parts makes a digest.
type parts struct{ hash.Hash }

func newHash() parts { return parts{sha256.New()} }

// add adds parts, so that no two lists of them look alike.
func (p parts) add(list ...[]byte) {
	var n [8]byte
	for _, b := range list {
		binary.BigEndian.PutUint64(n[:], uint64(len(b)))
		p.Write(n[:])
		p.Write(b)
	}
}

func (p parts) sum() (d digest) {
	p.Sum(d[:0])
	return d
}

// each calls f for the numbers below n, several at a time, until one call fails or
// the context ends. It gives one of the errors.
func each(ctx context.Context, n int, f func(i int) error) error {
	const some = 32
	var next atomic.Int64
	var failed atomic.Pointer[error]
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for failed.Load() == nil {
				first := int(next.Add(some)) - some
				if first >= n {
					return
				}
				for i := first; i < min(first+some, n); i++ {
					if err := f(i); err != nil {
						failed.Store(&err)
						return
					}
				}
				if err := ctx.Err(); err != nil {
					failed.Store(&err)
				}
			}
		})
	}
	workers.Wait()
	if err := failed.Load(); err != nil {
		return *err
	}
	return nil
}
