package preview

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/site"
)

// about gives a finding about a section of notice a.
func about(section notices.Section, line int, message string) notices.Finding {
	f := missing()
	f.Section, f.Pos.Line, f.Message = section, line, message
	return f
}

// inOrder reports the words that do not follow one another in a text.
func inOrder(t *testing.T, text string, words ...string) {
	t.Helper()
	rest := text
	for _, w := range words {
		_, after, found := strings.Cut(rest, w)
		if !found {
			t.Fatalf("%q does not follow, of %q, in:\n%s", w, words, text)
		}
		rest = after
	}
}

func TestWhatIsMissingIsMarkedWhereItWouldStand(t *testing.T) {
	t.Parallel()
	e := some()
	e.Findings = []notices.Finding{
		about(notices.PurposesSection, 1, "No purpose."), about(notices.RecipientsSection, 2, "No recipient."), about(notices.ComplaintsSection, 3, "No complaints."),
		about("", 4, "No title."),
	}
	s := newServer(t, Options{}, e)
	text := body(s, "/notices/a.html")
	inOrder(t, text, "<h1>Notice A</h1>", `id="np-at-page"`, "1 thing to put right about the page as a whole", "No title.",
		`id="np-at-purposes"`, "Missing here: “Why we use your information, and what allows us to”.", "No purpose.", `<section aria-labelledby="data">`,
		"</section>", `id="np-at-recipients"`, "Missing here: “Who we share it with”.", "No recipient.", `<section aria-labelledby="retention">`,
		"</section>", `id="np-at-complaints"`, "Missing here: “How to complain”.", "No complaints.", "</main>",
		`id="np-panel"`, `<a href="#np-at-purposes">where “Why we use your information, and what allows us to” would stand</a>`)
}

func TestAMarkSaysAllOfAFinding(t *testing.T) {
	t.Parallel()
	f := missing()
	f.Provisions = []string{"13(2)(a)"}
	e := some()
	e.Findings = []notices.Finding{f}
	s := newServer(t, Options{Editor: "vscode://file/{path}:{line}:{column}", Root: "/site", RulePage: func(string) (string, bool) { return "", false }}, e)
	_, mark, _ := strings.Cut(body(s, "/notices/a.html"), `id="np-at-retention"`)
	mark, _, _ = strings.Cut(mark, "</details>")
	holds(t, mark, f.Message, "How to put it right:", "Say how long:", "period: 6 years", `href="/__notices/rules/retention-missing"`,
		`href="vscode://file/site/content/notices/a.md:2:8"`, "content/notices/a.md:2:8", "13(2)(a)")
	lacks(t, mark, "On this page")
}

func TestAMarkLeadsToWhatItHasNoRoomFor(t *testing.T) {
	t.Parallel()
	e := some()
	e.Findings = nil
	for i := range 300 {
		e.Findings = append(e.Findings, about(notices.RetentionSection, i+1, fmt.Sprintf("Fault <%d> & “more”.", i)))
	}
	text := body(newServer(t, Options{}, e), "/notices/a.html")
	eleventh := identify(&e.Findings[maxMarked]).id()
	holds(t, text, "300 things to put right in this part", `<a href="#`+eleventh+`">290 more at the foot of the page</a>`, `<li id="`+eleventh+`">`, "Fault &lt;299&gt; &amp; “more”.")
	if n := strings.Count(text, `class="np-entry`); n != 300+maxMarked {
		t.Errorf("%d findings are told, want %d", n, 300+maxMarked)
	}
}

func TestWhatIsAcceptedIsNotMarked(t *testing.T) {
	t.Parallel()
	e := some()
	e.Findings = []notices.Finding{missing()}
	e.Findings[0].Accepted = &notices.Acceptance{}
	lacks(t, body(newServer(t, Options{}, e), "/notices/a.html"), "np-mark")
}

func TestPagesThatAreNoNoticesLackNoSections(t *testing.T) {
	t.Parallel()
	e := some()
	e.Output.Files = append(e.Output.Files, site.File{Path: "organisations/x.html", Content: []byte(page("X", "")), Source: "content/organisations/x.yaml"})
	e.Findings = []notices.Finding{{Rule: "contact-missing", Severity: notices.Error, Pos: notices.Pos{File: "content/organisations/x.yaml", Line: 1}, Message: "Nobody can be reached."}}
	text := body(newServer(t, Options{}, e), "/organisations/x.html")
	inOrder(t, text, "</h1>", `id="np-at-page"`, "Nobody can be reached.")
	lacks(t, text, "Missing here")
}

// A finding in a file of its own, such as a translation, is told on that file's page.
func TestDeskLeadsToTheFindingThatItNames(t *testing.T) {
	t.Parallel()
	e := some()
	welsh := site.File{Path: "notices/a.cy.html", Content: []byte(page("Hysbysiad", sections("x"))), Notice: "a", Source: "content/notices/a.cy.md"}
	e.Output = output(append(e.Output.Files, welsh)...)
	inWelsh, ours := missing(), missing()
	inWelsh.Pos.File, inWelsh.Message = "content/notices/a.cy.md", "A first, in Welsh."
	ours.Severity, ours.Message = notices.Warning, "A second."
	inFile := missing()
	inFile.Notice, inFile.Message, inFile.Pos.Line = "", "Of the file, and no notice.", 1
	for _, c := range []struct {
		findings []notices.Finding
		first    notices.Finding
		page     string
	}{
		{[]notices.Finding{ours, inWelsh}, inWelsh, "/notices/a.cy.html"},
		{[]notices.Finding{inFile, ours}, ours, "/notices/a.html"},
	} {
		e.Findings = c.findings
		s := newServer(t, Options{}, e)
		id := identify(&c.first).id()
		holds(t, body(s, "/__notices/"), `The first: <a href="`+c.page+"#"+id+`">`+c.first.Message+`</a>`)
		_, entry, _ := strings.Cut(body(s, c.page), `<li id="`+id+`">`)
		entry, _, _ = strings.Cut(entry, "</li>")
		if diff := cmp.Diff(true, strings.Contains(entry, c.first.Message)); diff != "" {
			t.Errorf("%s#%s is another finding: %s", c.page, id, entry)
		}
	}
}
