package site_test

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"notices.example/notices"
	"notices.example/site"
)

// folded lists what a page holds folded that is more than a list of provisions.
func folded(t *testing.T, content []byte) (all []string) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.DataAtom != atom.Details {
			continue
		}
		for child := range n.ChildNodes() {
			if child.DataAtom != atom.Summary && attribute(child, "class") != "law" && strings.TrimSpace(textOf(child)) != "" {
				all = append(all, textOf(child))
			}
		}
	}
	return all
}

func TestNothingButProvisionsIsFolded(t *testing.T) {
	t.Parallel()
	if got := folded(t, []byte(`<details><summary>a</summary><ul class="law"><li>b</ul><p>c</p></details>`)); len(got) != 1 {
		t.Fatalf("the test does not see what is folded: %q", got)
	}
	set, _ := example(t)
	for _, in := range []site.Input{input(), {Set: set, Day: today, Draft: true}} {
		for _, f := range render(t, in).Files {
			if got := folded(t, f.Content); len(got) > 0 && strings.HasSuffix(f.Path, ".html") {
				t.Errorf("%s folds %q", f.Path, got)
			}
		}
	}
}

// factsOf gives every text, date and period that a notice states, and how to reach
// those who are responsible.
func factsOf(c *notices.Complete, words func(notices.Period) string) (all []string) {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch value := v.Interface().(type) {
		case notices.Text:
			all = append(all, strings.Split(value.Value, "\n")...)
			return
		case notices.Email:
			all = append(all, value.Value)
			return
		case notices.Phone:
			all = append(all, value.Value)
			return
		case notices.Period:
			if value.Said() {
				all = append(all, words(value))
			}
			return
		case notices.Markdown:
			return
		}
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					walk(v.Field(i))
				}
			}
		}
	}
	n := c.Notice
	n.OpenQuestions, n.Accepted = nil, nil // told in drafts, and where there is a finding
	n.Service = notices.Text{}             // the name for lists of services
	for i := range n.Exemptions {
		n.Exemptions[i].Provision = notices.Text{} // it is cited in full
	}
	walk(reflect.ValueOf(n))
	for _, o := range c.Controllers {
		dpo, _ := o.Contact("data-protection-officer")
		walk(reflect.ValueOf(dpo))
	}
	return slices.DeleteFunc(all, func(s string) bool { return strings.TrimSpace(s) == "" })
}

// inTheOpen gives the words of a page that nothing has to be opened for.
func inTheOpen(t *testing.T, content []byte) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.DataAtom == atom.Details || n.DataAtom == atom.Head || n.Data == "svg" {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for child := range n.ChildNodes() {
			walk(child)
		}
		if n.Type == html.ElementNode && n.DataAtom != atom.A && n.DataAtom != atom.Span && n.DataAtom != atom.Strong && n.DataAtom != atom.Em {
			b.WriteByte(' ')
		}
	}
	walk(root)
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestEveryFactOfANoticeIsInTheOpen(t *testing.T) {
	t.Parallel()
	example, _ := example(t)
	for _, in := range []site.Input{input(), {Set: example, Day: today}} {
		out := render(t, in)
		for _, c := range in.Set.Notices {
			content, published := out.File("notices/" + c.ID.Value + ".html")
			if !published {
				continue
			}
			open := inTheOpen(t, content)
			for _, fact := range factsOf(c, site.PeriodInEnglish) {
				if fact = strings.Join(strings.Fields(fact), " "); !strings.Contains(open, fact) {
					t.Errorf("%s does not say %q in the open", c.ID.Value, fact)
				}
			}
		}
	}
}
