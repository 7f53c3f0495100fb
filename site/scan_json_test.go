package site

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestJSONIsReadPlainly(t *testing.T) {
	t.Parallel()
	for _, sound := range []string{
		`{}`, `[]`, `""`, `10`, `[1.1, 20]`, " {\n \"a\": [true, false, null, [], {}], \"b\": {\"c\": \"d\\\"\\\\\\u003c\"}\n}\n", strings.Repeat("[", deepestJSON) + strings.Repeat("]", deepestJSON),
	} {
		if !plainlySound([]byte(sound)) {
			t.Errorf("%s is not taken", sound)
		}
	}
	for _, other := range []string{
		``, ` `, `{`, `[`, `"`, `"\`, `"\u00`, `"\u00g0"`, `"\x"`, `tru`, `0`, `01`, `-1`, `1.`, `.1`, `1e3`, `1 2`, `nul`, `{"a"}`, `{"a":}`, `{"a":"b",}`, `{,}`, `[,]`, `[""`, `["" ""]`, `{a:""}`, `{"a":""]`,
		`"" ""`, "\"\n\"", `"<"`, `">"`, `"&"`, `[<]`, strings.Repeat("[", deepestJSON+1) + strings.Repeat("]", deepestJSON+1),
	} {
		if plainlySound([]byte(other)) {
			t.Errorf("%s is taken", other)
		}
	}
}

// What is found sound quickly is sound.
func FuzzJSONIsReadPlainly(f *testing.F) {
	for _, seed := range []string{`{"a": [true, {"b": "\u003c"}], "c": ""}`, `["a", "b"]`, `"\"`, `[[],{}]`, `[1.1,20]`, `{"a":"&"}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if plainlySound(content) && (!json.Valid(content) || bytes.ContainsAny(content, "<>&")) {
			t.Errorf("%q is taken", content)
		}
	})
}

// The files of notices are read plainly, so that none is read twice.
func TestDataFilesAreReadPlainly(t *testing.T) {
	t.Parallel()
	w := &dataWriter{}
	d := &NoticeData{Title: TextData{Value: "R&D \u2028 “of” \"it\"", Lang: "en"}, Articles: []string{"13"}}
	w.file(d, "https://a.example/b.html", newDataContext("cy"))
	if !plainlySound(w.b) {
		t.Errorf("not taken: %s", w.b)
	}
}

func BenchmarkUnsafeJSON(b *testing.B) {
	w := &dataWriter{}
	w.file(&NoticeData{}, "https://a.example/", newDataContext("en"))
	for b.Loop() {
		if unsafeJSON(w.b) != nil {
			b.Fatal("unsafe")
		}
	}
	b.SetBytes(int64(len(w.b)))
}
