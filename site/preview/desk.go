package preview

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
)

// frame is what all the preview's own pages share.
type frame struct {
	Title string
	Home  string
	Desk  string
	Plain bool // the page has a heading of its own
}

func frameOf(title string) frame { return frame{Title: title, Home: "/", Desk: ownPath} }

// deskView is the page of all notices, by what there is to do.
type deskView struct {
	frame
	Verdict string // whether the site can be published
	Good    bool
	Day     string
	Counts  []countView
	Rows    []deskRow
	Other   []entryView // what is about no notice alone
}

// countView is a number with what it counts.
type countView struct {
	N    int
	What string
}

// deskRow is a notice on the desk.
type deskRow struct {
	Title    string
	Notice   string
	Href     string
	Standing string
	Complete string // 12 of 14
	Share    int    // of 100
	ToDo     []doing

	rank   int
	review time.Time
}

// doing is something to do, or to know of, about a notice.
type doing struct {
	Words string
	Href  string
	More  string // words of the link that follow
	Now   bool
}

// The ranks of what there is to do, the most pressing first.
const (
	unreadable = iota
	blocked
	ended
	overdue
	warned
	unfinished
	waiting
	done
)

// soon is how long before its day a review is pressing.
const soon = 60 * 24 * time.Hour

// desk gives the page of all notices.
func (s *Server) desk(st *state) answer {
	if st.number == 0 {
		return s.nothingYet(st, "index.html")
	}
	v := deskView{frame: frameOf("Your notices"), Day: st.dayWords()}
	v.Verdict, v.Good = st.verdict()
	for _, r := range st.Rows {
		v.Rows = append(v.Rows, st.row(r, merged(copies(st.concerning(r.Notice)))))
	}
	slices.SortStableFunc(v.Rows, func(a, b deskRow) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), a.review.Compare(b.review), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Notice, b.Notice))
	})
	v.Counts = st.counted(v.Rows)
	v.Other = s.views(st, st.otherEntries(), nil)
	return s.page(http.StatusOK, "desk", v)
}

func (st *state) dayWords() string {
	if st.Day.IsZero() {
		return ""
	}
	words := "As of " + date(st.Day)
	if st.At {
		return words + ", the day that you asked for"
	}
	return words
}

// verdict says whether the site can be published.
func (st *state) verdict() (words string, good bool) {
	n := st.total
	switch {
	case st.first != nil:
		return capital(restLookedAt) + ".", false
	case st.stale():
		return st.why("No new pages can be made"), false
	case n.Blocking() > 0:
		return "The site cannot be published yet: " + things(n.Blocking()) + " to put right first.", false
	}
	return "Everything that is required is there: the site can be published.", true
}

// otherEntries gives what is open and about no notice, and in no file that has a
// page for what is wrong with it.
func (st *state) otherEntries() []entry {
	paged := map[string]bool{}
	for _, b := range st.broken {
		paged[b.File] = true
	}
	return byWeight(slices.DeleteFunc(slices.Clone(st.entries), func(e entry) bool {
		return len(e.notices) > 0 || e.Accepted != nil || paged[e.Pos.File]
	}))
}

func (st *state) row(r Row, entries []entry) deskRow {
	row := deskRow{Title: cmp.Or(r.Title, r.Notice), Notice: r.Notice, rank: done, review: r.ReviewDue}
	if r.Address != "" {
		row.Href = link(r.Address)
	}
	row.Complete = fmt.Sprintf("%d of %d", r.Given, r.Required)
	if r.Required > 0 {
		row.Share = min(100, max(0, 100*r.Given/r.Required))
	}
	row.standing(st, r)
	row.faults(st, r, entries)
	row.reviews(st, r)
	row.accepted(entries)
	return row
}

// inForce is the standing of a notice that is published.
const inForce = "In force"

// standing says whether a notice is published, and why not.
func (row *deskRow) standing(st *state, r Row) {
	switch {
	case st.unread(r):
		row.Standing, row.Complete, row.rank = "Cannot be read", "", unreadable
		row.ToDo = append(row.ToDo, doing{Words: row.whyUnread(r), Href: row.Href, More: "See the mistake", Now: true})
	case r.Standing == notices.Draft:
		row.Standing, row.rank = "Draft: not published", unfinished
	case r.Standing == notices.Future:
		row.Standing, row.rank = "Not published until "+orLater(r.From), waiting
	case r.Standing == notices.Expired:
		row.Standing, row.rank = "Ended on "+date(r.Until)+": not published", ended
		row.ToDo = append(row.ToDo, doing{Words: "Set a later day, or take the notice away.", Now: true})
	default:
		row.Standing = inForce
	}
}

// whyUnread says what comes of a file that cannot be read.
func (row *deskRow) whyUnread(r Row) string {
	switch missing := missingBy(r.File); {
	case strings.HasPrefix(r.File, "content/site."):
		return "The pages are shown without the site's title and colours."
	case missing != "":
		return "The file has a mistake, so " + missing + "."
	}
	return "The file has a mistake, so there is no page."
}

// unread reports whether the notice's file cannot be read.
func (st *state) unread(r Row) bool {
	return slices.ContainsFunc(st.Edition.Broken, func(b Broken) bool {
		return b.File == r.File && r.File != "" || b.Address == r.Address && r.Address != ""
	})
}

func orLater(day time.Time) string {
	if day.IsZero() {
		return "a later day"
	}
	return date(day)
}

// faults says what there is to put right, and leads to the first of it.
func (row *deskRow) faults(st *state, r Row, entries []entry) {
	n := count(entries)
	if n.Errors+n.Warnings+n.Advice == 0 || row.rank == unreadable {
		return
	}
	d := doing{Now: n.Errors > 0}
	if n.Blocking() > 0 && row.Standing == inForce {
		row.Standing = "Cannot be published yet"
	}
	if n.Errors > 0 {
		d.Words = things(n.Errors) + " to put right before it can be published"
		row.rank = min(row.rank, blocked+boolean(n.Blocking() == 0)*(unfinished-blocked))
	}
	if n.Warnings > 0 {
		row.rank = min(row.rank, warned)
	}
	if others := n.Warnings + n.Advice; others > 0 {
		d.Words = joined(d.Words, fmt.Sprintf("%d could be better", others))
	}
	d.Words += ". The first:"
	d.More = plain(entries[0].Message)
	if at := st.pageFor(r, entries[0]); at != "" {
		d.Href = link(at) + "#" + identify(entries[0].Finding).id()
	}
	row.ToDo = append(row.ToDo, d)
}

// pageFor gives the page of a notice that an entry is told on.
func (st *state) pageFor(r Row, e entry) string {
	if e.Pos.File != r.File && st.hasOwnPage(e.Finding) {
		return st.sources[e.Pos.File]
	}
	return r.Address
}

func boolean(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// reviews says when the notice is to be reviewed.
func (row *deskRow) reviews(st *state, r Row) {
	switch {
	case r.ReviewDue.IsZero():
	case r.ReviewDue.Before(st.Day):
		row.ToDo = append(row.ToDo, doing{Words: "The review was due on " + date(r.ReviewDue) + ".", Now: true})
		row.rank = min(row.rank, overdue)
	case r.ReviewDue.Before(st.Day.Add(soon)):
		row.ToDo = append(row.ToDo, doing{Words: "The review is due on " + date(r.ReviewDue) + ".", Now: true})
	default:
		row.ToDo = append(row.ToDo, doing{Words: "Next review on " + date(r.ReviewDue) + "."})
	}
}

// accepted says what is accepted for a time, by when that ends.
func (row *deskRow) accepted(entries []entry) {
	until := map[string]int{}
	var days []time.Time
	for _, e := range entries {
		if e.Accepted == nil {
			continue
		}
		key := e.Accepted.Until.String()
		if until[key]++; until[key] == 1 {
			days = append(days, e.Accepted.Until.Time)
		}
	}
	slices.SortFunc(days, time.Time.Compare)
	for _, day := range days {
		n := until[notices.Date{Time: day}.String()]
		words := counted(n, "gap is accepted", "gaps are accepted")
		if !day.IsZero() {
			words += " until " + date(day)
		}
		row.ToDo = append(row.ToDo, doing{Words: words + "."})
	}
}

// counted gives the numbers at the head of the desk. What there is none of is left
// out.
func (st *state) counted(rows []deskRow) []countView {
	byRank := map[int]int{}
	standing := map[notices.Standing]int{}
	for _, r := range rows {
		byRank[r.rank]++
	}
	late := 0
	for _, r := range st.Rows {
		if !st.unread(r) {
			standing[r.Standing]++
		}
		if !r.ReviewDue.IsZero() && r.ReviewDue.Before(st.Day) {
			late++
		}
	}
	n := st.total
	all := []countView{
		{standing[notices.InForce], "in force"}, {standing[notices.Draft], plural(standing[notices.Draft], "draft", "drafts")},
		{standing[notices.Future], "not in force yet"}, {standing[notices.Expired], "ended"}, {byRank[unreadable], "cannot be read"},
		{n.Blocking(), "to put right before publishing"}, {n.Better(), "could be better"}, {n.Drafts(), "to do in drafts"}, {late, plural(late, "review overdue", "reviews overdue")},
		{n.Accepted, "accepted for now"},
	}
	return slices.DeleteFunc(all, func(c countView) bool { return c.N == 0 })
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// date gives a day as people write it.
func date(day time.Time) string { return strings.TrimSpace(day.Format("2 January 2006")) }
