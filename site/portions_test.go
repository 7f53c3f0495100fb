package site_test

import (
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices"
	"notices.example/site"
)

// A site is made of notices that come some at a time and go again: of what others see of
// them, and of what was taken down of each while it was there.
func TestNothingIsKeptOfANoticeAsAWhole(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/across/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(path.Base(file), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in := site.Input{Set: loaded(t, archive), Day: today, Preview: true}
			sameInPortions(t, in)
		})
	}
	t.Run("every part that a page can have", func(t *testing.T) {
		t.Parallel()
		in := faced(input())
		many(in.Set)
		sameInPortions(t, faced(in))
	})
}

// sameInPortions holds a site whose notices come and go to the one whose notices stay.
func sameInPortions(t *testing.T, in site.Input) {
	t.Helper()
	want, wrong, err := site.Render(in)
	if err != nil || want == nil {
		t.Fatal(wrong, err)
	}
	inspected, err := site.Inspect(in)
	if err != nil {
		t.Fatal(err)
	}
	coming := in
	set := *in.Set
	set.Completer, set.Notices, coming.Set = &comingAndGoing{all: in.Set.Notices}, nil, &set
	corpus := *set.Corpus
	corpus.Notices, corpus.Translations, set.Corpus = nil, nil, &corpus
	got, _, err := site.Render(coming)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(paths(want), paths(got)); diff != "" {
		t.Fatalf("files (-staying +coming and going):\n%s", diff)
	}
	for i, f := range want.Files {
		if diff := cmp.Diff(string(f.Content), string(got.Files[i].Content)); diff != "" {
			t.Errorf("%s (-staying +coming and going):\n%s", f.Path, diff)
		}
	}
	found, err := site.Inspect(coming)
	if diff := cmp.Diff(inspected, found); diff != "" || err != nil {
		t.Errorf("error %v, findings (-staying +coming and going):\n%s", err, diff)
	}
	dir := filepath.Join(t.TempDir(), "public")
	if _, _, err := site.Build(t.Context(), coming, site.Target{Dir: dir}, func([]notices.Finding) error { return nil }); err != nil {
		t.Fatal(err)
	}
	for name, content := range tree(t, dir) {
		if was, there := want.File(name); there && string(was) != content {
			t.Errorf("%s is built another way", name)
		}
	}
}

func paths(out *site.Output) (list []string) {
	for _, f := range out.Files {
		list = append(list, f.Path)
	}
	return list
}

// comingAndGoing gives a copy of notices each time, and spoils what it gave before.
type comingAndGoing struct {
	all   []*notices.Complete
	given []*notices.Complete
}

func (c *comingAndGoing) Complete(faces []*notices.Face) ([]*notices.Complete, error) {
	for _, old := range c.given {
		spoil(reflect.ValueOf(old).Elem())
	}
	c.given = nil
	for _, f := range faces {
		i, _ := slices.BinarySearchFunc(c.all, f.ID.Value, func(c *notices.Complete, id string) int { return strings.Compare(c.ID.Value, id) })
		c.given = append(c.given, copied(reflect.ValueOf(c.all[i])).Interface().(*notices.Complete))
	}
	return c.given, nil
}

// copied gives a value of which no part is shared.
func copied(v reflect.Value) reflect.Value {
	made := reflect.New(v.Type()).Elem()
	made.Set(v)
	switch {
	case v.Kind() == reflect.Pointer && !v.IsNil():
		made.Set(reflect.New(v.Type().Elem()))
		made.Elem().Set(copied(v.Elem()))
	case v.Kind() == reflect.Slice && !v.IsNil():
		made.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			made.Index(i).Set(copied(v.Index(i)))
		}
	case v.Kind() == reflect.Map && !v.IsNil():
		made.Set(reflect.MakeMap(v.Type()))
		for _, key := range v.MapKeys() {
			made.SetMapIndex(key, copied(v.MapIndex(key)))
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				made.Field(i).Set(copied(v.Field(i)))
			}
		}
	}
	return made
}

// spoil makes every text of a value another.
func spoil(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("spoilt")
	case reflect.Pointer:
		if !v.IsNil() {
			spoil(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			spoil(v.MapIndex(key))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				spoil(v.Field(i))
			}
		}
	}
}
