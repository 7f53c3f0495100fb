package site

import (
	"slices"

	"notices.example/notices"
)

// HowLongPage is the retention schedule of all services.
type HowLongPage struct {
	AcrossPage
	Lists   []List[KeptAcross]
	After   []List[NoticeName]
	File    string // the link to the same as a file for a spreadsheet
	HasThen bool   // whether the column has anything in it
}

// KeptAcross is one rule of keeping, and the notice that has it.
type KeptAcross struct {
	Notice NoticeName
	Row    RetentionRow
}

// keeping is a rule of one notice, and the notice.
type keeping struct {
	e *entry
	*keptRow
}

// howLongFile is the retention schedule for a spreadsheet.
const howLongFile = "how-long.csv"

func (a *across) howLong() *subject {
	words := a.words.LookUp
	var lists []List[keeping]
	for _, shelf := range a.shelves() {
		lists = append(lists, rows(shelf, (*entry).keeps))
	}
	if lists = filled(lists...); len(lists) == 0 {
		return nil
	}
	after := filled(a.those("not-said", words.NotSaid, func(e *entry) bool { return len(e.Kept) == 0 }))
	file := inLanguage(howLongFile, a.lang, a.main)
	s := subjectOf("how-long", words.HowLong, words.HowLongIntro, lists, after, one,
		func(page AcrossPage, lists []List[keeping], after []List[*entry]) any {
			v := &HowLongPage{AcrossPage: page, Lists: onPage(lists, a.kept), After: a.names(after), File: file}
			v.HasThen = anyRow(lists, func(k keeping) bool { return k.Then != "" })
			return v
		})
	s.path, s.file = file, func() File { return File{Path: file, Content: a.schedule(lists)} }
	return s
}

// keeps gives the rules of one notice.
func (e *entry) keeps() (all []keeping) {
	for i := range e.Kept {
		all = append(all, keeping{e, &e.Kept[i]})
	}
	return all
}

// kept gives a rule as the page shows it. Whose notice it is stands above.
func (a *across) kept(k keeping) KeptAcross {
	name := a.name(k.e, notices.RetentionSection)
	name.Body = Text{}
	return KeptAcross{Notice: name, Row: k.shown()}
}

func (k keeping) shown() RetentionRow {
	row := RetentionRow{
		What: k.What.text(), Items: k.e.items(k.Items), Purposes: k.e.purposes(k.Purposes), HeldBy: k.e.organisation(notices.Ref{Value: k.HeldBy}),
		Exceptions: k.Exceptions.text(), Schedule: k.schedule(), Row: k.Row, Origin: k.e.origin(k.From),
	}
	row.Kept = KeptFor{Period: k.Period, Criteria: k.Criteria.text(), From: k.Start.text(), Only: mapTo(k.Channels, func(channel string) string { return k.e.label("channel", notices.Term{Value: channel}) })}
	row.Kept.Then = k.e.label("disposal", notices.Term{Value: k.Then})
	if row.Kept.From.Said() {
		row.Kept.After = k.e.words.KeyFacts.After
	}
	return row
}

// schedule gives the link to the published schedule that a rule follows. It can lead to
// any page, so it is made when all pages have their addresses.
func (k keeping) schedule() string {
	if k.Schedule == nil {
		return ""
	}
	return leadTo(k.e.page, []Link{{Href: k.e.href(*k.Schedule)}})[0].Href
}

// anyRow reports whether something holds of one of the rows.
func anyRow[Row any](lists []List[Row], holds func(Row) bool) bool {
	for _, l := range lists {
		for _, g := range l.Groups {
			if slices.ContainsFunc(g.Rows, holds) {
				return true
			}
		}
	}
	return false
}
