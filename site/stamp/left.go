package stamp

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
)

// leftForm is the first line of the file with what a build left for the next one.
const leftForm = "notices left 1\n"

// maxLeft is how large such a file can be, in bytes.
const maxLeft = 1 << 30

// Before is what the last build left, where this one is of nearly the same: in nothing but
// the second part of some files do the two differ, and the published folder is as it was
// left.
type Before struct {
	Changed []string // the paths of these files, below the site's folder
	Left    []byte   // as it was given to Keep
}

// Before gives what the last build left, and nil when there is none that this one is nearly
// the same as.
func (s *Started) Before(ctx context.Context) *Before {
	if s == nil {
		return nil
	}
	text, err := readOwn(s.file(), maxStamp)
	if err != nil {
		return nil
	}
	stamp, _, sound := parse(text)
	text, err = readOwn(s.leftFile(), maxLeft)
	if !sound || err != nil {
		return nil
	}
	left, err := parseLeft(text)
	if err != nil || left.made != stamp.made || left.told != s.told() {
		return nil
	}
	b := &Before{Left: left.rest}
	var near bool
	if b.Changed, near = left.changed(s.inputs.files); !near {
		return nil
	}
	if out, err := lookAt(ctx, s.build.Target); err != nil || out.digest != stamp.output {
		return nil
	}
	return b
}

// left is what a build left.
type left struct {
	made, told digest
	files      []input
	rest       []byte
}

// changed gives the files of which the second part is another now. It is not near when
// anything else differs.
func (l *left) changed(now []input) (names []string, near bool) {
	if len(now) != len(l.files) {
		return nil, false
	}
	for i, f := range now {
		was := l.files[i]
		switch {
		case f.name != was.name || f.head != was.head:
			return nil, false
		case f.rest != was.rest:
			names = append(names, f.name)
		}
	}
	return names, true
}

func (s *Started) leftFile() string { return s.file() + ".left" }

// composeLeft writes what a build left, with its own digest behind it.
func (s *Started) composeLeft(rest []byte) []byte {
	made, told := s.made(), s.told()
	b := append([]byte(leftForm), made[:]...)
	b = append(b, told[:]...)
	b = binary.AppendUvarint(b, uint64(len(s.inputs.files)))
	for _, f := range s.inputs.files {
		b = binary.AppendUvarint(b, uint64(len(f.name)))
		b = append(b, f.name...)
		b = append(append(b, f.head[:]...), f.rest[:]...)
	}
	b = append(b, rest...)
	sum := sha256.Sum256(b)
	return append(b, sum[:]...)
}

var errNotLeft = errors.New("it is not what a build left")

// parseLeft reads what a build left, only as it was written.
func parseLeft(b []byte) (l left, err error) {
	end := len(b) - sha256.Size
	if end < 0 || !bytes.HasPrefix(b, []byte(leftForm)) || sha256.Sum256(b[:end]) != digest(b[end:]) {
		return l, errNotLeft
	}
	r := reader{b[len(leftForm):end], nil}
	l.made, l.told = r.digest(), r.digest()
	for range r.number() {
		if r.err != nil {
			break
		}
		l.files = append(l.files, input{name: string(r.bytes(r.number())), head: r.digest(), rest: r.digest()})
	}
	l.rest = r.b
	return l, r.err
}

// reader takes one thing after the other from what is left of b.
type reader struct {
	b   []byte
	err error
}

func (r *reader) bytes(n int) []byte {
	if r.err != nil || n < 0 || n > len(r.b) {
		r.err = errors.Join(r.err, fmt.Errorf("%w: it is cut short", errNotLeft))
		return nil
	}
	taken := r.b[:n]
	r.b = r.b[n:]
	return taken
}

func (r *reader) digest() (d digest) {
	copy(d[:], r.bytes(len(d)))
	return d
}

func (r *reader) number() int {
	n, size := binary.Uvarint(r.b)
	if size <= 0 || n > uint64(len(r.b)) {
		r.err = errors.Join(r.err, fmt.Errorf("%w: it has no number", errNotLeft))
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}
