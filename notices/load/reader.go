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
	sums  map[*file]uint64 // of the bytes of those that were shortened

	mutex   sync.Mutex
	known   map[string]*file // by path
	lately  map[string][]notices.FieldStart
	workers sync.Pool
}

func newReader(fsys fs.FS, lang string) *reader {
	return &reader{
		fsys: fsys, lang: lang, files: map[string][]*file{}, seed: maphash.MakeSeed(), sums: map[*file]uint64{}, known: map[string]*file{},
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

// shorten lets go of what a file says, but for what others see of it. What was found
// in it knows its place by then.
func (r *reader) shorten(f *file) {
	own := notices.NewFields()
	own.Set(f.Path, f.reading.fields)
	own.Fill(f.findings)
	r.sums[f] = maphash.String(r.seed, f.reading.raw)
	f.brief, f.text, f.fields = true, "", nil
	f.reading = &reading{value: f.briefly(f.reading.value.(*notices.Notice)), said: f.reading.said}
}

// errChanged is why a file cannot be read a second time.
var errChanged = errors.New("it was changed meanwhile; run the command again")

// Read reads a notice and its translations.
func (r *reader) Read(id string) (n *notices.Notice, translations []*notices.Notice, err error) {
	for _, f := range r.files[id] {
		if !f.reading.said || f.nameless {
			continue
		}
		read := f.reading
		if f.brief {
			if read, err = r.again(f); err != nil {
				return nil, nil, fmt.Errorf("read %s: %w", f.path, err)
			}
		}
		switch value := read.value.(*notices.Notice); {
		case f.lang != "":
			translations = append(translations, value)
		case n == nil:
			n = value
		}
	}
	return n, translations, nil
}

// again reads a file a second time.
func (r *reader) again(f *file) (*reading, error) {
	w := r.workers.Get().(*worker)
	defer r.workers.Put(w)
	anew := newFile(f.path, f.Kind, f.ID, f.lang)
	w.read(r.fsys, nil, anew)
	switch {
	case anew.failed != nil:
		return nil, anew.failed
	case maphash.String(r.seed, anew.reading.raw) != r.sums[f]:
		return nil, errChanged
	}
	if anew.isMain() {
		anew.reading.value.(*notices.Notice).Lang = r.lang
	}
	r.keep(f.Path, anew.reading.fields)
	return anew.reading, nil
}

// keep remembers what stands in the files that were read lately.
func (r *reader) keep(path string, fields []notices.FieldStart) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if len(r.lately) > 4*someNotices {
		clear(r.lately)
	}
	r.lately[path] = fields
}

// fields gives what stands in a file. Of one that cannot be read any more it gives
// nothing: who reads the notice is told.
func (r *reader) fields(path string) []notices.FieldStart {
	r.mutex.Lock()
	list, known := r.lately[path]
	r.mutex.Unlock()
	if f := r.known[path]; !known && f != nil && f.brief {
		if read, err := r.again(f); err == nil {
			return read.fields
		}
	}
	return list
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
