package change

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"notices.example/notices"
	"notices.example/notices/settest"
)

// silent are the keys that people do not read on the page as a fact, or that say
// where other facts come from, which are compared where they end up.
var silent = []string{
	"id", "kind", "status", "aliases", "corporate", "inherits", "include", "accepted", "open_questions", "changes",
	"updated", "translates", "reviewed", "review_due", "effective", "expires", "approved_by", "assessment",
	"lawful_basis", "basis_in_law", // of the notice: given to its purposes
	"controller", // compared as the body that it names
}

// Whatever a notice says of its facts is compared: each single value in the example
// is changed in turn, and the change is told.
func TestEveryFactIsCompared(t *testing.T) {
	t.Parallel()
	old, now := example(t), example(t)
	if list := Compare(old, now, day); len(list) != 0 {
		t.Fatalf("a site differs from itself: %v", tell(list))
	}
	unseen, mismarked, tried := map[string]bool{}, map[string]bool{}, 0
	for _, c := range now.Notices {
		before := inForce(old, day)[c.ID.Value]
		if before == nil {
			continue
		}
		mark := fingerprint(t, now, c)
		eachValue(reflect.ValueOf(&c.Notice).Elem(), "", func(path string, change, restore func()) {
			tried++
			change()
			list := compare(edition{bodiesOf(old), before}, edition{bodiesOf(now), c})
			if len(list) == 0 {
				unseen[path] = true
			}
			// The fingerprint is another one just when people should be told.
			if same, material := fingerprint(t, now, c) == mark, (Notice{Status: Changed, Changes: list}).Weight() > Wording; same == material {
				mismarked[path] = true
			}
			restore()
		})
	}
	if tried < 500 {
		t.Errorf("only %d values were tried", tried)
	}
	for path := range unseen {
		t.Errorf("a change of %s is not told", path)
	}
	for path := range mismarked {
		t.Errorf("a change of %s is material and leaves the fingerprint, or the other way round", path)
	}
}

func fingerprint(t *testing.T, set *notices.Set, c *notices.Complete) string {
	t.Helper()
	mark, err := Fingerprint(c, bodiesOf(set))
	if err != nil {
		t.Fatal(err)
	}
	return mark
}

func example(t *testing.T) *notices.Set {
	t.Helper()
	return settest.Of(t, os.DirFS("../.."))
}

// eachValue calls do for each single value that is written in a struct, with the path
// of its keys, and with what changes it and puts it back.
func eachValue(v reflect.Value, path string, do func(path string, change, restore func())) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachValue(v.Elem(), path, do)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachValue(v.Index(i), path, do)
		}
	case reflect.Struct:
		if said, ok := v.Interface().(interface{ Said() bool }); ok && !strings.HasPrefix(v.Type().Name(), "Stated[") {
			if said.Said() && v.Type() != reflect.TypeFor[notices.Denial]() {
				eachLeaf(v, path, do)
			}
			return
		}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			key := notices.Key(f.Name)
			if f.Anonymous || strings.HasPrefix(v.Type().Name(), "Stated[") {
				key = ""
			}
			if f.Type != reflect.TypeFor[notices.Pos]() && f.Type.Kind() != reflect.Bool && !slices.Contains(silent, strings.TrimPrefix(join(path, key), "/")) && key != "id" {
				eachValue(v.Field(i), join(path, key), do)
			}
		}
	}
}

func join(path, key string) string {
	if key == "" {
		return path
	}
	return path + "/" + key
}

// eachLeaf changes a single value.
func eachLeaf(v reflect.Value, path string, do func(path string, change, restore func())) {
	old := reflect.New(v.Type()).Elem()
	old.Set(v)
	do(path, func() {
		switch f := v.Field(0); f.Kind() {
		case reflect.String:
			f.SetString("quite another " + f.String())
		case reflect.Int:
			f.SetInt(f.Int() + 100)
		case reflect.Uint8:
			f.SetUint(3 - f.Uint())
		case reflect.Struct: // a day
			f.Set(reflect.ValueOf(f.Interface().(time.Time).AddDate(0, 0, 1)))
		}
	}, func() { v.Set(old) })
}
