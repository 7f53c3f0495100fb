package site_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"notices.example/notices"
	"notices.example/site"
)

const stub = "notices/wendle/allotments.cy.html"

func TestANoticeThatIsNotTranslatedSaysSoInTheOtherLanguage(t *testing.T) {
	t.Parallel()
	out := render(t, input())
	got := page(t, out, stub)
	says(t, got, `<html lang="cy">`, `<span lang="en">Allotments</span>`, "ar gael yn Gymraeg eto", "Gofyn amdano yn Gymraeg",
		`<a href="allotments.html">Darllen yr hysbysiad yn Saesneg</a>`, `href="tel:01632960100"`, `name="robots" content="noindex"`)
	silent(t, got, "We do not share", "Let allotments", `rel="canonical"`)
	says(t, page(t, out, "notices/wendle/allotments.html"), `<a href="allotments.cy.html" hreflang="cy" lang="cy">Cymraeg</a>`)
	silent(t, page(t, out, "notices/wendle/allotments.html"), `rel="alternate" hreflang="cy"`)
	silent(t, file(t, out, "sitemap.xml"), "allotments.cy.html")
	silent(t, file(t, out, "notices/wendle/allotments.json"), "allotments.cy")
}

func TestListsSayWhichNoticesAreNotTranslated(t *testing.T) {
	t.Parallel()
	out := render(t, input())
	says(t, page(t, out, "index.cy.html"), `<a href="notices/wendle/allotments.cy.html"><span lang="en">Allotments</span> (Saesneg)</a>`)
	says(t, page(t, out, "sharing.cy.html"), `<span lang="en">Allotments</span> (Saesneg)`)
	silent(t, page(t, out, "index.html"), "(English)", "(Welsh)")
}

func TestFactsWithoutWordsNeedNoTranslation(t *testing.T) {
	t.Parallel()
	in := input()
	c := sparse(in)
	c.Recipients = notices.Stated[notices.Recipient]{Items: []notices.Recipient{{Name: text("The allotment association")}}}
	c.Retention = []notices.Retention{{Period: period("2 years"), From: text("the end of the tenancy")}}
	got := page(t, render(t, in), stub)
	says(t, got, `<a href="allotments.html#purposes">Beth sy'n caniatáu hynny</a>`, "Contract", "2 flynedd", `href="allotments.html#right--access"`)
	silent(t, got, "allotment association", "the end of the tenancy", "Gyda phwy")
}

// The page of a notice that is not translated shows little of its bodies. What is wrong
// with their details in that language is found all the same.
func TestADeadLinkOfABodyIsFoundThoughNoNoticeIsTranslated(t *testing.T) {
	t.Parallel()
	in := input()
	c := sparse(in)
	in.Set.Notices, c.Translations = []*notices.Complete{c}, nil
	body := *c.Controllers[0]
	body.Website = notices.URL{Value: "nowhere.md", Pos: at("content/organisations/wendle.cy.yaml")}
	in.Set.Shared = map[string]*notices.Shared{"cy": {Organisations: map[string]*notices.Organisation{body.ID.Value: &body}}}
	_, found, err := site.Render(faced(in))
	if err != nil || !slices.ContainsFunc(found, func(f notices.Finding) bool { return f.Rule == "link-dead" && f.Pos == body.Website.Pos }) {
		t.Errorf("got %+v, %v", found, err)
	}
}

func TestATranslationOfAnEarlierVersionSaysSo(t *testing.T) {
	t.Parallel()
	for follows, stale := range map[string]bool{"2026-05-01": true, "2026-10-05": false, "2026-11-01": false} {
		in := input()
		for _, c := range in.Set.Notices {
			if t := c.Translations["cy"]; t != nil {
				t.Translates = date(follows)
			}
		}
		out := render(t, in)
		const sentence = "Diweddarwyd yr hysbysiad Saesneg ddiwethaf ar 5 Hydref 2026. Mae'r dudalen hon yn dilyn fersiwn gynharach, dyddiedig 1 Mai 2026."
		got := page(t, out, "notices/wendle/garden-waste.cy.html")
		if strings.Contains(got, sentence) != stale {
			t.Errorf("%s: the page says that it is stale: %v", follows, !stale)
		}
		if stale {
			says(t, got, `<a href="garden-waste.html">Darllen y fersiwn ddiweddaraf, yn Saesneg</a>`)
		}
		silent(t, page(t, out, "notices/wendle/garden-waste.html"), "follows an earlier version")
	}
}

// Gaps are said in the language of the page, with the names of what they concern
// in the language that those are in.
func TestGapsAreSaidInThePagesLanguage(t *testing.T) {
	t.Parallel()
	in := input()
	for _, c := range in.Set.Notices {
		if t := c.Translations["cy"]; t != nil {
			t.Purposes = append([]notices.Purpose(nil), t.Purposes...)
			t.Purposes[0].Purpose.Lang = "en"
		}
	}
	for _, about := range []string{"collect", "assist"} {
		f := in.Findings[0]
		f.Rule, f.Notice, f.About, f.Message = "purpose-basis-missing", "wendle/garden-waste", about, "The checker's sentence."
		in.Findings = append(in.Findings, f)
	}
	out := render(t, in)
	says(t, page(t, out, "notices/wendle/garden-waste.html"),
		"We do not yet say what allows us to do this: Empty your brown bin and take the yearly payment; Bring out the bin for people who cannot.")
	got := page(t, out, "notices/wendle/garden-waste.cy.html")
	says(t, got, `wneud hyn: <span lang="en">Empty your brown bin and take the yearly payment</span>; `)
	silent(t, got, "The checker", "We do not yet say")
	says(t, got, `<span lang="en">The retention schedule of the former district is being merged with ours.</span>`)
}

func TestBodiesHaveAPageInEveryLanguage(t *testing.T) {
	t.Parallel()
	out := render(t, input())
	says(t, page(t, out, "organisations/wendle.cy.html"), `<html lang="cy">`, "Sut i gysylltu", `<span lang="en">Monday to Friday, 9am to 5pm</span>`,
		`href="../notices/wendle/garden-waste.cy.html"`)
	says(t, page(t, out, "notices/wendle/garden-waste.cy.html"), `href="../../organisations/wendle.cy.html"`)
}

func TestAPaleBrandIsAWarning(t *testing.T) {
	t.Parallel()
	in := input()
	in.Set.Corpus.Site.Brand.Colour = notices.Text{Value: "#ffcc00", Pos: at("site.yaml")}
	in.Overrides = fstest.MapFS{}
	out, found, err := site.Render(faced(in))
	if err != nil || out == nil || len(found) != 1 || found[0].Rule != "brand-contrast-low" || found[0].Severity != notices.Warning {
		t.Errorf("got output %v, findings %v, error %v", out != nil, found, err)
	}
}
