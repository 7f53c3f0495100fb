package notices

import (
	"reflect"
	"sync"
)

// Reference is a reference as it stands in a value.
type Reference struct {
	Kind string // of thing that it names, as the tag refs:"…" of its field has it
	*Ref
}

// References adds every reference in a value to the list. The value is a pointer to a
// notice, a body or a block.
func References(v any, list []Reference) []Reference {
	value := reflect.ValueOf(v).Elem()
	return holders()[value.Type()].references(value, "", list)
}

// holder says where the references in the values of a type are.
type holder struct {
	itself bool      // the type is Ref
	inside *holder   // of what a pointer leads to, and of the items of a list
	fields []holding // of a struct; in their order
}

// holding is a field that holds references, or may.
type holding struct {
	index int
	kind  string // of what they name: the tag refs:"…"
	in    *holder
}

// references adds those in a value. The kind is that of the field it stands in.
func (h *holder) references(v reflect.Value, kind string, list []Reference) []Reference {
	switch {
	case h.itself:
		if ref := v.Addr().Interface().(*Ref); kind != "" && ref.Said() {
			list = append(list, Reference{kind, ref})
		}
	case h.inside == nil:
		for _, f := range h.fields {
			list = f.in.references(v.Field(f.index), f.kind, list)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			list = h.inside.references(v.Index(i), kind, list)
		}
	case !v.IsNil():
		list = h.inside.references(v.Elem(), kind, list)
	}
	return list
}

// holders are those of the types that name others. To look through a type takes much
// longer than to look through a value of it.
var holders = sync.OnceValue(func() map[reflect.Type]*holder {
	all := map[reflect.Type]*holder{}
	for _, t := range []reflect.Type{reflect.TypeFor[Notice](), reflect.TypeFor[Organisation](), reflect.TypeFor[Block]()} {
		all[t] = holderOf(t)
	}
	return all
})

// holderOf gives the holder of a type; nil when there are no references in it.
func holderOf(t reflect.Type) *holder {
	switch {
	case t == reflect.TypeFor[Ref]():
		return &holder{itself: true}
	case t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice:
		if in := holderOf(t.Elem()); in != nil {
			return &holder{inside: in}
		}
	case t.Kind() == reflect.Struct:
		var h holder
		for i := range t.NumField() {
			f := t.Field(i)
			if !f.IsExported() {
				continue
			}
			if in := holderOf(f.Type); in != nil {
				h.fields = append(h.fields, holding{i, f.Tag.Get("refs"), in})
			}
		}
		if h.fields != nil {
			return &h
		}
	}
	return nil
}
