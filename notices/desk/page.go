package desk

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"
)

//go:embed page.html
var pageSource string

// Figure is a number to see at a glance.
type Figure struct {
	Number int
	What   string
}

// Figures gives what matters most.
func (d *Desk) Figures() []Figure {
	open, late, soon := 0, 0, 0
	for _, row := range d.Table("coverage").Rows {
		if row[5] != "" {
			open++
		}
	}
	for _, e := range d.Events {
		if !strings.HasPrefix(e.ID, reviewEvent) {
			continue
		}
		switch days := int(e.Day.Sub(d.Day).Hours() / 24); {
		case days < 0:
			late++
		case days <= 30:
			soon++
		}
	}
	names := map[string]bool{}
	for _, row := range d.Table("processors").Rows {
		names[row[0]] = true
	}
	return []Figure{
		figure(len(d.Table("coverage").Rows), "notice", "notices"), figure(open, "with something missing or in part", "with something missing or in part"),
		figure(len(d.Table("accepted").Rows), "gap accepted for now", "gaps accepted for now"), figure(late, "review overdue", "reviews overdue"),
		figure(soon, "due within 30 days", "due within 30 days"), figure(len(names), "processor", "processors"),
	}
}

func figure(n int, one, many string) Figure {
	if n == 1 {
		return Figure{n, one}
	}
	return Figure{n, many}
}

type (
	page struct {
		Day, Site string
		Figures   []Figure
		Tables    []pageTable
	}
	pageTable struct {
		Table
		Cells [][]cell
	}
	cell struct {
		Words string
		Late  bool
	}
)

// WriteHTML writes the desk as one page, without scripts, that loads nothing and
// prints.
func (d *Desk) WriteHTML(w io.Writer) error {
	t, err := template.New("desk").Parse(pageSource)
	if err != nil {
		return fmt.Errorf("read the page of the desk: %w", err)
	}
	p := page{Day: d.Day.Format("2 January 2006"), Site: d.Site, Figures: d.Figures()}
	for _, table := range d.Tables {
		shown := pageTable{Table: table}
		for _, row := range table.Rows {
			var cells []cell
			for i, words := range row {
				cells = append(cells, cell{words, table.Columns[i] == "When" && strings.HasSuffix(words, ago)})
			}
			shown.Cells = append(shown.Cells, cells)
		}
		p.Tables = append(p.Tables, shown)
	}
	if err := t.Execute(w, p); err != nil {
		return fmt.Errorf("write the page of the desk: %w", err)
	}
	return nil
}
