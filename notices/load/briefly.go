package load

import (
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
)

// Briefly is Load for a site of any size. Of one that has more than some notices it
// keeps no more of each than others see, but for corporate notices: Corpus.Reader
// reads them anew. Sources then lacks the files of notices: see Result.Text.
func Briefly(fsys fs.FS, most int) (*Result, error) {
	l, others := begin(nil, fsys)
	isNotice := func(f *file) bool { return f.Kind == notices.NoticeFile }
	if len(others)-len(slices.DeleteFunc(slices.Clone(others), isNotice)) <= most {
		l.memory.readAll(fsys, others)
		l.takeAll(others)
		return l.end()
	}
	r := newReader(fsys, l.builder.language())
	var shared []*file
	for _, f := range others {
		if isNotice(f) {
			r.add(f)
		} else {
			shared = append(shared, f)
		}
	}
	l.memory.readAll(fsys, shared)
	l.takeAll(shared)
	l.takeBriefly(r)
	l.builder.corpus.Reader = r
	l.builder.corpus.Fields.ReadWith(r.fields, r.refused)
	res, err := l.end()
	res.text = r.text
	return res, err
}

// takeBriefly reads notices and keeps what others see of them.
func (l *loading) takeBriefly(r *reader) {
	beside(len(r.order), func(w *worker, i int) { w.readBriefly(r, r.files[r.order[i]]) })
	for _, id := range r.order {
		l.takeAll(r.files[id])
		for _, f := range r.files[id] {
			if f.brief {
				f.reading.value = nil
			}
		}
	}
}

// readBriefly reads the files of one notice, and lets go of what is not to be kept of them
// before the next.
func (w *worker) readBriefly(r *reader, files []*file) {
	w.brief = true
	for _, f := range files {
		w.read(r.fsys, nil, f)
	}
	w.brief = false
	short := slices.ContainsFunc(files, (*file).isMain) && !slices.ContainsFunc(files, (*file).isKept)
	for _, f := range files {
		switch {
		case short:
			w.shorten(r, f)
		case f.placeless: // as one in some hundred is
			w.read(r.fsys, nil, f)
		}
	}
}

// isKept reports whether a file is to be kept as a whole: that of a corporate notice,
// as others are made of it, and one that something is the matter with by its name.
func (f *file) isKept() bool {
	if f.reading == nil || f.nameless {
		return true
	}
	return f.reading.value.(*notices.Notice).IsCorporate()
}

// isMain reports whether a file is no translation.
func (f *file) isMain() bool { return f.lang == "" }

// briefly gives what others see of a notice; of a translation, its words alone. It has
// no part of the file's text in it, which it would keep.
func (f *file) briefly(n *notices.Notice) *notices.Notice {
	b := &notices.Notice{Brief: true, Pos: n.Pos, ID: n.ID, Lang: n.Lang, Title: n.Title, Service: n.Service, Summary: n.Summary}
	if f.isMain() {
		b.Kind, b.Status, b.Aliases, b.Controller, b.Corporate, b.Inherits = n.Kind, n.Status, n.Aliases, n.Controller, n.Corporate, n.Inherits
		b.Effective, b.Updated, b.ReviewDue, b.Expires = n.Effective, n.Updated, n.ReviewDue, n.Expires
		if len(n.Changes) > 0 {
			b.Changes = []notices.Change{{Date: n.LastChange()}}
		}
	}
	detach(reflect.ValueOf(b).Elem())
	return b
}

// detach gives all texts in a value letters of their own.
func detach(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(strings.Clone(v.String()))
	case reflect.Slice:
		for i := range v.Len() {
			detach(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[notices.Pos]() || v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for i := range v.NumField() {
			detach(v.Field(i))
		}
	}
}
