package site

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"unicode"

	"notices.example/notices/sheet"
)

// spreadsheet writes rows of cells as CSV (RFC 4180). Every cell is in quotes and
// on one line, and none is a formula: a cell that a spreadsheet program might
// calculate begins with an apostrophe, so that it is shown as it is.
func spreadsheet(rows [][]string) []byte {
	var b bytes.Buffer
	b.WriteString(sheet.ByteOrderMark)
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + strings.ReplaceAll(harmless(cell), `"`, `""`) + `"`)
		}
		b.WriteString("\r\n")
	}
	return b.Bytes()
}

// harmless gives the text of a cell that is no formula in any spreadsheet program.
func harmless(cell string) string {
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
func unsafeCSV(content []byte) []string {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte(sheet.ByteOrderMark))))
	rows, err := r.ReadAll()
	if err != nil {
		return []string{"is not valid CSV: " + err.Error()}
	}
	for _, row := range rows {
		for _, cell := range row {
			if harmless(cell) != cell {
				return []string{fmt.Sprintf("holds a cell that may be calculated: %q", cell)}
			}
		}
	}
	return nil
}
