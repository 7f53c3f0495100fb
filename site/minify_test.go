package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/tdewolff/minify/v2"
	"golang.org/x/net/html"

	"notices.example/layouts"
)

// The examples of the CommonMark specification hold every kind of text that a body
// can be made into, and much that no body can. Made smaller, each says the same.
func TestMakingSmallerKeepsTheExamplesOfCommonMark(t *testing.T) {
	t.Parallel()
	examples := commonMark(t)
	if len(examples) < 600 {
		t.Fatalf("there are %d examples only", len(examples))
	}
	small := newMinifier()
	for _, e := range examples {
		page := wellFormed(t, e.HTML)
		after, err := small.String("text/html", page)
		if err != nil {
			t.Errorf("example %d: %v", e.Example, err)
			continue
		}
		if diff := cmp.Diff(legible(t, page), legible(t, after)); diff != "" {
			t.Errorf("example %d, %q (-before +after):\n%s", e.Example, e.HTML, diff)
		}
	}
}

type specExample struct {
	Example int
	HTML    string
}

// commonMark reads the specification's examples, which come with the library that
// makes bodies into HTML.
func commonMark(t *testing.T) (examples []specExample) {
	t.Helper()
	dir, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err := errors.Join(err, json.Unmarshal(text, &examples)); err != nil {
		t.Fatal(err)
	}
	return examples
}

// wellFormed makes a page of HTML. Elements that are never closed are closed: a
// browser guesses where they end, and what bodies are made into has none of those.
func wellFormed(t *testing.T, body string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader("<!doctype html><html lang=\"en\"><head><title>Example</title></head><body>" + body))
	if err != nil {
		t.Fatal(err)
	}
	var page strings.Builder
	if err := html.Render(&page, root); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

// inLine are the elements that do not begin a new line, so that a space beside them
// can be seen.
var inLine = strings.Fields("a abbr b bdi bdo cite code del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr input button label")

var spaces = regexp.MustCompile(`[ \t\r\n\f]+`)

// legible gives what a page says: its text as a browser shows it, a line for each
// element that begins one, and every attribute. What is set as it was typed is
// compared to the last space.
func legible(t *testing.T, page string) (all []string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.ElementNode && n.Data == "style":
			return
		case n.Type == html.TextNode:
			text.WriteString(spaces.ReplaceAllString(n.Data, " "))
			return
		case n.Type == html.ElementNode && slices.Contains([]string{"pre", "textarea"}, n.Data):
			all = append(all, n.Data+": "+asTyped(n))
			return
		}
		for _, a := range n.Attr {
			all = append(all, n.Data+" "+a.Key+"="+strings.Join(strings.Fields(a.Val), " "))
		}
		breaks := n.Type == html.ElementNode && !slices.Contains(inLine, n.Data)
		if breaks {
			text.WriteString("\n<" + n.Data + ">\n")
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
		if breaks {
			text.WriteString("\n")
		}
	}
	walk(root)
	for line := range strings.SplitSeq(text.String(), "\n") {
		if line = strings.Trim(spaces.ReplaceAllString(line, " "), " "); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// asTyped gives the text below an element, as it is.
func asTyped(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// A page that cannot be made smaller is not published as it is, nor in part: there
// is no site at all. The mistake is the author's when the layouts are.
func TestAPageThatCannotBeMadeSmallerIsNotPublished(t *testing.T) {
	t.Parallel()
	for _, half := range []bool{false, true} {
		small := minify.New()
		small.AddFunc("text/html", func(_ *minify.M, w io.Writer, _ io.Reader, _ map[string]string) error {
			if half {
				if _, err := w.Write([]byte("<p>half of")); err != nil {
					return err
				}
			}
			return errBroken
		})
		templates, findings, err := loadTemplates(nil)
		words, unread := loadWords(layouts.Files, "en")
		if err := errors.Join(err, unread); err != nil || len(findings) > 0 {
			t.Fatal(err, findings)
		}
		view := &RedirectView{Page: Page{Words: words, Title: plainText("not\fquickly")}, Target: "a.html"}
		p := &plan{memory: &Memory{}, pages: []page{{address: "b.html", layout: "layouts/redirect.html", view: view}}}
		r := &renderer{plan: p, templates: templates, small: small}
		if one := r.all(r.plan.pages)[0]; one.files != nil || !errors.Is(one.err, errBroken) {
			t.Errorf("built-in layouts: got %d files, %v", len(one.files), one.err)
		}
		templates.own = []string{"layouts/redirect.html"}
		one := r.all(r.plan.pages)[0]
		if one.files != nil || one.err != nil || len(one.findings) != 1 || !one.findings[0].Blocks() || one.findings[0].Pos.File != "layouts/redirect.html" {
			t.Errorf("own layouts: got %d files, %v, %+v", len(one.files), one.err, one.findings)
		}
	}
	if got, err := newMinifier().Bytes("text/html", []byte("<pre>\n\n  a \n\tb</pre>")); err != nil || !bytes.Contains(got, []byte("\n  a \n\tb")) {
		t.Errorf("what is set as it was typed becomes %q, %v", got, err)
	}
}
