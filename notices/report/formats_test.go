package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	unsafe "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"notices.example/notices"
	"notices.example/notices/report"
	"notices.example/notices/rules"
)

func written(t testing.TB, format string, r report.Report) []byte {
	t.Helper()
	for _, f := range report.Formats() {
		if f.Name == format {
			var b bytes.Buffer
			if err := f.Write(&b, r); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}
	}
	t.Fatalf("there is no format %s", format)
	return nil
}

func TestFormats(t *testing.T) {
	t.Parallel()
	for _, f := range report.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			t.Parallel()
			golden(t, "full."+f.Name, written(t, f.Name, full()))
		})
	}
}

// Nothing from a content file can steer whatever shows a report.
func TestNoFormatHasHiddenCharacters(t *testing.T) {
	t.Parallel()
	for _, f := range report.Formats() {
		if f.Name == "json" {
			continue // for programs: its strings are what the files hold
		}
		text := strings.TrimPrefix(string(written(t, f.Name, full())), "\ufeff")
		for _, bad := range []string{"\x00", "\x1b", "\u202e", "\\u0000", "\\u001b", "\\u202e", "&#xFFFD;"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s has %q", f.Name, bad)
			}
		}
	}
}

func TestEveryFormatSaysWhatIsAccepted(t *testing.T) {
	t.Parallel()
	for _, f := range report.Formats() {
		r := full()
		r.Findings = []notices.Finding{shared("garages", acceptedBy("Clerk"))}
		text := string(written(t, f.Name, r))
		for _, want := range []string{"The post is vacant.", "Clerk", "2026-12-31"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q:\n%s", f.Name, want, text)
			}
		}
	}
}

func TestWritingAFormatCanFail(t *testing.T) {
	t.Parallel()
	for _, f := range report.Formats() {
		if err := f.Write(broken{}, full()); err == nil {
			t.Errorf("%s: no error", f.Name)
		}
	}
}

func TestEveryFormatOfAnEmptySite(t *testing.T) {
	t.Parallel()
	for _, f := range report.Formats() {
		if err := f.Write(io.Discard, report.Report{}); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func TestSARIFIsAsTheStandardSays(t *testing.T) {
	t.Parallel()
	schema, err := jsonschema.NewCompiler().Compile("testdata/schema/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]report.Report{"full": full(), "empty": {Program: "notices"}} {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, "sarif", r)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if schema.Validate(map[string]any{"version": "2.1.0"}) == nil {
		t.Error("the schema takes a report without runs")
	}
}

func TestJUnitCountsWhatItHolds(t *testing.T) {
	t.Parallel()
	type suite struct {
		Name     string `xml:"name,attr"`
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Skipped  int    `xml:"skipped,attr"`
		Cases    []struct {
			Name    string    `xml:"name,attr"`
			Failure *struct{} `xml:"failure"`
			Skipped *struct{} `xml:"skipped"`
		} `xml:"testcase"`
	}
	var all struct {
		Suites []suite `xml:"testsuite"`
	}
	if err := xml.Unmarshal(written(t, "junit", full()), &all); err != nil {
		t.Fatal(err)
	}
	failed := 0
	for _, s := range all.Suites {
		names, failures, skipped := map[string]bool{}, 0, 0
		for _, c := range s.Cases {
			if names[c.Name] {
				t.Errorf("%s: two tests are called %s", s.Name, c.Name)
			}
			names[c.Name] = true
			if c.Failure != nil {
				failures++
			}
			if c.Skipped != nil {
				skipped++
			}
		}
		if s.Tests != len(s.Cases) || s.Failures != failures || s.Skipped != skipped {
			t.Errorf("%s says %d tests, %d failed, %d skipped; it has %d, %d, %d", s.Name, s.Tests, s.Failures, s.Skipped, len(s.Cases), failures, skipped)
		}
		failed += failures
	}
	blocking := 0
	for _, f := range full().Findings {
		if f.Blocks() {
			blocking++
		}
	}
	if failed != blocking {
		t.Errorf("%d tests failed, and %d findings block", failed, blocking)
	}
}

// GitHub takes every line that begins with :: for a command. There must be one
// for each annotation and nothing else, and no more than GitHub keeps.
func TestAnnotationsAreAsManyAsGitHubKeeps(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 10, 11, 500} {
		var list []notices.Finding
		for i := range n {
			list = append(list, shared("a", func(f *notices.Finding) { f.Pos.Line = i + 1 }))
		}
		lines := strings.Split(strings.TrimSuffix(string(written(t, "github", report.Report{Findings: list})), "\n"), "\n")
		want := min(n, 10)
		if n == 0 {
			want = 1 // an empty text is one empty line
		}
		if len(lines) != want {
			t.Errorf("%d findings give %d annotations, want %d", n, len(lines), want)
		}
		if more := fmt.Sprintf("There are %d more", n-9); n > 10 != strings.Contains(lines[len(lines)-1], more) {
			t.Errorf("%d findings: the last line is %s", n, lines[len(lines)-1])
		}
	}
}

func TestAnnotationsOfHostileWordsAreOneLineEach(t *testing.T) {
	t.Parallel()
	for l := range strings.Lines(string(written(t, "github", full()))) {
		if !strings.HasPrefix(l, "::error ") && !strings.HasPrefix(l, "::warning ") && !strings.HasPrefix(l, "::notice ") {
			t.Errorf("this is no annotation: %s", l)
		}
	}
}

func TestALogHoldsNoCommands(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"a\n  ::error::x\n##[group]y\nb ::c\n": "a\n  : :error::x\n# #[group]y\nb ::c\n",
		"\u00a0\u3000::error::x":               "\u00a0\u3000: :error::x",
		"a ##vso[task.setvariable]b":           "a # #vso[task.setvariable]b",
		"##TeamCity[message text='a']":         "# #TeamCity[message text='a']",
		"###[error]":                           "## #[error]",
		"## Heading\n::":                       "## Heading\n: :",
	} {
		if got := report.WithoutCommands(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestGitLabTakesEveryIssue(t *testing.T) {
	t.Parallel()
	var issues []struct {
		Description, Fingerprint, Severity string
		Location                           struct {
			Path  string
			Lines struct{ Begin int }
		}
	}
	if err := json.Unmarshal(written(t, "gitlab", full()), &issues); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, i := range issues {
		if i.Description == "" || i.Location.Lines.Begin < 1 || !strings.HasPrefix(i.Location.Path, "privacy/content/") {
			t.Errorf("GitLab cannot place %+v", i)
		}
		if seen[i.Fingerprint] {
			t.Errorf("the fingerprint of %s is there twice, so GitLab drops it", i.Description)
		}
		seen[i.Fingerprint] = true
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	t.Parallel()
	text, marked := strings.CutPrefix(string(written(t, "csv", full())), "\ufeff")
	if !marked {
		t.Error("there is no byte order mark, so Excel shows other letters")
	}
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		for _, cell := range l {
			if cell = strings.TrimSpace(cell); cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("a spreadsheet would work this out: %s", cell)
			}
		}
	}
}

// The page holds no element but those of its own template.
func TestThePageOfTheMatrixHoldsNoElementFromContent(t *testing.T) {
	t.Parallel()
	root, err := html.Parse(bytes.NewReader(written(t, "html", full())))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script", "img", "iframe", "link", "object":
			t.Errorf("there is a <%s>", n.Data)
		case "th":
			if !hasScope(n) {
				t.Error("a <th> has no scope")
			}
		}
	}
}

func hasScope(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "scope" && (a.Val == "row" || a.Val == "col") {
			return true
		}
	}
	return false
}

func TestMarkdownStaysWithinTheLimit(t *testing.T) {
	t.Parallel()
	var list []notices.Finding
	for i := range 3000 {
		list = append(list, shared("a", func(f *notices.Finding) { f.Pos.Line = i + 1 }))
	}
	text := written(t, "markdown", report.Report{Findings: list})
	if len(text) > 65_536 || len(text) < 60_000 {
		t.Errorf("it has %d bytes", len(text))
	}
	left := 3000 - bytes.Count(text, []byte("- **error**"))
	if want := fmt.Sprintf("no room here for %d more findings", left); !bytes.Contains(text, []byte(want)) {
		t.Errorf("it does not say %q:\n%s", want, text[len(text)-300:])
	}
}

// Writing takes time in proportion to what there is to write.
func BenchmarkFormats(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		r := full()
		r.Findings = nil
		for i := range n {
			r.Findings = append(r.Findings, shared(fmt.Sprint("n", i), func(f *notices.Finding) { f.Pos.Line = i/3 + 1 }))
			r.Matrix.Rows = append(r.Matrix.Rows, rules.Row{Notice: fmt.Sprint("n", i), Cells: r.Matrix.Rows[0].Cells})
		}
		for _, f := range report.Formats() {
			b.Run(fmt.Sprintf("%s/%d", f.Name, n), func(b *testing.B) {
				for b.Loop() {
					if err := f.Write(io.Discard, r); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func TestJSONIsAsItsSchemaSays(t *testing.T) {
	t.Parallel()
	schema, err := jsonschema.NewCompiler().Compile("../../docs/report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]report.Report{"full": full(), "empty": {Program: "notices"}} {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, "json", r)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// naming matches how GitHub and GitLab name people, issues, changes and labels. They
// look for it in what markup leaves, but not in code.
var naming = regexp.MustCompile(`[@#!%~&$][\pL\d"]`)

// Words from content become no link, no picture and no element, as GitHub and
// GitLab read Markdown.
func TestMarkdownFromContentIsWords(t *testing.T) {
	t.Parallel()
	var page bytes.Buffer
	reader := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(unsafe.WithUnsafe()))
	if err := reader.Convert(written(t, "markdown", full()), &page); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode:
			text.WriteString(n.Data)
			if names := naming.FindAllString(n.Data, -1); n.Parent.Data != "code" && len(names) > 0 {
				t.Errorf("these may name something on GitHub or GitLab: %q", names)
			}
		case n.Type == html.CommentNode || n.Data == "script" || n.Data == "img":
			t.Errorf("there is a <%s>", n.Data)
		case n.Data == "a" && !strings.HasPrefix(n.Attr[0].Val, "https://law.example/"):
			t.Errorf("there is a link to %s", n.Attr[0].Val)
		}
	}
	for _, want := range []string{"It says “<script>alert(1)</script>”.", "It says “a | b”.", "[x](https://evil.example) {0}"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q is not among the words", want)
		}
	}
}
