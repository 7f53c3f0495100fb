package intake

import (
	"slices"

	"notices.example/notices/sheet"
)

// header is the row that holds the titles of the columns.
type header struct {
	number int
	cols   []titled
	lines  bool // written by “notices record”: entries stand on lines of their own
}

// titled is a column of the file. It has no field when it is no part of a notice.
type titled struct {
	title string
	column
	known bool
}

// findHeader finds the row of titles: of the first rows the one in which most cells are
// known. Above it there are often titles of groups, and the body's address.
func findHeader(t *sheet.Table) (h header, rest []sheet.Row) {
	const searched, fewest = 60, 2
	best := 0
	for i, row := range t.Rows[:min(len(t.Rows), searched)] {
		candidate := header{number: row.Number}
		count := 0
		for _, title := range row.Cells {
			c, found := known(title)
			candidate.cols = append(candidate.cols, titled{title, c, found})
			if found {
				count++
			}
		}
		if count > best && count >= fewest && candidate.has(Purpose) {
			best, h, rest = count, candidate, t.Rows[i+1:]
			h.lines = slices.Contains(row.Cells, ownTitle)
		}
	}
	return h, rest
}

// ownTitle is a column that only “notices record” writes like this.
const ownTitle = "Categories of personal data: 30(1)(c)"

func (h header) has(f Field) bool {
	return slices.ContainsFunc(h.cols, func(c titled) bool { return c.field == f })
}
