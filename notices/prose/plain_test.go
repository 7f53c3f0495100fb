package prose_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"notices.example/notices"
	"notices.example/notices/prose"
)

// plainTexts are read without goldmark; nearlyPlain are not.
var (
	plainTexts = []string{
		"", "\n", "\n\n\n", "One line", "One line\n", "Two lines,\nof one paragraph.\n\nAnd another one.\n",
		"## Who sees it {#recipients}\n\nThe firm that prints.\n", "# One\n## Two\nWords at once\n### Three\n#### Four\n## Five\n",
		"Words\n## That end here\n\n### Below\n\nWords\n", "## A {#a}\n## A {#a}\n## A\n", "## Where {#header}\n", "## -- {#-}\n## !\n",
		"### Deep {#recipients}\n#### Deeper {#rights}\n## Up {#rights}\n", "## Two words   {#two}\n", "# Top {#top}\n# More\n",
		"See [our notice](../b.md), [the\nlist](https://a.example/list?a=1#b) and\n[more](mailto:a@b.example).\n",
		"[First](a.md)[second](a.md#x)\n[third](b.md)\n", "[here](a.md)", "[ a ](a.md) b\n", "[\na](a.md) b\n", "A [b](//c.example)! And [!](http://d.example/_x_)\n",
		"What now! Now! And [so! on](a.md)! \u201cYes!\u201d\n!\n", "Bread & butter &\n", "2026 was a year\n10.30 is the time\n1.5 hours, 12) or so\n",
		"Ŵyr ac wyres\n\n\u00a0\n\né\n", "## Ŵyr a’i nain\n\n\u00a0x [é é](a.md)\n", "(a) b\n\n\"c\" 'd'\n",
	}
	nearlyPlain = []string{
		" a", "a \nb", "a\n b", "a\tb", "a  \nb\n", "- a\n", "1. a\n", "1.\n", "12) a\n", "* a\n", "> a\n", "a\n===\n", "a\n---\n", "***\n", "a | b\n--|--\n",
		"a *b*\n", "a_b\n", "`a`\n", "<b>\n", "<https://a.example>\n", "![a](b.png)\n", "a ![a](b.png)\n", "[a]: b.md\n\n[a]\n", "[a]\n", "[a](b c)\n",
		"[a](b.md \"c\")\n", "[a](<b>)\n", "[](b.md)\n", "[a]()\n", "[a\n](b.md)\n", "[[a](b.md)](c.md)\n", "[a](b\n.md)\n", "[a](b", "[a", "a]", "[a](b(c)d)\n",
		"&amp;\n", "a &copy; b\n", "\\a\n", "#a\n", "##\n", "## \n", "##  a\n", "## a ##\n", "## a {.b}\n", "## a {#b} c\n", "## {#a}\n", "## a {#B}\n", "####### a\n",
		"## [a](b.md)\n", "~~~\na\n~~~\n", "a\x00b\n", "a\rb\n", "+ a\n", ": a\n", "{#no} id\n", "## More {#}\n", "[é](á.md)\n",
	}
)

// A plain text is read as goldmark reads it: the same words, places, links, problems
// and HTML.
func TestPlainTextsAreReadAsOthersAre(t *testing.T) {
	t.Parallel()
	for _, text := range plainTexts {
		if !prose.Parse(markdown(text)).IsPlain() {
			t.Errorf("%q is not taken for plain", text)
		}
		checkPlain(t, markdown(text))
	}
	for _, text := range nearlyPlain {
		if prose.Parse(markdown(text)).IsPlain() {
			t.Errorf("%q is taken for plain", text)
		}
	}
	for _, m := range []notices.Markdown{
		{Source: strings.Join(plainTexts, "\n"), Pos: notices.Pos{File: "content/notices/a.yaml", Line: 3, Col: 7}, Indent: 2},
		{Source: "a\n\n" + strings.Repeat("x", 20_001)}, {Source: strings.Repeat("long line of a paragraph\n", 3_000)},
		{Source: strings.Repeat("[a](b_c.md)\n", 600)}, {Source: strings.Repeat("## a {#b}\n", 60)}, {Source: strings.Repeat("a\n\n", 2_000)},
	} {
		checkPlain(t, m)
	}
}

// Headings, links and marks in all orders are read as goldmark reads them.
func FuzzPlain(f *testing.F) {
	for _, text := range append(plainTexts, nearlyPlain...) {
		f.Add(text)
	}
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(txtar.Parse(data).Files[0].Data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) { // as all text is that load gives
			checkPlain(t, markdown(text))
		}
	})
}

// checkPlain holds what is read of a text to what is read by goldmark.
func checkPlain(t *testing.T, m notices.Markdown) {
	t.Helper()
	got := prose.Parse(m)
	if !got.IsPlain() {
		return
	}
	checkForPage(t, got, prose.ParseForPage(m))
	want := prose.ParseInGeneral(m)
	if diff := cmp.Diff(allOf(want), allOf(got), cmpopts.IgnoreUnexported(prose.Section{}, prose.Passage{})); diff != "" {
		t.Errorf("%q (-want +got):\n%s", m.Source, diff)
	}
}

// all is whatever can be known of a document.
type all struct {
	Headings []prose.Heading
	Links    []prose.Link
	Images   []prose.Image
	Passages []prose.Passage
	Problems []notices.Finding
	Sections []prose.Section
	Places   []notices.Pos
	HTML     []string
}

func allOf(d *prose.Document) all {
	a := all{
		Headings: append([]prose.Heading(nil), d.Headings...), Links: append([]prose.Link(nil), d.Links...), Images: d.Images,
		Passages: append([]prose.Passage(nil), d.Passages...), Problems: d.Problems, Sections: append([]prose.Section(nil), d.Sections...),
	}
	for _, p := range d.Passages {
		for start := 0; start < len(p.Text); start += 1 + len(p.Text)/20 {
			for _, stop := range []int{start, start + 1, start + 5, len(p.Text)} {
				a.Places = append(a.Places, p.Place(start, min(stop, len(p.Text))))
			}
		}
	}
	for _, s := range d.Sections {
		for _, o := range []prose.HTMLOptions{{Level: 2}, {Level: 3, IDPrefix: "x-", Explain: explainAll("a", "e b", "e\nb", "the")}} {
			out, err := d.HTML(s, o)
			a.HTML = append(a.HTML, fmt.Sprint(string(out), err))
		}
	}
	return a
}
