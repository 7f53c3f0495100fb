package site

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"notices.example/site/press"
)

// Every built-in layout is compiled. A method that templates ask a part of a view has
// a line in methods.
func TestBuiltInLayoutsAreCompiled(t *testing.T) {
	t.Parallel()
	templates := loadedTemplates(t, nil)
	for name := range layoutViews {
		if _, err := templates.compile(name); err != nil {
			t.Error(err)
		}
	}
}

func loadedTemplates(t testing.TB, own ownFiles) *templates {
	t.Helper()
	templates, findings, err := loadTemplates(own)
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	return templates
}

// FuzzPages fills every text of a view with any text and prints its layout. What can be
// missing is here and there, by the seed; with 0 everything is there.
func FuzzPages(f *testing.F) {
	names := slices.Sorted(maps.Keys(layoutViews))
	for i := range names {
		for seed, text := range []string{"Tax", "", `"><script>'+&`, "javascript:alert(1)", "https://x.example/a b?c=(d)&e=%zz%41#é", "\x00\xff\u2028\ufffd"} {
			f.Add(text, uint8(i), uint64(seed))
		}
	}
	templates := loadedTemplates(f, nil)
	f.Fuzz(func(t *testing.T, text string, layout uint8, seed uint64) {
		name := names[int(layout)%len(names)]
		view := reflect.New(reflect.TypeOf(layoutViews[name]).Elem())
		stuffing{text, seed, rand.New(rand.NewPCG(seed, seed))}.into(view.Elem(), 0)
		executed, printed := templates.twoWays(name, view.Interface())
		want, wrong := executed()
		got, err := printed()
		if (wrong == nil) != (err == nil) || !bytes.Equal(got, want) && err == nil {
			t.Errorf("%s is printed as %q, %v, want %q, %v", name, got, err, want, wrong)
		}
	})
}

// stuffing fills views.
type stuffing struct {
	text string
	seed uint64
	dice *rand.Rand
}

// choose leaves out one thing of four.
func (s stuffing) choose() bool { return s.seed == 0 || s.dice.IntN(4) > 0 }

func (s stuffing) into(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		if s.choose() {
			v.SetString(s.text)
		}
	case reflect.Bool:
		v.SetBool(s.choose())
	case reflect.Int:
		v.SetInt(int64(len(s.text)))
	case reflect.Pointer:
		if v.Type() == reflect.TypeFor[*Words]() || depth < 6 && s.choose() {
			v.Set(reflect.New(v.Type().Elem()))
			s.into(v.Elem(), depth+1)
		}
	case reflect.Slice:
		if depth < 6 && s.choose() {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			s.into(v.Index(0), depth+1)
			s.into(v.Index(1), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				s.into(v.Field(i), depth)
			}
		}
	}
}

// Printing counts what own templates do as executing them does: whatever a page may
// still do, it is finished in both ways or in none.
func TestPrintingCountsAsExecutingDoes(t *testing.T) {
	t.Parallel()
	own := ownFiles{
		"partials/bottom.html": []byte(`{{define "one"}}{{if .Href}}<a href="{{.Href}}">{{.Text.Value}}</a>{{end}}{{end}}` +
			`{{range .Footer}}{{template "one" .}}{{range $.Footer}}{{template "partials/link.html" .}}{{else}}x{{end}}{{end}}`),
		"partials/link.html": []byte(`<b>{{template "partials/text.html" .Text}}</b>`),
	}
	templates := loadedTemplates(t, own)
	link := Link{Text: plainText("Tax & more"), Href: "a.html"}
	view := &NotFoundView{Page: Page{Words: &Words{}, Footer: []Link{link, {}, link}}}
	const name = "layouts/not-found.html"
	templates.escape(name)
	finished := map[bool]int{}
	for left := range 400 {
		for what, c := range map[string]struct {
			begin allowance
			most  press.Limits
		}{
			"steps": {allowance{steps: maxSteps - left}, press.Limits{Bytes: maxPage, Steps: left, Calls: maxCalls}},
			"calls": {allowance{calls: maxCalls - left}, press.Limits{Bytes: maxPage, Steps: maxSteps, Calls: left}},
		} {
			layout, err := press.Compile(templates.all.Lookup(name), reflect.TypeOf(view), methods, c.most)
			if err != nil {
				t.Fatal(err)
			}
			templates.allowance = c.begin
			want := templates.all.ExecuteTemplate(&bytes.Buffer{}, name, view)
			_, err = new(press.Press).Print(layout, view)
			finished[err == nil]++
			if (err == nil) != (want == nil) {
				t.Errorf("with %d %s it prints with %v, executed with %v", left, what, err, want)
			}
		}
	}
	if finished[false] < 50 || finished[true] < 50 {
		t.Errorf("the limits are not where they are looked for: %v", finished)
	}
}

// After a page whose layout used up all that it may do, in the order of the plan, there
// is none, whatever was made beside it. A page before it is made.
func TestNothingComesAfterAPageThatUsesUpEverything(t *testing.T) {
	t.Parallel()
	own := ownFiles{"layouts/glossary.html": []byte(`{{if .Terms}}{{range $i := 20000000000}}{{end}}{{end}}`)}
	r := &renderer{plan: &plan{memory: &Memory{}}, templates: loadedTemplates(t, own), small: newMinifier()}
	page := Page{Words: &Words{}}
	for i := range 12 {
		view := &GlossaryView{Page: page}
		if i == 5 || i == 6 {
			view.Terms = []Term{{}}
		}
		r.plan.pages = append(r.plan.pages, pageOf(fmt.Sprint(i, ".html"), view))
	}
	for i, one := range r.all(r.plan.pages) {
		if made := len(one.files) > 0; made != (i < 5) || (len(one.findings) > 0) != (i <= 5) {
			t.Errorf("page %d: %d files, %v, %v", i, len(one.files), one.findings, one.err)
		}
	}
}

func pageOf(address string, view any) page {
	return page{address: address, layout: "layouts/glossary.html", view: view}
}
