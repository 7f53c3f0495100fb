package load

import (
	"crypto/sha256"
	"io/fs"
	"slices"

	"notices.example/notices"
)

// Memory is what the last run read, for the next run to use again: a file whose
// bytes are the same is not decoded a second time. The zero value remembers
// nothing, and nil never does.
//
// What is used again is the same value, with the same address, so that later
// stages know it again; nobody may change it. A Memory is for one site, and for
// one run at a time.
type Memory struct {
	lang  string // the main language, which is part of notices and pages
	files map[string]*reading
}

// reading is what one file was read as.
type reading struct {
	sum      [sha256.Size]byte // of the file's bytes
	text     string
	fields   []notices.FieldStart
	findings []notices.Finding // in the file itself; not those that come of other files
	value    any               // a pointer to what files of its kind define
	said     bool              // there is something in the value
}

// recall gives what a file with these bytes was read as, or nil.
func (m *Memory) recall(path string, sum [sha256.Size]byte) *reading {
	if m == nil {
		return nil
	}
	if r := m.files[path]; r != nil && r.sum == sum {
		return r
	}
	return nil
}

// speak says what the main language is. In another one, nothing can be used again.
func (m *Memory) speak(lang string) {
	if m != nil && m.lang != lang {
		m.lang, m.files = lang, nil
	}
}

// keep remembers the files of this run, and no others.
func (m *Memory) keep(files []*file) {
	if m == nil {
		return
	}
	m.files = make(map[string]*reading, len(files))
	for _, f := range files {
		if f.reading != nil {
			m.files[f.path] = f.reading
		}
	}
}

// decoded gives what a file says: item, once the file has been decoded into it, or
// the value that an earlier run decoded from the same bytes. It reports whether
// anything is said.
func decoded[T any](f *file, known schema, item *T) (*T, bool) {
	if f.recalled {
		return f.reading.value.(*T), f.reading.said
	}
	ok := f.decode(item, known)
	f.reading.value, f.reading.said = item, ok
	return item, ok
}

// readAgain reads the file's bytes, and its text unless memory has that already.
func (f *file) readAgain(fsys fs.FS, m *Memory) error {
	raw, whole, err := readLimited(fsys, f.path)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(raw)
	f.reading = m.recall(f.path, sum)
	if f.recalled = f.reading != nil; f.recalled {
		f.text, f.fields = f.reading.text, f.reading.fields
		return nil
	}
	f.reading, f.named = &reading{sum: sum}, len(f.findings)
	f.readText(raw, whole)
	return nil
}

// settle ends the reading of a file: what was found in it is kept, or comes along
// with what was used again.
func (f *file) settle() {
	if f.recalled {
		f.findings = append(f.findings, f.reading.findings...)
		return
	}
	f.reading.text, f.reading.fields = f.text, f.fields
	f.reading.findings = slices.Clone(f.findings[f.named:])
}
