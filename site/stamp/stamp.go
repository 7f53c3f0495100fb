// Package stamp knows again what a build made, so that the next one need not make
// the same once more.
//
// It takes the folders a site is made from, the folder it is published in, and what
// the build was told. A stamp holds three digests: of all that the site was made
// from, byte for byte; of what the build was told, and by which program; and of the
// published folder, as the file system has it. As long as all three are the same, a
// build would give the same, and there is nothing to do.
//
// Beside the stamp lies what the build left for one of nearly the same, in which nothing
// but the second part of some files is another. What that is, is not for this package to
// know; it is given as it was left, or not at all.
//
// It refuses whatever it does not understand: a link, a damaged stamp, one that was
// made another way, or that somebody else could have written. Then nothing is known, and a
// whole build finds out. A stamp never says what is published, only that it still is; so a
// false one can hold a site back but slip nothing into it. What was left is believed, so
// both lie in a folder of the person who runs the program, never in the site's, where a
// contribution could bring one along.
package stamp

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// form is the first line of a stamp, and stands for how digests are made: another
// way is another form.
const form = "notices stamp 2\n"

// maxStamp is how large a stamp can be, in bytes.
const maxStamp = 64 << 10

// tick is how far apart two changes have to be for a file system to give them
// different times.
const tick = 20 * time.Millisecond

// Build is one build: what it reads, where it publishes, and all else that makes a
// difference to what comes of it.
type Build struct {
	Cache   string   // the folder for stamps
	Source  string   // the site's folder
	Folders []string // those in it that the build reads; they need not be there
	Target  string   // the published folder
	Told    []string // program, options and day

	Head func([]byte) int // how many bytes of a file are its head; nil when files have none
}

// Started is a build that began: what there was to read. Of nil nothing is known.
type Started struct {
	build  Build
	at     time.Time
	inputs inputs
}

// Start reads all that the build is made from. Known is false when that cannot be
// told, and nothing of it is kept then.
func (b Build) Start(ctx context.Context, now time.Time) (s *Started, known bool) {
	in, err := readInputs(ctx, b.Source, b.Folders, b.Head)
	if err != nil {
		return nil, false
	}
	return &Started{build: b, at: now, inputs: in}, true
}

// Holds reports whether the last build was of the same, and the published folder is
// as it left it. It gives what was said then.
func (s *Started) Holds(ctx context.Context) (said string, holds bool) {
	if s == nil {
		return "", false
	}
	text, err := readOwn(s.file(), maxStamp)
	if err != nil {
		return "", false
	}
	before, said, sound := parse(text)
	if !sound || before.made != s.made() {
		return "", false
	}
	out, err := lookAt(ctx, s.build.Target)
	return said, err == nil && out.digest == before.output
}

// Keep makes a stamp of a build that ended well, and of what it said. Left is what the next
// build is to know of this one: see Before. Nothing is kept when one of its files changed
// while it ran.
func (s *Started) Keep(ctx context.Context, said string, left []byte) error {
	again := s.inputs
	if !again.unchanged(ctx, s.build.Source, s.build.Folders) {
		var err error
		if again, err = readInputs(ctx, s.build.Source, s.build.Folders, s.build.Head); err != nil {
			return err
		}
	}
	if again.digest != s.inputs.digest || !again.newest.Before(s.at.Add(-tick)) {
		return nil
	}
	out, err := s.settled(ctx)
	if err != nil {
		return err
	}
	if err := write(s.leftFile(), s.composeLeft(left)); err != nil {
		return err
	}
	return write(s.file(), compose(digests{made: s.made(), output: out.digest}, said))
}

// Forget takes the stamp away, before the published folder is changed.
func (s *Started) Forget() {
	if s != nil {
		_ = os.Remove(s.file()) // one that cannot go will not match either
		_ = os.Remove(s.leftFile())
	}
}

// settled looks at the published folder when its last change is so long ago that
// another one will show.
func (s *Started) settled(ctx context.Context) (output, error) {
	select {
	case <-ctx.Done():
		return output{}, ctx.Err()
	case <-time.After(tick):
	}
	return lookAt(ctx, s.build.Target)
}

// file names the stamp of a published folder.
func (s *Started) file() string {
	sum := sha256.Sum256([]byte(s.build.Target))
	return filepath.Join(s.build.Cache, "stamps", hex.EncodeToString(sum[:]))
}

// made is the digest of everything that makes a difference.
func (s *Started) made() digest {
	h, told := newHash(), s.told()
	h.add(s.inputs.digest[:], told[:])
	return h.sum()
}

// told is the digest of all of that but what the build read.
func (s *Started) told() digest {
	h := newHash()
	h.add([]byte(s.build.Source))
	for _, told := range s.build.Told {
		h.add([]byte(told))
	}
	return h.sum()
}

// digests are what a stamp holds besides what was said.
type digests struct{ made, output digest }

// compose writes a stamp, and its own digest behind it.
func compose(d digests, said string) []byte {
	b := fmt.Appendf(nil, "%s%x\n%x\n%s", form, d.made, d.output, said)
	sum := sha256.Sum256(b)
	return append(b, sum[:]...)
}

// parse reads a stamp. It is sound only as it was written.
func parse(text []byte) (d digests, said string, sound bool) {
	const head = len(form) + 2*(2*sha256.Size+1)
	end := len(text) - sha256.Size
	if end < head || !bytes.HasPrefix(text, []byte(form)) || sha256.Sum256(text[:end]) != digest(text[end:]) {
		return d, "", false
	}
	lines := text[len(form):]
	for _, into := range []*digest{&d.made, &d.output} {
		if _, err := hex.Decode(into[:], lines[:2*sha256.Size]); err != nil {
			return d, "", false
		}
		lines = lines[2*sha256.Size+1:]
	}
	return d, string(text[head:end]), true
}

// readOwn reads a file that this package wrote for this person, of so many bytes at most.
func readOwn(file string, most int64) ([]byte, error) {
	info, err := os.Lstat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > most || !mine(info) {
		return nil, fmt.Errorf("%s is none of ours", file)
	}
	return os.ReadFile(file)
}

// write puts a stamp into its place, whole or not at all.
func write(file string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(file), ".new-*")
	if err != nil {
		return err
	}
	_, err = temp.Write(text)
	if closed := temp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	if err != nil {
		_ = os.Remove(temp.Name())
	}
	return err
}
