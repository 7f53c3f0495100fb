package report

import (
	"fmt"
	"io"
	"strings"

	"notices.example/notices/rules"
	"notices.example/notices/sheet"
)

// MatrixCSV writes the matrix as a table for spreadsheets: a line for each
// notice, a column for each item of information in words, and one for all that the notice
// accepts. It is UTF-8 with a byte order mark, with commas and the line ends of
// RFC 4180, and no cell is a formula.
func MatrixCSV(w io.Writer, r Report) error {
	head := []string{"Notice", "Title", "Status"}
	for _, item := range r.Matrix.Items {
		head = append(head, clean(item.Label))
	}
	lines := [][]string{append(head, "Accepted for now")}
	accepted := map[string][]alike{}
	for _, a := range acceptedAlike(r.Findings) {
		accepted[a.Notice] = append(accepted[a.Notice], a)
	}
	for _, row := range r.Matrix.Rows {
		lines = append(lines, csvLine(row, accepted[row.Notice]))
	}
	for _, a := range accepted[""] { // of no notice
		line := make([]string, len(lines[0]))
		line[0], line[len(line)-1] = clean(a.Pos.File), clean(a.words())
		lines = append(lines, line)
	}
	if err := sheet.WriteCSV(w, lines); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

func csvLine(row rules.Row, accepted []alike) []string {
	line := []string{clean(row.Notice), clean(row.Title), standingWords[row.Standing]}
	for _, c := range row.Cells {
		line = append(line, clean(stateWords(c)))
	}
	var all []string
	for _, a := range accepted {
		all = append(all, a.words())
	}
	return append(line, clean(strings.Join(all, "; ")))
}

// stateWords says in words what a notice does about an item.
func stateWords(c rules.Cell) string {
	words := string(c.State)
	switch {
	case c.State == rules.Inherited && c.From != "":
		words += " from " + c.From
	case c.State == rules.Incomplete:
		words = "given in part, or wrong"
	case c.State == rules.Unclear:
		words = "cannot be told yet"
	}
	if c.Why != "" {
		words += ": " + c.Why
	}
	if c.Accepted {
		words += " (accepted for now)"
	}
	return words
}
