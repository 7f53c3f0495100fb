// Package press prints pages: it does what html/template does when it executes a
// template, for the part of the template language that layouts use, many times faster.
//
// It takes a template that html/template has parsed, checked and escaped, and the type
// of the view that it will be given. What html/template finds out anew for every page,
// by name and by looking into values, is found out once then: fields become numbers,
// variables become places, calls of templates are bound to them, and what is left is a
// list of Go functions that write into a buffer.
//
// What is not in that part of the language is refused when the layout is compiled,
// and a page that would fail is not finished. In both cases html/template executes the
// layout, so that every page and every mistake is the same as if it always had.
package press

import (
	"errors"
	"reflect"
)

// Layout is a template that is compiled for one type of view. It never changes, so
// many pages can be printed with it at a time.
type Layout struct {
	view   reflect.Type
	main   *part
	limits Limits
}

// Limits are what may be done for one page. Bytes is how large the page can become;
// steps and calls are those that the template itself counts, see StepName.
type Limits struct{ Bytes, Steps, Calls int }

// ErrUnfinished is given for a page that could not be made: something in it is
// missing, or it goes beyond a limit. What it is, html/template tells.
var ErrUnfinished = errors.New("the page could not be printed")

// Press prints one page after another in the same memory. The zero value is ready. It
// is for one page at a time.
type Press struct {
	page
	stack []reflect.Value
}

// page is what is known while a page is made.
type page struct {
	out          []byte
	variables    []reflect.Value // of the template that is filled in; the first is what it was given
	free         []reflect.Value // for those of the templates that it calls
	most         Limits
	steps, calls int
	depth        int // of the template that is filled in
}

// Print makes a page. Its bytes are good until the next call. The view must be of the
// type that the layout was compiled for, or else the page is not made.
func (m *Press) Print(l *Layout, view any) (made []byte, err error) {
	value := reflect.ValueOf(view)
	if !value.IsValid() || value.Type() != l.view {
		return nil, ErrUnfinished
	}
	if m.stack == nil {
		m.stack = make([]reflect.Value, stackSize)
	}
	m.page = page{out: m.out[:0], free: m.stack, most: l.limits}
	defer func() {
		clear(m.stack) // nothing keeps the view alive
		m.variables, m.free = nil, nil
		if recover() != nil {
			made, err = nil, ErrUnfinished
		}
	}()
	l.main.print(&m.page, value)
	return m.out, nil
}

// stackSize is how many variables templates that call one another usually have at most.
const stackSize = 128

// stop ends a page that goes beyond a limit. What else ends one is a pointer that is nil
// where a template goes on from it, and a method that panics.
func stop() { panic(ErrUnfinished) }

// step counts what a template does.
func (p *page) step(steps int) {
	if p.steps += steps; p.steps > p.most.Steps {
		stop()
	}
}

// enter counts a call of a template.
func (p *page) enter(steps int) {
	if p.calls++; p.calls > p.most.Calls {
		stop()
	}
	p.step(steps)
}

// write adds to the page what is HTML.
func (p *page) write(s string) {
	if len(p.out)+len(s) > p.most.Bytes {
		stop()
	}
	p.out = append(p.out, s...)
}
