package rules

import (
	"slices"
	"time"

	"notices.example/notices"
	"notices.example/notices/law"
)

// Matrix is which notice gives which item of information.
type Matrix struct {
	Day   time.Time
	Items []Column
	Rows  []Row // in the order of the notices' IDs
}

// Column is an item of information.
type Column struct {
	ID    string
	Label string
}

// Row is a notice, with a cell for every column.
type Row struct {
	Notice   string
	Title    string
	Standing notices.Standing // on the day of the matrix
	Cells    []Cell
}

// Cell is what a notice does about an item.
type Cell struct {
	ItemState
	From     string // for Inherited, the title or path of where it is from
	Accepted bool   // for Missing and Incomplete: the notice accepts every error about it
}

// matrix works out the matrix. Its cells come from the same look-ups as the
// findings. An item is incomplete when it is there and one of its rules reports
// an error.
func (r *run) matrix() Matrix {
	m := Matrix{Day: r.day, Items: r.columns()}
	found := r.faults(m.Items)
	for i, s := range r.subjects {
		row := Row{Notice: s.Notice.ID.Value, Title: s.Notice.Title.Value, Standing: s.Notice.Standing(r.day)}
		row.Cells = r.judged[i].cellsOf(s, m.Items, found[row.Notice])
		m.Rows = append(m.Rows, row)
	}
	return m
}

// cells are those of a notice, and what they hang on besides what was judged.
type cells struct {
	columns []Column
	found   []faults
	list    []Cell
}

func (j *judged) cellsOf(s *Subject, columns []Column, found []faults) []Cell {
	if j.cells.list != nil && slices.Equal(j.cells.columns, columns) && slices.Equal(j.cells.found, found) {
		return j.cells.list
	}
	list := make([]Cell, len(columns))
	for i, col := range columns {
		var of faults
		if found != nil {
			of = found[i]
		}
		list[i] = s.cell(col.ID, of)
	}
	j.cells = cells{columns, found, list}
	return list
}

func (s *Subject) cell(item string, found faults) Cell {
	c := Cell{ItemState: s.Item(item)}
	switch {
	case c.State == Missing:
		c.Accepted = found.accepted > 0 && found.open == 0
		return c
	case c.State == Inherited:
		f, _ := s.around.origin(s.Notice, c.Pos)
		if c.From = f.Title; c.From == "" {
			c.From = f.Path
		}
	case c.State != Own:
		return c
	}
	if found.open+found.accepted > 0 {
		c.State, c.Accepted = Incomplete, found.open == 0
	}
	return c
}

// columns gives the items that the law of at least one notice knows.
func (r *run) columns() []Column {
	var list []Column
	for _, id := range law.TermLists()["information-item"] {
		for _, s := range r.subjects {
			if item, ok := s.Law.Item(id); ok {
				label, _ := item.Label.In("en")
				list = append(list, Column{ID: id, Label: label})
				break
			}
		}
	}
	return list
}

// faults count the errors about one item of a notice.
type faults struct{ open, accepted int }

// faults gives the errors in each notice, in the order of the columns.
func (r *run) faults(columns []Column) map[string][]faults {
	places := map[string]int{} // by rule
	for _, rule := range r.rules {
		if i := slices.IndexFunc(columns, func(c Column) bool { return c.ID == rule.Item }); i >= 0 {
			places[rule.ID] = i
		}
	}
	found := map[string][]faults{}
	for i := range r.findings {
		f := &r.findings[i]
		if f.Severity != notices.Error {
			continue
		}
		place, is := places[f.Rule]
		if !is {
			continue
		}
		if found[f.Notice] == nil {
			found[f.Notice] = make([]faults, len(columns))
		}
		if f.Accepted != nil {
			found[f.Notice][place].accepted++
		} else {
			found[f.Notice][place].open++
		}
	}
	return found
}
