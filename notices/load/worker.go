package load

import (
	"io/fs"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"go.yaml.in/yaml/v4"

	"notices.example/notices"
)

// worker reads files, one after the other. What it needs for one of them it uses again
// for the next.
type worker struct {
	brief  bool // nothing is kept but what others see of notices
	buffer []byte
	lines  []string
	typed  []bool
	nodes  nodes
	starts []notices.FieldStart
	paths  fieldPath
	seen   []*yaml.Node
	ids    map[string]notices.Pos
	names  map[string]bool
	packer packer
	named  []notices.Reference
}

// readAll reads files, several at a time. What comes of a file hangs on no other file.
func (m *Memory) readAll(fsys fs.FS, files []*file) {
	beside(len(files), func(w *worker, i int) { w.read(fsys, m, files[i]) })
}

// beside calls f for the numbers below n, by as many workers as there are processors.
func beside(n int, f func(w *worker, i int)) {
	var all sync.WaitGroup
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), n) {
		all.Go(func() {
			var w worker
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(&w, i)
			}
		})
	}
	all.Wait()
}

// read reads a file, unless memory has what its bytes were read as.
func (w *worker) read(fsys fs.FS, m *Memory, f *file) {
	raw, whole, err := readLimited(fsys, f.path, w.buffer[:0])
	w.buffer = raw
	if err != nil {
		f.failed = err
		return
	}
	known := f.keptOf(raw)
	if f.reading = m.recall(f.path, known); f.reading != nil {
		f.findings = append(f.findings, f.reading.findings...)
		return
	}
	named := len(f.findings)
	f.reading = &reading{raw: string(known), value: f.begun()}
	f.worker = w
	text := f.reading.raw
	if f.Kind == notices.VersionFile {
		text = string(raw)
	}
	f.readText(text, whole)
	f.reading.said = f.understand(f.reading.value)
	if site, ok := f.reading.value.(*notices.Site); ok && f.lang == "" {
		f.checkColour(&site.Brand.Colour)
		f.checkColour(&site.Brand.Accent)
	}
	f.settle(named)
}

// understand reads what is in the text into v, and reports whether there is anything.
func (f *file) understand(v any) bool {
	switch v := v.(type) {
	case *notices.Ledger:
		return f.readLedger(v)
	case *notices.Version:
		v.Sum, f.text = f.reading.raw, ""
		return !f.broken && v.From.Said()
	}
	return f.decode(v)
}

// begun gives what files of this kind define, of which nothing is known yet but where
// it is from.
func (f *file) begun() any {
	start := notices.Pos{File: f.Path, Line: 1, Col: 1}
	id := notices.ID{Value: f.ID, Pos: start}
	switch f.Kind {
	case notices.SiteFile:
		return &notices.Site{Pos: start}
	case notices.OrganisationFile:
		return &notices.Organisation{Pos: start, ID: id}
	case notices.NoticeFile:
		return &notices.Notice{Pos: start, ID: id, Lang: f.lang}
	case notices.BlockFile:
		return &notices.Block{Pos: start, ID: id}
	case notices.PageFile:
		return &notices.Page{Pos: start, ID: id, Lang: f.lang}
	case notices.GlossaryFile:
		return new([]notices.GlossaryTerm)
	case notices.LedgerFile:
		return &notices.Ledger{Pos: start, Entries: map[string]notices.LedgerEntry{}}
	case notices.VersionFile:
		return newVersion(f, start)
	}
	return &notices.Baseline{Pos: start}
}

// firstKeys gives a place for the first key of each field of a group, until they are
// forgotten.
func (w *worker) firstKeys(fields int) []*yaml.Node {
	from := len(w.seen)
	w.seen = append(w.seen, make([]*yaml.Node, fields)...)
	return w.seen[from:]
}

func (w *worker) forgetKeys(fields int) { w.seen = w.seen[:len(w.seen)-fields] }

// firstIDs gives a place for the first item of each ID of a list.
func (w *worker) firstIDs() map[string]notices.Pos {
	w.ids = emptied(w.ids)
	return w.ids
}

// firstNames gives a place for the names of a group.
func (w *worker) firstNames() map[string]bool {
	w.names = emptied(w.names)
	return w.names
}

// emptied gives an empty map: the same one unless it was large, as to empty one takes
// as long as to go through all the room it has.
func emptied[V any](m map[string]V) map[string]V {
	const large = 100
	if m == nil || len(m) > large {
		return map[string]V{}
	}
	clear(m)
	return m
}

// settle ends the reading of a file: what was found in it is kept, behind what was
// found of its name, and what nobody needs any more is let go.
func (f *file) settle(named int) {
	f.reading.text, f.reading.fields = f.text, f.fields
	if f.reading.raw == f.text {
		f.reading.raw = f.text // one string in place of two
	}
	f.reading.findings = slices.Clone(f.findings[named:])
	f.lines, f.typed, f.matter, f.worker = nil, nil, matter{}, nil
}
