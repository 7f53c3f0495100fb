package site

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// harmlessMethods are the methods that templates can call on what they are given.
// Each only reads.
var harmlessMethods = []string{
	"site.DecisionView.Challenge", "site.LawSays.Said", "site.Link.Said", "site.NoticeLink.Said",
	"site.OrganisationView.HasDetails", "site.Origin.Said", "site.Plural.Say", "site.RecipientRow.HasReason",
	"site.SharedByRows.Said", "site.Statement.Said", "site.Text.Said", "site.UseBasis.Said", "site.Words.Country",
	"site.Words.Date", "site.Words.Join", "site.Words.Label", "site.Words.Period",
}

// A layout can be anybody's. What it is given holds values, and no method that does
// something.
func TestViewsHaveNoMethodsWithEffects(t *testing.T) {
	t.Parallel()
	seen := map[reflect.Type]bool{}
	var methods []string
	var look func(reflect.Type)
	look = func(typ reflect.Type) {
		if seen[typ] {
			return
		}
		seen[typ] = true
		for _, one := range []reflect.Type{typ, reflect.PointerTo(typ)} {
			for i := range one.NumMethod() {
				if name := strings.TrimPrefix(typ.String(), "*") + "." + one.Method(i).Name; !slices.Contains(methods, name) {
					methods = append(methods, name)
				}
			}
		}
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array:
			look(typ.Elem())
		case reflect.Map:
			look(typ.Key())
			look(typ.Elem())
		case reflect.Struct:
			for i := range typ.NumField() {
				if f := typ.Field(i); f.IsExported() {
					look(f.Type)
				}
			}
		case reflect.Func, reflect.Chan, reflect.Interface, reflect.UnsafePointer:
			t.Errorf("a view holds a %s", typ)
		}
	}
	for _, view := range layoutViews {
		look(reflect.TypeOf(view).Elem())
	}
	slices.Sort(methods)
	for _, name := range methods {
		if !slices.Contains(harmlessMethods, name) {
			t.Errorf("templates can call %s", name)
		}
	}
}
