package load

import (
	"reflect"
	"sync"
	"time"

	"notices.example/notices"
)

// packing is how values of a type are packed: see packed.
type packing struct {
	kind   packedKind
	of     reflect.Type
	fields []packedField // of a struct
	elem   *packing      // of the items of a list, of what a pointer leads to
}

// packedKind is what a value is.
type packedKind uint8

const (
	aPlace packedKind = iota
	aDay
	aStruct
	aPointer
	aList
	aText
	aNumber
	aSmallNumber // which is not negative
	aYes         // what is not false

	// Those of which there are many, whose types are known here: see usual.
	aSaying  // notices.Text
	aWord    // what holds one word and its place
	aDate    // notices.Date
	anAnswer // notices.Answer
	aTextList
	aRefList
	aTermList
)

var usualKinds = map[reflect.Type]packedKind{
	reflect.TypeFor[notices.Text](): aSaying, reflect.TypeFor[notices.Date](): aDate, reflect.TypeFor[notices.Answer](): anAnswer,
	reflect.TypeFor[notices.Term](): aWord, reflect.TypeFor[notices.ID](): aWord, reflect.TypeFor[notices.Ref](): aWord, reflect.TypeFor[notices.URL](): aWord,
	reflect.TypeFor[[]notices.Text](): aTextList, reflect.TypeFor[[]notices.Ref](): aRefList, reflect.TypeFor[[]notices.Term](): aTermList,
}

var packedKinds = map[reflect.Kind]packedKind{
	reflect.Struct: aStruct, reflect.Pointer: aPointer, reflect.Slice: aList, reflect.String: aText,
	reflect.Int: aNumber, reflect.Uint8: aSmallNumber, reflect.Bool: aYes,
}

// packedField is a field of a struct. That of its place comes first, as the words beside
// it are looked for there.
type packedField struct {
	index int
	how   *packing
}

// noticePacking is how a notice is packed. To work that out takes longer than to pack one.
var noticePacking = sync.OnceValue(func() *packing { return packingOf(reflect.TypeFor[notices.Notice]()) })

func packingOf(t reflect.Type) *packing {
	how := &packing{kind: packedKinds[t.Kind()], of: t}
	switch {
	case t == reflect.TypeFor[notices.Pos]():
		how.kind = aPlace
	case t == reflect.TypeFor[time.Time]():
		how.kind = aDay
	case how.kind == aStruct:
		how.fields = fieldPackings(t)
	case how.kind == aList, how.kind == aPointer:
		how.elem = packingOf(t.Elem())
	}
	if kind, usual := usualKinds[t]; usual {
		how.kind = kind
	}
	return how
}

func fieldPackings(t reflect.Type) []packedField {
	var place, others []packedField
	for i := range t.NumField() {
		field := packedField{i, packingOf(t.Field(i).Type)}
		if field.how.kind == aPlace {
			place = append(place, field)
		} else {
			others = append(others, field)
		}
	}
	return append(place, others...)
}
