package site

import (
	"reflect"
	"testing"
)

// A view is compared by the fields that a layout can print. What is worked out when
// it is shown, or comes with a hidden field, could make a page that the comparison
// knows nothing of.
func TestLayoutsSeeNothingThatIsNotCompared(t *testing.T) {
	t.Parallel()
	seen := map[reflect.Type]bool{reflect.TypeFor[Words](): true}
	for layout, view := range layoutViews {
		plainView(t, layout, reflect.TypeOf(view), seen)
	}
}

func plainView(t *testing.T, path string, v reflect.Type, seen map[reflect.Type]bool) {
	t.Helper()
	if seen[v] {
		return
	}
	seen[v] = true
	switch v.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		plainView(t, path, v.Elem(), seen)
	case reflect.Map:
		plainView(t, path, v.Key(), seen)
		plainView(t, path, v.Elem(), seen)
	case reflect.Struct:
		for i := range v.NumField() {
			switch f := v.Field(i); {
			case f.IsExported():
				plainView(t, path+"."+f.Name, f.Type, seen)
			case f.Anonymous:
				t.Errorf("%s has %s within it, which is hidden and can be printed", path, f.Name)
			}
		}
	case reflect.Func, reflect.Chan, reflect.Interface, reflect.UnsafePointer:
		t.Errorf("%s is a %s", path, v.Kind())
	}
}

// Every field of a view counts, at any depth.
func TestViewsThatDifferAreNotTheSame(t *testing.T) {
	t.Parallel()
	view := func() *NoticeView {
		return &NoticeView{Page: Page{Title: Text{Value: "Tax"}}, Sections: []SectionView{{ID: "a", Data: &DataView{Words: &Words{Tag: "en"}}}}, Contents: []Link{}}
	}
	if !sameView(view(), view()) {
		t.Error("a view is not the same as itself")
	}
	for name, change := range map[string]func(*NoticeView){
		"text in the page":   func(v *NoticeView) { v.Title.Value = "Rates" },
		"pieces of a text":   func(v *NoticeView) { v.Title.Runs = &Runs{List: []Run{{Words: "Tax"}}} },
		"mark":               func(v *NoticeView) { v.Corporate = true },
		"within a list":      func(v *NoticeView) { v.Sections[0].ID = "b" },
		"one more":           func(v *NoticeView) { v.Sections = append(v.Sections, SectionView{}) },
		"part that is gone":  func(v *NoticeView) { v.Sections[0].Data = nil },
		"words":              func(v *NoticeView) { v.Sections[0].Data.Words.Language = "English" },
		"no list, not empty": func(v *NoticeView) { v.Contents = nil },
	} {
		other := view()
		if change(other); sameView(view(), other) {
			t.Errorf("%s: the views count as the same", name)
		}
	}
	if sameView(&HomeView{}, &PageView{}) {
		t.Error("views of two kinds count as the same")
	}
}
