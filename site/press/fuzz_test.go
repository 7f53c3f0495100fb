package press

import (
	"bytes"
	"reflect"
	"testing"
)

// FuzzTexts shows any text at every place where one can stand.
func FuzzTexts(f *testing.F) {
	for _, text := range []string{"", "a", filled().Title, filled().Href, "javascript:x", "JavaScript:x", "HTTPS://x", "mailto:x?y=(z)", "a/b:c", ":", "%4", "%zz%41", "\x00+'\"`=", "é\xff\u2028\ufffd", "</title><b>"} {
		f.Add(text)
	}
	const places = `{{.Title}}<p title="{{.Title}}" class='{{.Word}}'><a href="{{.Href}}">{{.Word}}</a><a href='{{.Mail}}'>{{.Mail}}</a>` +
		`<meta http-equiv="refresh" content="0; url={{.Href}}"><title>{{.Title}}</title><textarea>{{.Word}}</textarea>{{.Body}}` +
		`{{if eq .Title .Same}}a{{end}}{{if lt .Title .Same}}b{{end}}{{if or .Empty .Title}}c{{end}}{{with .Title}}{{.}}{{end}}{{len .Title}}`
	executed, l, err := compile(places, wide)
	if err != nil {
		f.Fatal(err)
	}
	m := &Press{}
	f.Fuzz(func(t *testing.T, text string) {
		v := filled()
		fields := reflect.ValueOf(v).Elem()
		for _, name := range []string{"Title", "Word", "Href", "Mail", "Body"} {
			fields.FieldByName(name).SetString(text)
		}
		var want bytes.Buffer
		if err := executed.Execute(&want, v); err != nil {
			t.Fatal(err)
		}
		if got, err := m.Print(l, v); err == nil && !bytes.Equal(got, want.Bytes()) || err != nil && want.Len() <= wide.Bytes {
			t.Errorf("it prints %q, %v, want %q", got, err, &want)
		}
	})
}

// FuzzLayouts tries any layout. When it is compiled and a page is finished, the page is
// the one that html/template makes.
func FuzzLayouts(f *testing.F) {
	for _, text := range []string{
		`{{range $i, $x := .List}}{{if $i}}, {{end}}<a href="{{$x.Href}}">{{.Name}}</a>{{else}}x{{end}}`,
		`{{define "x"}}{{.Name}}{{end}}{{with $y := .Part}}{{template "x" $y}}{{end}}`,
		`{{$a := or .Empty .Same}}{{if and (not .No) (gt (len .Words) 1)}}{{$a = .Same}}{{$a}}{{end}}`,
		`{{if eq .Same "same"}}{{.Body}}{{else if .Present.Owner.Said}}<p title="{{.Title}}">{{end}}`,
	} {
		f.Add(text)
	}
	v, m := filled(), &Press{}
	f.Fuzz(func(t *testing.T, text string) {
		executed, l, err := compile(text, wide)
		if err != nil {
			return
		}
		got, err := m.Print(l, v)
		if err != nil {
			return
		}
		var want bytes.Buffer
		if err := executed.Execute(&want, v); err != nil || !bytes.Equal(got, want.Bytes()) {
			t.Errorf("it prints %q, want %q, %v", got, &want, err)
		}
	})
}
