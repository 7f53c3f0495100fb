package tidy_test

import (
	"reflect"
	"slices"
	"testing"

	"notices.example/notices"
	"notices.example/notices/tidy"
	"notices.example/notices/vocabulary"
)

// The order is that of docs/keys.md, which is made from the same types: of each group,
// in every kind of file.
func TestKeysComeInTheOrderOfTheReference(t *testing.T) {
	t.Parallel()
	reference, err := vocabulary.Read("..")
	if err != nil {
		t.Fatal(err)
	}
	groups := map[string]reflect.Type{}
	for _, root := range []reflect.Type{
		reflect.TypeFor[notices.Site](), reflect.TypeFor[notices.Organisation](), reflect.TypeFor[notices.Notice](), reflect.TypeFor[notices.Block](),
		reflect.TypeFor[notices.Page](), reflect.TypeFor[notices.GlossaryTerm](), reflect.TypeFor[notices.Baseline](),
	} {
		gather(root, groups)
	}
	const least = 30
	if len(groups) < least {
		t.Errorf("only %d groups were found", len(groups))
	}
	for name, group := range groups {
		var want []string
		for _, k := range reference[name].Keys {
			want = append(want, k.Name)
		}
		got := slices.DeleteFunc(tidy.Keys(group), func(key string) bool { return !slices.Contains(want, key) })
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, and the reference has %q", name, got, want)
		}
	}
}

// gather notes the types of all groups that a type has in it.
func gather(t reflect.Type, groups map[string]reflect.Type) {
	switch {
	case t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice:
		gather(t.Elem(), groups)
		return
	case t.Kind() != reflect.Struct || t.PkgPath() != reflect.TypeFor[notices.Notice]().PkgPath():
		return
	}
	if items, stated := t.FieldByName("Items"); stated {
		gather(items.Type, groups)
		return
	}
	if groups[t.Name()] != nil {
		return
	}
	if _, leaf := t.FieldByName("Value"); leaf || t.NumField() < 2 {
		return
	}
	groups[t.Name()] = t
	for i := range t.NumField() {
		gather(t.Field(i).Type, groups)
	}
}
