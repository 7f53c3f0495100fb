package load

import (
	"io/fs"
	"runtime"
	"slices"
	"sync"

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
	raw      string // the file's bytes; mostly one with text
	text     string
	fields   []notices.FieldStart
	findings []notices.Finding // in the file itself; not those that come of other files
	value    any               // a pointer to what files of its kind define
	said     bool              // there is something in the value
}

// recall gives what a file with these bytes was read as, or nil. The bytes themselves
// are compared: neither its size nor the time of its last change says what is in it.
func (m *Memory) recall(path string, raw []byte) *reading {
	if m == nil {
		return nil
	}
	if r := m.files[path]; r != nil && r.raw == string(raw) {
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

// decoded gives what a file says: an item, once the file has been decoded into it, or
// the value that an earlier run decoded from the same bytes. It reports whether
// anything is said.
func decoded[T any](f *file, known schema, begun func() *T) (*T, bool) {
	if f.recalled {
		return f.reading.value.(*T), f.reading.said
	}
	item := begun()
	ok := f.decode(item, known)
	f.reading.value, f.reading.said = item, ok
	return item, ok
}

// fetchAll reads the bytes of files, several at a time.
func (m *Memory) fetchAll(fsys fs.FS, files []*file) {
	workers := runtime.GOMAXPROCS(0)
	var all sync.WaitGroup
	for part := range slices.Chunk(files, len(files)/workers+1) {
		all.Go(func() {
			var buffer []byte
			for _, f := range part {
				buffer = f.fetch(fsys, m, buffer[:0])
			}
		})
	}
	all.Wait()
}

// fetch reads the file's bytes into a buffer, which it gives back, and keeps a copy
// unless memory has what they were read as.
func (f *file) fetch(fsys fs.FS, m *Memory, buffer []byte) []byte {
	raw, whole, err := readLimited(fsys, f.path, buffer)
	f.failed, f.whollyRead = err, whole
	if err != nil {
		return raw
	}
	f.reading = m.recall(f.path, raw)
	if f.recalled = f.reading != nil; !f.recalled {
		f.reading, f.named = &reading{raw: string(raw)}, len(f.findings)
	}
	return raw
}

// readAgain reads the text of a file that was fetched, unless memory has it.
func (f *file) readAgain() {
	if f.recalled {
		f.text, f.fields = f.reading.text, f.reading.fields
		return
	}
	f.readText([]byte(f.reading.raw), f.whollyRead)
}

// settle ends the reading of a file: what was found in it is kept, or comes along
// with what was used again.
func (f *file) settle() {
	if f.recalled {
		f.findings = append(f.findings, f.reading.findings...)
		return
	}
	f.reading.text, f.reading.fields = f.text, f.fields
	if f.reading.raw == f.text {
		f.reading.raw = f.text // one string in place of two
	}
	f.reading.findings = slices.Clone(f.findings[f.named:])
}
