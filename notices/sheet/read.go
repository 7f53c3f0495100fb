package sheet

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// What is read of a table. Real ones stay far below.
const (
	MaxFile    = 8 << 20  // bytes of a file
	MaxRows    = 10_000   // rows of a sheet
	MaxColumns = 200      // columns of a row
	MaxCell    = 16_384   // bytes of a cell; a line of a content file can hold it
	MaxText    = 16 << 20 // bytes of all cells
)

// ErrLimit is returned for a file, or a table, that is larger than what is read.
var ErrLimit = errors.New("it is too large")

// Table is a sheet that was read.
type Table struct {
	Name string // of the sheet; empty for CSV
	Rows []Row  // those that are not empty
}

// Row is a row of a sheet.
type Row struct {
	Number int      // from 1, as spreadsheet programs count
	Cells  []string // without space around them, and without empty ones at the end
}

// Add adds a row, when anything stands in it. It returns ErrLimit, with what is too
// large, when the table is larger than what is read.
func (t *Table) Add(number int, cells []string) error {
	row := Row{Number: number}
	for i, cell := range cells {
		cell = clean(cell)
		switch {
		case cell == "":
		case i >= MaxColumns:
			return fmt.Errorf("row %d has more than %d columns: %w", number, MaxColumns, ErrLimit)
		case len(cell) > MaxCell:
			return fmt.Errorf("row %d has a cell of more than %d letters: %w", number, MaxCell, ErrLimit)
		default:
			row.Cells = append(row.Cells, make([]string, i+1-len(row.Cells))...)
			row.Cells[i] = cell
		}
	}
	if row.Cells == nil {
		return nil
	}
	if len(t.Rows) == MaxRows {
		return fmt.Errorf("there are more than %d rows: %w", MaxRows, ErrLimit)
	}
	t.Rows = append(t.Rows, row)
	return nil
}

// clean gives the words of a cell: without what cannot be seen, and without the
// apostrophe that Words puts before what looks like a formula.
func clean(cell string) string {
	cell = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r' || r == utf8.RuneError || !unicode.IsGraphic(r):
			return -1
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, cell)
	if rest, found := strings.CutPrefix(cell, "'"); found && Words(rest) != rest {
		cell = rest
	}
	return strings.TrimSpace(cell)
}

// ReadCSV reads a table whose cells are parted by commas, semicolons or tabs, in UTF-8,
// UTF-16 or the alphabet of older Windows programs. It returns ErrLimit for a file that
// is too large, and an error with the line for one that is no such table.
func ReadCSV(content []byte) (*Table, error) {
	if len(content) > MaxFile {
		return nil, fmt.Errorf("the file has more than %d MB: %w", MaxFile>>20, ErrLimit)
	}
	text := decoded(content)
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = separator(text), -1, true, true
	t, row, line := &Table{}, 0, 0
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return t, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read CSV: %w", err)
		}
		start, _ := r.FieldPos(0)
		row += start - line // lines in between are empty rows
		line = start + strings.Count(strings.Join(cells, ""), "\n")
		if err := t.Add(row, cells); err != nil {
			return nil, err
		}
	}
}

// decoded gives the text of a file, whatever alphabet it is in.
func decoded(content []byte) string {
	switch {
	case bytes.HasPrefix(content, []byte{0xff, 0xfe}):
		return wide(content[2:], binary.LittleEndian)
	case bytes.HasPrefix(content, []byte{0xfe, 0xff}):
		return wide(content[2:], binary.BigEndian)
	case utf8.Valid(content):
		return strings.TrimPrefix(string(content), ByteOrderMark)
	}
	return western(content)
}

func wide(content []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(content)/2)
	for i := range units {
		units[i] = order.Uint16(content[2*i:])
	}
	return string(utf16.Decode(units))
}

// separator gives what parts the cells: the sign that stands most often in the first
// lines, outside quotes.
func separator(text string) rune {
	const enough = 4096
	count, quoted, best := map[rune]int{}, false, ','
	for _, r := range text[:min(len(text), enough)] {
		switch {
		case r == '"':
			quoted = !quoted
		case !quoted:
			count[r]++
		}
	}
	for _, sign := range ";\t" {
		if count[sign] > count[best] {
			best = sign
		}
	}
	return best
}

// western reads the alphabet that older programs write on Windows.
func western(content []byte) string {
	text, err := charmap.Windows1252.NewDecoder().Bytes(content)
	if err != nil {
		return string(content) // cannot be: every byte stands for something there
	}
	return string(text)
}
