package load

import (
	"reflect"
	"sync"

	"notices.example/notices"
)

// layout is what is known of a type of the model: how its values are written.
type layout struct {
	shape  shape
	fields []field        // of a group
	byKey  map[string]int // the same, by their keys
	short  int            // the field that plain text stands for; -1 when there is none
	id     []int          // the field ID; nil when there is none
	pos    []int          // the field Pos; nil when there is none
	items  []int          // the field Items, of what is stated
	none   []int          // likewise, None
	reason []int          // likewise, Reason
	elem   *layout        // of the items of a list, of the list of what is stated, of what a pointer leads to
}

// shape is the way a value is written.
type shape uint8

const (
	leafShape   shape = iota // a single value, such as Text
	statedShape              // a list, or none
	denialShape              // none
	listShape
	optionalShape // a group that a pointer leads to
	groupShape    // names and values
)

// layoutOf gives the layout of a type that files define, or of anything in it.
func layoutOf(t reflect.Type) *layout { return layouts()[t] }

func textLayout() *layout { return layoutOf(reflect.TypeFor[notices.Text]()) }

// layouts holds the layout of every type. They are the same for every file and every
// run: to work them out takes as long as to read a notice.
var layouts = sync.OnceValue(func() map[reflect.Type]*layout {
	known := map[reflect.Type]*layout{}
	for _, t := range []reflect.Type{
		reflect.TypeFor[notices.Site](), reflect.TypeFor[notices.Organisation](), reflect.TypeFor[notices.Notice](), reflect.TypeFor[notices.Block](),
		reflect.TypeFor[notices.Page](), reflect.TypeFor[[]notices.GlossaryTerm](), reflect.TypeFor[glossary](), reflect.TypeFor[notices.Baseline](),
	} {
		addLayout(known, t)
	}
	return known
})

// addLayout adds the layouts of a type and of all that it holds.
func addLayout(known map[reflect.Type]*layout, t reflect.Type) *layout {
	if known[t] != nil {
		return known[t]
	}
	l := &layout{shape: shapeOf(t), short: -1}
	known[t] = l
	if t.Kind() == reflect.Struct {
		l.id, l.pos = indexOf(t, "ID"), indexOf(t, "Pos")
	}
	switch l.shape {
	case statedShape:
		items, _ := t.FieldByName("Items")
		l.items, l.none, l.reason = items.Index, indexOf(t, "None"), indexOf(t, "Reason")
		l.elem = addLayout(known, items.Type)
	case listShape, optionalShape:
		l.elem = addLayout(known, t.Elem())
	case groupShape:
		l.addFields(known, t)
	}
	return l
}

func (l *layout) addFields(known map[reflect.Type]*layout, t reflect.Type) {
	l.fields, l.byKey = fieldsOf(t), map[string]int{}
	for i := range l.fields {
		f := &l.fields[i]
		f.of = addLayout(known, t.FieldByIndex(f.index).Type)
		l.byKey[f.key] = i
		if l.short < 0 && f.tag.Get("scalar") == "true" {
			l.short = i
		}
	}
}

func shapeOf(t reflect.Type) shape {
	switch {
	case isStated(t):
		return statedShape
	case t == reflect.TypeFor[notices.Denial]():
		return denialShape
	case isLeaf(t):
		return leafShape
	case t.Kind() == reflect.Slice:
		return listShape
	case t.Kind() == reflect.Pointer:
		return optionalShape
	}
	return groupShape
}

// find gives the number of the field with a key. Most keys are written in about the order
// of the fields: it looks behind the last one first.
func (l *layout) find(key string, last int) (int, bool) {
	const near = 4
	for at := last + 1; at < min(last+1+near, len(l.fields)); at++ {
		if l.fields[at].key == key {
			return at, true
		}
	}
	at, ok := l.byKey[key]
	return at, ok
}

// indexOf gives the index of a struct's field of that name, or nil.
func indexOf(t reflect.Type, name string) []int {
	f, _ := t.FieldByName(name)
	return f.Index
}

// setPos sets the field Pos of a struct that has this layout.
func (l *layout) setPos(v reflect.Value, pos notices.Pos) {
	*v.FieldByIndex(l.pos).Addr().Interface().(*notices.Pos) = pos
}

// single reports whether values of the type are single values or can be denied.
func (l *layout) single() bool { return l.shape <= denialShape }
