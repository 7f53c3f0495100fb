package rules

import (
	"cmp"
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
	m := Matrix{Day: r.day}
	var places []int // of the columns among the items
	for i, id := range r.items {
		if label, known := r.labels[id]; known {
			m.Items, places = append(m.Items, Column{ID: id, Label: label}), append(places, i)
		}
	}
	found := r.faults(m.Items)
	if len(r.rows) > 0 {
		m.Rows = make([]Row, 0, len(r.rows))
	}
	all := make([]Cell, len(r.rows)*len(places))
	for _, row := range r.rows {
		cells, of := all[:len(places):len(places)], found[row.Notice]
		all = all[len(places):]
		for i, place := range places {
			cells[i] = row.Cells[place]
			if of != nil {
				cells[i].settle(of[i])
			}
		}
		row.Cells = cells
		m.Rows = append(m.Rows, row)
	}
	return m
}

// row gives the row of a notice, as long as no error counts.
func (r *run) row(j *judged, x *index) Row {
	n := j.subject.Notice
	if j.cells == nil || !r.notes || !x.holds(j.fills) {
		r.fill(j, x)
	}
	return Row{Notice: n.ID.Value, Title: x.outlines[n.ID.Value].Title.Value, Standing: n.Standing(r.day), Cells: j.cells}
}

// fill finds out what the cells of a row are.
func (r *run) fill(j *judged, x *index) {
	s := j.subject
	s.around = &around{index: x}
	j.cells = make([]Cell, len(r.items))
	for i, item := range r.items {
		j.cells[i] = s.cell(item)
	}
	if r.notes {
		j.fills = x.gist(s.around.take())
	}
}

func (s *Subject) cell(item string) Cell {
	c := Cell{ItemState: s.Item(item)}
	if c.State == Inherited {
		f, _ := s.around.origin(s.Notice, c.Pos)
		c.From = cmp.Or(f.Title, f.Path)
	}
	return c
}

// settle lets errors about the item count.
func (c *Cell) settle(found faults) {
	switch {
	case c.State == Missing:
		c.Accepted = found.accepted > 0 && found.open == 0
	case (c.State == Own || c.State == Inherited) && found.open+found.accepted > 0:
		c.State, c.Accepted = Incomplete, found.open == 0
	}
}

// label notes the labels of the items that a law knows. Of several laws it is that of
// the first.
func (r *run) label(l *law.Law) {
	for _, id := range r.items {
		if _, known := r.labels[id]; known {
			continue
		}
		if item, ok := l.Item(id); ok {
			r.labels[id], _ = item.Label.In("en")
		}
	}
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
