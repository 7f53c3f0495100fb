package site_test

import (
	"bytes"
	"encoding/csv"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"notices.example/notices"
	"notices.example/site"
)

// hostileWords look like something that a program might act on.
var hostileWords = []string{
	`<script>alert(1)</script>]]><script>x</script><![CDATA[ "quoted" and 'quoted'`, `&amp; & &#60;b&#62; &bogus; \u003cb\u003e \" \\ Ŵyr 🙂 👩‍👩‍👧`,
	"one\nline\r\nand\tanother\u2028line\u2029paragraph", "\u202eright to left\u202c \u2066isolated\u2069 مرحبا",
	`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e; <?php system("x") ?>`, `</title></feed></h1></a></main></textarea></noscript><img src=x onerror=alert(1)>`,
	`--> <!--><img src=x> --!> {"@id": "x"} {{.}} ${7*7}`, `" onmouseover="alert(1)" x='`, `=cmd|' /C calc'!A0`, `+1+1`, `-2+3`, `@SUM(A1)`, "\t=1+1", "\r=1+1", `＝1+1`,
}

// withWords gives a site all of whose titles and names are those words.
func withWords(words string) site.Input {
	in := input()
	in.Set.Corpus.Site.Title, in.Set.Corpus.Site.BaseURL = text(words), link("https://privacy.wendle.example/")
	for _, o := range in.Set.Organisations {
		o.Name = text(words)
	}
	for _, c := range in.Set.Notices {
		c.Title, c.Summary = text(words), text(words)
		for i := range c.Changes {
			c.Changes[i].What = text(words)
		}
		for i := range c.Purposes {
			c.Purposes[i].Purpose = text(words)
		}
	}
	return in
}

func TestHostileWordsComeOutOfEveryFileUnharmed(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, f := range slices.Concat(render(t, withWords("Words")).Files, render(t, withWords(strings.Repeat("Words and ", 10))).Files) {
		if path.Ext(f.Path) == ".html" {
			maps.Copy(known, partsOf(t, f.Content))
		}
	}
	for _, hostile := range hostileWords {
		t.Run(hostile, func(t *testing.T) {
			t.Parallel()
			out := render(t, withWords(hostile))
			for _, f := range out.Files {
				if ext := path.Ext(f.Path); ext == ".html" {
					checkNothingNew(t, f, known)
				} else if ext != ".css" {
					for _, problem := range site.UnsafeFile(f) {
						t.Errorf("%s %s", f.Path, problem)
					}
				}
			}
			for _, name := range []string{"notices/wendle/garden-waste.html", "notices/wendle/garden-waste.large.html"} {
				checkHeading(t, name, file(t, out, name), hostile)
			}
			checkWordsOfPrograms(t, out, hostile)
		})
	}
}

// checkNothingNew reports a page with an element or an attribute that no page has
// with harmless words, and one that does what none may do.
func checkNothingNew(t *testing.T, f site.File, known map[string]bool) {
	t.Helper()
	for part := range partsOf(t, f.Content) {
		if !known[part] {
			t.Errorf("%s has %s", f.Path, part)
		}
	}
	for _, problem := range site.UnsafePage(f) {
		if !strings.HasPrefix(problem, "sends its readers") {
			t.Errorf("%s %s", f.Path, problem)
		}
	}
}

// partsOf gives the elements of a page, each with the names of its attributes, and
// whether it has comments.
func partsOf(t *testing.T, page []byte) map[string]bool {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]bool{}
	for n := range root.Descendants() {
		part := n.Data
		switch n.Type {
		case html.CommentNode:
			part = "a comment"
		case html.ElementNode:
			for _, a := range n.Attr {
				part += " " + a.Key
			}
		default:
			continue
		}
		parts[part] = true
	}
	return parts
}

// spaced are words as a browser shows them.
func spaced(words string) string {
	return strings.Join(strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(" \t\r\n\f", r) }), " ")
}

func checkHeading(t *testing.T, name, page, words string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Data == "h1" && spaced(textIn(n)) != spaced(words) || n.Data == "title" && !strings.Contains(spaced(textIn(n)), spaced(words)) {
			t.Errorf("%s: <%s> says %q, not %q", name, n.Data, textIn(n), words)
		}
	}
}

func textIn(n *html.Node) string {
	var b strings.Builder
	for part := range n.Descendants() {
		if part.Type == html.TextNode {
			b.WriteString(part.Data)
		}
	}
	return b.String()
}

// checkWordsOfPrograms reads the words out of what programs read.
func checkWordsOfPrograms(t *testing.T, out *site.Output, words string) {
	t.Helper()
	feed := readFeed(t, file(t, out, "notices/wendle/garden-waste.feed.xml"))
	if entry := feed.Entries[0]; entry.Title != words || entry.Summary != words || entry.Authors[0].Name != words {
		t.Errorf("the feed has %q, %q and %q", entry.Title, entry.Summary, entry.Authors[0].Name)
	}
	data := readData(t, file(t, out, "notices/wendle/garden-waste.json"))
	if data.Title.Value != words || data.Controllers[0].Name != words || data.Purposes[0].Purpose.Label.Value != words {
		t.Errorf("the data has %q, %q and %q", data.Title.Value, data.Controllers[0].Name, data.Purposes[0].Purpose.Label.Value)
	}
	letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if plain := file(t, out, "notices/wendle/garden-waste.txt"); !strings.Contains(letters(plain), letters(words)) {
		t.Errorf("the plain text does not say it:\n%.400s", plain)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(file(t, out, "how-long.csv"), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	said := false
	for _, cell := range slices.Concat(rows...) {
		said = said || strings.TrimPrefix(letters(cell), "'") == letters(words)
		if cell != "" && strings.ContainsAny(cell[:1], "=+-@|%\t\r\n") || strings.ContainsFunc(cell, unicode.IsControl) {
			t.Errorf("the spreadsheet has the cell %q", cell)
		}
	}
	if !said {
		t.Errorf("no cell of the spreadsheet says it: %q", rows)
	}
}

// Nothing of a title is in the files that servers read line by line.
func TestHostileTitlesAreNotInWhatServersRead(t *testing.T) {
	t.Parallel()
	set := func(title string) *site.Output {
		in := withWords(title)
		in.Set.Corpus.Site.Redirects = []notices.Redirect{{From: link("/old.html"), To: link("/glossary.html")}}
		return render(t, in)
	}
	plain, hostile := set("Words"), set("x\n/* https://evil.example/ 301\r\nSet-Cookie: a=b\n\"; }")
	for _, name := range []string{"_headers", "_redirects", "robots.txt", "sitemap.xml", "hosting/apache.conf", "hosting/nginx.conf", "hosting/nginx-location.conf", "hosting/iis.config",
		"staticwebapp.config.json", "hosting/cloudfront-headers.json", "hosting/cloudfront-moved.json"} {
		if file(t, plain, name) != file(t, hostile, name) {
			t.Errorf("%s is another one", name)
		}
	}
}
