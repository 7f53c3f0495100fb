package preview

import (
	"bytes"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/site"
)

// undo takes the edits back out of a page, by their places alone.
func undo(page, served []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.at - b.at })
	var b bytes.Buffer
	from, done := 0, 0 // in what is served, and in the page
	for _, e := range edits {
		same := e.at - done
		b.Write(served[from : from+same])
		b.Write(page[e.at : e.at+e.cut]) // what was cut out is nowhere else
		from += same + len(e.put)
		done = e.at + e.cut
	}
	b.Write(served[from:])
	return b.Bytes()
}

// checkServed holds the served copy of a page to what it must be.
func checkServed(t *testing.T, s *Server, f site.File) {
	t.Helper()
	before := bytes.Clone(f.Content)
	edits, err := s.editsFor(s.current(), f, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		if e.cut > 0 && !bytes.HasPrefix(bytes.ToLower(f.Content[e.at:]), []byte("<meta")) {
			t.Errorf("%s: %q is cut out", f.Path, f.Content[e.at:e.at+e.cut])
		}
	}
	served := apply(f.Content, edits)
	if !bytes.Equal(undo(f.Content, served, edits), before) {
		t.Errorf("%s: without what was put in, the page is another one", f.Path)
	}
	if !bytes.Equal(f.Content, before) {
		t.Errorf("%s: the page itself was changed", f.Path)
	}
	if got := scan(served); len(got.policies) > 0 {
		t.Errorf("%s: the page's own policy is still there", f.Path)
	}
}

// TestPagesOfTheExampleAreServedAsBuilt puts the preview's parts into every page
// of the example site, and takes them out again.
func TestPagesOfTheExampleAreServedAsBuilt(t *testing.T) {
	t.Parallel()
	e, _ := example(t)
	s := newServer(t, Options{}, e)
	n := 0
	for _, f := range e.Output.Files {
		if path.Ext(f.Path) != ".html" {
			if got := body(s, "/"+f.Path); got != string(f.Content) && !strings.HasPrefix(f.Path, ".") {
				t.Errorf("%s is not served as it is", f.Path)
			}
			continue
		}
		n++
		checkServed(t, s, f)
		served := body(s, "/"+f.Path)
		if strings.Count(served, `id="np-panel"`) != 1 || !strings.HasSuffix(strings.TrimSpace(served), "</script></body></html>") {
			t.Errorf("%s: the panel is not once, at the end of the body", f.Path)
		}
		if strings.Contains(served, `http-equiv="Content-Security-Policy"`) {
			t.Errorf("%s: the page's own policy forbids the preview's script", f.Path)
		}
	}
	if n < 20 {
		t.Errorf("only %d pages were looked at", n)
	}
}

// example gives the example site as an edition without its acceptances, so that
// there is much to say, and its notices' findings.
func example(t testing.TB) (Edition, []notices.Finding) {
	t.Helper()
	read, err := load.Load(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	set, _ := inherit.Resolve(read.Corpus)
	var findings []notices.Finding
	var rows []Row
	for _, c := range set.Notices {
		findings = append(findings, notices.Finding{
			Rule: "data-categories-missing", Severity: notices.Error, Section: notices.DataSection, Notice: c.ID.Value, Pos: c.Title.Pos,
			Message: "The notice does not say what is held.", Fix: "Say what:\n\ndata:\n  - label: Name\n", Provisions: []string{"14(1)(d)"},
		}, notices.Finding{
			Rule: "wording-vague", Severity: notices.Advice, Section: notices.PurposesSection, Notice: c.ID.Value, Pos: c.Summary.Pos,
			Message: "“May” says little.", Fix: "Say what you do.",
		})
		rows = append(rows, Row{
			Notice: c.ID.Value, Title: c.Title.Value, File: c.Pos.File, Address: "notices/" + c.ID.Value + ".html",
			Standing: c.Standing(day), ReviewDue: day, Given: 9, Required: 15,
		})
	}
	out, wrong, err := site.Render(site.Input{Set: set, Findings: findings, Day: day, Preview: true})
	if err != nil || out == nil {
		t.Fatalf("render the example: %v %v", err, wrong)
	}
	return Edition{Output: out, Findings: findings, Rows: rows, Line: read.Sources.Line, Day: day}, findings
}

func TestScanFindsThePlacesOfAPage(t *testing.T) {
	t.Parallel()
	const text = `<!doctype html><html><head><META HTTP-EQUIV=' content-security-POLICY ' content=x><title></body></title></head>` +
		`<body class=x><!-- </body> --><h2 id="a">One &amp; <b>two</b></h2><textarea></body></textarea></body></html>`
	got := scan([]byte(text))
	if at := text[got.head:]; !strings.HasPrefix(at, "</head>") {
		t.Errorf("the head ends at %q", at)
	}
	if at := text[got.start:]; !strings.HasPrefix(at, "<!-- ") {
		t.Errorf("the body starts at %q", at)
	}
	if at := text[got.end:]; at != "</body></html>" {
		t.Errorf("the body ends at %q", at)
	}
	if h := got.headings["a"]; h.text != "One & two" || !strings.HasPrefix(text[h.end:], "<textarea>") {
		t.Errorf("the heading is %+v", h)
	}
	if len(got.policies) != 1 || !strings.HasPrefix(text[got.policies[0].at:], "<META") {
		t.Errorf("the policies are %+v", got.policies)
	}
}

// FuzzInjection holds the served copy of any page at all to what was built.
func FuzzInjection(f *testing.F) {
	for _, seed := range []string{
		"", "<", "x", "</body>", page("T", sections("x")), "<body></body><body></body>", "<meta http-equiv=content-security-policy", "</head><head><body",
		"<h2 id=data></h2></body><h2 id=retention>", "<script></body>", "<!--", "\x00<body>\xff</body>", "<svg><h2 id=data></svg></h2>", "<textarea><meta http-equiv=Content-Security-Policy>",
	} {
		f.Add([]byte(seed))
	}
	s := newServer(f, Options{Editor: "vscode://file/{path}"}, some())
	f.Fuzz(func(t *testing.T, content []byte) {
		file := site.File{Path: "notices/a.html", Content: content, Notice: "a", Source: "content/notices/a.md"}
		checkServed(t, s, file)
		if a := s.file(s.current(), file, "from before"); !bytes.Contains(a.body, []byte(a.digest)) {
			t.Error("the script does not know what it has")
		}
	})
}

func TestWhatIsPutInIsWellFormed(t *testing.T) {
	t.Parallel()
	s := newServer(t, Options{RulePage: func(string) (string, bool) { return "", true }}, some())
	for _, at := range []string{"/notices/a.html", "/notices/b.html", "/__notices/", "/notices/broken.html", "/nowhere.html"} {
		text := body(s, at)
		var open []string
		z := html.NewTokenizer(strings.NewReader(text))
		for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
			name, _ := z.TagName()
			switch tag := string(name); {
			case kind == html.StartTagToken && !slices.Contains([]string{"meta", "link", "br", "img", "input"}, tag):
				open = append(open, tag)
			case kind == html.EndTagToken && (len(open) == 0 || open[len(open)-1] != tag):
				t.Fatalf("%s: </%s> closes %v", at, tag, open)
			case kind == html.EndTagToken:
				open = open[:len(open)-1]
			}
		}
		if len(open) > 0 {
			t.Errorf("%s: %v are never closed", at, open)
		}
		if n := strings.Count(text, "<h1"); n != 1 {
			t.Errorf("%s has %d h1", at, n)
		}
	}
}
