package load

import (
	"reflect"
	"strings"

	"notices.example/notices"
)

// field is a key that a struct may have.
type field struct {
	key   string
	index []int
	tag   fieldTag
	of    *layout // of its value
}

// fieldTag is the tag of a field, and what is asked of it most.
type fieldTag struct {
	reflect.StructTag
	terms string // the list of words that can stand there
}

// fieldsOf lists the keys of a struct, those of embedded structs among them.
func fieldsOf(t reflect.Type) []field {
	var list []field
	for _, f := range reflect.VisibleFields(t) {
		if f.Anonymous || !f.IsExported() || f.Tag.Get("yaml") == "-" {
			continue
		}
		list = append(list, field{key: notices.Key(f.Name), index: f.Index, tag: fieldTag{f.Tag, f.Tag.Get("terms")}})
	}
	return list
}

// isKey reports whether a word is a key of a notice, an organisation or anything
// in them.
func isKey(word string) bool {
	for _, t := range []reflect.Type{reflect.TypeFor[notices.Notice](), reflect.TypeFor[notices.Organisation](), reflect.TypeFor[notices.Site]()} {
		if hasKey(t, word, map[reflect.Type]bool{}) {
			return true
		}
	}
	return false
}

func hasKey(t reflect.Type, word string, seen map[reflect.Type]bool) bool {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || seen[t] || !isOurs(t) {
		return false
	}
	seen[t] = true
	for _, f := range fieldsOf(t) {
		if !isLeaf(t) && f.key == word || hasKey(t.FieldByIndex(f.index).Type, word, seen) {
			return true
		}
	}
	return false
}

func isOurs(t reflect.Type) bool { return t.PkgPath() == reflect.TypeFor[notices.Notice]().PkgPath() }

// isLeaf reports whether a struct is a single value, such as Text, or a Stated:
// its fields are no keys.
func isLeaf(t reflect.Type) bool {
	if isStated(t) {
		return true
	}
	switch t {
	case reflect.TypeFor[notices.Text](), reflect.TypeFor[notices.Term](), reflect.TypeFor[notices.ID](),
		reflect.TypeFor[notices.Ref](), reflect.TypeFor[notices.URL](), reflect.TypeFor[notices.Email](),
		reflect.TypeFor[notices.Phone](), reflect.TypeFor[notices.Date](), reflect.TypeFor[notices.Period](),
		reflect.TypeFor[notices.Answer](), reflect.TypeFor[notices.Markdown](), reflect.TypeFor[notices.Denial]():
		return true
	}
	return false
}

// isStated reports whether a type is notices.Stated of something.
func isStated(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && isOurs(t) && strings.HasPrefix(t.Name(), "Stated[")
}
