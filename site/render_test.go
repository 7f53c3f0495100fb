package site_test

import (
	"bytes"
	"flag"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"notices.example/notices"
	"notices.example/site"
)

var update = flag.Bool("update", false, "write the golden pages")

func input() site.Input {
	return site.Input{Set: fixture(), Findings: findings(), Day: today, Version: "test"}
}

func render(t testing.TB, in site.Input) *site.Output {
	t.Helper()
	out, found, err := site.Render(faced(in))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("%s: %s: %s", f.Pos, f.Rule, f.Message)
	}
	if out == nil {
		t.Fatal("there is no output")
	}
	return out
}

// page gives one page, on a line for each element so that it can be compared.
func page(t testing.TB, out *site.Output, name string) string {
	t.Helper()
	content, there := out.File(name)
	if !there {
		t.Fatalf("there is no page %s", name)
	}
	return readable(content)
}

var (
	element   = regexp.MustCompile(`<(?:html|head|title|meta|link|body|header|footer|nav|main|article|section|h\d|p|ul|ol|li|dl|dt|dd|div|table|caption|thead|tbody|tr|th|td|address)[ >]`)
	styleName = regexp.MustCompile(`assets/site\.[0-9a-f]+\.css`)
)

func readable(content []byte) string {
	s := element.ReplaceAllStringFunc(string(content), func(tag string) string { return "\n" + tag })
	return strings.TrimSpace(styleName.ReplaceAllString(s, "assets/site.css")) + "\n"
}

func TestPagesAreAsTheGoldenOnes(t *testing.T) {
	t.Parallel()
	const golden = "testdata/pages.txtar"
	out := render(t, input())
	archive := txtar.Archive{Comment: []byte("The pages of the site in fixture_test.go, an element a line.\nUpdated by go test ./site -update.\n")}
	for _, f := range out.Files {
		if path.Ext(f.Path) == ".html" && !strings.Contains(f.Path, ".large.") || strings.HasSuffix(f.Path, "garden-waste.txt") {
			archive.Files = append(archive.Files, txtar.File{Name: f.Path, Data: []byte(readable(f.Content))})
		}
	}
	if *update {
		if err := os.WriteFile(golden, txtar.Format(&archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range archive.Files {
		if i >= len(want.Files) || want.Files[i].Name != f.Name {
			t.Fatalf("page %s is not among the golden ones at its place; run with -update and look at the difference", f.Name)
		}
		if diff := cmp.Diff(strings.Split(string(want.Files[i].Data), "\n"), strings.Split(string(f.Data), "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, diff)
		}
	}
}

func TestPagesHoldNothingThatLeadsNowhere(t *testing.T) {
	t.Parallel()
	checkPages(t, render(t, input()), "/notices/")
	in := input()
	in.Set = many(fixture())
	checkPages(t, render(t, in), "/notices/")
	in.Draft = true
	checkPages(t, render(t, in), "/notices/")
}

// wholeFiles compares the content of files as a whole, and so in no time.
func wholeFiles() cmp.Option { return cmp.Comparer(bytes.Equal) }

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	first := render(t, input())
	for range 3 {
		if diff := cmp.Diff(first, render(t, input()), wholeFiles()); diff != "" {
			t.Fatalf("another run (-first +later):\n%s", diff)
		}
	}
	again := input()
	slices.Reverse(again.Findings)
	if diff := cmp.Diff(first, render(t, again), wholeFiles()); diff != "" {
		t.Errorf("findings in another order (-first +later):\n%s", diff)
	}
}

func TestMakingPagesSmallerKeepsTheirWords(t *testing.T) {
	t.Parallel()
	whole, err := site.Unminified(faced(input()))
	if err != nil {
		t.Fatal(err)
	}
	out := render(t, input())
	for name, before := range whole {
		after, _ := out.File(name)
		if diff := cmp.Diff(words(t, before), words(t, after)); diff != "" {
			t.Errorf("%s (-before +after):\n%s", name, diff)
		}
	}
}

// words gives the words and attributes of a page in their order.
func words(t *testing.T, page []byte) (all []string) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			all = append(all, strings.Fields(n.Data)...)
		}
		for _, a := range n.Attr {
			all = append(all, n.Data+" "+a.Key+"="+strings.Join(strings.Fields(a.Val), " "))
		}
	}
	return all
}

func TestTheStyleSheetStaysSmallAndLoadsNothing(t *testing.T) {
	t.Parallel()
	for _, f := range render(t, input()).Files {
		if path.Ext(f.Path) != ".css" {
			continue
		}
		if len(f.Content) >= 10<<10 {
			t.Errorf("%s has %d bytes, and must have less than 10 KB", f.Path, len(f.Content))
		}
		if bytes.Contains(f.Content, []byte("url(")) || bytes.Contains(f.Content, []byte("@import")) {
			t.Errorf("%s loads something", f.Path)
		}
	}
}

func TestDraftsAreShownOnlyWhenAskedFor(t *testing.T) {
	t.Parallel()
	in := input()
	for _, c := range in.Set.Notices {
		if c.ID.Value == "wendle/allotments" {
			c.Status, c.Written.Status = term("draft"), term("draft")
			c.OpenQuestions = []notices.OpenQuestion{{Question: text("How long are waiting lists kept?"), For: text("Data protection officer")}}
		}
	}
	plain := render(t, in)
	if _, there := plain.File("notices/wendle/allotments.html"); there {
		t.Error("a draft is published")
	}
	if strings.Contains(page(t, plain, "notices/wendle/council.html"), "allotments.html") {
		t.Error("a published page links to a draft")
	}
	in.Draft = true
	in.Findings[0].Accepted = nil
	draft := render(t, in)
	for _, f := range draft.Files {
		if path.Ext(f.Path) == ".html" && !bytes.Contains(f.Content, []byte("tag draft")) && !bytes.Contains(f.Content, []byte("http-equiv=\"refresh\"")) {
			t.Errorf("%s is not marked as a draft", f.Path)
		}
	}
	got := page(t, draft, "notices/wendle/allotments.html")
	for _, want := range []string{"Draft notice", "How long are waiting lists kept?", "We do not yet say how long we keep your information."} {
		if !strings.Contains(got, want) {
			t.Errorf("the draft does not show %q", want)
		}
	}
}

func TestAcceptedGapsAreShownHonestly(t *testing.T) {
	t.Parallel()
	got := page(t, render(t, input()), "notices/wendle/allotments.html")
	for _, want := range []string{"What this notice does not yet say", "schedule of the former district", "30 June 2027", "Data protection officer"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not show %q", want)
		}
	}
	in := input()
	in.Findings = nil
	if got := page(t, render(t, in), "notices/wendle/allotments.html"); strings.Contains(got, `id="retention"`) {
		t.Error("a section with nothing in it is shown")
	}
}

func TestHostileWordsStayWords(t *testing.T) {
	t.Parallel()
	for _, hostile := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</title><svg onload=alert(1)>`, `javascript:alert(1)`,
		`{{.Title}}`, `' onmouseover='alert(1)`, `<!--`, `]]>&amp;&#60;`,
	} {
		in := input()
		for _, c := range in.Set.Notices {
			c.Title, c.Summary = text(hostile), text(hostile)
			for i := range c.Purposes {
				c.Purposes[i].Purpose = text(hostile)
			}
			for i := range c.Data {
				c.Data[i].Label = text(hostile)
			}
		}
		in.Set.Organisations["wendle"].Name = text(hostile)
		in.Set.Corpus.Site.Banner = text(hostile)
		out := render(t, in)
		checkPages(t, out, "/notices/")
		content, _ := out.File("notices/wendle/allotments.html")
		root, err := html.Parse(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			if n.Data == "h1" && n.Type == html.ElementNode && textOf(n) != hostile {
				t.Errorf("the title %q is shown as %q", hostile, textOf(n))
			}
		}
	}
}

func TestTwoPagesWithOneAddressAreAFinding(t *testing.T) {
	t.Parallel()
	in := input()
	in.Set.Corpus.Pages = append(in.Set.Corpus.Pages, &notices.Page{Pos: at("pages/Cookies.md"), ID: id("Cookies"), Title: text("Cookies")})
	in.Set.Corpus.Site.Redirects = []notices.Redirect{{From: link("/index.html"), To: link("/glossary.html")}, {From: link("/old"), To: link("/nowhere.html")}}
	out, found, err := site.Render(faced(in))
	if err != nil || out != nil {
		t.Fatalf("got output %v, error %v", out != nil, err)
	}
	var got []string
	for _, f := range found {
		got = append(got, f.Rule)
	}
	slices.Sort(got)
	if diff := cmp.Diff([]string{"address-taken", "address-taken", "redirect-invalid"}, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

func TestOwnLayoutsReplaceBuiltInOnes(t *testing.T) {
	t.Parallel()
	in := input()
	in.Overrides = fstest.MapFS{
		"layouts/glossary.html": {Data: []byte(`{{template "partials/top.html" .Page}}<h1>{{.Title.Value}}</h1>{{template "partials/mine.html" .}}{{template "partials/bottom.html" .Page}}`)},
		"partials/mine.html":    {Data: []byte("\ufeff<p>{{len .Terms}} words of ours</p>")},
		"partials/contents.css": {Data: []byte(".contents{color:teal}")},
	}
	out := render(t, in)
	if got := page(t, out, "glossary.html"); !strings.Contains(got, "words of ours") {
		t.Errorf("the layout is not used:\n%s", got)
	}
	for _, f := range out.Files {
		if path.Ext(f.Path) == ".css" && !bytes.Contains(f.Content, []byte("teal")) {
			t.Error("the style is not used")
		}
	}
}

func TestMistakesInOwnLayoutsAreFindings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, file, source, rule, place, says string }{
		{"misspelt field", "layouts/home.html", "<h1>\n{{.Titel}}</h1>", "layout-invalid", "layouts/home.html:2:3", "Titel"},
		{"misspelt field in a branch", "partials/kept.html", "{{if .Period}}{{.Perod}}{{end}}", "layout-invalid", "partials/kept.html:1:17", "Perod"},
		{"unclosed action", "layouts/home.html", "{{if .Title}}", "layout-invalid", "layouts/home.html:1", "unexpected EOF"},
		{"unknown function", "layouts/home.html", `{{env "HOME"}}`, "layout-invalid", "layouts/home.html:1", "env"},
		{"unclosed attribute", "layouts/home.html", `<a href="{{.Title.Value}}`, "layout-invalid", "layouts/home.html", ""},
		{"script", "layouts/home.html", `<h1>x</h1><script src="https://x.example/a.js"></script>`, "layout-unsafe", "layouts/home.html:1:1", "script"},
		{"inline style", "layouts/home.html", `<h1 style="color:red">x</h1>`, "layout-unsafe", "layouts/home.html:1:1", "style"},
		{"remote image", "layouts/home.html", `<h1>x</h1><img src="https://x.example/a.png" alt="">`, "layout-unsafe", "layouts/home.html:1:1", "a.png"},
		{"unknown word", "layouts/words.en.yaml", "key_facts:\n  wy: Why\n", "layout-invalid", "layouts/words.en.yaml:1:1", "key_facts/wy"},
		{"remote font", "partials/x.css", `@font-face{font-family:x;src:url(https://x.example/a.woff2)}`, "layout-unsafe", "partials/x.css:1:1", "url"},
		{"endless", "layouts/home.html", `{{range $i := 900000000}}xxxxxxxxxxxxxxxxxxxxxxxx{{end}}`, "layout-invalid", "layouts/home.html", "5 MiB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			in := input()
			in.Overrides = fstest.MapFS{c.file: {Data: []byte(c.source)}}
			out, found, err := site.Render(faced(in))
			if err != nil || out != nil || len(found) != 1 {
				t.Fatalf("got output %v, findings %v, error %v", out != nil, found, err)
			}
			f := found[0]
			if f.Rule != c.rule || f.Pos.String() != c.place || !strings.Contains(f.Message, c.says) {
				t.Errorf("got %s at %s: %s", f.Rule, f.Pos, f.Message)
			}
		})
	}
}

func TestAMistakeNamesTheFieldsThereAre(t *testing.T) {
	t.Parallel()
	in := input()
	in.Overrides = fstest.MapFS{"partials/kept.html": {Data: []byte("{{.Perod}}")}}
	_, found, _ := site.Render(faced(in))
	if len(found) == 0 || !strings.Contains(found[0].Fix, "Period, Criteria, After, From, Then, Only") {
		t.Errorf("got %v", found)
	}
}

func TestEveryRuleIsExplained(t *testing.T) {
	t.Parallel()
	for _, r := range site.Rules() {
		if r.ID == "" || r.Title == "" || r.Severity == 0 || r.Why == "" || r.Bad == "" || r.Good == "" {
			t.Errorf("%s is not explained in full", r.ID)
		}
	}
}
