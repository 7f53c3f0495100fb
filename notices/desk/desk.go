package desk

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/rules"
)

// Desk is all that is to be looked at on a day.
type Desk struct {
	Day    time.Time
	Site   string // its title
	Tables []Table
	Events []Event // in the order of their days
}

// Table is one list.
type Table struct {
	ID      string // of its file and its heading: “accepted”
	Title   string
	About   string // what it holds, in a sentence
	None    string // what to say when it is empty
	Columns []string
	Rows    [][]string
}

// Event is a day on which something comes up.
type Event struct {
	ID     string // the same in every run, as long as it is the same thing
	Day    time.Time
	Title  string
	Detail string
}

// reviewEvent begins the ID of an event for a review.
const reviewEvent = "review-"

// Of makes the desk of a day. Findings are those of all packages.
func Of(set *notices.Set, matrix rules.Matrix, findings []notices.Finding, day time.Time) *Desk {
	d := &Desk{Day: day}
	if site := set.Corpus.Site; site != nil {
		d.Site = site.Title.Value
	}
	d.Tables = []Table{coverage(matrix), d.accepted(findings), d.reviews(set), processors(set, day)}
	slices.SortStableFunc(d.Events, func(a, b Event) int { return cmp.Or(a.Day.Compare(b.Day), strings.Compare(a.ID, b.ID)) })
	return d
}

// gapWords are added to an item that is not given in full.
var gapWords = map[rules.State]string{rules.Missing: "", rules.Incomplete: " (in part)"}

// coverage has a row for each notice: how many items it gives, and what is missing.
func coverage(m rules.Matrix) Table {
	t := Table{
		ID: "coverage", Title: "How complete the notices are",
		About:   "Of the items of Articles 13 and 14 that a notice has to give, how many it gives, itself or by what it inherits.",
		None:    "There are no notices.",
		Columns: []string{"Notice", "Title", "Published", "Given", "Needed", "Missing or in part", "Accepted for now", "Cannot be told yet"},
	}
	for _, row := range m.Rows {
		given, needed := 0, 0
		var open, accepted, unclear []string
		for i, cell := range row.Cells {
			label := m.Items[i].Label
			switch {
			case cell.State == rules.NotNeeded:
				continue
			case cell.State == rules.Unclear:
				unclear = append(unclear, label)
				continue
			case cell.State == rules.Own, cell.State == rules.Inherited:
				given++
			case cell.Accepted:
				accepted = append(accepted, label+gapWords[cell.State])
			default:
				open = append(open, label+gapWords[cell.State])
			}
			needed++
		}
		t.Rows = append(t.Rows, []string{
			row.Notice, row.Title, published(row.Standing), fmt.Sprint(given), fmt.Sprint(needed),
			strings.Join(open, "\n"), strings.Join(accepted, "\n"), strings.Join(unclear, "\n"),
		})
	}
	return t
}

func published(s notices.Standing) string {
	if s == notices.InForce {
		return "yes"
	}
	return "no: " + s.String()
}

// accepted has a row for each finding that is accepted, those that end first on top.
func (d *Desk) accepted(findings []notices.Finding) Table {
	t := Table{
		ID: "accepted", Title: "Gaps that are accepted for now",
		About:   "Each is a risk that somebody answers for, until a day. After it the gap counts again, and the site cannot be published with it.",
		None:    "Nothing is accepted.",
		Columns: []string{"Until", "When", "Notice", "What", "Rule", "Reason", "By"},
	}
	var list []notices.Finding
	for _, f := range findings {
		if f.Accepted != nil {
			list = append(list, f)
		}
	}
	slices.SortStableFunc(list, func(a, b notices.Finding) int {
		return cmp.Or(a.Accepted.Until.Time.Compare(b.Accepted.Until.Time), strings.Compare(a.Notice, b.Notice))
	})
	for _, f := range list {
		a := f.Accepted
		t.Rows = append(t.Rows, []string{
			dayOf(a.Until), d.when(a.Until), f.Notice, f.Message, f.Rule, a.Reason.Value, a.By.Value,
		})
		if a.Until.Said() {
			d.ends(f)
		}
	}
	return t
}

// ends adds the day after which a gap is accepted no longer: one event for all gaps of
// a notice that end on that day.
func (d *Desk) ends(f notices.Finding) {
	id := fmt.Sprintf("accepted-%s-%s", f.Notice, dayOf(f.Accepted.Until))
	i := slices.IndexFunc(d.Events, func(e Event) bool { return e.ID == id })
	if i < 0 {
		i = len(d.Events)
		d.Events = append(d.Events, Event{ID: id, Day: f.Accepted.Until.Time, Title: "Accepted gaps of " + named(f.Notice) + " end"})
	}
	d.Events[i].Detail = strings.TrimPrefix(d.Events[i].Detail+"\n"+f.Message, "\n")
}

func named(notice string) string {
	if notice == "" {
		return "the site"
	}
	return notice
}

// reviews has a row for each notice that somebody is to look at, the first on top.
func (d *Desk) reviews(set *notices.Set) Table {
	t := Table{
		ID: "reviews", Title: "Reviews",
		About:   "When each notice was last looked at, and when it is due again.",
		None:    "There are no notices to review.",
		Columns: []string{"Due", "When", "Notice", "Title", "Last reviewed", "Updated", "Approved by"},
	}
	for _, c := range set.Notices {
		due := rules.ReviewDue(c, set.Corpus.Site)
		if s := c.Standing(d.Day); s == notices.Draft || s == notices.Expired {
			continue
		}
		t.Rows = append(t.Rows, []string{dayOf(due), d.when(due), c.ID.Value, c.Title.Value, dayOf(c.Reviewed), dayOf(c.Updated), c.ApprovedBy.Value})
		if due.Said() {
			d.Events = append(d.Events, Event{ID: reviewEvent + c.ID.Value, Day: due.Time, Title: "Review the notice “" + c.Title.Value + "”", Detail: c.Pos.File})
		}
	}
	slices.SortStableFunc(t.Rows, func(a, b []string) int { // those without a day come last
		return cmp.Or(strings.Compare(cmp.Or(a[0], "~"), cmp.Or(b[0], "~")), strings.Compare(a[2], b[2]))
	})
	return t
}

func dayOf(d notices.Date) string {
	if !d.Said() {
		return ""
	}
	return d.Time.Format(time.DateOnly)
}

// when says how far off a day is.
func (d *Desk) when(day notices.Date) string {
	if !day.Said() {
		return ""
	}
	switch days := int(day.Time.Sub(d.Day).Hours() / 24); {
	case days == 0:
		return "today"
	case days == 1:
		return "tomorrow"
	case days > 0:
		return fmt.Sprintf("in %d days", days)
	default:
		return fmt.Sprintf("%d days%s", -days, ago)
	}
}

// ago ends what when says of a day that is over.
const ago = " ago"

// Table gives the table with that ID.
func (d *Desk) Table(id string) Table {
	i := slices.IndexFunc(d.Tables, func(t Table) bool { return t.ID == id })
	return d.Tables[i]
}

// Sheet gives a table with its columns on top, as spreadsheets have it.
func (t Table) Sheet() [][]string { return append([][]string{t.Columns}, t.Rows...) }
