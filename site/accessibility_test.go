package site_test

import (
	"strings"
	"testing"

	"notices.example/notices"
	"notices.example/site"
)

// statement is an accessibility statement with every part it can have.
func statement() *notices.Accessibility {
	return &notices.Accessibility{
		Pos: at("site.yaml"), Organisation: text("Wendle Borough Council"), Compliance: term("partial"),
		Problems: []notices.AccessibilityProblem{{
			What: text("Some maps have no description."), Criterion: text("1.1.1 Non-text Content (A)"),
			Alternative: text("Call us, and we tell you what they show."), FixBy: date("2027-03-31"),
		}},
		OutOfScope: []notices.AccessibilityProblem{{What: text("Plans from before September 2018 are scans.")}},
		Contact:    notices.Contact{Role: term("help"), Email: notices.Email{Value: "access@wendle.example"}}, AnswerWithin: period("P10D"),
		Prepared: date("2026-01-05"), Reviewed: date("2026-10-05"), Tested: date("2026-10-01"), TestedBy: text("our web team"),
		HowTested: text("We tested a page of each kind."), Improvements: text("We ask people with disabilities to try out new pages."),
	}
}

func TestTheStatementHasWhatTheModelPrescribes(t *testing.T) {
	t.Parallel()
	got := page(t, render(t, input()), "pages/accessibility.html")
	for _, want := range []string{
		"This accessibility statement applies to https://privacy.wendle.example/notices/.",
		"Wendle Borough Council is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.",
		"This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, due to the non-compliances and exemptions listed below.",
		"The content listed below is non-accessible for the following reasons.",
		"Non-compliance with the accessibility regulations", "Content that’s not within the scope of the accessibility regulations",
		"The Equality and Human Rights Commission (EHRC) is responsible for enforcing", "Equality Advisory and Support Service (EASS)",
		"This statement was prepared on 5 January 2026. It was last reviewed on 5 October 2026. This website was last tested on 1 October 2026. The test was carried out by our web team.",
		"This fails WCAG 2.2 success criterion 1.1.1 Non-text Content (A).", "We plan to put this right by 31 March 2027.",
		"mailto:access@wendle.example", "We get back to you within 10 days.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the statement does not say %q", want)
		}
	}
	if strings.Contains(got, "Disproportionate burden") {
		t.Error("the statement has a heading with nothing below it")
	}
}

func TestNorthernIrelandHasItsOwnCommission(t *testing.T) {
	t.Parallel()
	in := input()
	in.Set.Corpus.Site.Accessibility.NorthernIreland = notices.Answer{Value: notices.Yes}
	got := page(t, render(t, in), "pages/accessibility.html")
	if !strings.Contains(got, "The Equality Commission for Northern Ireland (ECNI) is responsible") || strings.Contains(got, "EHRC") {
		t.Error("the statement names the commission of Great Britain")
	}
}

func TestASentenceOfTheStatementBeginsWithACapitalLetter(t *testing.T) {
	t.Parallel()
	in := input()
	in.Set.Corpus.Site.Accessibility.Organisation = text("ŵyr council")
	got := page(t, render(t, in), "pages/accessibility.html")
	for _, want := range []string{"Ŵyr council is committed", "run by ŵyr council"} {
		if !strings.Contains(got, want) {
			t.Errorf("the statement does not say %q", want)
		}
	}
}

func TestTheStatementIsLinkedFromEveryPage(t *testing.T) {
	t.Parallel()
	out := render(t, input())
	for _, name := range []string{"index.html", "index.cy.html", "notices/wendle/garden-waste.html"} {
		_, footer, _ := strings.Cut(page(t, out, name), "<footer")
		if !strings.Contains(footer, "pages/accessibility.") {
			t.Errorf("%s does not link to the statement", name)
		}
	}
}

func TestWhatKeepsAStatementFromBeingOne(t *testing.T) {
	t.Parallel()
	const incomplete, placeholder = "accessibility-statement-incomplete", "accessibility-statement-placeholder"
	for _, c := range []struct {
		name   string
		change func(a *notices.Accessibility)
		rule   string
	}{
		{"no body", func(a *notices.Accessibility) { a.Organisation = text("") }, incomplete},
		{"no status", func(a *notices.Accessibility) { a.Compliance = term("") }, incomplete},
		{"nobody to tell", func(a *notices.Accessibility) { a.Contact = notices.Contact{} }, incomplete},
		{"no first day", func(a *notices.Accessibility) { a.Prepared = notices.Date{} }, incomplete},
		{"no review", func(a *notices.Accessibility) { a.Reviewed = notices.Date{} }, incomplete},
		{"no test", func(a *notices.Accessibility) { a.Tested = notices.Date{} }, incomplete},
		{"no tester", func(a *notices.Accessibility) { a.TestedBy = text("") }, incomplete},
		{"full with problems", func(a *notices.Accessibility) { a.Compliance = term("full") }, incomplete},
		{"partial without a problem", func(a *notices.Accessibility) { a.Problems, a.OutOfScope = nil, nil }, incomplete},
		{"looked at before it was there", func(a *notices.Accessibility) { a.Reviewed = date("2025-01-01") }, incomplete},
		{"a name left out", func(a *notices.Accessibility) { a.Organisation = text("[name of organisation]") }, placeholder},
		{"a note to the author", func(a *notices.Accessibility) { a.TestedBy = text("TBC") }, placeholder},
		{"an address for examples", func(a *notices.Accessibility) { a.Contact.Email.Value = "access@example.gov.uk" }, placeholder},
		{"a criterion left open", func(a *notices.Accessibility) { a.Problems[0].Criterion = text("<criterion>") }, placeholder},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			in := input()
			c.change(in.Set.Corpus.Site.Accessibility)
			out, found, err := site.Render(faced(in))
			if err != nil || out != nil || len(found) != 1 || found[0].Rule != c.rule || found[0].Fix == "" {
				t.Errorf("got output %v, findings %v, error %v", out != nil, found, err)
			}
		})
	}
}

func TestOnlyAPublicBodyOnTheWebOwesAStatement(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		change func(set *notices.Set)
		want   int
	}{
		{"a public body", func(*notices.Set) {}, 1},
		{"not on the web", func(s *notices.Set) { s.Corpus.Site.BaseURL = link("") }, 0},
		{"not in the UK", func(s *notices.Set) { s.Corpus.Site.Law = term("eu") }, 0},
		{"not a public body", func(s *notices.Set) { s.Organisations["wendle"].PublicAuthority = notices.Answer{} }, 0},
		{"its own page", func(s *notices.Set) {
			s.Corpus.Pages = append(s.Corpus.Pages, &notices.Page{Pos: at("pages/accessibility.md"), ID: id("accessibility"), Title: text("Accessibility")})
		}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			in := input()
			in.Set.Corpus.Site.Accessibility = nil
			c.change(in.Set)
			out, found, err := site.Render(faced(in))
			if err != nil || out == nil || len(found) != c.want {
				t.Errorf("got output %v, findings %v, error %v", out != nil, found, err)
			}
		})
	}
}

func TestASiteBringsItsOwnPages(t *testing.T) {
	t.Parallel()
	in := input()
	in.Set.Corpus.Pages = []*notices.Page{{Pos: at("pages/accessibility.md"), ID: id("accessibility"), Title: text("How we help")}}
	out := render(t, in)
	if got := page(t, out, "pages/accessibility.html"); !strings.Contains(got, "How we help") {
		t.Error("the site's own page is not used")
	}
	if _, there := out.File("pages/accessibility.cy.html"); there {
		t.Error("a page is made that nobody wrote")
	}
	if got := page(t, out, "pages/cookies.html"); !strings.Contains(got, "This site sets no cookies.") {
		t.Error("the page about cookies is not made")
	}
	if got := page(t, out, "index.cy.html"); !strings.Contains(got, `href="pages/cookies.cy.html">Cwcis`) {
		t.Error("the footer does not link to it")
	}
}
