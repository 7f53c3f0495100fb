package preview

import (
	"net/http"
	"testing"

	"notices.example/notices"
)

// faults gives findings about notice a: errors, warnings and advice, each at a place
// of its own.
func faults(draft bool, numbers ...int) []notices.Finding {
	var list []notices.Finding
	for kind, n := range numbers {
		for range n {
			f := missing()
			f.Severity, f.Draft, f.Pos.Line = []notices.Severity{notices.Error, notices.Warning, notices.Advice}[kind], draft, 10+len(list)
			list = append(list, f)
		}
	}
	return list
}

func TestPanelDeskAndTerminalCountAlike(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name            string
		published       []notices.Finding
		drafted         []notices.Finding
		panel, terminal string
		good            bool
	}{
		{"nothing", nil, nil, "nothing to put right on the site<span class=\"np-more\"></span>", "nothing to put right", true},
		{"only drafts", nil, faults(true, 2, 1, 1), `nothing to put right on the site<span class="np-more">, 4 in drafts`, "nothing to put right, 4 in drafts", true},
		{"warnings", faults(false, 0, 2, 1), nil, `nothing to put right on the site<span class="np-more">, 3 could be better`, "nothing to put right, 3 could be better", true},
		{"all", faults(false, 1, 1, 0), faults(true, 1, 1, 1), `1 to put right on the site<span class="np-more">, 1 could be better, 3 in drafts`, "1 thing to put right, 1 could be better, 3 in drafts", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			e := some()
			e.Broken, e.Findings = nil, c.published
			for _, f := range c.drafted {
				f.Notice, f.Pos.File = "draft", "content/notices/draft.md"
				e.Findings = append(e.Findings, f)
			}
			s := newServer(t, Options{}, e)
			holds(t, body(s, "/notices/b.html"), "Nothing to put right on this page", c.panel)
			if got := s.Show(e).Said; got != c.terminal {
				t.Errorf("the terminal says %q, want %q", got, c.terminal)
			}
			verdict := map[bool]string{true: "the site can be published.", false: "1 thing to put right first."}
			holds(t, body(s, "/__notices/"), verdict[c.good])
		})
	}
}

func TestPanelSaysWhatADraftNeeds(t *testing.T) {
	t.Parallel()
	e := some()
	e.Broken, e.Findings = nil, faults(true, 2, 1, 1)
	s := newServer(t, Options{}, e)
	holds(t, body(s, "/notices/a.html"), `2 things to put right before it is published<span class="np-more">, 2 could be better`, "2 things to put right in this part, 2 could be better")
	e.Findings = faults(false, 1, 1, 0)
	s.Show(e)
	holds(t, body(s, "/notices/a.html"), `1 thing to put right on this page<span class="np-more">, 1 could be better`)
	holds(t, body(s, "/__notices/"), "Cannot be published yet")
	e.Findings = faults(false, 0, 1, 0)
	s.Show(e)
	holds(t, body(s, "/notices/a.html"), `Nothing to put right on this page<span class="np-more">, 1 could be better`, "1 could be better in this part")
	lacks(t, body(s, "/__notices/"), "Cannot be published yet")
}

func TestPagesSayWhichFileTheyLack(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		file, address string
		want, link    string
	}{
		{"content/organisations/anytown.yaml", "organisations/anytown.html", "so what it says is missing on the pages that use it", "/organisations/anytown.html"},
		{"content/shared/cctv.yaml", "", "so what it says is missing on the pages that use it", "/__notices/"},
		{"content/glossary.yaml", "glossary.html", "the pages lack the words that it explains", "/glossary.html"},
		{"content/site.yaml", "index.html", "its title and colours", "/"},
	} {
		e := some()
		e.Findings, e.Broken = nil, []Broken{{File: c.file, Title: "Its title", Address: c.address}}
		s := newServer(t, Options{}, e)
		holds(t, body(s, "/notices/a.html"), "1 file has a mistake: something may be missing here", c.file+" has a mistake, so", c.want, `<a href="`+c.link+`">See the mistake</a>`, "np-open")
		lacks(t, body(s, "/notices/a.html"), "This page has all that is asked of it.")
		if c.address != "" {
			holds(t, body(s, "/"+c.address), "All other pages work, but lack what that file says.")
			holds(t, body(s, "/__notices/"), ">"+c.file+"</a>")
			lacks(t, body(s, "/__notices/"), "so there is no page", "Its title")
		}
	}
	lacks(t, body(newServer(t, Options{}, some()), "/notices/a.html"), "something may be missing") // a notice is its own page alone
	holds(t, body(newServer(t, Options{}, some()), "/notices/broken.html"), "All other pages work. Put it right")
}

func TestAPageThatIsGoneNamesItsFile(t *testing.T) {
	t.Parallel()
	e := some()
	s := newServer(t, Options{}, e)
	e.Output, e.Rows = output(noticePage("b", "Notice B", "")), nil
	for range 2 { // it is remembered
		s.Show(e)
		a := s.answer(s.current(), "/notices/a.html", nil)
		if a.status != http.StatusNotFound {
			t.Errorf("the status is %d", a.status)
		}
		holds(t, string(a.body), "<code>content/notices/a.md</code> is no longer there.", ">All notices</a></p>")
	}
	holds(t, body(s, "/notices/other.html"), "No page of your site has this address.")
	e = some()
	s.Show(e)
	holds(t, body(s, "/notices/a.html"), "<h1>Notice A</h1>")
}

func TestRulesAndPlacesAreNamedForPeople(t *testing.T) {
	t.Parallel()
	s := newServer(t, Options{RuleTitle: func(id string) string {
		return map[string]string{"retention-missing": "Retention is missing"}[id]
	}, RulePage: func(string) (string, bool) { return "", false }}, some())
	holds(t, body(s, "/notices/a.html"), `Why: <a href="/__notices/rules/retention-missing">Retention is missing</a>. <code>retention-missing</code> <code>content/notices/a.md:2:8</code>`,
		`<span title="content/notices/a.md:2:8">a.md, line 2</span>`)
	holds(t, body(s, "/notices/broken.html"), `>yaml-syntax</a>`) // which has no title here
}

func TestNobodyIsLedAwayWhenNothingCameOfSaving(t *testing.T) {
	t.Parallel()
	e := some()
	s := newServer(t, Options{Follow: true}, e)
	e.Saved = []string{"content/notices/b.md"}
	s.Show(e)
	if to := s.current().saved; to != "" {
		t.Errorf("it leads to %s", to)
	}
	s.Show(changed(e, "/notices/b.html", "Six", "Seven"))
	if to := s.current().saved; to != "/notices/b.html" {
		t.Errorf("after a change it leads to %q", to)
	}
}

func TestAPageThatIsMadeWithoutItsFileSaysSo(t *testing.T) {
	t.Parallel()
	e := some()
	e.Findings, e.Broken = nil, []Broken{{File: "content/site.yaml", Address: "index.html"}}
	s := newServer(t, Options{}, e)
	holds(t, body(s, "/"), `<a href="/?last-good">See the page as it is without that file</a>`)
	holds(t, body(s, "/", lastGood), "<h1>Welcome</h1>", "This page is made without content/site.yaml, which has a mistake.")
	e.Output = nil
	s.Show(e)
	holds(t, body(s, "/"), "See the page as it was before the mistake")
	holds(t, body(s, "/", lastGood), "<h1>Welcome</h1>", "This page is from before: content/site.yaml has a mistake now.")
}
