package intake

import (
	"errors"
	"strings"

	"notices.example/notices/sheet"
)

// ErrNoRecord is returned for a file in which no row has the titles of a record.
var ErrNoRecord = errors.New("no row has the titles of a record's columns; one has to be “Purpose of processing”")

// Activity is a purpose, as one or several rows of a record tell of it.
type Activity struct {
	Service string // what it belongs to: a notice is made of each
	Notice  string // the ID of a notice, in a record that notices were made into
	Purpose string
	Row     int // the first
	cells   map[Field][]Cell
	said    map[said]bool // what is in cells

	countries map[string]string // codes by names
}

// said is what a cell says of a field.
type said struct {
	field Field
	words string
}

// Cell is what stands in a cell.
type Cell struct {
	Sheet  string
	Row    int    // from 1
	Column string // its title
	Words  string
	lines  bool // its entries stand on lines of their own
}

// Cells gives what the record says of a field, in the order of its rows; each thing once.
func (a *Activity) Cells(f Field) []Cell { return a.cells[f] }

// Aside is a column that is no part of a notice.
type Aside struct {
	Column string
	Cells  []Cell // those in which something stands
	Why    string // empty for a column that is not known
}

// Table is a record as it was read.
type Table struct {
	Activities []*Activity
	Asides     []Aside
	Lost       []Cell            // rows without a purpose
	Fields     map[Field]bool    // those for which there is a column, with something in it
	countries  map[string]string // codes by names
}

// ReadRecord finds the record in the sheets of a file and reads it. It returns
// ErrNoRecord when there is none.
func ReadRecord(tables []*sheet.Table) (*Table, error) {
	out := &Table{Fields: map[Field]bool{}, countries: countriesByName()}
	found, activities := false, map[[3]string]*Activity{}
	for _, t := range tables {
		h, rows := findHeader(t)
		if h.number == 0 {
			continue
		}
		found = true
		r := reader{table: t, header: h, out: out, known: activities, asides: make([][]Cell, len(h.cols))}
		for _, row := range rows {
			r.row(row)
		}
		r.tellAsides()
	}
	if !found {
		return nil, ErrNoRecord
	}
	return out, nil
}

// reader reads the rows of one sheet. What stands in cells that were merged is in the
// first of them only, so it holds for the rows below as well.
type reader struct {
	table  *sheet.Table
	header header
	out    *Table
	asides [][]Cell                // by column, the cells in which something stands
	known  map[[3]string]*Activity // by service, notice and purpose
	last   *Activity
}

func (r *reader) row(row sheet.Row) {
	cells := map[Field][]Cell{}
	for i, words := range row.Cells {
		if words == "" {
			continue
		}
		if i >= len(r.header.cols) || r.header.cols[i].field == "" {
			if i < len(r.asides) {
				r.asides[i] = append(r.asides[i], Cell{Sheet: r.table.Name, Row: row.Number, Column: r.header.cols[i].title, Words: words})
			}
			continue
		}
		c := r.header.cols[i]
		r.out.Fields[c.field] = true
		cells[c.field] = append(cells[c.field], Cell{r.table.Name, row.Number, c.title, words, r.header.lines})
	}
	if len(cells) == 0 {
		return
	}
	a := r.activity(row.Number, text(cells[Group]), text(cells[NoticeID]), text(cells[Purpose]))
	if a == nil {
		for _, list := range cells {
			r.out.Lost = append(r.out.Lost, list...)
		}
		return
	}
	for f, list := range cells {
		for _, c := range list {
			a.add(f, c)
		}
	}
	r.last = a
}

// activity gives the purpose that a row belongs to: one that was there before, or a new
// one; nil when there is none to belong to.
func (r *reader) activity(number int, service, id, purpose string) *Activity {
	if r.last != nil {
		if service == "" {
			service = r.last.Service
		}
		if service == r.last.Service {
			if purpose == "" {
				purpose = r.last.Purpose
			}
			if id == "" {
				id = r.last.Notice
			}
		}
	}
	if purpose == "" {
		return nil
	}
	key := [3]string{service, id, purpose}
	if known := r.known[key]; known != nil {
		return known
	}
	a := &Activity{Service: service, Notice: id, Purpose: purpose, Row: number, cells: map[Field][]Cell{}, said: map[said]bool{}, countries: r.out.countries}
	r.known[key] = a
	r.out.Activities = append(r.out.Activities, a)
	return a
}

func (a *Activity) add(f Field, c Cell) {
	if a.said[said{f, c.Words}] {
		return
	}
	a.said[said{f, c.Words}] = true
	a.cells[f] = append(a.cells[f], c)
}

// text gives the words of a cell in one line.
func text(cells []Cell) string {
	if len(cells) == 0 {
		return ""
	}
	return strings.Join(strings.Fields(cells[0].Words), " ")
}

func (r *reader) tellAsides() {
	for i, c := range r.header.cols {
		if c.field == "" && c.title != "" && (len(r.asides[i]) > 0 || c.known) {
			r.out.Asides = append(r.out.Asides, Aside{Column: strings.Join(strings.Fields(c.title), " "), Cells: r.asides[i], Why: c.beside})
		}
	}
}
