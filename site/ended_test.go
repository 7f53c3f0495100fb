package site_test

import (
	"slices"
	"strings"
	"testing"

	"notices.example/notices"
	"notices.example/site"
)

// without gives the fixture with kept versions of a notice that is no longer among the
// content.
func without(t *testing.T, id string) site.Input {
	t.Helper()
	in := kept(t)
	set := *in.Set
	set.Notices = slices.DeleteFunc(slices.Clone(set.Notices), func(c *notices.Complete) bool { return c.ID.Value == id })
	in.Set = &set
	return in
}

// ended gives the fixture with kept versions of a notice that held until a day.
func ended(t *testing.T, day string) site.Input {
	t.Helper()
	in := kept(t)
	for _, c := range in.Set.Notices {
		if c.ID.Value == garden {
			c.Expires = date(day)
		}
	}
	return in
}

// Who bookmarked a notice that has ended is told so, and finds what it said.
func TestANoticeThatHasEndedSaysSoAndWhatItSaid(t *testing.T) {
	t.Parallel()
	const name = "notices/" + garden
	out := render(t, ended(t, "2026-06-30"))
	for _, c := range []struct{ file, want string }{
		{name + ".html", "<strong>This notice ended on 30 June 2026. It is no longer in force.</strong>"},
		{name + ".html", `<h1>Garden waste collections</h1>`},
		{name + ".html", `<li><a href="garden-waste.2026-04-01.html">From 1 April 2026 to 30 June 2026</a></li><li><a href="garden-waste.2025-03-01.html">From 1 March 2025 to 31 March 2026</a></li>`},
		{name + ".html", `<meta name="robots" content="noindex">`},
		{name + ".changes.html", "This notice ended on 30 June 2026."},
		{name + ".cy.html", "Daeth yr hysbysiad hwn i ben ar 30 Mehefin 2026."},
		{name + ".cy.html", `<a href="garden-waste.2025-03-01.html">O 1 Mawrth 2025 i 31 Mawrth 2026 (Saesneg)</a>`},
		{name + ".2026-04-01.html", "It held from 1 April 2026 to 30 June 2026, and is no longer in force."},
		{name + ".2026-04-01.html", `<a href="garden-waste.changes.html">When this notice ended, and what else it said</a>`},
		{name + ".2026-04-01.html", `<a href="../../ended.html">Notices that have ended</a>`},
		{"ended.html", `<dt><a href="notices/wendle/garden-waste.changes.html">Garden waste collections</a></dt><dd>Ended on 30 June 2026</dd>`},
		{"index.html", `<a href="ended.html">Notices that have ended</a>`},
	} {
		if content := file(t, out, c.file); !strings.Contains(content, c.want) {
			t.Errorf("%s has no %s\n%s", c.file, c.want, content)
		}
	}
	if sitemap := file(t, out, "sitemap.xml"); strings.Contains(sitemap, garden) {
		t.Error("search engines are told of a notice that has ended")
	}
	checkPages(t, out, "/notices/")
}

// When the file of the notice is gone, its words stay, and nobody knows until when they
// held.
func TestTheWordsOfANoticeStayWhenItsFileIsGone(t *testing.T) {
	t.Parallel()
	const name = "notices/" + garden
	out := render(t, without(t, garden))
	for _, c := range []struct{ file, want string }{
		{name + ".html", "<strong>This notice is no longer in force.</strong>"},
		{name + ".html", "<h1>Garden waste collections</h1>"},
		{name + ".html", ">From 5 October 2026</a></li><li>"},
		{name + ".2026-10-05.html", "It held from 5 October 2026, and is no longer in force."},
		{name + ".2026-10-05.html", "<h1>Garden waste collections: from 5 October 2026</h1>"},
		{"ended.html", ">Garden waste collections</a></dt><dd></dd>"},
	} {
		if content := file(t, out, c.file); !strings.Contains(content, c.want) {
			t.Errorf("%s has no %s\n%s", c.file, c.want, content)
		}
	}
	checkPages(t, out, "/notices/")
}

// A notice that takes the place of one that has ended has its address, and is named where
// the words of that one are.
func TestANoticeTakesTheAddressOfOneThatHasEnded(t *testing.T) {
	t.Parallel()
	in := ended(t, "2026-06-30")
	for _, c := range in.Set.Notices {
		if c.ID.Value == "wendle/council" {
			c.Aliases = []notices.URL{{Value: "/notices/" + garden + ".html"}}
		}
	}
	out := render(t, in)
	if page := file(t, out, "notices/"+garden+".html"); strings.Contains(page, "has ended") || !strings.Contains(page, "council.html") {
		t.Errorf("the old address does not lead on:\n%s", page)
	}
	want := `Another notice has taken its place: <a href="council.html">`
	if page := file(t, out, "notices/"+garden+".changes.html"); !strings.Contains(page, want) {
		t.Errorf("there is no %s\n%s", want, page)
	}
}

// A notice that ends, comes back, or loses its file is seen by the next run.
func TestTheEndOfANoticeIsSeenByTheNextRun(t *testing.T) {
	t.Parallel()
	m := &site.Memory{}
	for i, next := range []site.Input{kept(t), ended(t, "2026-06-30"), kept(t), without(t, garden)} {
		clean := render(t, next)
		next.Memory = m
		again := render(t, next)
		if !slices.EqualFunc(clean.Files, again.Files, func(a, b site.File) bool { return a.Path == b.Path && string(a.Content) == string(b.Content) }) {
			t.Errorf("run %d differs from a clean one", i+1)
		}
	}
}
