package site_test

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/site"
)

// acrossPages are the pages that go across all notices.
var acrossPages = []string{
	"services.html", "sharing.html", "data.html", "why.html", "how-long.html", "automated.html", "abroad.html", "children.html", "changes.html",
}

// TestPagesAcrossNotices makes the sites in testdata/across, and holds the words
// of their pages to those that stand beside them. A page that goes across notices
// and does not stand there must not be there either.
func TestPagesAcrossNotices(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/across/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(path.Base(file), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			out := render(t, site.Input{Set: loaded(t, archive), Day: today})
			checkPages(t, out, "")
			wanted := map[string]bool{}
			for i, f := range archive.Files {
				name, want := strings.CutPrefix(f.Name, "want/")
				if !want {
					continue
				}
				wanted[name] = true
				got := told(t, out, name)
				if *update {
					archive.Files[i].Data = []byte(got)
				} else if diff := cmp.Diff(strings.Split(string(f.Data), "\n"), strings.Split(got, "\n")); diff != "" {
					t.Errorf("%s (-want +got):\n%s", name, diff)
				}
			}
			for _, name := range acrossPages {
				if _, there := out.File(name); there && !wanted[name] && !wanted[strings.Replace(name, ".html", ".cy.html", 1)] {
					t.Errorf("there is a page %s, and nothing is wanted of it", name)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// loaded reads the content files of an archive.
func loaded(t *testing.T, archive *txtar.Archive) *notices.Set {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "content/") {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	read, err := load.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range read.Findings {
		t.Errorf("%s: %s", f.Pos, f.Message)
	}
	set, _ := inherit.Resolve(read.Corpus)
	return set
}

// told gives the words of a page's main part, a heading, a row or an item a line,
// and any other file as it is.
func told(t *testing.T, out *site.Output, name string) string {
	t.Helper()
	content, there := out.File(name)
	if !there {
		t.Errorf("there is no %s", name)
		return ""
	}
	if path.Ext(name) != ".html" {
		return strings.ReplaceAll(strings.TrimPrefix(string(content), "\ufeff"), "\r\n", "\n")
	}
	root, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for n := range root.Descendants() {
		if mark, own := lineOf[n.Data]; own && n.Type == html.ElementNode && within(n, "main") {
			line := strings.TrimSpace(mark + spoken(n))
			lines = append(lines, strings.Join(strings.Fields(line), " "))
		}
	}
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool { return l == "" }), "\n") + "\n"
}

// lineOf are the elements that begin a line, with the mark at its start.
var lineOf = map[string]string{
	"h1": "# ", "h2": "## ", "h3": "### ", "caption": "", "p": "", "li": "* ", "dt": "- ", "dd": ": ", "th": "| ", "td": "| ", "summary": "> ",
}

// spoken gives the words of an element up to the next that begins a line, with
// the addresses of links and the language where it differs.
func spoken(n *html.Node) string {
	var b strings.Builder
	for c := range n.ChildNodes() {
		_, own := lineOf[c.Data]
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type != html.ElementNode || own:
		case c.Data == "a":
			fmt.Fprintf(&b, "[%s](%s)", spoken(c), strings.Join(attributesOf(c, "href"), ""))
		case len(attributesOf(c, "lang")) > 0:
			fmt.Fprintf(&b, "%s{%s}", spoken(c), attributesOf(c, "lang")[0])
		default:
			b.WriteString(" " + spoken(c))
		}
	}
	return b.String()
}

func within(n *html.Node, name string) bool {
	for p := range n.Ancestors() {
		if p.Data == name {
			return true
		}
	}
	return false
}

func archived(t *testing.T, name string) site.Input {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/across/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return site.Input{Set: loaded(t, archive), Day: today}
}

func TestNoticesLeadToThePagesAcrossThem(t *testing.T) {
	t.Parallel()
	out := render(t, archived(t, "two-councils.txtar"))
	libraries := page(t, out, "notices/ashford/libraries.html")
	for _, link := range []string{
		"../../why.html", "../../data.html", "../../children.html", "../../sharing.html", "../../abroad.html",
		"../../how-long.html", "../../automated.html", "../../changes.html", "../../sharing.html#kind--police",
	} {
		says(t, libraries, `href="`+link+`"`)
	}
	pools := page(t, out, "notices/wood-end/pools.html")
	says(t, pools, `href="../../sharing.html"`)
	silent(t, pools, `href="../../why.html"`, `href="../../how-long.html"`)
	says(t, page(t, out, "organisations/mailers.html"), `href="../sharing.html#organisation--mailers"`)
	silent(t, page(t, out, "organisations/wood-end.html"), "sharing.html#")
	home := page(t, out, "index.html")
	for _, name := range acrossPages {
		says(t, home, `href="`+name+`"`)
	}
}

func TestAKindOfRecipientOfOneNoticeHasNoLinkToItself(t *testing.T) {
	t.Parallel()
	says(t, page(t, render(t, archived(t, "two-councils.txtar")), "sharing.html"), `id="kind--police"`)
	silent(t, page(t, render(t, input()), "notices/wendle/garden-waste.html"), "#kind--")
}

func TestDraftsAreOnPagesAcrossNoticesOfADraftOnly(t *testing.T) {
	t.Parallel()
	in := archived(t, "two-councils.txtar")
	for _, f := range render(t, in).Files {
		if bytes.Contains(f.Content, []byte("Secret")) || bytes.Contains(f.Content, []byte("Spies")) {
			t.Errorf("%s tells of a draft", f.Path)
		}
	}
	in.Draft = true
	out := render(t, in)
	says(t, page(t, out, "sharing.html"), "Spies", `<strong class="tag draft">`)
	says(t, page(t, out, "changes.html"), "A secret")
}

func TestAnEarlierAddressCannotBeThatOfAPageAcrossNotices(t *testing.T) {
	t.Parallel()
	in := input()
	for _, taken := range []string{"/data.html", "/how-long.csv.html"} {
		in.Set.Corpus.Site.Redirects = []notices.Redirect{{From: notices.URL{Value: taken, Pos: at("site.yaml")}, To: link("/index.html")}}
		_, found, err := site.Render(faced(in))
		if err != nil {
			t.Fatal(err)
		}
		clash := len(found) == 1 && found[0].Rule == "address-taken" && found[0].Pos == at("site.yaml")
		if want := taken == "/data.html"; clash != want {
			t.Errorf("%s: %v", taken, found)
		}
	}
}

func TestAMistakeInALayoutAcrossNoticesIsAFinding(t *testing.T) {
	t.Parallel()
	for source, fields := range map[string]string{
		"{{.Lits}}":                         "Lists, After",
		"{{range .Lists}}{{.Titel}}{{end}}": "ID, Title, Intro, Citation, Groups",
		"{{range .Lists}}{{range .Groups}}{{range .Rows}}{{.Itm}}{{end}}{{end}}{{end}}": "ID, Item, Also, Special, Offence, Notices, Many",
	} {
		in := input()
		in.Overrides = fstest.MapFS{"layouts/data.html": {Data: []byte(source)}}
		_, found, err := site.Render(faced(in))
		if err != nil || len(found) != 1 || found[0].Rule != "layout-invalid" || !strings.Contains(found[0].Fix, fields) {
			t.Errorf("%s: %v, error %v", source, found, err)
		}
	}
}

func TestAScheduleThatLeadsNowhereIsOneFinding(t *testing.T) {
	t.Parallel()
	in := input()
	for _, c := range in.Set.Notices {
		for i := range c.Retention {
			c.Retention[i].Schedule.Link = notices.URL{Value: "/nope.html", Pos: at(fullFile)}
		}
	}
	_, found, err := site.Render(faced(in))
	if err != nil || len(found) != 1 || found[0].Rule != "link-dead" {
		t.Errorf("got %v, error %v", found, err)
	}
}

// A site with very much to say has several pages about one thing, and every link
// between them leads somewhere.
func TestManyNoticesHaveSeveralPagesOnOneSubject(t *testing.T) {
	t.Parallel()
	in := input()
	many(in.Set)
	for _, c := range in.Set.Notices[3:] {
		for i := range 200 {
			label := fmt.Sprintf("%c, kind %d", 'A'+i%26, i)
			c.Data = append(c.Data, notices.DataItem{ID: id(fmt.Sprintf("d%d", i)), Label: text(label)})
		}
	}
	out := render(t, in)
	checkPages(t, out, "/notices/")
	first, second := page(t, out, "data.html"), page(t, out, "data-2.html")
	says(t, first, "What information we hold: Sensitive information to", `href="data-2.html#all--z"`, "Next page:")
	says(t, second, `href="data.html#all--a"`, `id="all--z"`, "data.html")
	silent(t, second, "Next page:")
	says(t, page(t, out, "data-2.cy.html"), `href="data.cy.html#all--a"`)
}
