package site

import (
	"strings"

	"notices.example/notices"
)

// schedule writes the rules for a spreadsheet.
func (a *across) schedule(lists []List[keeping]) []byte {
	columns := a.words.Column
	return spreadsheet(func(yield func([]string) bool) {
		more := yield([]string{
			a.words.KeyFacts.Who, a.words.LookUp.Notice, columns.Information, strings.TrimSuffix(a.words.Part.HeldBy, ":"), columns.Period, a.words.LookUp.PeriodCode,
			a.words.LookUp.Criteria, a.words.LookUp.From, a.words.Part.Channels, columns.Then, columns.Exceptions, columns.Schedule, columns.Link,
		})
		for _, l := range lists {
			for _, g := range l.Groups {
				for i := 0; more && i < len(g.Rows); i++ {
					more = yield(a.cells(g.Rows[i]))
				}
			}
		}
	})
}

func (a *across) cells(k keeping) []string {
	r := k.shown()
	return []string{
		k.e.bodyName().Value, k.e.title.Value, strings.Join(a.what(r), "; "), r.HeldBy.Text.Value, r.Kept.Period, k.PeriodCode,
		r.Kept.Criteria.Value, r.Kept.From.Value, strings.Join(r.Kept.Only, "; "), r.Kept.Then, r.Exceptions.Value, a.follows(r), a.base + k.e.page + "#" + string(notices.RetentionSection),
	}
}

// what names the information that a rule is about.
func (a *across) what(r RetentionRow) (names []string) {
	if r.What.Said() {
		names = append(names, r.What.Value)
	}
	for _, link := range append(r.Items, r.Purposes...) {
		names = append(names, link.Text.Value)
	}
	if len(names) == 0 {
		names = append(names, a.words.Part.Everything)
	}
	return names
}

// follows gives the row of the published schedule, and where that is.
func (a *across) follows(r RetentionRow) string {
	link := r.Schedule
	if link != "" && !onTheWeb(link) {
		link = a.base + link
	}
	return strings.TrimSpace(r.Row + " " + link)
}
