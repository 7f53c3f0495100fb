package site

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode"

	"notices.example/notices/sheet"
)

// spreadsheet writes rows of cells as CSV (RFC 4180). Every cell is in quotes and
// on one line, and none is a formula: a cell that a spreadsheet program might
// calculate begins with an apostrophe, so that it is shown as it is.
func spreadsheet(rows iter.Seq[[]string]) []byte {
	content := []byte(sheet.ByteOrderMark)
	for row := range rows {
		for i, cell := range row {
			if i > 0 {
				content = append(content, ',')
			}
			content = append(content, '"')
			content = append(content, strings.ReplaceAll(harmless(cell), `"`, `""`)...)
			content = append(content, '"')
		}
		content = append(content, "\r\n"...)
	}
	return content
}

// harmless gives the text of a cell that is no formula in any spreadsheet program.
func harmless(cell string) string {
	if cell == "" || (isLower(cell[0]|0x20) || '0' <= cell[0] && cell[0] <= '9') && isOneLine(cell) {
		return cell // as it is, as nearly all are
	}
	cell = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, cell)
	return sheet.Words(strings.Join(strings.Fields(cell), " "))
}

// unsafeCSV refuses a cell that a spreadsheet program might calculate, and what
// is not CSV.
func unsafeCSV(content []byte) (problems []string) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte(sheet.ByteOrderMark))))
	r.ReuseRecord = true
	for {
		row, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return problems
		case err != nil:
			return []string{"is not valid CSV: " + err.Error()}
		}
		for _, cell := range row {
			if len(problems) == 0 && harmless(cell) != cell {
				problems = []string{fmt.Sprintf("holds a cell that may be calculated: %q", cell)}
			}
		}
	}
}
