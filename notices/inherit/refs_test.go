package inherit

import (
	"os"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/notices/load"
)

// Every reference is found that a look through all fields of a value finds.
func TestReferencesAreAllThatThereAre(t *testing.T) {
	t.Parallel()
	res, err := load.Load(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	check := func(v any) {
		var want []notices.Reference
		walk(reflect.ValueOf(v), "", func(kind string, ref *notices.Ref) { want = append(want, notices.Reference{Kind: kind, Ref: ref}) })
		got := notices.References(v, nil)
		if !slices.Equal(got, want) {
			t.Errorf("(-all +found):\n%s", cmp.Diff(want, got))
		}
		found += len(got)
	}
	for _, n := range res.Corpus.Notices {
		check(n)
	}
	for _, o := range res.Corpus.Organisations {
		check(o)
	}
	for _, b := range res.Corpus.Blocks {
		check(b)
	}
	if found < 100 {
		t.Errorf("only %d references in the example", found)
	}
}

// walk calls visit for every reference below v.
func walk(v reflect.Value, kind string, visit func(kind string, ref *notices.Ref)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), kind, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), kind, visit)
		}
	case reflect.Struct:
		if ref, ok := v.Addr().Interface().(*notices.Ref); ok {
			if kind != "" && ref.Said() {
				visit(kind, ref)
			}
			return
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				walk(v.Field(i), f.Tag.Get("refs"), visit)
			}
		}
	}
}

// BenchmarkResolve makes the notices of the example complete, those of services a hundred times.
func BenchmarkResolve(b *testing.B) {
	res, err := load.Load(os.DirFS("../.."))
	if err != nil {
		b.Fatal(err)
	}
	c := *res.Corpus
	services := slices.DeleteFunc(slices.Clone(c.Notices), (*notices.Notice).IsCorporate)
	c.Notices = slices.Concat(c.Notices, slices.Repeat(services, 100))
	b.ReportAllocs()
	for b.Loop() {
		Resolve(&c)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(c.Notices)), "µs/notice")
}
