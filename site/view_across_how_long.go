package site

import "notices.example/notices"

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

	edition *edition
	written notices.Retention
}

// howLongFile is the retention schedule for a spreadsheet.
const howLongFile = "how-long.csv"

func (a *across) howLong() *subject {
	words := a.words.LookUp
	var lists []List[KeptAcross]
	for _, shelf := range a.shelves() {
		lists = append(lists, rows(shelf, a.kept))
	}
	if lists = filled(lists...); len(lists) == 0 {
		return nil
	}
	after := filled(a.those("not-said", words.NotSaid, func(e *edition) bool { return len(e.c.Retention) == 0 }))
	file := inLanguage(howLongFile, a.lang, a.main)
	s := subjectOf("how-long", words.HowLong, words.HowLongIntro, lists, after, one,
		func(page AcrossPage, lists []List[KeptAcross], after []List[NoticeName]) any {
			v := &HowLongPage{AcrossPage: page, Lists: lists, After: after, File: file}
			v.settle()
			return v
		})
	s.path, s.file = file, func() File { return File{Path: file, Content: a.schedule(lists)} }
	return s
}

// kept gives the rules of one notice.
func (a *across) kept(e *edition) (all []KeptAcross) {
	for _, r := range e.c.Retention {
		row := e.retentionRow(r)
		row.Items, row.Purposes = e.there(row.Items), e.there(row.Purposes)
		name := a.name(e, notices.RetentionSection)
		name.Body = Text{} // it stands above
		all = append(all, KeptAcross{Notice: name, Row: row, edition: e, written: r})
	}
	return all
}

// settle adds the links to the published schedules. They can lead to any page, so
// they are made when all pages have their addresses.
func (v *HowLongPage) settle() {
	for _, l := range v.Lists {
		for _, g := range l.Groups {
			for i := range g.Rows {
				row := &g.Rows[i]
				row.Row.Schedule, row.edition = row.schedule(), nil // the view is kept longer than the plan
				v.HasThen = v.HasThen || row.Row.Kept.Then != ""
			}
		}
	}
}

// schedule gives the link to the published schedule that a rule follows.
func (k KeptAcross) schedule() string {
	return k.edition.there([]Link{{Href: k.edition.href(k.written.Schedule.Link)}})[0].Href
}
