package site

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"runtime"

	"notices.example/site/press"
)

// finisher makes pages and finishes them, one at a time. Pages use the same
// room one after the other.
type finisher struct {
	press   press.Press
	quick   quickMinifier
	reader  reader
	plain   plain
	written []byte
	starts  []*startTag // in that
}

// finishers gives those of the workshop: what they know of tags helps the next run too.
func (s *workshop) finishers() chan *finisher {
	if s.idle == nil {
		s.idle = newFinishers(runtime.GOMAXPROCS(0))
	}
	return s.idle
}

// newFinishers gives so many of them, for whoever takes one out and puts it back.
func newFinishers(many int) chan *finisher {
	idle := make(chan *finisher, many)
	for range many {
		idle <- &finisher{}
	}
	return idle
}

// make makes a page of its layout, and finishes it.
func (f *finisher) make(r *renderer, p page, layout *press.Layout, one *rendered) {
	raw, spent, err := r.templates.execute(layout, &f.press, p)
	if err != nil {
		one.spent = spent
		r.mistaken(p, one, err)
		return
	}
	f.finish(r, p, raw, one)
}

// finish makes a page smaller, makes its other forms, and holds all of them to what
// pages may do. It reads the finished page once for both.
func (f *finisher) finish(r *renderer, p page, raw []byte, one *rendered) {
	_, hasForms := p.view.(*NoticeView)
	f.quick.reader, f.quick.forgets = &f.reader, !hasForms
	content, known := f.quick.minify(raw)
	if f.reader.expected = f.quick.starts; !known {
		f.reader.expected = nil
		var err error
		if content, err = r.small.Bytes("text/html", raw); err != nil {
			r.mistaken(p, one, fmt.Errorf("make %s smaller: %w", p.address, err))
			return
		}
	}
	finished := File{Path: p.address, Content: r.lasting(append(content, '\n'))}
	read, err := f.reader.read(finished, onward(p.view), hasForms)
	if err != nil {
		one.err = fmt.Errorf("read the finished page %s: %w", p.address, err)
		return
	}
	one.faultless = true
	r.passes(finished, read.problems, p, one)
	for _, form := range f.otherForms(r, p, read) {
		r.passes(form, f.unsafe(form, p.view), p, one)
	}
	if r.hand != nil && one.err == nil && one.faultless {
		one.err = r.handOn(one.files)
	}
}

// lasting gives content of a file that is there when the next page is made. Where files
// are handed on as they are made, nobody needs it then.
func (r *renderer) lasting(content []byte) []byte {
	if r.hand != nil {
		return content
	}
	return bytes.Clone(content)
}

// handOn hands on the files of a page, and lets their content go.
func (r *renderer) handOn(files []File) error {
	for i := range files {
		if err := r.hand(files[i]); err != nil {
			return err
		}
		files[i].Content = nil
	}
	return nil
}

// passes adds a file of a page, with what it does that it may not do.
func (r *renderer) passes(f File, problems []string, p page, one *rendered) {
	one.files = append(one.files, f)
	for _, problem := range problems {
		if len(r.templates.own) == 0 {
			one.err = cmp.Or(one.err, fmt.Errorf("the finished page %s %s", f.Path, problem))
			return
		}
		one.findings, one.faultless = addOnce(one.findings, unsafeLayout(r.templates.own[0], p.layout, problem)), false
	}
}

// unsafe lists what another form of a page does that it may not do.
func (f *finisher) unsafe(form File, view any) []string {
	if path.Ext(form.Path) != ".html" {
		return UnsafeFile(form)
	}
	return f.reader.look(form, onward(view))
}

// onward gives the address that a page sends its readers on to, when it is there
// for that.
func onward(view any) []string {
	if r, moved := view.(*RedirectView); moved {
		return []string{r.Target}
	}
	return nil
}
