package press

import (
	"bytes"
	"errors"
	"html/template"
	"io"
	"reflect"
	"strings"
	"testing"
)

var errLimit = errors.New("a limit")

// counted is a layout whose templates count, as html/template executes it.
type counted struct {
	*template.Template
	most, did Limits
}

func newCounted(t *testing.T, text string) *counted {
	t.Helper()
	c := &counted{Template: template.New("layout")}
	step := func(n int) (bool, error) {
		if c.did.Steps += n; c.did.Steps > c.most.Steps {
			return false, errLimit
		}
		return false, nil
	}
	c.Funcs(template.FuncMap{
		StepName: step,
		EnterName: func(n int) (bool, error) {
			if c.did.Calls++; c.did.Calls > c.most.Calls {
				return false, errLimit
			}
			return step(n)
		},
		LeaveName: func() bool { c.did.Calls--; return false },
	})
	if _, err := c.Parse(text); err != nil {
		t.Fatal(err)
	}
	_ = c.Execute(io.Discard, nil)
	return c
}

// Write takes what stays within the limit.
func (c *counted) Write(text []byte) (int, error) {
	if c.did.Bytes += len(text); c.did.Bytes > c.most.Bytes {
		return 0, errLimit
	}
	return len(text), nil
}

// A page is refused at the very step, call and byte at which html/template stops.
func TestLimitsAreThoseOfExecution(t *testing.T) {
	t.Parallel()
	v := filled()
	v.List[0].Sub[0].Sub = []item{{Name: "d", Sub: []item{{Name: "e"}}}}
	for name, text := range map[string]string{
		"steps of repetitions": "{{if _enter 3}}{{end}}{{range .List}}{{if _step 7}}{{end}}{{range .Sub}}{{if _step 5}}{{end}}{{.Name}}{{end}}{{end}}{{if _leave}}{{end}}",
		"calls in each other":  `{{define "x"}}{{if _enter 4}}{{end}}{{.Name}}{{range .Sub}}{{template "x" .}}{{end}}{{if _leave}}{{end}}{{end}}{{range .List}}{{template "x" .}}{{end}}`,
		"text":                 `some text, {{.Title}}<a href="{{.Href}}" title="{{.Title}}">{{.Body}}</a>{{.Two}} and more`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newCounted(t, text)
			m, finished := &Press{}, map[bool]int{}
			for i := range 200 {
				for _, most := range []Limits{{1000, i, 1000}, {1000, 1000, i}, {i, 1000, 1000}} {
					c.most, c.did = most, Limits{}
					want := c.Execute(c, v) == nil
					finished[want]++
					l, err := Compile(c.Template, reflect.TypeFor[*view](), methods, most)
					if err != nil {
						t.Fatal(err)
					}
					if got, err := m.Print(l, v); (err == nil) != want || want && len(got) != c.did.Bytes {
						t.Errorf("with %+v it prints %d bytes, %v, executed it writes %d and finishes: %t", most, len(got), err, c.did.Bytes, want)
					}
				}
			}
			if finished[true] == 0 || finished[false] < 5 {
				t.Errorf("the limits are not where they are looked for: %v", finished)
			}
		})
	}
}

// Templates may call one another more deeply than there is a place for variables at
// first.
func TestVariablesOfManyCalls(t *testing.T) {
	t.Parallel()
	v := filled()
	deep := item{Name: "end"}
	for range 2 * stackSize {
		deep = item{Name: "x", Sub: []item{deep}}
	}
	v.List = []item{deep}
	text := `{{define "x"}}{{$a := .Name}}{{range $y := .Sub}}{{template "x" $y}}{{end}}{{$a}}{{end}}{{range .List}}{{template "x" .}}{{end}}`
	executed, l, err := compile(text, wide)
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := executed.Execute(&want, v); err != nil {
		t.Fatal(err)
	}
	m := &Press{}
	if got, err := m.Print(l, v); err != nil || string(got) != want.String() || !strings.HasPrefix(string(got), "end") {
		t.Errorf("it prints %q, %v, want %q", got, err, &want)
	}
}

// A template that calls itself without end and does not count is given up.
func TestACircleIsGivenUp(t *testing.T) {
	t.Parallel()
	_, l, err := compile(`{{define "x"}}{{template "x" .}}{{end}}{{template "x" .}}`, wide)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := (&Press{}).Print(l, filled()); got != nil || !errors.Is(err, ErrUnfinished) {
		t.Errorf("it prints %q, %v", got, err)
	}
}
