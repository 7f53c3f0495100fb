package preview

import (
	"bytes"
	"net"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"notices.example/notices"
	"notices.example/site"
	"notices.example/site/browsertest"
)

const newsletters = "/notices/cornwall/newsletters.html"

// changed gives an edition in which the words of a page are others.
func changed(e Edition, at, old, now string) Edition {
	files := slices.Clone(e.Output.Files)
	for i, f := range files {
		if f.Path == strings.TrimPrefix(at, "/") {
			files[i].Content = bytes.ReplaceAll(f.Content, []byte(old), []byte(now))
		}
	}
	e.Output = output(files...)
	return e
}

// without gives an edition in which the file of a page cannot be read.
func withoutPage(e Edition, at string) Edition {
	address := strings.TrimPrefix(at, "/")
	file := "content" + strings.TrimSuffix(at, path.Ext(at)) + ".md"
	e.Output = output(slices.DeleteFunc(slices.Clone(e.Output.Files), func(f site.File) bool { return f.Path == address })...)
	e.Findings = append(slices.Clone(e.Findings), notices.Finding{
		Rule: "yaml-syntax", Severity: notices.Error, Pos: notices.Pos{File: file, Line: 2, Col: 8, Len: 5},
		Message: "A quote opens here and is never closed.", Fix: "Close it:\ntitle: \"Email newsletters\"",
	})
	e.Broken = []Broken{{File: file, Title: "Email newsletters", Address: address}}
	return e
}

// asked counts how often the browser asked for an address.
func asked(p *browsertest.Page, address string) int {
	n := 0
	for _, r := range p.Requests() {
		if r == address {
			n++
		}
	}
	return n
}

// TestPageIsMendedWhileSomebodyReads changes what a page shows, breaks its file and
// mends it, in a real browser.
func TestPageIsMendedWhileSomebodyReads(t *testing.T) {
	t.Parallel()
	b := browsertest.Open(t)
	e, _ := example(t)
	s := newServer(t, Options{}, e)
	v := serve(t, s, "127.0.0.1:0")
	p := b.Visit(t, v.url(newsletters), browsertest.Wide)
	p.Await("1 thing to put right on this page, 1 could be better")
	until(t, "the page listens", func() bool { return watching(s) == 1 })
	p.Script(`(window.same = true, document.querySelector('#data').scrollIntoView({behavior: 'instant'}), document.querySelector('section[aria-labelledby=complaints] a').focus({preventScroll: true}))`)
	place, focus := p.Script(`scrollY`), p.Script(`document.activeElement.outerHTML`)
	if place == "0" || !strings.HasPrefix(focus, "<a") {
		t.Fatalf("the reader is at %s, on %s", place, focus)
	}
	here := func(when string) {
		t.Helper()
		if p.Script(`window.same`) != "true" {
			t.Errorf("%s: the page was loaded again", when)
		}
		if at := p.Script(`scrollY`); at != place {
			t.Errorf("%s: the page moved from %s to %s", when, place, at)
		}
		if on := p.Script(`document.activeElement.outerHTML`); on != focus {
			t.Errorf("%s: the focus went from %s to %s", when, focus, on)
		}
	}

	s.Show(e) // nothing is different, and nothing is fetched
	s.Show(changed(e, newsletters, "Email newsletters", "Letters by email"))
	p.Await("Letters by email")
	here("after a change")
	if n := asked(p, v.url(newsletters)); n != 2 {
		t.Errorf("the page was asked for %d times, want 2: when it was opened, and once more", n)
	}
	if words := p.Script(`(document.getElementById('np-status').textContent || 'waits')`); words != "waits" && !strings.HasPrefix(words, "This page has changed. 1 thing") {
		t.Errorf("what is read aloud is %q", words)
	}

	s.Show(changed(changed(e, newsletters, "site.", "other."), "/assets/x", "", "")) // another style sheet, which is not there
	until(t, "the style sheet is another one", func() bool {
		return strings.Contains(p.Script(`document.querySelector('link[rel=stylesheet]').href`), "/other.")
	})
	s.Show(e)
	until(t, "the style sheet is back", func() bool {
		return strings.Contains(p.Script(`[...document.querySelectorAll('link[rel=stylesheet]')].map(l => l.href)`), "/site.")
	})
	p.Await("Email newsletters")
	here("after another style")

	s.Show(withoutPage(e, newsletters))
	p.Await("“Email newsletters” cannot be shown yet")
	p.Await("content/notices/cornwall/newsletters.md:2:8")
	p.Await("Close it:")
	p.Look(browsertest.Narrow)
	good(t, p)
	p.Look(browsertest.Wide)
	s.Show(e)
	p.Await("1 thing to put right on this page")
	if p.Script(`window.same`) != "true" {
		t.Error("the page was loaded again when it was mended")
	}
	for _, words := range p.Complaints() {
		if !strings.Contains(words, "500") && !strings.Contains(words, "other.") {
			t.Errorf("the browser complains: %s", words)
		}
	}
}

// good reports what makes a page hard to use. It looks at its end, where the panel
// lies below all else and not over it.
func good(t *testing.T, p *browsertest.Page) {
	t.Helper()
	p.Script(`scrollTo({top: document.body.scrollHeight, behavior: 'instant'})`)
	for _, v := range p.Violations() {
		t.Errorf("%s: %s", p.Script(`location.pathname`), v)
	}
	for _, words := range p.Overflow() {
		t.Errorf("%s: %s", p.Script(`location.pathname`), words)
	}
}

func TestEverybodyCanUseThePreview(t *testing.T) {
	t.Parallel()
	b := browsertest.Open(t)
	e, _ := example(t)
	rule := func(string) (string, bool) { return "# Retention is missing\n\nWhy.\n", true }
	s := newServer(t, Options{Editor: "vscode://file/{path}:{line}", Root: "/r", RulePage: rule}, e)
	v := serve(t, s, "127.0.0.1:0")
	stale := e
	stale.Output = nil
	for _, at := range []string{newsletters, "/__notices/", "/__notices/rules/retention-missing", "/nowhere.html"} {
		for _, view := range []browsertest.View{browsertest.Narrow, browsertest.WideDark} {
			p := b.Visit(t, v.url(at), view)
			good(t, p)
			p.Script(`document.querySelectorAll('details').forEach(d => { d.open = true })`)
			good(t, p)
			for _, words := range p.Walk() {
				t.Errorf("%s, %s, with the keyboard: %s", at, view.Name, words)
			}
			if foreign := p.ForeignRequests(); len(foreign) > 0 {
				t.Errorf("%s asks for %v", at, foreign)
			}
			if kept := slices.DeleteFunc(p.Stored(), func(what string) bool { return what == "session storage" }); len(kept) > 0 { // of the panel
				t.Errorf("%s stores %v", at, kept)
			}
			p.Close()
		}
	}
	s.Show(stale)
	p := b.Visit(t, v.url(newsletters), browsertest.NarrowDark)
	p.Await("The page below is from before")
	good(t, p)
}

func TestMarksLeadToWhatIsToBePutRight(t *testing.T) {
	t.Parallel()
	b := browsertest.Open(t)
	e, _ := example(t)
	v := serve(t, newServer(t, Options{}, e), "127.0.0.1:0")
	p := b.Visit(t, v.url(newsletters), browsertest.Wide)
	if text := p.Text(); strings.Contains(text, "How to put it right") {
		t.Error("the panel is unfolded before anybody asked")
	}
	p.Script(`document.querySelector('.np-mark.np-wrong summary').focus()`)
	p.Press(kb.Enter)
	p.Await("How to put it right: Say what:")
}

// The panel is unfolded with the keyboard alone, and stays so on the next page.
func TestPanelStaysAsItWasLeft(t *testing.T) {
	t.Parallel()
	b := browsertest.Open(t)
	e, _ := example(t)
	s := newServer(t, Options{}, e)
	v := serve(t, s, "127.0.0.1:0")
	const unfolded = `document.querySelector('#np-panel details').open`
	p := b.Visit(t, v.url(newsletters), browsertest.Wide)
	for _, want := range []string{"true", "false"} {
		p.Script(`document.querySelector('#np-panel summary').focus()`)
		p.Press(kb.Enter)
		until(t, "the panel is unfolded: "+want, func() bool { return p.Script(unfolded) == want })
		until(t, "that is kept", func() bool { return p.Script(`sessionStorage.length === (`+unfolded+` ? 1 : 0)`) == "true" })
		for _, next := range []string{"/notices/cornwall/corporate.html", newsletters} {
			p.Script(`setTimeout(() => location.assign(` + strconv.Quote(next) + `))`)
			p.AwaitThat(`location.pathname + document.readyState === ` + strconv.Quote(next+"complete"))
			if got := p.Script(unfolded); got != want {
				t.Errorf("on %s: unfolded is %s, want %s", next, got, want)
			}
		}
	}
	if n := asked(p, v.url(newsletters)); n != 3 {
		t.Errorf("the page was asked for %d times, want 3", n)
	}
}

// TestPageWithAScriptIsLoadedAgain holds the search page, whose script would not
// know of changes made below it, back while somebody types.
func TestPageWithAScriptIsLoadedAgain(t *testing.T) {
	t.Parallel()
	b := browsertest.Open(t)
	e, _ := example(t)
	s := newServer(t, Options{}, e)
	v := serve(t, s, "127.0.0.1:0")
	p := b.Visit(t, v.url("/search.html"), browsertest.Wide)
	until(t, "the page listens", func() bool { return watching(s) == 1 })
	p.Script(`(window.same = true, document.querySelector('main input').focus())`)
	p.Press("pr")
	s.Show(changed(e, "/search.html", "</h1>", " now</h1>"))
	until(t, "it knows of the change", func() bool { return asked(p, v.url("/search.html")) == 2 })
	if typed := p.Script(`window.same && document.querySelector('main input').value`); typed != "pr" {
		t.Errorf("the page was loaded again while somebody typed: %q is left", typed)
	}
	p.Script(`document.activeElement.blur()`)
	until(t, "it is loaded again", func() bool { return asked(p, v.url("/search.html")) == 3 })
	p.Await(" now")
}

func TestPreviewIsNotPrinted(t *testing.T) {
	t.Parallel()
	b := browsertest.Open(t)
	e, _ := example(t)
	s := newServer(t, Options{}, e)
	e.Output = nil
	s.Show(e)
	v := serve(t, s, "127.0.0.1:0")
	printed := b.Visit(t, v.url(newsletters), browsertest.Wide).Printed()
	holds(t, printed, "Email newsletters", "What we hold about you")
	lacks(t, printed, "to put right", "All notices", "from before")
}

func TestBrowserFollowsTheWriter(t *testing.T) {
	t.Parallel()
	b := browsertest.Open(t)
	e, _ := example(t)
	s := newServer(t, Options{Follow: true}, e)
	v := serve(t, s, "127.0.0.1:0")
	p, desk := b.Visit(t, v.url("/"), browsertest.Wide), b.Visit(t, v.url("/__notices/"), browsertest.Wide)
	until(t, "both listen", func() bool { return watching(s) == 2 })
	e = changed(e, newsletters, "Email newsletters", "Letters by email")
	e.Saved = []string{"content/notices/cornwall/newsletters.md"}
	s.Show(e)
	for name, page := range map[string]*browsertest.Page{"a page": p, "the desk": desk} {
		until(t, name+" has gone to the notice", func() bool { return page.Script(`location.pathname`) == newsletters })
	}
}

func TestBrowserComesBackWhenThePreviewDoes(t *testing.T) {
	t.Parallel()
	b := browsertest.Open(t)
	e, _ := example(t)
	s := newServer(t, Options{}, e)
	v := serve(t, s, "127.0.0.1:0")
	p := b.Visit(t, v.url(newsletters), browsertest.Wide)
	p.Script(`window.same = true`)
	until(t, "the page listens", func() bool { return watching(s) == 1 })
	v.stop()
	if err := <-v.done; err != nil && err != http.ErrServerClosed {
		t.Fatal(err)
	}
	p.Await("The preview has stopped.")
	l, err := net.Listen("tcp", v.addr.String())
	if err != nil {
		t.Skipf("another program took the port: %v", err)
	}
	again := newServer(t, Options{}, changed(e, newsletters, "Email newsletters", "Letters by email"))
	go func() { _ = again.Serve(t.Context(), l) }()
	p.Await("Letters by email")
	if p.Script(`window.same`) != "true" || strings.Contains(p.Text(), "The preview has stopped") {
		t.Error("the page did not go on as it was")
	}
}
