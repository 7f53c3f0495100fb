package site_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"notices.example/notices"
	"notices.example/site/browsertest"
)

// publishSearchable writes a site that can be searched to a folder.
func publishSearchable(t *testing.T) (dir string) {
	t.Helper()
	in := input()
	in.Set = many(fixture())
	for i, c := range in.Set.Notices {
		switch c.Title.Value {
		case "Dog control":
			in.Set.Notices[i].Title = text("Ŵyr a chŵn: <b>dogs</b>")
		case "Council tax":
			in.Set.Notices[i].Data = []notices.DataItem{{ID: id("bank"), Label: text("Bank account number")}}
			in.Set.Notices[i].Summary = text("How we use your information when you pay.")
		}
	}
	dir = t.TempDir()
	for _, f := range render(t, in).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestSearchInABrowser(t *testing.T) {
	t.Parallel()
	dir := publishSearchable(t)
	b := browsertest.Open(t)
	s := browsertest.ServeAsPublished(t, dir, "/privacy/")
	t.Run("what is found", func(t *testing.T) { found(t, b, s) })
	t.Run("by keyboard", func(t *testing.T) { walk(t, b, s.URL("index.html")) })
	t.Run("by keyboard from disk", func(t *testing.T) { walk(t, b, browsertest.FileURL(t, dir, "index.html")) })
	t.Run("for everyone", func(t *testing.T) {
		for _, page := range []string{"index.html", "search.html", "search.html?q=council+tax", "search.html?q=zzzzzz", "search.cy.html?q=wyr", "notices/wendle/garden-waste.large.html"} {
			browsertest.Audit(t, b, s.URL(page))
		}
	})
	t.Run("without a script", func(t *testing.T) { withoutScript(t, b, dir) })
	if missing := s.Missing(); len(missing) > 0 {
		t.Errorf("asked for what is not there: %q", missing)
	}
}

func found(t *testing.T, b *browsertest.Browser, s *browsertest.Site) {
	for _, c := range []struct{ query, want string }{
		{"council+tax", "Notices found for “council tax”: 1\nCouncil tax"},
		{"taxes+council", "Council tax"},
		{"COUNCIL+TAKS", "Notices found for “COUNCIL TAKS”"},
		{"wyr", "Notices found for “wyr”: 1\nŴyr a chŵn: <b>dogs</b>"},
		{"%C5%B4YR", "Ŵyr a chŵn"},
		{"dog", "Ŵyr a chŵn: <b>dogs</b>"},
		{"library", "Notices found for “library”: 1\nLibraries"},
		{"lbraries", "Libraries"},
		{"benef", "Housing benefit"},
		{"bank+account", "Notices found for “bank account”: 1\nCouncil tax"},
		{"blue+badge", "Blue badges in: How the council uses personal information"},
		{"bintech", "Garden waste"},
		{"zzzzzz", "Nothing found for “zzzzzz”. Try another word"},
		{"%3Cimg+src%3Dx%3E+__proto__+constructor", "Nothing found for “<img src=x> __proto__ constructor”."},
	} {
		p := b.Visit(t, s.URL("search.html?q="+c.query), browsertest.Narrow)
		p.Await(" for “") // the script has run
		text, _, _ := strings.Cut(p.Text(), "All services from A to Z")
		if text = strings.ReplaceAll(text, "\n\n", "\n"); !strings.Contains(text, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.query, text, c.want)
		}
		for _, complaint := range p.Complaints() {
			t.Errorf("%s: %s", c.query, complaint)
		}
		p.Close()
	}
}

// walk goes from the first page to a notice without a mouse.
func walk(t *testing.T, b *browsertest.Browser, url string) {
	p := b.Visit(t, url, browsertest.Wide)
	tabTo(t, p, "q")
	p.Press("council tax" + kb.Enter)
	p.Await("Notices found for “council tax”: 1")
	tabTo(t, p, "Council tax")
	p.Press(kb.Enter)
	p.Await("How we use your information when you pay.")
	p.Await("Large print")
	for _, complaint := range p.Complaints() {
		t.Error(complaint)
	}
}

func tabTo(t *testing.T, p *browsertest.Page, words string) {
	t.Helper()
	for range 20 {
		p.Press(kb.Tab)
		if p.Focused() == words {
			return
		}
	}
	t.Fatalf("nothing called %q gets the focus", words)
}

// Where scripts are refused, the search leads to the list from A to Z.
func withoutScript(t *testing.T, b *browsertest.Browser, dir string) {
	s := browsertest.Serve(t, dir, "/", "default-src 'none'; style-src 'self'; img-src 'self'")
	p := b.Visit(t, s.URL("index.html"), browsertest.Wide)
	tabTo(t, p, "q")
	p.Press("council tax" + kb.Enter)
	p.Await("Find a privacy notice by")
	text := p.Text()
	for _, want := range []string{"Council tax", "Libraries", "All services from A to Z"} {
		if !strings.Contains(text, want) {
			t.Errorf("there is no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "What are you looking for?") {
		t.Error("there is a form that does nothing")
	}
}

func TestOnlyTheSearchPageRunsScripts(t *testing.T) {
	t.Parallel()
	in := input()
	in.Set = many(fixture())
	out := render(t, in)
	for _, f := range out.Files {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		isSearch := strings.HasPrefix(f.Path, "search.")
		if got := strings.Contains(string(f.Content), "script-src"); got != isSearch {
			t.Errorf("%s: scripts may run: %v", f.Path, got)
		}
		leads := isSearch || strings.HasPrefix(f.Path, "index.")
		if got := strings.Contains(string(f.Content), "form-action 'self'"); got != leads {
			t.Errorf("%s: forms may be sent: %v", f.Path, got)
		}
		if isSearch && !strings.Contains(string(f.Content), `content="noindex"`) {
			t.Errorf("%s is for search engines", f.Path)
		}
	}
	for _, f := range render(t, input()).Files {
		if strings.HasSuffix(f.Path, ".js") || strings.HasPrefix(f.Path, "search") {
			t.Errorf("%s is published although there is nothing to search", f.Path)
		}
	}
}
