package notices_test

import (
	"reflect"
	"testing"

	"notices.example/notices"
)

// Findings that differ in anything are not the same: every field is compared.
func TestFindingsThatDifferAreNotTheSame(t *testing.T) {
	t.Parallel()
	var plain notices.Finding
	if !plain.Same(&notices.Finding{}) {
		t.Fatal("two empty findings are not the same")
	}
	for field := range reflect.TypeFor[notices.Finding]().Fields() {
		t.Run(field.Name, func(t *testing.T) {
			t.Parallel()
			first, second := otherIn(t, field.Index), otherIn(t, field.Index)
			if first.Same(&plain) || plain.Same(&first) {
				t.Errorf("%+v and an empty finding are the same", first)
			}
			if !first.Same(&second) {
				t.Errorf("%+v and an equal finding are not the same", first)
			}
		})
	}
}

// otherIn gives a finding with something in one field.
func otherIn(t *testing.T, field []int) (f notices.Finding) {
	t.Helper()
	switch v := reflect.ValueOf(&f).Elem().FieldByIndex(field); v.Interface().(type) {
	case string, notices.Section:
		v.SetString("other")
	case bool:
		v.SetBool(true)
	case notices.Severity:
		v.SetUint(uint64(notices.Error))
	case notices.Pos:
		v.Set(reflect.ValueOf(notices.Pos{File: "other"}))
	case []string:
		v.Set(reflect.ValueOf([]string{"other"}))
	case []notices.Related:
		v.Set(reflect.ValueOf([]notices.Related{{Message: "other"}}))
	case *notices.Acceptance:
		v.Set(reflect.ValueOf(&notices.Acceptance{Reason: notices.Text{Value: "other"}}))
	default:
		t.Fatalf("nobody has thought of a %T", v.Interface())
	}
	return f
}
