package load

import "notices.example/notices"

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
