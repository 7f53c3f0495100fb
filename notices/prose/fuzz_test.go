package prose_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"notices.example/notices"
	"notices.example/notices/prose"
)

// allowed lists the elements that HTML can have, with their attributes.
var allowed = map[string][]string{
	"a": {"href", "title"}, "blockquote": nil, "br": nil, "code": nil, "div": {"class", "role", "tabindex", "aria-label"},
	"em": nil, "h1": {"id"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"}, "hr": nil, "li": nil,
	"ol": {"start"}, "p": nil, "pre": nil, "strong": nil, "table": nil, "tbody": nil, "td": {"class"}, "th": {"scope", "class"},
	"thead": nil, "tr": nil, "ul": nil,
}

// Whatever is written, the HTML has known elements and attributes only, links
// are of the known kinds, and every problem has a place in the text.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(txtar.Parse(data).Files[0].Data))
	}
	for _, rule := range prose.Rules() {
		f.Add(rule.Bad)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := prose.Parse(markdown(text))
		lines := strings.Count(text, "\n") + 1
		for _, p := range d.Problems {
			if p.Pos.Line < 10 || p.Pos.Line >= 10+lines || p.Pos.Col < 1 || p.Pos.Len < 0 {
				t.Errorf("%s is at %v, in a text of %d lines", p.Rule, p.Pos, lines)
			}
		}
		if utf8.ValidString(text) { // as all text is that load gives
			checkWords(t, d.Passages, strings.Split(text, "\n"))
		}
		checkForPage(t, d, prose.ParseForPage(markdown(text)))
		ids := map[string]bool{}
		for _, s := range d.Sections {
			out, err := d.HTML(s, prose.HTMLOptions{Level: 2})
			if err != nil {
				continue
			}
			if s.ID != "" {
				checkID(t, ids, s.ID)
			}
			checkHTML(t, string(out), ids)
			linked, err := d.HTML(s, prose.HTMLOptions{Level: 2, Explain: explainAll("a", "e b", "e\nb", "the")})
			if err == nil {
				checkHTML(t, string(linked), map[string]bool{})
				if got, want := wordsOf(string(linked)), wordsOf(string(out)); got != want {
					t.Errorf("explained, the words are %q, want %q", got, want)
				}
			}
		}
	})
}

// checkForPage holds what is read for a page to what is read for all purposes.
func checkForPage(t *testing.T, all, page *prose.Document) {
	t.Helper()
	type rest struct {
		Headings []prose.Heading
		Links    []prose.Link
		Images   []prose.Image
		Passages []prose.Passage
		Problems []notices.Finding
		Sections []prose.Section
		HTML     []string
	}
	restOf := func(d *prose.Document) rest {
		r := rest{Headings: d.Headings, Links: d.Links, Images: d.Images, Problems: d.Problems, Sections: d.Sections}
		for _, s := range d.Sections {
			out, err := d.HTML(s, prose.HTMLOptions{Level: 2})
			r.HTML = append(r.HTML, fmt.Sprint(string(out), err))
		}
		return r
	}
	got := restOf(page)
	got.Passages = page.Passages
	if diff := cmp.Diff(restOf(all), got, cmpopts.IgnoreUnexported(prose.Section{})); diff != "" {
		t.Errorf("read for a page (-want +got):\n%s", diff)
	}
}

// checkWords holds every word of the passages to this: it, or its beginning, stands
// at its place.
func checkWords(t *testing.T, passages []prose.Passage, lines []string) {
	t.Helper()
	for _, p := range passages {
		start := 0
		for _, word := range strings.Fields(p.Text) {
			start += strings.Index(p.Text[start:], word)
			pos := p.Place(start, start+len(word))
			line := []rune(lines[min(pos.Line-10, len(lines)-1)])
			from := min(pos.Col-1, len(line))
			if got := string(line[from:min(from+pos.Len, len(line))]); !strings.HasPrefix(word, got) {
				t.Errorf("%q of %q: at %v stands %q", word, p.Text, pos, got)
			}
			start += len(word)
		}
	}
}

// wordsOf gives what readers see of HTML.
func wordsOf(text string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Text())
		}
	}
}

func checkID(t *testing.T, ids map[string]bool, id string) {
	t.Helper()
	if id == "" || ids[id] || strings.ContainsAny(id, " \t\n\"'<>") || slices.Contains(prose.ReservedIDs, id) {
		t.Errorf("bad id %q", id)
	}
	ids[id] = true
}

func checkHTML(t *testing.T, text string, ids map[string]bool) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(text))
	var open []string
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("not closed: %v", open)
			}
			return
		case html.StartTagToken:
			token := z.Token()
			checkTag(t, token, ids)
			if token.Data != "br" && token.Data != "hr" {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			token := z.Token()
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("</%s> closes %v", token.Data, open)
			}
			open = open[:len(open)-1]
		case html.CommentToken, html.DoctypeToken, html.SelfClosingTagToken:
			t.Errorf("unexpected %s", z.Token())
		}
	}
}

func checkTag(t *testing.T, token html.Token, ids map[string]bool) {
	t.Helper()
	attributes, ok := allowed[token.Data]
	if !ok {
		t.Errorf("element <%s>", token.Data)
	}
	for _, a := range token.Attr {
		switch {
		case !slices.Contains(attributes, a.Key):
			t.Errorf("attribute %s of <%s>", a.Key, token.Data)
		case a.Key == "id":
			checkID(t, ids, a.Val)
		case a.Key == "href":
			checkAddress(t, a.Val)
		}
	}
}

// checkAddress takes an address as browsers do: without white space and controls.
func checkAddress(t *testing.T, address string) {
	t.Helper()
	plain := strings.ToLower(strings.Map(func(c rune) rune {
		if c <= ' ' {
			return -1
		}
		return c
	}, address))
	if plain == "" || strings.HasPrefix(plain, "//") || strings.ContainsAny(plain, `\`) {
		t.Errorf("address %q", address)
	}
	before, _, found := strings.Cut(plain, ":")
	if !found || strings.ContainsAny(before, "/?#") {
		return
	}
	if !slices.Contains([]string{"https", "http", "mailto", "tel"}, before) {
		t.Errorf("address %q", address)
	}
}
