package site

import (
	"io"
	"reflect"

	"notices.example/site/press"
)

// methods are what templates ask the parts of a view, by the names of the methods.
var methods = press.Methods{
	"Said":       func(v any) bool { return v.(interface{ Said() bool }).Said() },
	"HasReason":  func(v any) bool { return v.(interface{ HasReason() bool }).HasReason() },
	"HasDetails": func(v any) bool { return v.(interface{ HasDetails() bool }).HasDetails() },
	"Challenge":  func(v any) bool { return v.(interface{ Challenge() bool }).Challenge() },
}

// compiled gives a layout as it is printed, or nil when html/template has to execute
// it: one of the site's own can do more than what is compiled. It is compiled when the
// first page needs it.
func (t *templates) compiled(name string) *press.Layout {
	t.asking.Lock()
	defer t.asking.Unlock()
	if layout, known := t.layouts[name]; known {
		return layout
	}
	layout, err := t.compile(name)
	if err != nil {
		layout = nil
	}
	t.layouts[name] = layout
	return layout
}

func (t *templates) compile(name string) (*press.Layout, error) {
	t.executing.Lock()
	defer t.executing.Unlock()
	t.escape(name)
	limits := press.Limits{Bytes: maxPage, Steps: maxSteps, Calls: maxCalls}
	return press.Compile(t.all.Lookup(name), reflect.TypeOf(layoutViews[name]), methods, limits)
}

// escape has html/template escape a layout, which it does when it is first executed.
// The execution ends at once: there is no view, and the site's own templates may not do
// anything. A mistake is told when the first page is made.
func (t *templates) escape(name string) {
	t.allowance = allowance{steps: maxSteps}
	_ = t.all.ExecuteTemplate(io.Discard, name, nil)
}

// execute makes a page with its layout. Any number of pages can be printed at a time, but
// one can be executed, as templates count what they do for it.
func (t *templates) execute(layout *press.Layout, m *press.Press, p page) (raw []byte, spent bool, err error) {
	if layout != nil {
		if raw, err := m.Print(layout, p.view); err == nil {
			return raw, false, nil
		}
	}
	t.executing.Lock()
	defer t.executing.Unlock()
	var b bounded
	t.allowance.renew()
	err = t.all.ExecuteTemplate(&b, p.layout, p.view)
	return b.Bytes(), t.allowance.used(), err
}
