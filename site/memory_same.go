package site

import "reflect"

// sameView reports whether two views show the same: whether every field that a
// layout can print is the same in both, all the way down. Fields that layouts cannot
// see make no difference. The words of the interface
// are the same when they are those of one workshop.
func sameView(a, b any) bool { return same(reflect.ValueOf(a), reflect.ValueOf(b)) }

func same(a, b reflect.Value) bool {
	if a.IsValid() != b.IsValid() || !a.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.Type() != b.Type() {
		return false
	}
	switch a.Kind() {
	case reflect.Pointer:
		return a.Pointer() == b.Pointer() || !a.IsNil() && !b.IsNil() && same(a.Elem(), b.Elem())
	case reflect.Slice:
		return a.IsNil() == b.IsNil() && a.Len() == b.Len() && (a.Pointer() == b.Pointer() || eachSame(a.Len(), func(i int) bool { return same(a.Index(i), b.Index(i)) }))
	case reflect.Struct:
		return eachSame(a.NumField(), func(i int) bool { return !a.Type().Field(i).IsExported() || same(a.Field(i), b.Field(i)) })
	case reflect.Map:
		return reflect.DeepEqual(a.Interface(), b.Interface())
	}
	return a.Equal(b)
}

func eachSame(n int, is func(int) bool) bool {
	for i := range n {
		if !is(i) {
			return false
		}
	}
	return true
}
