package preview

import (
	"testing"

	"notices.example/notices"
	"notices.example/site"
)

// firstOfA is what is new of notice a: its page, and what is found of it.
func firstOfA(more string, found ...notices.Finding) First {
	return First{
		Row:   Row{Notice: "a", Title: "Notice A, newer", File: "content/notices/a.md", Address: "notices/a.html", Given: 13, Required: 14},
		Files: []site.File{noticePage("a", "Notice A", sections(more))}, Sources: []string{"content/notices/a.md"}, Findings: found,
		Line: func(string, int) string { return "title: A newer line" }, Saved: []string{"content/notices/a.md"},
	}
}

// What is new of a notice is shown at once; of everything else the preview shows what
// there was, and says that it is being looked at until that is over.
func TestOneNoticeIsShownBeforeTheRest(t *testing.T) {
	t.Parallel()
	e := some()
	e.Broken = nil
	s := newServer(t, Options{}, e)
	holds(t, body(s, "/notices/a.html"), "Six years.", "1 thing to put right on this page", "2 to put right on the site")
	s.ShowFirst(firstOfA("Seven years."))
	holds(t, body(s, "/notices/a.html"), "Seven years.", "Nothing to put right on this page", restLookedAt)
	lacks(t, body(s, "/notices/a.html"), "Six years.", missing().Message, "to put right on the site")
	holds(t, body(s, "/notices/b.html"), "Six years.", restLookedAt)
	lacks(t, body(s, "/notices/b.html"), "put right on the site")
	holds(t, body(s, "/__notices/"), "The rest of the site is being looked at.", "Notice A, newer", "13 of 14")
	lacks(t, body(s, "/__notices/"), "can be published", "12 of 14")

	f := missing()
	f.Pos.Line = 9
	s.ShowFirst(firstOfA("Eight years.", f))
	holds(t, body(s, "/notices/a.html"), "Eight years.", missing().Message, "A newer ", "a.md, line 9")

	e.Output, e.Findings = someSite("Nine years."), nil
	change := s.Show(e)
	if len(change.Pages) != 1 || change.Said != "nothing to put right" {
		t.Errorf("it says %q, and that these changed: %v", change.Said, change.Pages)
	}
	for _, page := range []string{"/notices/a.html", "/notices/b.html", "/__notices/"} {
		lacks(t, body(s, page), "being looked at", missing().Message, "Eight years.")
	}
	holds(t, body(s, "/notices/a.html"), "Nine years.", "nothing to put right on the site")
	holds(t, body(s, "/__notices/"), "the site can be published.")
}

// Of two notices that are saved one after the other, both are shown.
func TestSeveralNoticesAreShownBeforeTheRest(t *testing.T) {
	t.Parallel()
	e := some()
	e.Broken = nil
	s := newServer(t, Options{}, e)
	b := First{Row: e.Rows[1], Files: []site.File{noticePage("b", "Notice B", "Ten years.")}, Sources: []string{"content/notices/b.md"}}
	s.ShowFirst(firstOfA("Seven years."))
	s.ShowFirst(b)
	holds(t, body(s, "/notices/a.html"), "Seven years.")
	holds(t, body(s, "/notices/b.html"), "Ten years.")
	holds(t, body(s, "/__notices/"), "Notice A, newer")
}

// Who follows is led to the notice once: when it is there, and not again with the rest.
func TestFollowLeadsToWhatIsShownFirst(t *testing.T) {
	t.Parallel()
	e := some()
	s := newServer(t, Options{Follow: true}, e)
	v := serve(t, s, "127.0.0.1:0")
	l := listen(t, v, "/")
	l.want("page", told(digestAt(s, "/")))
	s.ShowFirst(firstOfA("Seven years."))
	l.want("page", told(digestAt(s, "/")))
	l.want("go", `{"to":"/notices/a.html"}`)
	e.Output, e.Saved = someSite("Seven years."), []string{"content/notices/a.md"}
	s.Show(e)
	l.want("page", told(digestAt(s, "/")))
	e.Saved = []string{"content/notices/b.md"}
	e = changed(e, "/notices/b.html", "Notice B", "Notice C")
	s.Show(e)
	l.want("go", `{"to":"/notices/b.html"}`)
}

// What is newer than an edition stays when the edition is shown.
func TestAnEditionLeavesWhatIsNewer(t *testing.T) {
	t.Parallel()
	e := some()
	e.Broken = nil
	s := newServer(t, Options{}, e)
	newer := firstOfA("Eight years.")
	s.ShowFirst(newer)
	e.Output = someSite("Seven years.")
	if c := s.Show(e, newer); len(c.Pages) != 1 {
		t.Errorf("these changed: %v", c.Pages)
	}
	holds(t, body(s, "/notices/a.html"), "Eight years.", restLookedAt)
	holds(t, body(s, "/notices/b.html"), "Six years.", restLookedAt)
	e.Output = nil
	s.Show(e, newer)
	lacks(t, body(s, "/notices/b.html"), restLookedAt)
	e.Output = someSite("Eight years.")
	s.Show(e)
	holds(t, body(s, "/notices/a.html"), "Eight years.", "2 to put right on the site")
}
