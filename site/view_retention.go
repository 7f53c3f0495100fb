package site

import "notices.example/notices"

// RetentionView says how long data is kept: Article 13(2)(a).
type RetentionView struct {
	Words   *Words
	Rows    []RetentionRow
	HasThen bool // whether the column has anything in it
}

// RetentionRow is one rule of keeping.
type RetentionRow struct {
	What       Text   // said in words
	Items      []Link // or by the data it names
	Purposes   []Link // or by the purposes
	HeldBy     Link
	Kept       KeptFor
	Exceptions Text   `explain:"here"`
	Schedule   string // the link to the schedule
	Row        string // the row in it
	Origin     Origin
}

func (e *edition) retention() *RetentionView {
	if len(e.c.Retention) == 0 {
		return nil
	}
	v := &RetentionView{Words: e.words}
	for _, r := range e.c.Retention {
		v.HasThen = v.HasThen || r.Then.Said()
		row := e.retentionRow(r)
		row.Schedule = e.href(r.Schedule.Link)
		if len(row.Items) > 1 && len(row.Items) == len(e.c.Data) && len(row.Purposes) == 0 {
			row.Items = nil // it is said of everything
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}

// retentionRow gives a rule of keeping without the link to the schedule.
func (e *edition) retentionRow(r notices.Retention) RetentionRow {
	return RetentionRow{
		What: e.text(r.What), Items: e.itemLinks(r.Data), Purposes: e.purposeLinks(r.Purposes),
		HeldBy: e.organisation(r.HeldBy), Kept: e.kept(r), Exceptions: e.text(r.Exceptions),
		Row: r.Schedule.Row.Value, Origin: e.origin(r.Pos),
	}
}
