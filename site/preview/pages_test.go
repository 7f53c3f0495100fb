package preview

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/site"
)

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>`

func TestPanelSaysWhatIsToBePutRight(t *testing.T) {
	t.Parallel()
	f := missing()
	f.Provisions = []string{"13(2)(a)"}
	f.Related = []notices.Related{{Pos: notices.Pos{File: "content/site.yaml", Line: 4}, Message: "The site says otherwise."}}
	e := some()
	e.Findings = []notices.Finding{f, unread()}
	s := newServer(t, Options{
		Editor: "vscode://file/{path}:{line}:{column}", Root: "/home/ann e/site", Cite: func(p string) string { return "Article " + p },
		RulePage: func(string) (string, bool) { return "", false },
	}, e)
	text := body(s, "/notices/a.html")
	holds(t, text,
		`<span class="np-said">1 thing to put right on this page`, "2 to put right on the site",
		"Error: put this right before you publish", f.Message, "content/notices/a.md:2:8", "Say how long:", "retention:\n  - period: 6 years</code>",
		`href="vscode://file/home/ann%20e/site/content/notices/a.md:2:8"`, `href="/__notices/rules/retention-missing"`, "Article 13(2)(a)",
		"title: <mark>Notice A</mark> &lt;script&gt;alert(1)&lt;/script&gt; in content/notices/a.md", "The site says otherwise.",
		`How long we keep it</h2><details class="np np-mark np-wrong" id="np-at-retention"><summary><strong>1 thing to put right in this part</strong><span class="np-first">: `,
		`<li id="`+identify(&f).id()+`">`,
		`On this page: <a href="#retention">How long we keep it</a>`, `href="/__notices/">All notices</a>`,
	)
	lacks(t, body(s, "/notices/b.html"), f.Message, "np-mark")
	holds(t, body(s, "/notices/b.html"), "Nothing to put right on this page", "2 to put right on the site")
	holds(t, body(s, "/"), "Nothing to put right on this page")
}

func TestNothingHostileRuns(t *testing.T) {
	t.Parallel()
	f := notices.Finding{
		Rule: "x" + hostile, Severity: notices.Error, Notice: "a", Section: notices.DataSection, Message: "m" + hostile, Fix: "f" + hostile + "\n" + hostile,
		Pos: notices.Pos{File: "content/notices/" + hostile, Line: 1, Col: 3, Len: 9}, Provisions: []string{hostile}, Related: []notices.Related{{Pos: notices.Pos{File: hostile}, Message: hostile}},
	}
	accepted := f
	accepted.Message += "2"
	accepted.Accepted = &notices.Acceptance{Reason: notices.Text{Value: hostile}, By: notices.Text{Value: hostile}}
	loose := f
	loose.Notice = ""
	e := some()
	e.Findings = []notices.Finding{f, accepted, loose}
	e.Failed = hostile
	e.Line = func(string, int) string { return "ab" + hostile + "\x1b[31m\u202e" }
	e.Rows = []Row{{Notice: hostile, Title: hostile, File: hostile, Address: "notices/gone.html", Standing: notices.Draft}}
	e.Broken = []Broken{{File: hostile, Title: hostile, Address: "notices/broken.html", Findings: []notices.Finding{f, loose}}}
	o := Options{Editor: "vscode://file/{path}:{line}", Root: "/r", RulePage: func(string) (string, bool) {
		return "# " + hostile + "\n\n" + hostile + "\n\n[x](javascript:alert(1))", true
	}}
	s := newServer(t, o, e)
	stale := e
	stale.Output = nil
	for _, path := range []string{"/notices/a.html", "/notices/broken.html", "/notices/gone.html", "/__notices/", "/__notices/rules/x", "/"} {
		for range 2 {
			text := body(s, path)
			lacks(t, text, "<script>", "<img", "\x1b", "\u202e", `href="javascript:`)
			if strings.Contains(text, "ab&#34;") {
				holds(t, text, "&lt;U+202E&gt;")
			}
			s.Show(stale)
		}
		s.Show(e)
	}
}

func TestOnlyEditorLinksHaveTheWholePath(t *testing.T) {
	t.Parallel()
	for _, editor := range []string{"", "vscode://file/{path}"} {
		s := newServer(t, Options{Root: "/home/somebody/site", Editor: editor}, some())
		for _, path := range []string{"/notices/a.html", "/notices/broken.html", "/__notices/", "/nowhere"} {
			text := strings.ReplaceAll(body(s, path), "vscode://file/home/somebody/site", "")
			lacks(t, text, "somebody")
		}
	}
}

func TestEditorLinks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ editor, root, want string }{
		{"vscode://file/{path}:{line}:{column}", "/r", "vscode://file/r/content/a%26b%3F.md:7:1"},
		{"vscode://file/{path}:{line}", "C:/Users/Ann", "vscode://file/C:/Users/Ann/content/a%26b%3F.md:7"},
		{"idea://open?file={path}&line={line}", "/r", "idea://open?file=/r/content/a%26b%3F.md&line=7"},
		{"", "/r", ""},
	} {
		s := newServer(t, Options{Editor: c.editor, Root: c.root}, some())
		if got := string(s.editorLink(notices.Pos{File: "content/a&b?.md", Line: 7})); got != c.want {
			t.Errorf("with %q: got %s, want %s", c.editor, got, c.want)
		}
	}
	for _, bad := range []string{"javascript:alert('{path}')", "JavaScript:{path}", "data:text/html,{path}", "file://{path}", "{path}", "vscode://file/", "://{path}"} {
		if _, err := New(Options{Editor: bad}); err == nil {
			t.Errorf("%q is taken as a link to an editor", bad)
		}
	}
}

func TestBrokenFileHasAPageUntilItIsMended(t *testing.T) {
	t.Parallel()
	whole := some()
	whole.Broken, whole.Findings = nil, nil
	s := newServer(t, Options{}, whole)
	broken := whole
	broken.Output = output(noticePage("b", "Notice B", ""))
	broken.Findings = []notices.Finding{{
		Rule: "yaml-syntax", Severity: notices.Error, Pos: notices.Pos{File: "content/notices/a.md", Line: 3, Col: 8},
		Message: "A quote opens here and is never closed.", Fix: "Close it.",
	}, {Rule: "key-unknown", Severity: notices.Error, Pos: notices.Pos{File: "content/notices/a.md", Line: 9, Col: 1}, Message: "No such key."}}
	broken.Broken = []Broken{{File: "content/notices/a.md", Title: "Notice A", Address: "notices/a.html"}}
	change := s.Show(broken)
	if change.Said != "2 things to put right" || change.Stale {
		t.Errorf("the change is %+v", change)
	}
	a := s.answer(s.current(), "/notices/a.html", nil)
	if a.status != http.StatusInternalServerError {
		t.Errorf("the status is %d", a.status)
	}
	holds(t, string(a.body), "“Notice A” cannot be shown yet", "content/notices/a.md:3:8", "Close it.", "title: <mark>N</mark>otice A &lt;script&gt;", "No such key.", `href="/notices/a.html?last-good"`)
	before := body(s, "/notices/a.html", lastGood)
	holds(t, before, "<h1>Notice A</h1>", "This page is from before: content/notices/a.md has a mistake now.", `<a href="?">See what is wrong</a>`)
	holds(t, body(s, "/assets/site.1.css"), "margin") // which it still loads
	holds(t, body(s, "/notices/a.large.html"), "cannot be shown yet")
	holds(t, body(s, "/notices/b.html"), "<h1>Notice B</h1>")
	s.Show(broken) // what is from before stays for as long as it is needed
	holds(t, body(s, "/notices/a.html", lastGood), "<h1>Notice A</h1>")
	s.Show(whole)
	for _, query := range [][]string{nil, {lastGood}} {
		mended := body(s, "/notices/a.html", query...)
		holds(t, mended, "<h1>Notice A</h1>", "Nothing to put right on this page")
		lacks(t, mended, "np-strip")
	}
}

func TestPagesOfBeforeStayWhenNoneCanBeMade(t *testing.T) {
	t.Parallel()
	layout := notices.Finding{Rule: "layout-invalid", Severity: notices.Error, Pos: notices.Pos{File: "layouts/notice.html", Line: 1, Col: 1}, Message: "This layout has a mistake."}
	bad := Edition{Findings: []notices.Finding{missing(), layout}, Line: text, Day: day}
	s := newServer(t, Options{}, bad)
	for _, path := range []string{"/", "/notices/a.html", "/anything/"} {
		holds(t, body(s, path), "No page can be made yet", "layouts/notice.html has a mistake", layout.Message)
	}
	if a := s.answer(s.current(), "/assets/site.1.css", nil); a.status != http.StatusNotFound {
		t.Errorf("a style sheet has the status %d", a.status)
	}
	s.Show(some())
	lacks(t, body(s, "/notices/a.html"), "from before")
	if change := s.Show(bad); !change.Stale || len(change.Pages) > 0 {
		t.Errorf("the change is %+v", change)
	}
	holds(t, body(s, "/notices/a.html"), "<h1>Notice A</h1>", "The page below is from before: layouts/notice.html has a mistake.")
	holds(t, body(s, "/__notices/"), "No new pages can be made: layouts/notice.html has a mistake.", layout.Message)
	s.Show(Edition{Failed: "The disk is full.", Day: day})
	holds(t, body(s, "/notices/a.html"), "The page below is from before: The disk is full.")
}

func TestNothingIsShownBeforeThereIsAnything(t *testing.T) {
	t.Parallel()
	s, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/", "/__notices/", "/notices/a.html"} {
		a := s.answer(s.current(), path, nil)
		if a.status != http.StatusServiceUnavailable {
			t.Errorf("%s has the status %d", path, a.status)
		}
		holds(t, string(a.body), "Your pages are being made", "preview.js")
	}
}

func TestChangeSaysWhichPagesChanged(t *testing.T) {
	t.Parallel()
	e := some()
	s := newServer(t, Options{}, e)
	if got := s.Show(e); len(got.Pages) > 0 || got.Said != "2 things to put right" {
		t.Errorf("the same again is %+v", got)
	}
	e.Output = output(noticePage("a", "Notice A", "other"), noticePage("c", "Notice C", ""))
	want := []string{"404.html", "index.html", "notices/a.html", "notices/b.html", "notices/c.html", "sub-without-index/page.html", "sub/index.html"}
	if diff := cmp.Diff(want, s.Show(e).Pages); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestFindingsAreCountedOnce(t *testing.T) {
	t.Parallel()
	e := some()
	e.Findings = nil
	for _, id := range []string{"c", "a", "b"} {
		f := missing()
		f.Notice = id
		f.Pos.File = "content/shared/cctv.yaml"
		e.Findings = append(e.Findings, f)
	}
	e.Findings[0].Accepted = &notices.Acceptance{}
	s := newServer(t, Options{}, e)
	if got := s.Show(e); got.Said != "1 thing to put right" {
		t.Errorf("the change is %+v, want one thing to put right", got)
	}
	holds(t, body(s, "/notices/a.html"), "1 thing to put right on this page", "1 to put right on the site", "right in 2 other notices too")
}

func TestFindingsOfATranslationStandOnItsPage(t *testing.T) {
	t.Parallel()
	e := some()
	welsh := site.File{Path: "notices/a.cy.html", Content: []byte(page("Hysbysiad", "")), Notice: "a", Source: "content/notices/a.cy.md"}
	large := site.File{Path: "notices/a.large.html", Content: []byte(page("Large", "")), Notice: "a", Source: "content/notices/a.md"}
	e.Output = output(append(e.Output.Files, welsh, large)...)
	inWelsh := missing()
	inWelsh.Pos.File, inWelsh.Message = "content/notices/a.cy.md", "Something in Welsh."
	shared := missing()
	shared.Pos.File, shared.Message = "content/shared/cctv.yaml", "Something shared."
	e.Findings = []notices.Finding{missing(), inWelsh, shared}
	s := newServer(t, Options{}, e)
	for path, want := range map[string][2]string{
		"/notices/a.html": {missing().Message, inWelsh.Message}, "/notices/a.large.html": {missing().Message, inWelsh.Message},
		"/notices/a.cy.html": {inWelsh.Message, missing().Message},
	} {
		holds(t, body(s, path), want[0], shared.Message)
		lacks(t, body(s, path), want[1])
	}
}

func TestDeskSaysWhatNeedsDoingFirst(t *testing.T) {
	t.Parallel()
	e := some()
	until := notices.Date{Time: day.AddDate(1, 0, 0)}
	for i, f := range []notices.Finding{missing(), missing(), missing(), missing()} {
		f.Notice = "accepted"
		f.Pos.Line = 10 + i
		f.Accepted = &notices.Acceptance{Until: until}
		e.Findings = append(e.Findings, f)
	}
	toDo, drafted := missing(), missing()
	drafted.Notice, drafted.Draft, drafted.Pos.File = "draft", true, "content/notices/draft.md"
	loose := notices.Finding{Rule: "site-title-missing", Severity: notices.Warning, Pos: notices.Pos{File: "content/site.yaml", Line: 1, Col: 1}, Message: "The site has no title."}
	e.Findings = append(e.Findings, drafted, loose)
	e.Rows = append(e.Rows,
		Row{Notice: "accepted", Title: "Accepted", Address: "notices/b.html", Given: 10, Required: 14},
		Row{Notice: "draft", Title: "Being written", Standing: notices.Draft, Address: "notices/b.html"},
		Row{Notice: "future", Title: "To come", Standing: notices.Future, From: day.AddDate(0, 1, 0)},
		Row{Notice: "ended", Title: "Over", Standing: notices.Expired, Until: day.AddDate(0, 0, -1)},
		Row{Notice: "late", Title: "Late", ReviewDue: day.AddDate(0, 0, -1)},
		Row{Notice: "later", Title: "Later", ReviewDue: day.AddDate(0, 6, 0)},
	)
	e.At = true
	s := newServer(t, Options{}, e)
	text := body(s, "/__notices/")
	holds(t, text, "The site cannot be published yet: 2 things to put right first.", "12 of 14", "As of 1 March 2026, the day that you asked for.",
		`<a href="/notices/a.html#`+identify(&toDo).id()+`">The notice does not say how long data is kept.</a>`, "Draft: not published", "Not published until 1 April 2026",
		"Ended on 28 February 2026: not published", "The review was due on 28 February 2026.", "Next review on 1 September 2026.",
		"4 gaps are accepted until 1 March 2027.", "<strong>1</strong> draft", "<strong>4</strong> accepted for now", "<strong>1</strong> review overdue", "<strong>1</strong> cannot be read",
		"For the whole site", "The site has no title.", `<a href="/notices/broken.html">See the mistake</a>`)
	order := []string{">Council tax</a>", ">Notice A</a>", "Over ", "Late ", ">Being written</a>", "To come", ">Accepted</a>"}
	at := 0
	for _, name := range order {
		i := strings.Index(text[at:], name)
		if i < 0 {
			t.Errorf("%s is not after those before it, in the order %v", name, order)
			continue
		}
		at += i
	}
	lacks(t, text[strings.Index(text, "<table"):], unread().Message)
}

func TestDeskOfAGoodSite(t *testing.T) {
	t.Parallel()
	s := newServer(t, Options{}, Edition{Output: someSite(""), Day: day})
	holds(t, body(s, "/__notices/"), "Everything that is required is there", "There is no notice yet.")
}

func TestRulePagesAreTheHandbooks(t *testing.T) {
	t.Parallel()
	s := newServer(t, Options{RulePage: func(id string) (string, bool) {
		return "# Retention is missing\n\nWhy.\n\n```yaml\na: b\n```\n", id == "retention-missing"
	}}, some())
	holds(t, body(s, "/__notices/rules/retention-missing"), "<title>Retention is missing – preview</title>", "<h1>Retention is missing</h1>", "a: b")
	if a := s.answer(s.current(), "/__notices/rules/other", nil); a.status != http.StatusNotFound {
		t.Errorf("an unknown rule has the status %d", a.status)
	}
}

func TestAbsentPagesSayWhy(t *testing.T) {
	t.Parallel()
	e := some()
	e.Rows = append(e.Rows, Row{Notice: "c", Title: "To come", Standing: notices.Future, From: day.AddDate(0, 0, 9), Address: "notices/c.html"})
	s := newServer(t, Options{}, e)
	holds(t, body(s, "/notices/c.html"), "There is no page here", "“To come”: Not published until 10 March 2026.")
}

func TestLinesAreCutAroundThePlace(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a", 500) + "PLACE" + strings.Repeat("b", 500)
	l := newLine(long, notices.Pos{Line: 7, Col: 501, Len: 5})
	if l.Marked != "PLACE" || !strings.HasPrefix(l.Before, "…a") || !strings.HasSuffix(l.After, "b…") || len(l.Before+l.After) > longestLine+20 {
		t.Errorf("the line is %+v", l)
	}
	for _, p := range []notices.Pos{{Line: 1}, {Line: 1, Col: 1}, {Line: 1, Col: 99, Len: 99}, {Line: 1, Col: 2, Len: 99}} {
		l := newLine("ŵyr", p)
		if got := strings.TrimRight(l.Before+l.Marked+l.After, " "); got != "ŵyr" || (p.Col > 0) != (l.Marked != "") {
			t.Errorf("at %v the line is %+v", p, l)
		}
	}
	if (newLine("---", notices.Pos{Line: 1, Col: 1})).Seen() || newLine("", notices.Pos{Line: 1, Col: 1}).Seen() {
		t.Error("there is nothing to see on such a line")
	}
}

func TestReviewIsOverdueTheDayAfter(t *testing.T) {
	t.Parallel()
	st := newState(Edition{Day: day}, &state{})
	for due, want := range map[time.Time]bool{day: false, day.AddDate(0, 0, -1): true, {}: false} {
		row := st.row(Row{ReviewDue: due}, nil)
		if got := row.rank == overdue; got != want {
			t.Errorf("a review due on %v, on %v, is overdue: %v", due, day, got)
		}
	}
}
