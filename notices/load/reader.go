package load

import (
	"errors"
	"fmt"
	"hash/maphash"
	"io/fs"
	"sync"

	"notices.example/notices"
)

// reader reads the files of notices anew of which only what others see was kept.
type reader struct {
	fsys  fs.FS
	lang  string             // the main language
	order []string           // the IDs of the notices, in the order of their files
	files map[string][]*file // by the ID of the notice: its own, and its translations
	seed  maphash.Seed

	mutex   sync.Mutex
	known   map[string]*file // by path
	lately  map[string][]notices.FieldStart
	workers sync.Pool
}

func newReader(fsys fs.FS, lang string) *reader {
	return &reader{
		fsys: fsys, lang: lang, files: map[string][]*file{}, seed: maphash.MakeSeed(), known: map[string]*file{},
		lately: map[string][]notices.FieldStart{}, workers: sync.Pool{New: func() any { return &worker{} }},
	}
}

// add takes a file that a notice, or a translation of one, is to be read from.
func (r *reader) add(f *file) {
	if len(r.files[f.ID]) == 0 {
		r.order = append(r.order, f.ID)
	}
	r.files[f.ID] = append(r.files[f.ID], f)
	r.known[f.Path] = f
}

// kept is what a reader keeps of a file that was shortened.
type kept struct {
	sum     uint64 // of its bytes
	notice  packed // nothing where it has to be read as if for the first time
	refused []notices.FieldStart
	beyond  []notices.Named // what it names besides; nil where it has to be read to learn that
	unread  bool            // this run has not read it yet, so that it can have any bytes
}

// shorten lets go of what a file says, but for what others see of it. What was found
// in it knows its place by then.
func (w *worker) shorten(r *reader, f *file) {
	own := notices.NewFields()
	own.Set(f.Path, f.reading.fields)
	own.Fill(f.findings)
	n := f.reading.value.(*notices.Notice)
	f.kept = kept{sum: maphash.String(r.seed, f.reading.raw), refused: refusedOf(f.reading.fields)}
	if f.reading.raw == f.reading.text {
		f.kept.notice = w.packer.pack(n, f.reading.text)
	}
	if f.isMain() {
		f.kept.beyond = w.beyond(n)
	}
	f.brief, f.text, f.fields = true, "", nil
	f.reading = &reading{value: f.briefly(n), said: f.reading.said}
}

// refusedOf gives the fields that were written and cannot be used.
func refusedOf(list []notices.FieldStart) (refused []notices.FieldStart) {
	for _, s := range list {
		if s.Refused {
			refused = append(refused, s)
		}
	}
	return refused
}

// errChanged is why a file cannot be read a second time.
var errChanged = errors.New("it was changed meanwhile; run the command again")

// Read reads a notice and its translations.
func (r *reader) Read(id string) (n *notices.Notice, translations []*notices.Notice, err error) {
	for _, f := range r.files[id] {
		if !f.reading.said || f.nameless {
			continue
		}
		value, err := r.notice(f)
		switch {
		case err != nil:
			return nil, nil, fmt.Errorf("read %s: %w", f.path, err)
		case f.lang != "":
			translations = append(translations, value)
		case n == nil:
			n = value
		}
	}
	return n, translations, nil
}

// notice gives the notice of a file as a whole.
func (r *reader) notice(f *file) (*notices.Notice, error) {
	if !f.brief {
		return f.reading.value.(*notices.Notice), nil
	}
	if f.kept.notice == "" {
		read, err := r.again(f)
		if err != nil {
			return nil, err
		}
		return read.value.(*notices.Notice), nil
	}
	text, err := r.bytes(f)
	if err != nil {
		return nil, err
	}
	n := f.kept.notice.unpack(f.Path, text)
	if f.isMain() {
		n.Lang = r.lang
	}
	return n, nil
}

// bytes gives what stands in a file, which is what stood in it before.
func (r *reader) bytes(f *file) (string, error) {
	w := r.workers.Get().(*worker)
	defer r.workers.Put(w)
	raw, _, err := readLimited(r.fsys, f.path, w.buffer[:0])
	switch w.buffer = raw; {
	case err != nil:
		return "", err
	case maphash.Bytes(r.seed, raw) != f.kept.sum:
		return "", errChanged
	}
	return string(raw), nil
}

// again reads a file a second time as if it were the first.
func (r *reader) again(f *file) (*reading, error) {
	w := r.workers.Get().(*worker)
	defer r.workers.Put(w)
	anew := newFile(f.path, f.Kind, f.ID, f.lang)
	w.read(r.fsys, nil, anew)
	switch {
	case anew.failed != nil:
		return nil, anew.failed
	case !f.kept.unread && maphash.String(r.seed, anew.reading.raw) != f.kept.sum:
		return nil, errChanged
	}
	if anew.isMain() {
		anew.reading.value.(*notices.Notice).Lang = r.lang
	}
	return anew.reading, nil
}

// fields gives what stands in a file. Of one that cannot be read any more it gives
// nothing: who reads the notice is told. Those of the last file are remembered, as
// they are asked for several times.
func (r *reader) fields(path string) []notices.FieldStart {
	r.mutex.Lock()
	list, known := r.lately[path]
	r.mutex.Unlock()
	f := r.known[path]
	if known || f == nil || !f.brief {
		return list
	}
	if read, err := r.again(f); err == nil {
		list = read.fields
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if len(r.lately) > someFields {
		clear(r.lately)
	}
	r.lately[path] = list
	return list
}

// someFields is of how many files it is remembered what stands in them.
const someFields = 100

// refused gives what was written in a file and cannot be used.
func (r *reader) refused(path string) []notices.FieldStart {
	if f := r.known[path]; f != nil && f.brief {
		return f.kept.refused
	}
	return nil
}

// text gives the text of a file, or nothing.
func (r *reader) text(path string) string {
	if f := r.known[path]; f != nil && f.brief {
		if read, err := r.again(f); err == nil {
			return read.text
		}
	}
	return ""
}
