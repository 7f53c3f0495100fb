package site

import (
	"slices"
	"strconv"

	"notices.example/notices"
)

// ChangesPage is the change logs of all notices, the newest first.
type ChangesPage struct {
	AcrossPage
	Feed  Link                 // of the same changes, where there is one
	Lists []List[ChangeAcross] // by year
}

// ChangeAcross is a change to one notice.
type ChangeAcross struct {
	Notice NoticeName
	Change ChangeRow
}

// dated is an entry of the change log of a notice.
type dated struct {
	e *entry
	*dayRow
}

func (a *across) changes() *subject {
	var all []dated
	for _, e := range a.entries {
		for i := range e.Changes {
			all = append(all, dated{e, &e.Changes[i]})
		}
	}
	slices.SortStableFunc(all, func(x, y dated) int { return y.Day.Compare(x.Day) })
	if len(all) == 0 {
		return nil
	}
	words := a.words.LookUp
	var lists []List[dated]
	for _, change := range all {
		id, title := "no-date", words.NoDate
		if !change.Day.IsZero() {
			title = strconv.Itoa(change.Day.Year())
			id = "year-" + title
		}
		if len(lists) == 0 || lists[len(lists)-1].ID != id {
			lists = append(lists, List[dated]{ID: id, Title: Text{Value: title}, Groups: make([]Group[dated], 1)})
		}
		group := &lists[len(lists)-1].Groups[0]
		group.Rows = append(group.Rows, change)
	}
	return subjectOf("changes", words.Changes, words.ChangesIntro, lists, nil, one,
		func(page AcrossPage, lists []List[dated], _ []List[*entry]) any {
			return &ChangesPage{AcrossPage: page, Feed: a.feedOfAll(), Lists: onPage(lists, a.change)}
		})
}

func (a *across) change(d dated) ChangeAcross {
	row := ChangeRow{Date: a.words.Date(notices.Date{Time: d.Day}), What: d.What.text(), Material: d.Material}
	return ChangeAcross{Notice: a.name(d.e, notices.AboutSection), Change: row}
}
