package rules

import (
	"reflect"
	"sync"

	"notices.example/notices"
)

// shape is where the values of a type have texts. To find that out for each value
// anew would take longer than to read it.
type shape struct {
	kind   shapeKind
	elem   *shape       // of what a pointer points to, or of the elements of a list
	fields []shapeField // of a struct
	id     []int        // the index of its ID, if it has one
}

type shapeKind uint8

const (
	otherShape shapeKind = iota // no texts
	pointerShape
	listShape
	structShape
	textShape // the text itself, and so with the next two
	urlShape
	emailShape
)

// shapeField is a field that may hold texts.
type shapeField struct {
	index int
	key   string // empty where it has the key of its struct
	words bool   // that someone chose: facts, such as names and addresses, are none, nor are words for the program
	shape *shape
}

// shapeOf gives the shape of a value that content files hold, a pointer.
func shapeOf(value any) *shape { return allShapes()[reflect.TypeOf(value)] }

var allShapes = sync.OnceValue(func() shapes {
	all := shapes{}
	for _, value := range []any{&notices.Site{}, &notices.Notice{}, &notices.Block{}, &notices.Page{}, &notices.Organisation{}, &notices.GlossaryTerm{}} {
		all.of(reflect.TypeOf(value))
	}
	return all
})

type shapes map[reflect.Type]*shape

func (s shapes) of(t reflect.Type) *shape {
	if known, ok := s[t]; ok {
		return known
	}
	made := &shape{}
	s[t] = made // a type may hold values of its own
	switch t.Kind() {
	case reflect.Pointer:
		made.kind = pointerShape
		made.elem = s.of(t.Elem())
	case reflect.Slice:
		made.kind = listShape
		made.elem = s.of(t.Elem())
	case reflect.Struct:
		s.ofStruct(made, t)
	}
	if made.elem != nil && made.elem.kind == otherShape {
		made.kind = otherShape
	}
	return made
}

func (s shapes) ofStruct(made *shape, t reflect.Type) {
	switch t {
	case reflect.TypeFor[notices.Text]():
		made.kind = textShape
		return
	case reflect.TypeFor[notices.URL]():
		made.kind = urlShape
		return
	case reflect.TypeFor[notices.Email]():
		made.kind = emailShape
		return
	}
	made.kind = structShape
	if f, ok := t.FieldByName("ID"); ok && f.Type == reflect.TypeFor[notices.ID]() {
		made.id = f.Index
	}
	_, stated := t.FieldByName("None") // the key of a list is also that of the reason for having none
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		field := shapeField{index: i, shape: s.of(f.Type)}
		field.words = f.Tag.Get("fact") != "true" && f.Type != reflect.TypeFor[notices.Checks]()
		if !f.Anonymous && !stated {
			field.key = notices.Key(f.Name)
		}
		if field.shape.kind != otherShape {
			made.fields = append(made.fields, field)
		}
	}
	if len(made.fields) == 0 {
		made.kind = otherShape
	}
}
