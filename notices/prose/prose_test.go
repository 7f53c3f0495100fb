package prose_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices"
	"notices.example/notices/prose"
)

var update = flag.Bool("update", false, "write the expected results anew")

// Each file in testdata has a Markdown text, the problems that are found in it
// and, for each section, the HTML.
func TestTexts(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			input := archive.Files[0]
			got := []txtar.File{input}
			got = append(got, results(t, prose.Parse(markdown(string(input.Data))))...)
			if *update {
				archive.Files = got
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(asText(archive.Files), asText(got)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func results(t *testing.T, d *prose.Document) []txtar.File {
	t.Helper()
	var problems strings.Builder
	for _, p := range d.Problems {
		fmt.Fprintf(&problems, "%d:%d+%d %s %s: %s\n\t%s\n", p.Pos.Line, p.Pos.Col, p.Pos.Len, p.Severity, p.Rule, p.Message, p.Fix)
	}
	files := []txtar.File{{Name: "problems", Data: []byte(problems.String())}}
	for _, s := range d.Sections {
		html, err := d.HTML(s, prose.HTMLOptions{Level: s.Level, Href: href})
		if err != nil {
			t.Error(err)
		}
		name := fmt.Sprintf("section %d:%d h%d #%s %s", s.Pos.Line, s.Pos.Col, s.Level, s.ID, s.Title)
		files = append(files, txtar.File{Name: strings.TrimSpace(name), Data: []byte(html)})
	}
	return files
}

// href is what a site does with destinations: content files become pages.
func href(destination string) (string, bool) {
	if strings.HasPrefix(destination, "gone") {
		return "", false
	}
	file, fragment, local := prose.Target("content/notices/council-tax.md", destination)
	if !local || strings.HasPrefix(destination, "#") {
		return destination, true
	}
	page := "/" + strings.TrimSuffix(strings.TrimPrefix(file, "content/"), ".md") + ".html"
	if fragment != "" {
		page += "#" + fragment
	}
	return page, true
}

func asText(files []txtar.File) string {
	return string(txtar.Format(&txtar.Archive{Files: files}))
}

func TestPlaceOfAProblem(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		text notices.Markdown
		want notices.Pos
	}{
		{
			"in the body of a file",
			notices.Markdown{Source: "One.\n\nTwo <b>.\n", Pos: notices.Pos{File: "a.md", Line: 7, Col: 1}},
			notices.Pos{File: "a.md", Line: 9, Col: 5, Len: 3},
		},
		{
			"counts characters, not bytes",
			notices.Markdown{Source: "Ŵyr ŷch <b>\n", Pos: notices.Pos{File: "a.md", Line: 1, Col: 1}},
			notices.Pos{File: "a.md", Line: 1, Col: 9, Len: 3},
		},
		{
			"in an indented block of YAML, first line",
			notices.Markdown{Source: "a <b>\n", Pos: notices.Pos{File: "a.yaml", Line: 3, Col: 5}, Indent: 4},
			notices.Pos{File: "a.yaml", Line: 3, Col: 7, Len: 3},
		},
		{
			"in an indented block of YAML, further line",
			notices.Markdown{Source: "One.\n\n- a <b>\n", Pos: notices.Pos{File: "a.yaml", Line: 3, Col: 5}, Indent: 4},
			notices.Pos{File: "a.yaml", Line: 5, Col: 9, Len: 3},
		},
		{
			"on the line of a YAML key",
			notices.Markdown{Source: "See <b>", Pos: notices.Pos{File: "a.yaml", Line: 3, Col: 7}},
			notices.Pos{File: "a.yaml", Line: 3, Col: 11, Len: 3},
		},
		{
			"over two lines: the length of the first",
			notices.Markdown{Source: "See <b\nc='d'>", Pos: notices.Pos{File: "a.md", Line: 3, Col: 1}},
			notices.Pos{File: "a.md", Line: 3, Col: 5, Len: 2},
		},
		{
			"in a table",
			notices.Markdown{Source: "| a | b |\n|---|---|\n| c | <b> |\n", Pos: notices.Pos{File: "a.md", Line: 3, Col: 1}},
			notices.Pos{File: "a.md", Line: 5, Col: 7, Len: 3},
		},
		{
			"a link",
			notices.Markdown{Source: "See *our* [policy](file:///a).\n", Pos: notices.Pos{File: "a.md", Line: 3, Col: 1}},
			notices.Pos{File: "a.md", Line: 3, Col: 11, Len: 8},
		},
		{
			"the attributes of a heading",
			notices.Markdown{Source: "\n\n  ## Ŵyr {.large} \n", Pos: notices.Pos{File: "a.md", Line: 3, Col: 1}},
			notices.Pos{File: "a.md", Line: 5, Col: 10, Len: 8},
		},
		{
			"the attributes of an underlined heading",
			notices.Markdown{Source: "Who {.large}\n---\n", Pos: notices.Pos{File: "a.md", Line: 3, Col: 1}},
			notices.Pos{File: "a.md", Line: 3, Col: 5, Len: 8},
		},
		{
			"an HTML block",
			notices.Markdown{Source: "a\n\n<div>\nb\n</div>\n", Pos: notices.Pos{File: "a.md", Line: 3, Col: 1}},
			notices.Pos{File: "a.md", Line: 5, Col: 1, Len: 5},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			problems := prose.Parse(tt.text).Problems
			if len(problems) != 1 {
				t.Fatalf("%d problems, want 1: %v", len(problems), problems)
			}
			if diff := cmp.Diff(tt.want, problems[0].Pos); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestPassagesKnowTheirPlace(t *testing.T) {
	t.Parallel()
	d := prose.Parse(markdown("## Who *sees*\nit\n\n- We may\n  share &amp; keep\n- Second\n"))
	var got []string
	for _, p := range d.Passages {
		got = append(got, p.Text)
	}
	want := []string{"Who sees", "it", "We may share & keep", "Second"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("(-want +got)\n%s", diff)
	}
	p := d.Passages[2]
	may, share, keep := strings.Index(p.Text, "may"), strings.Index(p.Text, "share"), strings.Index(p.Text, "keep")
	for _, tt := range []struct {
		start, stop int
		want        notices.Pos
	}{
		{may, may + len("may"), notices.Pos{File: "content/notices/council-tax.md", Line: 13, Col: 6, Len: 3}},
		{share, share + len("share"), notices.Pos{File: "content/notices/council-tax.md", Line: 14, Col: 3, Len: 5}},
		{share + 6, share + 7, notices.Pos{File: "content/notices/council-tax.md", Line: 14, Col: 9}}, // an escape has no length
		{keep, keep + len("keep"), notices.Pos{File: "content/notices/council-tax.md", Line: 14, Col: 15, Len: 4}},
	} {
		if diff := cmp.Diff(tt.want, p.Place(tt.start, tt.stop)); diff != "" {
			t.Errorf("place of %q (-want +got)\n%s", p.Text[tt.start:tt.stop], diff)
		}
	}
}

// Marks that turn out to be none, such as a lone bracket, end no underline.
func TestBracketsAreUnderlinedWithWhatIsInThem(t *testing.T) {
	t.Parallel()
	p := prose.Parse(markdown("Write to [name of body] *today* [now\n")).Passages[0]
	for words, length := range map[string]int{"[name of body]": 14, "to [name": 8, "today": 5, "[now": 4} {
		start := strings.Index(p.Text, words)
		if got := p.Place(start, start+len(words)); got.Len != length || got.Col == 0 {
			t.Errorf("%q: got %+v, want %d long", words, got, length)
		}
	}
}

func TestHeadingsFitUnderTheSectionOfThePage(t *testing.T) {
	t.Parallel()
	d := prose.Parse(markdown("### Rights\n\n#### Access\n\n###### Deep\n"))
	html, err := d.HTML(d.Sections[0], prose.HTMLOptions{Level: 2, IDPrefix: "cctv--"})
	if err != nil {
		t.Fatal(err)
	}
	want := `<h3 id="cctv--access">Access</h3>` + "\n" + `<h5 id="cctv--deep">Deep</h5>` + "\n"
	if diff := cmp.Diff(want, string(html)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	again, err := d.HTML(d.Sections[0], prose.HTMLOptions{Level: 5})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(again), `<h6 id="access">`) {
		t.Errorf("a second rendering depends on the first:\n%s", again)
	}
}

func TestSectionByID(t *testing.T) {
	t.Parallel()
	d := prose.Parse(markdown("Before.\n\n## Who sees it {#recipients}\n\nUs.\n"))
	s, ok := d.Section(string(notices.RecipientsSection))
	if !ok || s.Title != "Who sees it" {
		t.Errorf("got %q, %t", s.Title, ok)
	}
	if _, ok := d.Section("retention"); ok {
		t.Error("found a section that is not there")
	}
}

func TestADocumentServesSeveralGoroutines(t *testing.T) {
	t.Parallel()
	d := prose.Parse(markdown("## A\n\n### B\n\n[c](d.md) <https://example.gov.uk>\n\n|a|\n|-:|\n|b|\n"))
	var group sync.WaitGroup
	for level := range 4 {
		group.Go(func() {
			html, err := d.HTML(d.Sections[0], prose.HTMLOptions{Level: 1 + level, Href: href})
			if want := fmt.Sprintf(`<h%d id="b">`, 2+level); err != nil || !strings.Contains(string(html), want) {
				t.Errorf("no %s in %s (%v)", want, html, err)
			}
		})
	}
	group.Wait()
}

// A sign behind a backslash stands for itself, in headings and in words.
func TestASignBehindABackslashIsTheSign(t *testing.T) {
	t.Parallel()
	doc := prose.Parse(notices.Markdown{Source: "## A \\* b\n\nC \\[d\\] and \\\\ e.\n", Pos: notices.Pos{File: "a.md", Line: 1, Col: 1}})
	if title := doc.Sections[len(doc.Sections)-1].Title; title != "A * b" {
		t.Errorf("the heading is %q", title)
	}
	if text := doc.Passages[len(doc.Passages)-1].Text; text != `C [d] and \ e.` {
		t.Errorf("the words are %q", text)
	}
}
