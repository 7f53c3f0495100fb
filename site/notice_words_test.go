package site_test

import (
	"strings"
	"testing"

	"notices.example/notices"
)

func TestNobodyReadsTheSameNamesTwice(t *testing.T) {
	t.Parallel()
	in := input()
	got := page(t, render(t, in), "notices/wendle/garden-waste.html")
	says(t, got, `role="img" aria-labelledby="flow--title" aria-describedby="flow--words"`, `id="flow--words"`)
	_, words, _ := strings.Cut(got, `id="flow--words"`)
	words, _, _ = strings.Cut(words, "</dl>")
	says(t, words, "<li>You</li>", `<a href="#sources--table">The sources listed above</a>`, "Wendle Borough Council", `<a href="#recipients--table">Those listed below</a>`)
	silent(t, words, "Department for Work and Pensions", "BinTech", "Cabinet Office")
	says(t, got, `<table class="rows" id="sources--table">`, `<table class="rows" id="recipients--table">`)
}

func TestThePictureIsInWordsWhereThereIsNoTable(t *testing.T) {
	t.Parallel()
	got := page(t, render(t, input()), allotments)
	_, words, _ := strings.Cut(got, `id="flow--words"`)
	says(t, words, "<li>You</li>", "No one outside our organisation")
	silent(t, got, "--table")
}

func TestWhatHasChangedCanBeFollowed(t *testing.T) {
	t.Parallel()
	in := input()
	out := render(t, in)
	says(t, page(t, out, "changes.html"), `<a href="feed.xml">Follow changes to all our notices (Atom feed)</a>`)
	says(t, page(t, out, "notices/wendle/garden-waste.html"), `<a href="garden-waste.feed.xml">Follow changes to this notice (Atom feed)</a>`)
	for _, c := range in.Set.Notices {
		c.Updated = notices.Date{}
		for i := range c.Changes {
			c.Changes[i].Date = notices.Date{}
		}
	}
	silent(t, page(t, render(t, in), "changes.html"), "feed.xml")
}

func TestAGapOfEveryPurposeIsSaidWithoutTheirNames(t *testing.T) {
	t.Parallel()
	const one, all = "We do not yet say what allows us to do this:", "We do not yet say what allows us to use your information."
	in := dataInput("consent", "public-task")
	in.Findings[0].Rule, in.Findings[0].Section, in.Findings[0].About = "purpose-basis-missing", notices.PurposesSection, "p-consent"
	says(t, page(t, render(t, in), allotments), one+" Purpose consent.")
	second := in.Findings[0]
	second.About = "p-public-task"
	in.Findings = append(in.Findings, second)
	got := page(t, render(t, in), allotments)
	says(t, got, all)
	silent(t, got, one)
}

func TestARuleOfKeepingForAllDataIsSaidSo(t *testing.T) {
	t.Parallel()
	in := dataInput("consent")
	c := sparse(in)
	c.Retention = []notices.Retention{{Data: refs("name", "plot"), Period: period("2 years")}}
	_, section, _ := strings.Cut(page(t, render(t, in), allotments), `id="retention"`)
	says(t, section, ">All the information<")
	c.Retention[0].Data = refs("plot")
	_, section, _ = strings.Cut(page(t, render(t, in), allotments), `id="retention"`)
	silent(t, section, ">All the information<")
}
