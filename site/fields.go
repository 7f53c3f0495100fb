package site

import (
	"reflect"
	"regexp"
	"strings"
)

var viewType = regexp.MustCompile(`in type \*?site\.(\w+(?:\[[\w./*]+\])?)`)

// fieldsOf gives the fields that a view has, when the message of a mistake names
// the type of one.
func fieldsOf(message string) string {
	m := viewType.FindStringSubmatch(message)
	if m == nil {
		return ""
	}
	seen := map[reflect.Type]bool{}
	for _, view := range layoutViews {
		if t := findType(reflect.TypeOf(view), m[1], seen); t != nil {
			return strings.Join(fieldNames(t), ", ")
		}
	}
	return ""
}

// findType looks for a struct type by its name among all that a type is made of.
func findType(t reflect.Type, name string, seen map[reflect.Type]bool) reflect.Type {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return findType(t.Elem(), name, seen)
	}
	if t.Kind() != reflect.Struct || seen[t] {
		return nil
	}
	seen[t] = true
	if t.Name() == name {
		return t
	}
	for i := range t.NumField() {
		if found := findType(t.Field(i).Type, name, seen); found != nil {
			return found
		}
	}
	return nil
}

// fieldNames lists the fields of a view and of what it embeds.
func fieldNames(t reflect.Type) (names []string) {
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() && !f.Anonymous {
			names = append(names, f.Name)
		}
	}
	return names
}
