package site_test

import (
	"strings"
	"testing"

	"notices.example/notices"
	"notices.example/site"
)

// dataTable gives the section about data of the sparse notice.
func dataTable(t *testing.T, in site.Input) string {
	t.Helper()
	_, section, _ := strings.Cut(page(t, render(t, in), allotments), `id="data"`)
	section, _, _ = strings.Cut(section, "</section>")
	return section
}

func dataInput(bases ...string) site.Input {
	in := input()
	c := sparse(in)
	c.Data = []notices.DataItem{{ID: id("name"), Label: text("Name")}, {ID: id("plot"), Label: text("Plot")}}
	c.Purposes = nil
	for _, b := range bases {
		p := notices.Purpose{ID: id("p-" + b), Purpose: text("Purpose " + b), Data: refs("name", "plot")}
		if b != "" {
			p.LawfulBasis = term(b)
		}
		c.Purposes = append(c.Purposes, p)
	}
	return in
}

func TestTheBasisOfAllDataIsSaidOnce(t *testing.T) {
	t.Parallel()
	got := dataTable(t, dataInput("public-task"))
	says(t, got, "<dt>What allows us to</dt>", "<strong>Public task</strong>", "We need it for our work as a public body", "UK GDPR Article 6(1)(e)", `<th scope="col">Why we use it</th>`)
	if n := strings.Count(got, "Public task"); n != 1 {
		t.Errorf("the basis is said %d times, want once", n)
	}
}

func TestEachUseOfDataHasItsOwnBasis(t *testing.T) {
	t.Parallel()
	got := dataTable(t, dataInput("public-task", "consent"))
	says(t, got, `<th scope="col">Why we use it, and what allows us to</th>`, `<span class="k">Why we use it, and what allows us to</span>`)
	for _, use := range []string{
		`<a href="#purpose--p-public-task">Purpose public-task</a><br><span class="note">Public task: our work as a public body</span>`,
		`<a href="#purpose--p-consent">Purpose consent</a><br><span class="note">Consent: you agreed to it</span>`,
	} {
		if n := strings.Count(got, use); n != 2 {
			t.Errorf("%d rows say %s, want 2", n, use)
		}
	}
	silent(t, got, "Article 6", "<dt>What allows us to</dt>")
}

func TestDataThatNoPurposeUsesHasNoBasis(t *testing.T) {
	t.Parallel()
	in := dataInput("public-task")
	sparse(in).Purposes[0].Data = refs("name")
	got := dataTable(t, in)
	silent(t, got, "<dt>What allows us to</dt>")
	says(t, got, "Public task: our work as a public body")
}

func TestABasisThatIsAGapIsOwnedUpTo(t *testing.T) {
	t.Parallel()
	in := dataInput("")
	silent(t, dataTable(t, in), "What allows us to")
	in.Findings[0].Rule, in.Findings[0].Section = "purpose-basis-missing", notices.PurposesSection
	says(t, dataTable(t, in), "<dt>What allows us to</dt>\n<dd>Not said yet</dd>")
	sparse(in).Purposes[0].Data = refs("name")
	says(t, dataTable(t, in), "<dt>What allows us to</dt>\n<dd>Not said yet</dd>")
}

func TestSensitiveDataNamesItsCondition(t *testing.T) {
	t.Parallel()
	got := page(t, render(t, input()), "notices/wendle/garden-waste.html")
	says(t, got, `<span class="note">Public task: our work as a public body</span><br><span class="note">Sensitive: Substantial public interest</span>`)
}
