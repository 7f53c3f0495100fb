package rules

import (
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
	found := r.faults()
	for _, s := range r.subjects {
		row := Row{Notice: s.Notice.ID.Value, Title: s.Notice.Title.Value, Standing: s.Notice.Standing(r.day)}
		for _, col := range m.Items {
			row.Cells = append(row.Cells, s.cell(col.ID, found[about{row.Notice, col.ID}]))
		}
		m.Rows = append(m.Rows, row)
	}
	return m
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

// about is an item of a notice.
type about struct{ notice, item string }

// faults count the errors about one item of a notice.
type faults struct{ open, accepted int }

func (r *run) faults() map[about]faults {
	items := map[string]string{}
	for _, rule := range r.rules {
		items[rule.ID] = rule.Item
	}
	found := map[about]faults{}
	for _, f := range r.findings {
		if f.Severity != notices.Error || items[f.Rule] == "" {
			continue
		}
		at := about{f.Notice, items[f.Rule]}
		count := found[at]
		if f.Accepted != nil {
			count.accepted++
		} else {
			count.open++
		}
		found[at] = count
	}
	return found
}
