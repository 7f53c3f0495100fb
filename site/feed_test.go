package site_test

import (
	"encoding/xml"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
	"notices.example/site"
)

type feedRead struct {
	XMLName xml.Name   `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string     `xml:"id"`
	Title   string     `xml:"title"`
	Updated string     `xml:"updated"`
	Authors []author   `xml:"author"`
	Links   []feedLink `xml:"link"`
	Entries []struct {
		ID       string     `xml:"id"`
		Title    string     `xml:"title"`
		Updated  string     `xml:"updated"`
		Authors  []author   `xml:"author"`
		Links    []feedLink `xml:"link"`
		Summary  string     `xml:"summary"`
		Category struct {
			Term string `xml:"term,attr"`
		} `xml:"category"`
	} `xml:"entry"`
}

type author struct {
	Name string `xml:"name"`
}

type feedLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

func readFeed(t testing.TB, content string) (f feedRead) {
	t.Helper()
	if err := xml.Unmarshal([]byte(content), &f); err != nil {
		t.Fatal(err)
	}
	return f
}

var feedID = regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

// What RFC 4287 asks of every feed: sections 4.1.1 and 4.1.2.
func TestFeedsAreAsTheStandardHasThem(t *testing.T) {
	t.Parallel()
	for _, base := range []string{"https://privacy.wendle.example/notices/", ""} {
		in := input()
		in.Set = dated(fixture())
		in.Set.Corpus.Site.BaseURL = link(base)
		out, found := render(t, in), 0
		for _, f := range out.Files {
			if !strings.Contains(f.Path, "feed") || !strings.HasSuffix(f.Path, ".xml") {
				continue
			}
			found++
			checkFeed(t, out, f, base)
		}
		if found != 2+3 {
			t.Errorf("%d feeds, want one of the site in each language and one of each edition that has a date", found)
		}
	}
}

func checkFeed(t *testing.T, out *site.Output, f site.File, base string) {
	t.Helper()
	feed, ids := readFeed(t, string(f.Content)), map[string]bool{}
	check := func(id, title, updated string, authors []author, links []feedLink) {
		if !feedID.MatchString(id) || ids[id] {
			t.Errorf("%s: the ID %q is no URI, or is there twice", f.Path, id)
		}
		ids[id] = true
		if _, err := time.Parse(time.RFC3339, updated); err != nil || title == "" || len(authors) == 0 || authors[0].Name == "" {
			t.Errorf("%s: %q has no title, author or date: %v", f.Path, id, err)
		}
		alternate := ""
		for _, l := range links {
			if l.Rel == "alternate" {
				alternate = l.Href
			}
		}
		target := strings.TrimPrefix(alternate, base)
		if base == "" {
			target = path.Join(path.Dir(f.Path), alternate)
		} else if u, err := url.Parse(alternate); err != nil || !u.IsAbs() {
			t.Errorf("%s: %q is not a full address", f.Path, alternate)
		}
		if target == "" {
			target = "index.html"
		}
		if _, there := out.File(target); !there {
			t.Errorf("%s: leads to %q, which is not there", f.Path, alternate)
		}
	}
	check(feed.ID, feed.Title, feed.Updated, feed.Authors, feed.Links)
	for i, e := range feed.Entries {
		check(e.ID, e.Title, e.Updated, e.Authors, e.Links)
		if e.Updated > feed.Updated || i > 0 && e.Updated > feed.Entries[i-1].Updated {
			t.Errorf("%s: the entry %q is newer than the feed, or than the one before it", f.Path, e.Summary)
		}
	}
}

// dated gives the set with more changes in the full notice.
func dated(set *notices.Set) *notices.Set {
	for _, c := range set.Notices {
		if c.ID.Value != "wendle/garden-waste" {
			continue
		}
		changes := []notices.Change{
			{Date: date("2026-10-05"), What: text("Reminders by text message"), Material: notices.Answer{Value: notices.Yes}},
			{Date: date("2026-03-01"), What: text("Second of the day")}, {Date: date("2026-03-01"), What: text("First of the day")},
		}
		c.Changes, c.Translations["cy"].Changes = changes, changes
	}
	return set
}

func ids(f feedRead) (list []string) {
	for _, e := range f.Entries {
		list = append(list, e.ID)
	}
	return list
}

// A feed reader knows an entry by its ID. A new address of the site, or words put
// right, must not make it a new one; a change before it on the same day neither.
func TestEntriesKeepTheirIDs(t *testing.T) {
	t.Parallel()
	const name = "notices/wendle/garden-waste.feed.xml"
	in := input()
	in.Set = dated(fixture())
	before := readFeed(t, file(t, render(t, in), name))
	var said []string
	for _, e := range before.Entries {
		said = append(said, e.Updated+" "+e.Summary+" "+e.Category.Term)
	}
	want := []string{
		"2026-10-05T00:00:00Z Reminders by text message material", "2026-03-01T00:00:00Z Second of the day ", "2026-03-01T00:00:00Z First of the day ",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	in = input()
	in.Set = dated(fixture())
	in.Set.Corpus.Site.BaseURL, in.Set.Corpus.Site.Title = link("https://elsewhere.wendle.example/"), text("Privacy")
	for _, c := range in.Set.Notices {
		if len(c.Changes) == 3 {
			c.Changes[0].What = text("Reminders by text")
			c.Changes = append([]notices.Change{{Date: date("2026-10-05"), What: text("Another")}}, c.Changes...)
		}
	}
	after := readFeed(t, file(t, render(t, in), name))
	if diff := cmp.Diff(ids(before), ids(after)[1:]); diff != "" {
		t.Errorf("IDs (-before +after):\n%s", diff)
	}
}

// A day on which the notice was updated, and that its change log leaves out, is an
// entry of its own, which the log can later tell of.
func TestADayOfUpdateIsAnEntry(t *testing.T) {
	t.Parallel()
	feed := func(changes ...notices.Change) feedRead {
		in := input()
		for _, c := range in.Set.Notices {
			if c.ID.Value == "wendle/council" {
				c.Changes = changes
			}
		}
		return readFeed(t, file(t, render(t, in), "notices/wendle/council.feed.xml"))
	}
	bare, told := feed(), feed(notices.Change{Date: date("2026-06-20"), What: text("Complaints")})
	if len(bare.Entries) != 1 || bare.Entries[0].Summary != "The notice was updated" || len(told.Entries) != 1 || told.Entries[0].Summary != "Complaints" {
		t.Errorf("got %v and %v", bare.Entries, told.Entries)
	}
	if diff := cmp.Diff(ids(bare), ids(told)); diff != "" {
		t.Errorf("IDs (-bare +told):\n%s", diff)
	}
}

func TestDraftsHaveNoFeed(t *testing.T) {
	t.Parallel()
	in := input()
	in.Draft = true
	for _, c := range in.Set.Notices {
		if c.ID.Value == "wendle/council" {
			c.Status = term("draft")
		}
	}
	out := render(t, in)
	if _, there := out.File("notices/wendle/council.feed.xml"); there {
		t.Error("a draft has a feed")
	}
	if strings.Contains(file(t, out, "feed.xml"), "wendle/council") {
		t.Error("a draft is in the feed of the site")
	}
}
