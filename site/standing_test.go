package site_test

import (
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/site"
)

const (
	fullPage      = "notices/wendle/garden-waste.html"
	fullPageWelsh = "notices/wendle/garden-waste.cy.html"
)

// inputWith is the fixture with the full notice changed, in both its languages.
func inputWith(change func(*notices.Notice)) site.Input {
	in := input()
	for _, c := range in.Set.Notices {
		if c.Pos == at(fullFile) {
			change(&c.Notice)
			for _, t := range c.Translations {
				change(t)
			}
		}
	}
	return in
}

// standings are the ways in which a notice is not in force on the day of the
// tests, with what its page says then.
var standings = map[string]struct {
	change              func(*notices.Notice)
	mark, english       string
	markWelsh, sentence string
}{
	"draft": {
		func(n *notices.Notice) { n.Status = term("draft") },
		"Draft notice", "This is a draft: it would not be published.",
		"Hysbysiad drafft", "Drafft yw hwn: ni fyddai'n cael ei gyhoeddi.",
	},
	"future": {
		func(n *notices.Notice) { n.Effective = date("2027-01-01") },
		"From 1 January 2027", "This notice takes effect on 1 January 2027. It would be published from that day.",
		"O 1 Ionawr 2027", "Daw'r hysbysiad hwn i rym ar 1 Ionawr 2027. Byddai'n cael ei gyhoeddi o'r diwrnod hwnnw.",
	},
	"expired": {
		func(n *notices.Notice) { n.Expires = date("2026-06-30") },
		"Ended on 30 June 2026", "This notice ended on 30 June 2026. It would no longer be published.",
		"Daeth i ben ar 30 Mehefin 2026", "Daeth yr hysbysiad hwn i ben ar 30 Mehefin 2026. Ni fyddai'n cael ei gyhoeddi mwyach.",
	},
}

func TestANoticeIsBuiltOnTheDaysOnWhichItHolds(t *testing.T) {
	t.Parallel()
	in := inputWith(func(n *notices.Notice) { n.Effective, n.Expires = date("2027-01-01"), date("2027-12-31") })
	many(in.Set) // so that there is a search page
	for day, there := range map[string]bool{"2026-12-31": false, "2027-01-01": true, "2027-12-31": true, "2028-01-01": false} {
		in.Day = date(day).Time
		out := render(t, in)
		for _, f := range out.Files {
			about := strings.HasPrefix(f.Path, "notices/wendle/garden-waste.")
			if about && !there {
				t.Errorf("on %s there is %s", day, f.Path)
			}
			if !about && !there && strings.Contains(string(f.Content), "garden-waste.") {
				t.Errorf("on %s %s tells of the notice", day, f.Path)
			}
		}
		if !there {
			continue
		}
		for _, name := range []string{"index.html", "services.html", "sitemap.xml", "feed.xml", searchIndex(out)} {
			if !strings.Contains(file(t, out, name), "garden-waste.") {
				t.Errorf("on %s %s does not tell of the notice", day, name)
			}
		}
	}
}

func TestThePreviewSaysWhyANoticeWouldNotBePublished(t *testing.T) {
	t.Parallel()
	for name, c := range standings {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := inputWith(c.change)
			many(in.Set)
			if _, there := render(t, in).File(fullPage); there {
				t.Error("the notice is published")
			}
			in.Preview = true
			out := render(t, in)
			for file, want := range map[string][]string{
				fullPage:                                 {c.mark, c.english, `content="noindex"`},
				fullPageWelsh:                            {c.markWelsh, c.sentence},
				"notices/wendle/garden-waste.large.html": {c.english},
				"notices/wendle/garden-waste.txt":        {c.mark + ": " + c.english[:30]},
				"index.html":                             {c.mark},
				"index.cy.html":                          {c.markWelsh},
				"services.html":                          {c.mark},
				searchIndex(out):                         {c.mark},
			} {
				content := asRead(t, out, file)
				for _, w := range want {
					if !strings.Contains(content, w) {
						t.Errorf("%s does not say %q", file, w)
					}
				}
			}
			for _, f := range out.Files {
				others := path.Ext(f.Path) == ".html" && !strings.HasPrefix(f.Path, "notices/wendle/garden-waste.")
				if others && (strings.Contains(string(f.Content), c.english) || strings.Contains(string(f.Content), c.sentence)) {
					t.Errorf("%s says of itself that it would not be published", f.Path)
				}
				listed := strings.HasSuffix(f.Path, ".xml") || f.Path == "robots.txt"
				if listed && strings.Contains(string(f.Content), "garden-waste.") {
					t.Errorf("%s tells programs of the notice", f.Path)
				}
			}
		})
	}
}

// searchIndex gives the path of the words that can be searched for.
func searchIndex(out *site.Output) string {
	for _, f := range out.Files {
		if strings.HasPrefix(f.Path, "assets/search-index.en.") {
			return f.Path
		}
	}
	return ""
}

// asRead gives the content of a file with its HTML entities as people see them.
func asRead(t *testing.T, out *site.Output, name string) string {
	t.Helper()
	return strings.NewReplacer("&#39;", "'", "&#34;", `"`).Replace(file(t, out, name))
}

// Without anything that is not in force, the preview is the site.
func TestThePreviewOfAFinishedSiteIsTheSite(t *testing.T) {
	t.Parallel()
	in := input()
	many(in.Set)
	want := render(t, in)
	in.Preview = true
	if diff := cmp.Diff(want.Files, render(t, in).Files, wholeFiles()); diff != "" {
		t.Errorf("(-published +preview):\n%s", diff)
	}
}

// A notice takes the address of the one before it on its first day. The preview
// shows both, before and after.
func TestANoticeTakesOverTheAddressOfTheOneBefore(t *testing.T) {
	t.Parallel()
	for _, day := range []string{"2026-12-31", "2027-01-01"} {
		in := inputWith(func(n *notices.Notice) { n.Expires = date("2026-12-31") })
		for _, c := range in.Set.Notices {
			if c.Pos == at(sparseFile) {
				c.Effective, c.Aliases = date("2027-01-01"), []notices.URL{link("/" + fullPage)}
			}
		}
		in.Day = date(day).Time
		moved := strings.Contains(page(t, render(t, in), fullPage), `http-equiv="refresh"`)
		if want := day == "2027-01-01"; moved != want {
			t.Errorf("on %s the old address leads on = %v, want %v", day, moved, want)
		}
		in.Preview = true
		out := render(t, in)
		for _, name := range []string{fullPage, "notices/wendle/allotments.html"} {
			if strings.Contains(page(t, out, name), `http-equiv="refresh"`) {
				t.Errorf("on %s the preview does not show %s", day, name)
			}
		}
	}
}
