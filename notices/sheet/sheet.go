// Package sheet makes words safe in a spreadsheet: no cell of a CSV file that is
// made from content files is a formula.
package sheet

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ByteOrderMark begins a CSV file. Without it Excel takes UTF-8 for another
// alphabet, and “£” and Welsh letters come out wrong; other programs take no
// notice of it.
const ByteOrderMark = "\ufeff"

// signs begin what a spreadsheet program may work out, in the wide forms too,
// which some of them read.
const signs = "=+-@|%＝＋－＠｜％"

// Words gives the words of a cell, with an apostrophe before them when they begin
// like a formula: they are then shown as they are. What cannot be seen before the
// first sign does not hide it.
func Words(cell string) string {
	start := strings.TrimLeftFunc(cell, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsGraphic(r) })
	if first, size := utf8.DecodeRuneInString(start); size > 0 && strings.ContainsRune(signs, first) {
		return "'" + cell
	}
	return cell
}

// WriteCSV writes a table for spreadsheet programs: UTF-8 with a byte order mark, the
// commas and line ends of RFC 4180, and no cell a formula.
func WriteCSV(w io.Writer, table [][]string) error {
	if _, err := io.WriteString(w, ByteOrderMark); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	for _, row := range table {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = Words(cell)
		}
		if err := c.Write(safe); err != nil {
			return fmt.Errorf("write CSV: %w", err)
		}
	}
	if c.Flush(); c.Error() != nil {
		return fmt.Errorf("write CSV: %w", c.Error())
	}
	return nil
}
