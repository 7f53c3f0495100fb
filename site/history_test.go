package site_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"notices.example/notices"
	"notices.example/site"
)

const garden = "wendle/garden-waste"

// kept gives the fixture with earlier versions of a notice, in English and, of the later
// one, in Welsh, and with the words of now. Their words are in the files.
func kept(t *testing.T) site.Input {
	t.Helper()
	in := input()
	now, files := render(t, in), fstest.MapFS{}
	for _, v := range []struct{ from, lang, text string }{
		{"2026-10-05", "", file(t, now, "notices/"+garden+".txt")},
		{"2025-03-01", "", "Garden waste\n============\n\nWe empty your brown bin.\n"},
		{"2026-04-01", "cy", file(t, now, "notices/"+garden+".cy.txt")},
		{"2026-04-01", "", file(t, now, "notices/"+garden+".txt")},
	} {
		pos := at("archive/" + garden + "/" + v.from + v.lang + ".txt")
		files[pos.File] = &fstest.MapFile{Data: []byte(v.text)}
		in.Set.Corpus.Archive.Keep(&notices.Version{Pos: pos, Notice: garden, From: date(v.from), Lang: v.lang})
	}
	in.Set.Corpus.Archive.Sort()
	in.Overrides = files
	return in
}

func TestANoticeLeadsToWhatHasChangedAndToEarlierVersions(t *testing.T) {
	t.Parallel()
	out := render(t, kept(t))
	const name = "notices/" + garden
	for _, c := range []struct{ file, want string }{
		{name + ".html", `<a href="garden-waste.changes.html">What has changed</a>`},
		{name + ".changes.html", `<a href="garden-waste.html">Read the notice as it is now</a>`},
		{name + ".changes.html", `<a href="garden-waste.feed.xml">Follow changes to this notice (Atom feed)</a>`},
		{name + ".changes.html", `<dt>5 October 2026</dt><dd><p>Reminders by text message <span class="tag quiet">A change that people were told about first</span></p><p><a href="garden-waste.2026-04-01.html">Read what it said before, from 1 April 2026 to 4 October 2026</a>`},
		{name + ".changes.html", `<dt>1 April 2026</dt><dd><p>The notice was updated</p><p><a href="garden-waste.2025-03-01.html">Read what it said before, from 1 March 2025 to 31 March 2026</a>`},
		{name + ".2026-04-01.html", "<strong>This is an earlier version of this notice. It held from 1 April 2026 to 4 October 2026, and is no longer in force.</strong>"},
		{name + ".2026-04-01.html", `<a href="garden-waste.html">Read the notice as it is now</a>`},
		{name + ".2026-04-01.html", `<a href="garden-waste.changes.html">What has changed</a>`},
		{name + ".2026-04-01.html", `<meta name="robots" content="noindex">`},
		{name + ".2026-04-01.html", "<h1>Garden waste collections: 1 April 2026 to 4 October 2026</h1>"},
		{name + ".2025-03-01.html", "<p>We empty your brown bin.</p>"},
		{name + ".changes.cy.html", `<a href="garden-waste.2026-04-01.cy.html">Darllen yr hyn yr oedd yn ei ddweud cynt, o 1 Ebrill 2026 i 4 Hydref 2026</a>`},
		{name + ".changes.cy.html", `<a href="garden-waste.2025-03-01.html">Darllen yr hyn yr oedd yn ei ddweud cynt, o 1 Mawrth 2025 i 31 Mawrth 2026 (Saesneg)</a>`},
		{name + ".2026-04-01.cy.html", "Dyma fersiwn gynharach o'r hysbysiad hwn."},
	} {
		if content := file(t, out, c.file); !strings.Contains(content, c.want) {
			t.Errorf("%s has no %s\n%s", c.file, c.want, content)
		}
	}
	for _, f := range out.Files {
		if strings.Contains(f.Path, "2026-10-05") || strings.HasSuffix(f.Path, "2025-03-01.cy.html") {
			t.Errorf("there is %s", f.Path)
		}
	}
	sitemap := file(t, out, "sitemap.xml")
	if !strings.Contains(sitemap, garden+".changes.html") || strings.Contains(sitemap, "2026-04-01.html") {
		t.Error("search engines are told of an earlier version, or not of what has changed")
	}
	checkPages(t, out, "/notices/")
}

// The page of an earlier version says all that was kept. Items of a list are numbered by
// the browser.
func TestAnEarlierVersionSaysWhatWasKept(t *testing.T) {
	t.Parallel()
	in := kept(t)
	root, err := html.Parse(strings.NewReader(file(t, render(t, in), "notices/"+garden+".2026-04-01.html")))
	if err != nil {
		t.Fatal(err)
	}
	var words strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			words.WriteString(n.Data)
		}
	}
	page := letters(words.String())
	_, text, _ := strings.Cut(file(t, render(t, input()), "notices/"+garden+".txt"), "\n===")
	for line := range strings.Lines(text) {
		if said := letters(numbered.ReplaceAllString(line, "")); !strings.Contains(page, said) {
			t.Errorf("%q is not there", line)
		}
	}
}

var numbered = regexp.MustCompile(`^\d+\. `)

// A site without changes or kept versions has no page more.
func TestNothingChangedIsNoPage(t *testing.T) {
	t.Parallel()
	in := input()
	for _, c := range in.Set.Notices {
		c.Changes = nil
		for _, tr := range c.Translations {
			tr.Changes = nil
		}
	}
	for _, f := range render(t, in).Files {
		if strings.Contains(f.Path, ".changes.") || strings.Contains(string(f.Content), ".changes.html") {
			t.Errorf("%s is on what has changed", f.Path)
		}
	}
}

// A version that is kept, or taken out, is seen by the next run.
func TestAKeptVersionIsSeenByTheNextRun(t *testing.T) {
	t.Parallel()
	in, without := kept(t), input()
	m := &site.Memory{}
	for i, next := range []site.Input{without, in, without} {
		clean := render(t, next)
		next.Memory = m
		again := render(t, next)
		if !slices.EqualFunc(clean.Files, again.Files, func(a, b site.File) bool { return a.Path == b.Path && string(a.Content) == string(b.Content) }) {
			t.Errorf("run %d differs from a clean one", i+1)
		}
	}
}
