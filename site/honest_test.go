package site_test

import (
	"strings"
	"testing"

	"notices.example/notices"
	"notices.example/site"
)

// says fails unless a page holds each of the texts.
func says(t *testing.T, page string, texts ...string) {
	t.Helper()
	for _, want := range texts {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// silent fails when a page holds one of the texts.
func silent(t *testing.T, page string, texts ...string) {
	t.Helper()
	for _, unwanted := range texts {
		if strings.Contains(page, unwanted) {
			t.Errorf("the page says %q", unwanted)
		}
	}
}

func sparse(in site.Input) *notices.Complete { return in.Set.Notices[0] }

func TestBodiesThatOnlyDraftsNameAreNotPublished(t *testing.T) {
	t.Parallel()
	in := input()
	firm := &notices.Organisation{Pos: at("organisations/secret.yaml"), ID: id("secret"), Name: text("Secret Supplier Ltd")}
	in.Set.Organisations["secret"] = firm
	in.Set.Corpus.Organisations = append(in.Set.Corpus.Organisations, firm)
	c := sparse(in)
	c.Status, c.Written.Status = term("draft"), term("draft")
	c.Recipients = notices.Stated[notices.Recipient]{Items: []notices.Recipient{{Organisation: ref("secret")}}}
	out := render(t, in)
	if _, there := out.File("organisations/secret.html"); there {
		t.Error("the body has a page")
	}
	silent(t, page(t, out, "index.html"), "Secret Supplier Ltd")
	if _, there := out.File("organisations/old-wendle.html"); !there {
		t.Error("the predecessor of a published body has no page")
	}
	in.Draft = true
	page(t, render(t, in), "organisations/secret.html")
}

func TestABodyWithoutDetailsHasNoHeadingForThem(t *testing.T) {
	t.Parallel()
	silent(t, page(t, render(t, input()), "organisations/old-wendle.html"), `id="details"`)
}

func TestObjectingToMarketingNeedsNoReason(t *testing.T) {
	t.Parallel()
	const marketing, weighed = "To stop marketing you need give no reason.", "Tell us that you object, and why."
	in := input()
	c := sparse(in)
	c.Purposes = []notices.Purpose{
		{ID: id("news"), Purpose: text("Send you the newsletter"), LawfulBasis: term("consent"), Activities: terms("direct-marketing")},
		{ID: id("plots"), Purpose: text("Tell you of free plots"), LawfulBasis: term("public-task"), Activities: terms("direct-marketing")},
	}
	got := page(t, render(t, in), "notices/wendle/allotments.html")
	says(t, got, marketing)
	silent(t, got, weighed)
	c.Purposes[1].Activities = nil
	got = page(t, render(t, in), "notices/wendle/allotments.html")
	says(t, got, marketing, weighed)
	_, box, _ := strings.Cut(got, `class="objection"`)
	first, second, _ := strings.Cut(box, marketing)
	says(t, first, "Send you the newsletter")
	silent(t, first, "Tell you of free plots")
	says(t, second, "Tell you of free plots")
}

func TestWhetherToComplainToTheBodyFirstDependsOnTheDay(t *testing.T) {
	t.Parallel()
	const any, second = "You do not have to complain to us first.", "It will usually ask you to complain to us first."
	for day, want := range map[string]string{"2026-06-18": any, "2026-06-19": second} {
		in := input()
		in.Day = date(day).Time
		says(t, page(t, render(t, in), "notices/wendle/allotments.html"), want)
	}
	in := input()
	in.Set.Corpus.Site.Law, in.Set.Corpus.Site.Accessibility = term("eu"), nil
	says(t, page(t, render(t, in), "notices/wendle/allotments.html"), any)
}

func TestPeriodsAreNotSaidToHoldForEverything(t *testing.T) {
	t.Parallel()
	in := input()
	says(t, page(t, render(t, in), "notices/wendle/garden-waste.html"), "90 days to 2 years, depending on the information; for some, by other rules")
	c := sparse(in)
	c.Data = []notices.DataItem{{ID: id("name"), Label: text("Name")}, {ID: id("plot"), Label: text("Plot")}}
	c.Retention = []notices.Retention{{Data: refs("name"), Period: period("2 years")}}
	in.Findings[0].Rule, in.Findings[0].About = "retention-data-missing", "plot"
	got := page(t, render(t, in), "notices/wendle/allotments.html")
	says(t, got, "2 years; for some, not said yet", `<p class="note">Not said yet</p>`)
}

func TestEmptyCellsOwnUpToTheirGap(t *testing.T) {
	t.Parallel()
	in := input()
	c := sparse(in)
	c.Data = []notices.DataItem{
		{ID: id("name"), Label: text("Name"), Provision: term("required"), IfNotGiven: text("No plot.")},
		{ID: id("plot"), Label: text("Plot")}, {ID: id("visits"), Label: text("Visits"), Origin: term("observed")},
	}
	in.Findings[0].Rule, in.Findings[0].About = "provision-missing", "plot"
	got := page(t, render(t, in), "notices/wendle/allotments.html")
	if n := strings.Count(got, `<p class="note">Not said yet</p>`); n != 1 {
		t.Errorf("%d cells are said to be a gap, want 1", n)
	}
}

func TestGapsStandInOneList(t *testing.T) {
	t.Parallel()
	in := input()
	second := in.Findings[0]
	second.Rule, second.Message = "transfers-missing", "The notice does not say whether data goes abroad."
	in.Findings = append(in.Findings, second)
	got := page(t, render(t, in), "notices/wendle/allotments.html")
	_, list, _ := strings.Cut(got, `id="not-yet"`)
	if n := strings.Count(list, "Decided by"); n != 1 {
		t.Errorf("who decided is said %d times, want once", n)
	}
	if n := strings.Count(list, `class="gap`); n != 1 {
		t.Errorf("the gaps stand in %d boxes, want one list", n)
	}
}

func TestNothingWithoutANameIsAnEmptyLink(t *testing.T) {
	t.Parallel()
	in := input()
	for _, c := range in.Set.Notices {
		c.Title, c.Translations = notices.Text{}, nil
		for i := range c.Data {
			c.Data[i].Label = notices.Text{}
		}
		for i := range c.Purposes {
			c.Purposes[i].Purpose = notices.Text{}
		}
	}
	for _, o := range in.Set.Corpus.Organisations {
		o.Name = notices.Text{}
	}
	in.Set.Corpus.Site.Title, in.Set.Corpus.Pages[0].Title = notices.Text{}, notices.Text{}
	in.Set.Corpus.Glossary[0].Term = notices.Text{}
	out := render(t, in)
	checkPages(t, out, "/notices/")
	for _, f := range out.Files {
		for _, link := range emptyLinks(t, f) {
			t.Errorf("%s: the link to %s has no words", f.Path, link)
		}
	}
}

func TestWelshNamesTheTerritoryInItsSentence(t *testing.T) {
	t.Parallel()
	says(t, page(t, render(t, input()), "notices/wendle/garden-waste.cy.html"), "y tu allan i'r DU")
}

func TestAnEarlierAddressNamesThePageItLeadsTo(t *testing.T) {
	t.Parallel()
	says(t, page(t, render(t, input()), "privacy/index.html"), `<a href="../index.html">Wendle privacy notices</a>`)
}
