package inherit

import (
	"reflect"
	"sync"

	"notices.example/notices"
)

// overlaid is how a translation goes over the values of a type. To work that out takes
// longer than all that is done with a value.
type overlaid struct {
	kind    overlaidKind
	worded  bool        // there can be other words in a value, so that a copy needs its own
	contact bool        // it is notices.Contact
	id      []int       // the field ID; nil when there is none
	elem    *overlaid   // of what a pointer leads to, of the items of a list
	fields  []roleField // of a struct: those that a translation does something with
}

type overlaidKind uint8

const (
	aloof overlaidKind = iota // nothing in it is of another language
	aText
	aMarkdown
	aPointer
	aList
	aStruct
)

// roleField is a field and what a translation does with it.
type roleField struct {
	index int
	role  role
	of    *overlaid // where it has other words
}

// knownOverlaid are those of the types that were met.
var knownOverlaid sync.Map

func overlaidOf(t reflect.Type) *overlaid {
	if known, met := knownOverlaid.Load(t); met {
		return known.(*overlaid)
	}
	how := newOverlaid(t)
	knownOverlaid.Store(t, how)
	return how
}

func newOverlaid(t reflect.Type) *overlaid {
	how := &overlaid{contact: t == contactType}
	switch {
	case t == textType:
		how.kind, how.worded = aText, true
	case t == markdownType:
		how.kind, how.worded = aMarkdown, true
	case t.Kind() == reflect.Pointer, t.Kind() == reflect.Slice:
		how.kind, how.elem = aPointer, overlaidOf(t.Elem())
		how.worded = how.elem.worded
		if t.Kind() == reflect.Slice {
			how.kind = aList
		}
	case t.Kind() == reflect.Struct:
		how.kind = aStruct
		how.addFields(t)
	}
	return how
}

func (how *overlaid) addFields(t reflect.Type) {
	for i := range t.NumField() {
		field := roleField{index: i, role: roleOf(t.Field(i))}
		switch field.role {
		case unasked:
			continue
		case words:
			field.of = overlaidOf(t.Field(i).Type)
			how.worded = how.worded || field.of.worded
		case varying:
			how.worded = true
		}
		how.fields = append(how.fields, field)
	}
	if id, has := t.FieldByName("ID"); has && id.Type == idType {
		how.id = id.Index
	}
}

var (
	textType     = reflect.TypeFor[notices.Text]()
	markdownType = reflect.TypeFor[notices.Markdown]()
	posType      = reflect.TypeFor[notices.Pos]()
	contactType  = reflect.TypeFor[notices.Contact]()
	idType       = reflect.TypeFor[notices.ID]()
)
