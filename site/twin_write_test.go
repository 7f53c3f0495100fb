package site

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A data file is what encoding/json makes of the data, letter for letter.
func TestDataFilesAreWrittenAsEncodingJSONDoes(t *testing.T) {
	t.Parallel()
	words := []string{"", "", "a", "Ŵyr’s “own”", `"<b>"`, "a&b", "line\nend", "\x00\x7f", "\xff", "\u2028", "\u2029", "\ufffd", "日本", `back\slash`}
	r := rand.New(rand.NewPCG(1, 2))
	w := &dataWriter{}
	for range 500 {
		d := &NoticeData{}
		fillAtRandom(r, reflect.ValueOf(d).Elem(), words)
		page := words[r.IntN(len(words))]
		w.b = w.b[:0]
		w.file(d, page, newDataContext("cy"))
		d.Context = linkedContext("cy")
		d.Context["@base"] = page
		var want bytes.Buffer
		enc := json.NewEncoder(&want)
		enc.SetIndent("", " ")
		if err := enc.Encode(d); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), string(w.b)); diff != "" {
			t.Fatalf("(-want +got)\n%s", diff)
		}
	}
}

func FuzzWordsInDataFiles(f *testing.F) {
	f.Add("a <b> & “c”\u2028\xff")
	f.Fuzz(func(t *testing.T, words string) {
		want, err := json.Marshal(words)
		if err != nil {
			t.Fatal(err)
		}
		w := &dataWriter{}
		if w.text(words); !bytes.Equal(w.b, want) {
			t.Fatalf("of %q got %s, want %s", words, w.b, want)
		}
	})
}

// fillAtRandom fills a value with words, and lists with up to two values; often with
// nothing.
func fillAtRandom(r *rand.Rand, v reflect.Value, words []string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(words[r.IntN(len(words))])
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Pointer:
		if r.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fillAtRandom(r, v.Elem(), words)
		}
	case reflect.Slice:
		if n := r.IntN(4) - 1; n >= 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		for i := range v.Len() {
			fillAtRandom(r, v.Index(i), words)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fillAtRandom(r, v.Field(i), words)
		}
	case reflect.Map:
		if texts, are := v.Addr().Interface().(*map[string]TextData); are && r.IntN(2) == 0 {
			*texts = map[string]TextData{}
			for range r.IntN(3) {
				(*texts)[words[r.IntN(len(words))]] = TextData{Value: words[r.IntN(len(words))]}
			}
		}
	}
}
