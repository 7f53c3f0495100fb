package inherit

import (
	"reflect"

	"notices.example/notices"
)

// role is what a translation does with a field.
type role uint8

const (
	unasked role = iota // nothing: it is of a single file
	varying             // it may have another value
	fact                // it has no other value
	none                // likewise, for the “none” of what is stated
	words               // it has other words
)

// roleOf gives the role of a field.
func roleOf(field reflect.StructField) role {
	switch {
	case !field.IsExported() || field.Type == posType || field.Tag.Get("yaml") == "-" || field.Tag.Get("translation") == "true":
		return unasked
	case field.Tag.Get("varies") == "language":
		return varying
	case isFact(field):
		return fact
	case field.Name == "None":
		return none
	}
	return words
}

// facts are the types of values that are the same in every language.
var facts = map[reflect.Type]bool{
	reflect.TypeFor[notices.Term]():   true,
	reflect.TypeFor[notices.Ref]():    true,
	reflect.TypeFor[notices.ID]():     true,
	reflect.TypeFor[notices.URL]():    true,
	reflect.TypeFor[notices.Email]():  true,
	reflect.TypeFor[notices.Phone]():  true,
	reflect.TypeFor[notices.Date]():   true,
	reflect.TypeFor[notices.Period](): true,
	reflect.TypeFor[notices.Answer](): true,
}

func isFact(f reflect.StructField) bool {
	t := f.Type
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return facts[t] || f.Tag.Get("fact") == "true"
}
