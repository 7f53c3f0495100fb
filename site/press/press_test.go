package press

import (
	"bytes"
	"errors"
	"html/template"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// view has a field of every kind that the tests need.
type view struct {
	embedded
	*shared
	Nothing  string // shown before everything else, see escaped
	Title    string
	Same     string
	Empty    string
	Word     word
	Shouted  shout
	Body     template.HTML
	Mail     template.URL
	Href     string
	Yes, No  bool
	Two      int
	Big      int64
	Part     part1
	Absent   *part1
	Present  *part1
	Twice    **part1
	List     []item
	Pointers []*item
	Words    []string
	None     []string
	Three    [3]string
	Map      map[string]string
	Any      any
	hidden   string
}

type (
	another  view
	embedded struct{ Inner string }
	shared   struct{ Common string }
	word     string
	shout    string
	part1    struct {
		Name  string
		Owner *item
	}
	item struct {
		Href string
		Name string
		Sub  []item
	}
)

func (s shout) String() string        { return strings.ToUpper(string(s)) }
func (i item) Said() bool             { return i.Name != "" }
func (i *item) Known() bool           { return i.Href != "" }
func (part1) Fails() bool             { panic("no answer") }
func (v *view) Named(n string) bool   { return v.Title == n }
func (v *view) Titled() string        { return "Mx " + v.Title }
func (i item) Unlisted() bool         { return true }
func (v *view) Double() (bool, error) { return true, nil }

var methods = Methods{
	"Said":   func(v any) bool { return v.(interface{ Said() bool }).Said() },
	"Known":  func(v any) bool { return v.(interface{ Known() bool }).Known() },
	"Fails":  func(v any) bool { return v.(interface{ Fails() bool }).Fails() },
	"Named":  func(any) bool { return false },
	"Titled": func(any) bool { return false },
	"Double": func(any) bool { return false },
}

func filled() *view {
	sub := []item{{Name: "c", Href: "c.html"}, {}}
	owner := &item{Name: "Owner & co", Sub: sub}
	present := &part1{Name: "present", Owner: owner}
	return &view{
		embedded: embedded{Inner: "inner"}, shared: &shared{Common: "common"},
		Title: `A "title" <b>'+&` + "\x00 \xff ŵ", Same: "same", Word: "w<rd", Shouted: "loud", Body: "<p>a&b</p>",
		Mail: "tel:+44", Href: "a b.html?x=1&y=(2)#%41%zz'é", Yes: true, Two: 2, Big: 3,
		Part: part1{Name: "part"}, Present: present, Twice: &present,
		List: []item{{Name: "a", Href: "javascript:alert(1)", Sub: sub}, {Name: "b"}}, Pointers: []*item{owner, {}},
		Words: []string{"x", "<y>"}, Three: [3]string{"1", "2", "3"}, Map: map[string]string{"Key": "value"}, Any: "any", hidden: "hidden",
	}
}

// escaped parses a layout and has html/template escape it. Nothing of it is executed, as
// there is no Nothing without a view.
func escaped(text string) (*template.Template, error) {
	t, err := template.New("layout").Option("missingkey=error").Parse("{{.Nothing}}" + text)
	if err != nil {
		return nil, err
	}
	if wrong := new(template.Error); errors.As(t.Execute(io.Discard, nil), &wrong) {
		return nil, wrong
	}
	return t, nil
}

// compile compiles the text of a layout for a view.
func compile(text string, limits Limits) (*template.Template, *Layout, error) {
	t, err := escaped(text)
	if err != nil {
		return nil, nil, err
	}
	l, err := Compile(t, reflect.TypeFor[*view](), methods, limits)
	return t, l, err
}

var wide = Limits{Bytes: 1 << 20, Steps: 1000, Calls: 10}

// Whatever is compiled is printed as html/template executes it.
func TestPagesArePrintedAsTheyAreExecuted(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"a text":                "<p>text &amp; more</p>{{/* and no comment */}}",
		"blanks":                "a {{- .Same -}} b {{ .Same }} c",
		"a field":               "{{.Title}}",
		"a field of a field":    "{{.Part.Name}}",
		"behind a pointer":      "{{.Present.Owner.Name}}",
		"behind two pointers":   "{{.Twice.Name}}",
		"embedded":              "{{.Inner}} {{.Common}}",
		"a named text":          "{{.Word}}",
		"HTML":                  "{{.Body}}",
		"a number":              `{{.Two}}<p title="{{.Two}}">{{len .Title}}</p>`,
		"in an attribute":       `<p title="{{.Title}}" class='{{.Title}}'>`,
		"in a title":            "<title>{{.Title}}</title>",
		"in a text area":        "<textarea>{{.Title}}</textarea>",
		"an address":            `<a href="{{.Href}}">{{.Href}}</a>`,
		"a safe address":        `<a href="{{.Mail}}">{{.Mail}}</a>`,
		"an unsafe address":     `{{range .List}}<a href="{{.Href}}">x</a>{{end}}`,
		"a part of an address":  `<a href="/x/{{.Mail}}">x</a>`,
		"a constant":            `{{"<x>"}}{{3}}`,
		"if":                    "{{if .Title}}a{{end}}{{if .Empty}}b{{end}}",
		"if and else":           "{{if .Empty}}a{{else}}b{{end}}{{if .No}}a{{else if .Yes}}b{{else}}c{{end}}",
		"if of all kinds":       "{{if .Two}}a{{end}}{{if .Part}}b{{end}}{{if .Absent}}c{{end}}{{if .Present}}d{{end}}{{if .None}}e{{end}}{{if .Words}}f{{end}}{{if .Yes}}g{{end}}",
		"if a variable":         "{{if $x := .Same}}{{$x}}{{else}}{{$x}}{{end}}",
		"with":                  "{{with .Part}}{{.Name}}{{$.Same}}{{end}}{{with .Absent}}x{{.Name}}{{else}}{{.Same}}{{end}}",
		"with a text":           "{{with .Same}}{{.}}{{end}}{{with .Empty}}x{{end}}",
		"with else with":        "{{with .Empty}}x{{else with .Same}}{{.}}{{else}}y{{end}}",
		"with a variable":       "{{with $x := .Part}}{{$x.Name}}{{.Name}}{{end}}",
		"range":                 "{{range .List}}{{.Name}}{{range .Sub}}({{.Name}}){{end}}{{end}}",
		"range of texts":        "{{range .Words}}{{.}},{{end}}",
		"range of pointers":     "{{range .Pointers}}{{.Name}},{{end}}",
		"range and else":        "{{range .None}}x{{else}}{{.Same}}{{end}}{{range .Words}}y{{else}}z{{end}}",
		"range with an element": "{{range $x := .List}}{{$x.Name}}{{.Href}}{{end}}",
		"range with both":       "{{range $i, $x := .List}}{{if $i}}, {{end}}{{$i}} {{$x.Name}}{{end}}",
		"range within range":    "{{range $i, $x := .List}}{{range $j, $y := .Sub}}{{$i}}{{$j}}{{$x.Name}}{{$y.Name}}{{end}}{{$x.Name}}{{end}}",
		"variables":             "{{$a := .Same}}{{$b := .Part}}{{$a}}{{$b.Name}}{{if .Yes}}{{$a := .Inner}}{{$a}}{{end}}{{$a}}",
		"a variable set":        "{{$a := .Same}}{{range .Words}}{{$a}}{{$a = .}}{{end}}{{$a}}",
		"a variable of a list":  "{{$a := .List}}{{range $a}}{{.Name}}{{end}}{{$.Title}}",
		"variables after parts": "{{if .Yes}}{{$a := .Same}}{{$a}}{{end}}{{$b := .Inner}}{{range .Words}}{{$c := .}}{{$b}}{{$c}}{{end}}",
		"fewer variables":       "{{if .Yes}}{{$a := .Same}}{{$b := .Inner}}{{$a}}{{$b}}{{end}}{{$c := .Inner}}{{$c}}",
		"variables in an else":  "{{$a := .Same}}{{if .Empty}}{{$a := .Inner}}{{$a}}{{else}}{{$a}}{{end}}{{$a}}",
		"after a range":         "{{$x := .Same}}{{range $x := .Words}}{{$x}}{{end}}{{$x}}{{with $x := .Inner}}{{$x}}{{end}}{{$x}}",
		"a template":            `{{define "x"}}[{{.Name}}{{$.Name}}]{{end}}{{template "x" .Part}}{{range .List}}{{template "x" .}}{{end}}`,
		"variables in a call":   `{{define "x"}}{{$a := .Name}}{{$a}}{{end}}{{$a := .Same}}{{template "x" .Part}}{{$a}}`,
		"a template in itself":  `{{define "x"}}{{.Name}}{{range .Sub}}({{template "x" .}}){{end}}{{end}}{{range .List}}{{template "x" .}}{{end}}`,
		"a block":               `{{block "x" .Part}}<b>{{.Name}}</b>{{end}}`,
		"a call with variables": `{{define "x"}}{{.}}{{end}}{{template "x" $y := .Same}}{{$y}}`,
		"methods":               "{{range .List}}{{if .Said}}a{{end}}{{if .Known}}b{{end}}{{end}}{{range .Pointers}}{{if .Known}}c{{else}}d{{end}}{{if .Said}}e{{end}}{{end}}",
		"a method further on":   "{{if .Present.Owner.Said}}a{{end}}{{$x := .Present}}{{if $x.Owner.Known}}b{{end}}",
		"a method's answer":     "{{range .List}}{{with .Said}}{{if .}}a{{end}}{{end}}{{$x := .Known}}{{if $x}}b{{end}}{{end}}",
		"not":                   "{{if not .Yes}}a{{end}}{{if not .Empty}}b{{end}}{{if not (not .Two)}}c{{end}}",
		"and, or":               "{{if and .Yes .Same .List}}a{{end}}{{if and .Yes .Empty}}b{{end}}{{if or .No .Empty .Words}}c{{end}}{{if or .No .None}}d{{end}}",
		"and, or for a value":   "{{or .Empty .Same}}{{or .Same .Inner}}{{and .Same .Inner}}{{and .Empty .Inner}}{{or .Empty .Empty}}{{or .Same}}",
		"and, or in each other": "{{if or (and .Yes .No) (not (or .Empty .No))}}a{{end}}",
		"with or":               "{{with or .Empty .Same}}{{.}}{{end}}{{range or .None .Words}}{{.}}{{end}}",
		"or that stops":         "{{if or .Yes .Absent.Owner.Said}}a{{end}}{{if and .No .Absent.Owner.Said}}b{{end}}",
		"texts compared":        `{{if eq .Same "same"}}a{{end}}{{if ne .Same .Inner}}b{{end}}{{if eq .Word "x"}}c{{end}}{{if lt .Inner .Same}}d{{end}}{{if ge .Inner .Same}}e{{end}}{{if ge .Same .Same}}f{{end}}{{if gt .Same .Same}}g{{end}}`,
		"numbers compared":      "{{if gt (len .Words) 1}}a{{end}}{{if le .Two 2}}b{{end}}{{if eq .Two 3}}c{{end}}{{if eq .Two 0x2}}d{{end}}",
		"truth values":          "{{if true}}a{{end}}{{if false}}b{{end}}{{$x := true}}{{if $x}}c{{end}}",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			executed, printed, err := compile(text, wide)
			if name == "numbers compared" { // one number is not written in a plain way
				if err == nil {
					t.Error("a number with a prefix is compiled")
				}
				executed, printed, err = compile(strings.ReplaceAll(text, "0x2", "2"), wide)
			}
			if err != nil {
				t.Fatal(err)
			}
			v := filled()
			var want bytes.Buffer
			if err := executed.Execute(&want, v); err != nil {
				t.Fatal(err)
			}
			m := &Press{}
			for range 2 {
				got, err := m.Print(printed, v)
				if err != nil || string(got) != want.String() {
					t.Errorf("it prints %q, %v, want %q", got, err, &want)
				}
			}
		})
	}
}

// What is not known is refused, so that html/template executes it.
func TestWhatIsNotKnownIsRefused(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"break":                    "{{range .Words}}{{break}}{{end}}",
		"continue":                 "{{range .Words}}{{continue}}{{end}}",
		"a range of a number":      "{{range 3}}x{{end}}",
		"a range of an array":      "{{range .Three}}{{.}}{{end}}",
		"a range of a map":         "{{range .Map}}{{.}}{{end}}",
		"variables in an else":     "{{range $x := .Words}}{{.}}{{else}}x{{end}}",
		"variables that are set":   "{{$x := .Same}}{{range $x = .Words}}{{.}}{{end}}",
		"a key":                    "{{.Map.Key}}",
		"if a map":                 "{{if .Map}}x{{end}}",
		"an interface":             "{{.Any}}",
		"a condition of one":       "{{if .Any}}x{{end}}",
		"with one":                 "{{with .Any}}{{.}}{{end}}",
		"a text of its own":        "{{.Shouted}}",
		"a truth value":            "{{.Yes}}",
		"another kind of number":   "{{.Big}}",
		"numbers of other kinds":   "{{if eq .Big 3}}x{{end}}",
		"nothing to choose from":   "{{if and}}x{{end}}",
		"the length of nothing":    "{{if len}}x{{end}}",
		"a field with a value":     "{{.Part.Name 1}}",
		"a number in a function":   "{{.Two | len}}",
		"HTML in a function":       "{{.Body | len}}",
		"a pointer":                "{{.Present}}",
		"a struct":                 "{{.Part}}",
		"a list":                   "{{.Words}}",
		"HTML in an attribute":     `<p title="{{.Body}}">`,
		"HTML as an address":       `<p href="{{.Body}}">`,
		"an attribute's name":      "<p {{.Same}}>",
		"without quotes":           "<p title={{.Same}}>",
		"in a style":               "<style>p{color:{{.Same}}}</style>",
		"in an attribute of style": `<p style="color:{{.Same}}">`,
		"in a script":              "<script>{{.Same}}</script>",
		"a query":                  `<a href="?q={{.Same}}">`,
		"a set of sources":         `<img srcset="{{.Same}}">`,
		"a call in an attribute":   `{{define "x"}}{{.}}{{end}}<p title="{{template "x" .Same}}">`,
		"a call without a value":   `{{define "x"}}y{{end}}{{template "x"}}`,
		"a function":               "{{index .Words 0}}",
		"printf":                   `{{printf "%s" .Same}}`,
		"a filter":                 "{{.Same | printf}}",
		"an escaper by name":       "{{.Same | html}}",
		"a function of nothing":    "{{if eq .Same}}x{{end}}",
		"several comparisons":      "{{if eq .Same .Inner .Title}}x{{end}}",
		"truth compared":           "{{if eq .Yes .No}}x{{end}}",
		"values of several types":  "{{with or .Same .Words}}x{{end}}",
		"a set of several types":   "{{$x := .Same}}{{$x = .Word}}{{$x}}",
		"a number with a point":    "{{if eq .Two 2.0}}x{{end}}",
		"an octal number":          "{{if eq .Two 010}}x{{end}}",
		"nil":                      "{{if eq .Absent nil}}x{{end}}",
		"a pipeline as a value":    "{{with .Same | len}}{{.}}{{end}}",
		"a field of a pipeline":    "{{(or .Present .Absent).Name}}",
		"an unknown field":         "{{.Missing}}",
		"a hidden field":           "{{.hidden}}",
		"a field of a text":        "{{.Same.Length}}",
		"a method with a value":    `{{if .Named "x"}}x{{end}}`,
		"one that needs a value":   "{{if .Named}}x{{end}}",
		"one that gives a text":    "{{if .Titled}}x{{end}}",
		"one that gives an error":  "{{if .Double}}x{{end}}",
		"one that is not listed":   "{{range .List}}{{if .Unlisted}}x{{end}}{{end}}",
		"a field of an answer":     "{{range .List}}{{if .Said.Name}}x{{end}}{{end}}",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, err := escaped(text); err != nil {
				t.Fatal(err)
			}
			if _, l, err := compile(text, wide); err == nil || l != nil {
				t.Error("it is compiled")
			}
		})
	}
	text, err := escaped("x")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Compile(text, reflect.TypeFor[view](), methods, wide); err == nil {
		t.Error("a view that is no pointer is compiled")
	}
	if _, err := Compile(template.New("nothing"), reflect.TypeFor[*view](), methods, wide); err == nil {
		t.Error("nothing is compiled")
	}
	many := strings.Repeat("{{.Same}}", maxNodes)
	if _, _, err := compile(many, wide); err == nil {
		t.Error("a layout of any size is compiled")
	}
}

// A page that would fail is not finished; the press can print the next one.
func TestWhatWouldFailIsNotFinished(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"behind nil":               "{{.Absent.Name}}",
		"far behind nil":           "{{.Part.Owner.Sub}}{{range .Part.Owner.Sub}}{{end}}",
		"a method of nil":          "{{if .Part.Owner.Known}}x{{end}}",
		"a method that panics":     "{{if .Part.Fails}}x{{end}}",
		"a variable that is nil":   "{{$x := .Absent}}{{$x.Name}}",
		"a template about nothing": `{{define "x"}}{{.Name}}{{end}}{{template "x" .Absent}}`,
		"in the middle":            "{{range .Pointers}}{{.Name}}{{end}}{{$.Absent.Name}}",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := strings.Replace(text, "{{.Part.Owner.Sub}}", "", 1)
			_, l, err := compile(text, wide)
			if err != nil {
				t.Fatal(err)
			}
			m := &Press{}
			if got, err := m.Print(l, filled()); got != nil || !errors.Is(err, ErrUnfinished) {
				t.Errorf("it prints %q, %v", got, err)
			}
			_, next, err := compile("{{.Same}}", wide)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := m.Print(next, filled()); string(got) != "same" || err != nil {
				t.Errorf("the next page is %q, %v", got, err)
			}
			for _, other := range []any{nil, view{}, &item{}, (*view)(nil), (*another)(filled())} {
				if got, err := m.Print(next, other); got != nil || err == nil {
					t.Errorf("it prints %q of %T", got, other)
				}
			}
		})
	}
}

// Once it has printed a page, a press needs no more memory for one like it, however
// many templates are called.
func TestAPressUsesItsMemoryAgain(t *testing.T) { // not parallel: it counts what is allocated
	_, l, err := compile(`{{define "x"}}{{$a := .}}{{if $a}}<p>{{$a}}</p>{{end}}{{end}}{{range .Words}}{{template "x" .}}{{end}}`, wide)
	if err != nil {
		t.Fatal(err)
	}
	m, v := &Press{}, filled()
	v.Words = slices.Repeat([]string{"x&y"}, 2*maxDepth)
	allocated := testing.AllocsPerRun(10, func() {
		if _, err := m.Print(l, v); err != nil {
			t.Fatal(err)
		}
	})
	if allocated > 10 {
		t.Errorf("it allocates %f times", allocated)
	}
}

// A press holds on to nothing of what it printed.
func TestAPressForgetsWhatItPrinted(t *testing.T) {
	t.Parallel()
	m := &Press{}
	for _, end := range []string{"", "{{$.Absent.Name}}"} {
		_, l, err := compile("{{$x := .Part}}{{range $y := .List}}{{$y.Name}}{{end}}"+end, wide)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := m.Print(l, filled()); (err == nil) != (end == "") {
			t.Fatal(err)
		}
		if slices.ContainsFunc(m.stack, reflect.Value.IsValid) || m.variables != nil || m.free != nil {
			t.Errorf("with %q at its end, it still has some of the view", end)
		}
	}
}
