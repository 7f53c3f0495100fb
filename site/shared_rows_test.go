package site

import (
	"reflect"
	"testing"
)

func TestHowLongThingsAreKeptIsComparedInEveryField(t *testing.T) {
	t.Parallel()
	for i := range reflect.TypeFor[KeptFor]().NumField() {
		var kept KeptFor
		field := reflect.ValueOf(&kept).Elem().Field(i)
		switch value := field.Addr().Interface().(type) {
		case *string:
			*value = "a"
		case *Text:
			value.Value = "a"
		case *[]string:
			*value = []string{"a"}
		default:
			t.Fatalf("nobody has said how to fill in %s", reflect.TypeFor[KeptFor]().Field(i).Name)
		}
		if equalKept(kept, KeptFor{}) || !equalKept(kept, kept) {
			t.Errorf("%s makes no difference", reflect.TypeFor[KeptFor]().Field(i).Name)
		}
	}
}
