package site

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"
)

// dataWriter writes data files: the bytes that encoding/json writes with an indent of
// one space, but in one go and without asking each value again what it is made of.
type dataWriter struct {
	b     []byte
	depth int
}

// encoding writes a value of one type.
type encoding func(w *dataWriter, v reflect.Value)

// noticeFields writes what stands in a data file behind its context.
var noticeFields = fieldEncodings(reflect.TypeFor[NoticeData]())[1:]

// encodingOf gives how a type is written. No type may hold itself.
func encodingOf(t reflect.Type) encoding {
	switch {
	case t == reflect.TypeFor[TextData]():
		return writeTextData
	case t.Kind() == reflect.String:
		return func(w *dataWriter, v reflect.Value) { w.text(v.String()) }
	case t.Kind() == reflect.Bool:
		return writeBool
	case t.Kind() == reflect.Pointer:
		return pointerEncoding(encodingOf(t.Elem()))
	case t.Kind() == reflect.Slice:
		return sliceEncoding(encodingOf(t.Elem()))
	case t == reflect.TypeFor[map[string]TextData]():
		return writeTexts
	case t.Kind() == reflect.Struct:
		fields := fieldEncodings(t)
		return func(w *dataWriter, v reflect.Value) { w.object(v, fields) }
	}
	return func(w *dataWriter, v reflect.Value) { w.plainly(v.Interface()) }
}

// fieldEncoding writes a field of a struct.
type fieldEncoding struct {
	index  int
	key    string
	absent func(reflect.Value) bool // reports whether the field is left out; nil when it never is
	write  encoding
}

func fieldEncodings(t reflect.Type) (fields []fieldEncoding) {
	for i := range t.NumField() {
		key, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		f := fieldEncoding{index: i, key: `"` + key + `": `, write: encodingOf(t.Field(i).Type)}
		switch options {
		case "omitempty":
			f.absent = isEmpty
		case "omitzero":
			f.absent = reflect.Value.IsZero
		}
		fields = append(fields, f)
	}
	return fields
}

// isEmpty is what encoding/json takes for empty. It never takes a struct for that.
func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}

func pointerEncoding(elem encoding) encoding {
	return func(w *dataWriter, v reflect.Value) {
		if v.IsNil() {
			w.b = append(w.b, "null"...)
			return
		}
		elem(w, v.Elem())
	}
}

func sliceEncoding(elem encoding) encoding {
	return func(w *dataWriter, v reflect.Value) {
		switch {
		case v.IsNil():
			w.b = append(w.b, "null"...)
			return
		case v.Len() == 0:
			w.b = append(w.b, "[]"...)
			return
		}
		w.b = append(w.b, '[')
		w.depth++
		for i := range v.Len() {
			w.next(i == 0)
			elem(w, v.Index(i))
		}
		w.end(']')
	}
}

func writeBool(w *dataWriter, v reflect.Value) {
	if v.Bool() {
		w.b = append(w.b, "true"...)
	} else {
		w.b = append(w.b, "false"...)
	}
}

func writeTextData(w *dataWriter, v reflect.Value) {
	value, lang := v.Field(0).String(), v.Field(1).String()
	if lang == "" {
		w.text(value)
		return
	}
	w.b = append(w.b, '{')
	w.depth++
	w.next(true)
	w.b = append(w.b, `"@value": `...)
	w.text(value)
	w.next(false)
	w.b = append(w.b, `"@language": `...)
	w.text(lang)
	w.end('}')
}

// writeTexts writes texts by their keys. Nothing is said of most notices in that way.
func writeTexts(w *dataWriter, v reflect.Value) {
	texts := v.Interface().(map[string]TextData)
	if len(texts) == 0 {
		w.plainly(texts)
		return
	}
	w.b = append(w.b, '{')
	w.depth++
	for i, key := range slices.Sorted(maps.Keys(texts)) {
		w.next(i == 0)
		w.text(key)
		w.b = append(w.b, ": "...)
		writeTextData(w, reflect.ValueOf(texts[key]))
	}
	w.end('}')
}

// object writes the fields of a struct.
func (w *dataWriter) object(v reflect.Value, fields []fieldEncoding) {
	start := len(w.b)
	w.b = append(w.b, '{')
	w.depth++
	w.fields(v, fields, true)
	if len(w.b) == start+1 {
		w.depth--
		w.b = append(w.b, '}')
		return
	}
	w.end('}')
}

func (w *dataWriter) fields(v reflect.Value, fields []fieldEncoding, first bool) {
	for i := range fields {
		f := &fields[i]
		value := v.Field(f.index)
		if f.absent != nil && f.absent(value) {
			continue
		}
		w.next(first)
		first = false
		w.b = append(w.b, f.key...)
		f.write(w, value)
	}
}

// next begins the line of a value in a list or an object.
func (w *dataWriter) next(first bool) {
	if !first {
		w.b = append(w.b, ',')
	}
	w.line()
}

// end closes a list or an object with something in it.
func (w *dataWriter) end(bracket byte) {
	w.depth--
	w.line()
	w.b = append(w.b, bracket)
}

func (w *dataWriter) line() {
	const indent = "\n                "
	if w.depth < len(indent) {
		w.b = append(w.b, indent[:1+w.depth]...)
		return
	}
	w.b = append(append(w.b, '\n'), strings.Repeat(" ", w.depth)...)
}

// text writes words. Those with a sign that has to be written otherwise are left to
// encoding/json, which also writes the signs that begin markup otherwise.
func (w *dataWriter) text(s string) {
	if !asItIs(s) {
		w.plainly(s)
		return
	}
	w.b = append(w.b, '"')
	w.b = append(w.b, s...)
	w.b = append(w.b, '"')
}

// asItIs reports whether words stand in JSON as they are.
func asItIs(s string) bool {
	for i := 0; i < len(s); {
		c := s[i]
		if plainInJSON[c] {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			return false
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError || r == '\u2028' || r == '\u2029' { // the last two end lines in programs
			return false
		}
		i += size
	}
	return true
}

// plainInJSON says of each byte whether it is an ASCII sign that stands in JSON as it is.
var plainInJSON = func() (plain [256]bool) {
	for c := byte(' '); c < utf8.RuneSelf; c++ {
		plain[c] = c != '"' && c != '\\' && c != '<' && c != '>' && c != '&'
	}
	return plain
}()

// plainly leaves a value to encoding/json.
func (w *dataWriter) plainly(value any) {
	content, err := json.MarshalIndent(value, strings.Repeat(" ", w.depth), " ")
	if err != nil {
		panic(err) // not reached: the values are of texts, yes and no
	}
	w.b = append(w.b, content...)
}

// dataContext is what stands in the contexts of all data files of one language behind
// the address of their pages, as it is written.
type dataContext string

func newDataContext(lang string) dataContext {
	w := dataWriter{depth: 1}
	w.plainly(linkedContext(lang))
	return dataContext(w.b[len("{"):])
}

// file writes a whole data file.
func (w *dataWriter) file(d *NoticeData, page string, context dataContext) {
	w.depth = 1
	w.b = append(w.b, "{\n \"@context\": {\n  \"@base\": "...)
	w.text(page)
	w.b = append(w.b, ',')
	w.b = append(w.b, context...)
	w.fields(reflect.ValueOf(d).Elem(), noticeFields, false)
	w.end('}')
	w.b = append(w.b, '\n')
}
