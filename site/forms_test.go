package site_test

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"notices.example/site"
)

// checkForms holds the other forms of every notice to its page: no word of the
// page is lost in either.
func checkForms(t *testing.T, out *site.Output) {
	t.Helper()
	found := 0
	for _, f := range out.Files {
		if !strings.HasPrefix(f.Path, "notices/") || path.Ext(f.Path) != ".txt" {
			continue
		}
		found++
		name := strings.TrimSuffix(f.Path, ".txt")
		id, lang, other := strings.Cut(name, ".")
		large := id + ".large.html"
		if other {
			large = id + ".large." + lang + ".html"
		}
		checkLarge(t, out, name+".html", large)
		content, _ := out.File(name + ".html")
		text := letters(string(f.Content))
		for _, words := range mainWords(t, content) {
			if words != "Plain text" && words != "Testun plaen" && !strings.Contains(text, letters(words)) {
				t.Errorf("%s does not say %q", f.Path, words)
			}
		}
		for line := range strings.Lines(string(f.Content)) {
			if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > 72 && strings.Contains(strings.TrimSpace(line), " ") && !strings.Contains(line, "://") {
				t.Errorf("%s has a line of %d characters: %q", f.Path, n, line)
			}
		}
	}
	if found == 0 {
		t.Error("no notice has a plain text")
	}
}

func checkLarge(t *testing.T, out *site.Output, name, largeName string) {
	t.Helper()
	content, _ := out.File(name)
	large, there := out.File(largeName)
	if !there {
		t.Errorf("there is no %s", largeName)
		return
	}
	if bytes.Contains(large, []byte("<table")) || !bytes.Contains(large, []byte(`content="noindex"`)) || !bytes.Contains(large, []byte(`class="large"`)) {
		t.Errorf("%s is not in large print, or not kept from search engines", largeName)
	}
	said := letters(strings.Join(mainWords(t, large), " "))
	for _, words := range mainWords(t, content) {
		if words != "Large print" && words != "Print bras" && !strings.Contains(said, letters(words)) {
			t.Errorf("%s does not say %q", largeName, words)
		}
	}
}

// mainWords gives each run of words in the main part of a page that is not a list
// of its own headings, nor the name of a column, which stands in every row that
// has a value, nor in a picture, beside which the same stands in words.
func mainWords(t *testing.T, page []byte) (all []string) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var visit func(n *html.Node, within bool)
	visit = func(n *html.Node, within bool) {
		if n.Data == "nav" || n.Data == "thead" || n.Data == "svg" || isOnlyForScreens(n) {
			return
		}
		within = within || n.Data == "main"
		if words := strings.TrimSpace(n.Data); n.Type == html.TextNode && within && words != "" {
			all = append(all, words)
		}
		for child := range n.ChildNodes() {
			visit(child, within)
		}
	}
	visit(root, false)
	return all
}

// isOnlyForScreens reports whether an element is neither on paper nor in plain text:
// what is read there from beginning to end needs no second list of the same.
func isOnlyForScreens(n *html.Node) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "class" && slices.Contains(strings.Fields(a.Val), "screen")
	})
}

func letters(words string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, words)
}

func TestOtherFormsOfANoticeSayTheSame(t *testing.T) {
	t.Parallel()
	checkForms(t, render(t, input()))
}

func TestAPageLeadsToItsOtherFormsAndBack(t *testing.T) {
	t.Parallel()
	out := render(t, input())
	const name = "notices/wendle/garden-waste"
	for _, c := range []struct{ file, want string }{
		{name + ".html", `<a href="garden-waste.large.html">Large print</a>`},
		{name + ".html", `<link rel="alternate" type="text/plain" title="Plain text" href="garden-waste.txt">`},
		{name + ".cy.html", `<a href="garden-waste.large.cy.html">Print bras</a>`},
		{name + ".large.html", `<a href="garden-waste.html">Ordinary print</a>`},
		{name + ".large.html", `<a href="garden-waste.large.cy.html" hreflang="cy" lang="cy">`},
		{name + ".large.html", `<link rel="canonical" href="https://privacy.wendle.example/notices/notices/wendle/garden-waste.html">`},
		{name + ".large.html", `<title>Large print: `},
		{name + ".txt", "\nThese are made-up bodies. Nothing here is a real privacy notice.\n"},
		{name + ".txt", "Large print [3] · Ordinary print [4]"},
		{name + ".txt", "[4] https://privacy.wendle.example/notices/notices/wendle/garden-waste.html\n"},
		{name + ".txt", "\n[1] https://privacy.wendle.example/notices/"},
	} {
		if content := file(t, out, c.file); !strings.Contains(content, c.want) {
			t.Errorf("%s has no %s", c.file, c.want)
		}
	}
	if strings.Contains(file(t, out, "sitemap.xml"), ".large.") {
		t.Error("search engines are told of the large print")
	}
}

func TestHostileWordsStayWordsInOtherForms(t *testing.T) {
	t.Parallel()
	in := input()
	in.Set.Notices[2].Purposes[0].Purpose = text("</p><script>x</script> a\x1b[31m \"/>")
	out := render(t, in)
	if plain := file(t, out, "notices/wendle/garden-waste.txt"); !strings.Contains(plain, `</p><script>x</script> a`) || strings.Contains(plain, "\x1b") {
		t.Error("the plain text is not what was written")
	}
	if large := file(t, out, "notices/wendle/garden-waste.large.html"); !strings.Contains(large, `&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;`) || !strings.Contains(large, `/&gt;`) {
		t.Error("the large print is not what was written")
	}
}
