package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"path"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"notices.example/site"
)

// FuzzPages puts any words, Markdown and address into a site wherever an author may,
// and reads every file of what is made of it: no page runs, loads or styles anything
// that is not the program's own, every other file is of its kind, and the title comes
// out of each as it was written.
func FuzzPages(f *testing.F) {
	for _, words := range hostileWords {
		f.Add(words, words, words)
		f.Add(words, "Read [more]("+words+").\n\n## "+words+" {#data}\n", "https://www.example.gov.uk/")
	}
	for _, text := range hostileMarkdown {
		f.Add("Parking", text, "/old.html")
	}
	read := &site.Memory{} // with the layouts, which are the same for all
	if _, out := pagesOf(f, "Parking", "", "", &site.Memory{}); out == nil {
		f.Fatal("nothing is made of harmless words")
	}
	pagesOf(f, "Parking", "", "", read)
	f.Fuzz(func(t *testing.T, words, text, address string) {
		if len(words)+len(text)+len(address) > 8000 {
			t.Skip()
		}
		within(t, func() {
			m := *read
			e, out := pagesOf(t, words, text, address, &m)
			if out == nil {
				return // a finding says why
			}
			checkFiles(t, out)
			for _, c := range e.set.Notices {
				if title := c.Title.Value; title != "" && !strings.ContainsFunc(title, unicode.IsControl) { // which is a finding, and shows as something else
					checkTitle(t, out, title)
				}
			}
		})
	})
}

var hostileWords = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `</title><svg/onload=alert(1)>`, `]]><x/>`, `&lt;b&gt; & &amp;amp;`, `=1+1`, `+1`, `-1`, `@SUM(1)`, "\t=1",
	`{{.Nothing}}`, `{% include "x" %}`, "a\u2028b", "a\u202eb", "line\nend", `\u003cscript\u003e`, `-->`, `<!--`, `javascript:alert(1)`, "a\x00b", "a\x14b\u0085c", "a\ufffeb", `"`, `\`, `,`, `;`, "Ŵyr", "e\u0301", "\U0001f600", `</textarea>`, `'`, `http://a.example`,
}

var hostileMarkdown = []string{
	"<script>x</script>", "[a](javascript:alert(1))", "![a](https://evil.example/x.png)", "<a href=x onclick=y>z</a>", "## H {onclick=alert(1) style=x}", "```\"><b>\nx\n```", "[a]: //evil.example\n\n[a]",
	"<https://user@evil.example>", "| a | b |\n|---|---|\n| <b> | =1+1 |", "# {#main}\n\n# {#location}", "a <iframe src=//x> b", "[a](b.md \"t\" onclick=)", "&#x3c;script&#x3e;", "> - 1. **_`x`_**", strings.Repeat("*a_ ", 500), strings.Repeat("[a](", 500), strings.Repeat("> ", 300),
}

// pagesOf makes the preview of a site in which the words stand wherever words can.
func pagesOf(t testing.TB, words, text, address string, m *site.Memory) (*examined, *site.Output) {
	t.Helper()
	quoted := func(s string) string {
		b, err := json.Marshal(s) // which is YAML too
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	files := fstest.MapFS{}
	fill := strings.NewReplacer("WORDS", quoted(words), "ADDRESS", quoted(address))
	for name, file := range hostileSite {
		files[name] = &fstest.MapFile{Data: []byte(fill.Replace(file))}
	}
	notice := files["content/notices/a.md"]
	notice.Data = append(notice.Data, text...)
	e, err := examineFiles(t.Context(), files, exampleToday, nil)
	if err != nil {
		t.Fatal(err)
	}
	out, _, err := site.Render(site.Input{Set: e.set, Findings: e.findings, Day: e.day, Preview: true, Version: "test", Memory: m})
	if err != nil {
		t.Fatal(err)
	}
	return e, out
}

var hostileSite = map[string]string{
	"content/site.yaml":            "title: WORDS\nbase_url: https://privacy.example.org/a/\nlaw: uk\nlanguages: [en]\nintro: WORDS\nbanner: WORDS\n",
	"content/glossary.yaml":        "- term: WORDS\n  meaning: WORDS\n",
	"content/organisations/b.yaml": "name: WORDS\nshort_name: WORDS\ndescription: WORDS\naddress: WORDS\nwebsite: ADDRESS\npublic_authority: yes\ncontacts:\n  - role: general\n    label: WORDS\n    email: ADDRESS\n    phone: ADDRESS\n    form: ADDRESS\n",
	"content/pages/c.md":           "---\ntitle: WORDS\nsummary: WORDS\n---\nSee [it](../notices/a.md).\n",
	"content/notices/a.md": `---
title: WORDS
controller: b
summary: WORDS
updated: 2026-10-01
documents:
  - title: WORDS
    link: ADDRESS
data:
  - id: name
    label: WORDS
    note: WORDS
purposes:
  - id: use
    purpose: WORDS
    data: [name]
    basis_in_law: WORDS
recipients:
  - name: WORDS
    purpose: WORDS
retention:
  - data: [name]
    criteria: WORDS
security: [WORDS]
changes:
  - date: 2026-10-01
    what: WORDS
accepted:
  - rule: transfers-missing
    reason: WORDS
    by: WORDS
    until: 2027-01-01
---
`,
}

// checkFiles reads every file as what it says it is.
func checkFiles(t *testing.T, out *site.Output) {
	t.Helper()
	for _, f := range out.Files {
		if bytes.Contains(f.Content, []byte("ZgotmplZ")) {
			t.Errorf("%s: an address did not get through its layout", f.Path)
		}
		var err error
		switch path.Ext(f.Path) {
		case ".html":
			checkPage(t, f)
		case ".json":
			err = json.Unmarshal(f.Content, new(any))
		case ".xml", ".svg", ".config":
			err = checkXML(f.Content)
		case ".csv":
			checkCSV(t, f)
		}
		if err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
}

func checkXML(content []byte) error {
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func checkCSV(t *testing.T, f site.File) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(f.Content, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Errorf("%s: %v", f.Path, err)
	}
	for _, cell := range slices.Concat(rows...) {
		if cell != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(cell)[0]) {
			t.Errorf("%s: a spreadsheet works out %q", f.Path, cell)
		}
	}
}

// checkPage reads a page as a browser does, and knows nothing of how it was made.
func checkPage(t *testing.T, f site.File) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(f.Content))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		own := f.Path == "search.html" || f.Path == "index.html" // where the program's own script and form are
		if slices.Contains([]string{"iframe", "object", "embed", "base", "style", "applet", "frame", "math", "audio", "video"}, n.Data) ||
			!own && slices.Contains([]string{"script", "form", "input", "button", "textarea"}, n.Data) {
			t.Errorf("%s has <%s>", f.Path, n.Data)
		}
		for _, a := range n.Attr {
			checkAttribute(t, f.Path, n, a)
		}
	}
}

func checkAttribute(t *testing.T, page string, n *html.Node, a html.Attribute) {
	t.Helper()
	value := strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, a.Val))
	scheme, _, schemed := strings.Cut(value, ":")
	schemed = schemed && !strings.ContainsAny(scheme, "/?#.")
	elsewhere := schemed || strings.HasPrefix(value, "//") || strings.ContainsAny(value, `\`)
	wrong := false
	switch {
	case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc", a.Key == "ping", a.Key == "background", a.Key == "formaction":
		wrong = true
	case a.Key == "src", a.Key == "srcset", a.Key == "data", a.Key == "poster", a.Key == "action":
		wrong = elsewhere
	case a.Key == "href" && n.Data == "a":
		wrong = elsewhere && !slices.Contains([]string{"https", "http", "mailto", "tel"}, scheme)
	case a.Key == "href" && n.Data == "link":
		wrong = elsewhere && (scheme != "https" || !strings.HasPrefix(value, "https://privacy.example.org/a/"))
	case a.Key == "href":
		wrong = elsewhere
	case a.Key == "content" && n.Data == "meta":
		wrong = strings.Contains(value, "url=javascript") || strings.Contains(value, "url=data")
	}
	if wrong {
		t.Errorf("%s: <%s %s=%q>", page, n.Data, a.Key, a.Val)
	}
}

// checkTitle looks for the title of the notice in each form that has it.
func checkTitle(t *testing.T, out *site.Output, title string) {
	t.Helper()
	for _, f := range out.Files {
		switch f.Path {
		case "notices/a.html":
			root, err := html.Parse(bytes.NewReader(f.Content))
			if err != nil {
				t.Fatal(err)
			}
			if got := headingOf(root); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(title), " ") {
				t.Errorf("%s: the heading is %q, want %q", f.Path, got, title)
			}
		case "notices/a.json":
			var twin struct{ Title any }
			if err := json.Unmarshal(f.Content, &twin); err != nil || !strings.Contains(flat(twin.Title), flat(title)) {
				t.Errorf("%s: the title is %q, want %q (%v)", f.Path, flat(twin.Title), flat(title), err)
			}
		case "notices/a.xml":
			var feed struct {
				Entries []struct {
					Title string `xml:"title"`
				} `xml:"entry"`
			}
			if err := xml.Unmarshal(f.Content, &feed); err != nil || len(feed.Entries) > 0 && feed.Entries[0].Title != title {
				t.Errorf("%s: the entries are %q, want %q (%v)", f.Path, feed.Entries, title, err)
			}
		}
	}
}

// flat writes a value as JSON, in which any two texts that differ are different.
func flat(v any) string {
	b, _ := json.Marshal(v) // of JSON
	return string(b)
}

func headingOf(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "h1" {
			continue
		}
		for d := range n.Descendants() {
			if d.Type == html.TextNode {
				b.WriteString(d.Data)
			}
		}
		break
	}
	return b.String()
}

// What one input may take. The time counts only while inputs are looked for: tests
// share the machine with others.
const (
	mostMemory = 200 << 20
	mostTime   = time.Second
)

// within holds what an input takes to the limits. One that was slow has two more
// tries.
func within(t *testing.T, try func()) {
	t.Helper()
	searching := flag.Lookup("test.fuzz").Value.String() != "" || flag.Lookup("test.fuzzworker").Value.String() == "true"
	var before, after runtime.MemStats
	for range 3 {
		runtime.ReadMemStats(&before)
		begun := time.Now()
		try()
		took := time.Since(begun)
		runtime.ReadMemStats(&after)
		if made := after.TotalAlloc - before.TotalAlloc; searching && made > mostMemory {
			t.Errorf("%d MB were made for one input", made>>20)
		}
		if !searching || took < mostTime {
			return
		}
	}
	t.Error("one input took more than a second, three times")
}
