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

// A basis is said once when every use has it; one that is unsaid may also hold for an
// item without a use.
func TestABasisThatEveryUseHasIsSaidOnce(t *testing.T) {
	t.Parallel()
	task, consent, unsaid := UseBasis{Label: Text{Value: "task"}}, UseBasis{Label: Text{Value: "consent"}}, UseBasis{NotSaid: "not said"}
	row := func(bases ...UseBasis) DataRow {
		return DataRow{Purposes: mapTo(bases, func(b UseBasis) PurposeUse { return PurposeUse{Basis: b} })}
	}
	for _, tt := range []struct {
		name string
		rows []DataRow
		want UseBasis
	}{
		{"all the same", []DataRow{row(task, task), row(task)}, task},
		{"two in one row", []DataRow{row(task, consent)}, UseBasis{}},
		{"two in two rows", []DataRow{row(task), row(consent)}, UseBasis{}},
		{"an item without a use", []DataRow{row(task), row()}, UseBasis{}},
		{"unsaid, with an item without a use", []DataRow{row(unsaid), row()}, unsaid},
		{"no use", []DataRow{row()}, UseBasis{}},
	} {
		was := len(tt.rows[0].Purposes) > 0 && tt.rows[0].Purposes[0].Basis.Said()
		v := &DataView{Rows: tt.rows}
		v.liftBasis()
		if v.Shared.Basis != tt.want {
			t.Errorf("%s: got %+v, want %+v", tt.name, v.Shared.Basis, tt.want)
		}
		if was && v.Rows[0].Purposes[0].Basis.Said() == tt.want.Said() {
			t.Errorf("%s: the row has %+v, and %+v is said of all", tt.name, v.Rows[0].Purposes[0].Basis, tt.want)
		}
	}
}
