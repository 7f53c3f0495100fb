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

func (a *across) changes() *subject {
	type dated struct {
		date notices.Date
		row  ChangeAcross
	}
	var all []dated
	for _, e := range a.editions {
		for _, c := range e.c.Changes {
			row := ChangeAcross{Notice: a.name(e, notices.AboutSection), Change: e.change(c)}
			all = append(all, dated{c.Date, row})
		}
	}
	slices.SortStableFunc(all, func(x, y dated) int { return y.date.Time.Compare(x.date.Time) })
	if len(all) == 0 {
		return nil
	}
	words := a.words.LookUp
	var lists []List[ChangeAcross]
	for _, change := range all {
		id, title := "no-date", words.NoDate
		if change.date.Said() {
			title = strconv.Itoa(change.date.Time.Year())
			id = "year-" + title
		}
		if len(lists) == 0 || lists[len(lists)-1].ID != id {
			lists = append(lists, List[ChangeAcross]{ID: id, Title: Text{Value: title}, Groups: make([]Group[ChangeAcross], 1)})
		}
		group := &lists[len(lists)-1].Groups[0]
		group.Rows = append(group.Rows, change.row)
	}
	return subjectOf("changes", words.Changes, words.ChangesIntro, lists, nil, one,
		func(page AcrossPage, lists []List[ChangeAcross], _ []List[NoticeName]) any {
			return &ChangesPage{AcrossPage: page, Feed: a.feedOfAll(), Lists: lists}
		})
}
