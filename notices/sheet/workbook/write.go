// Package workbook writes and reads workbooks of spreadsheet programs, XLSX.
//
// What it writes is text in every cell, with a first row that stays in view. What it
// reads is text too: a formula is never worked out, a macro never run, nothing outside
// the file is looked up. It refuses a file that is too large, or would be when unpacked.
package workbook

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Widths of columns, in characters.
const (
	narrowest = 12
	widest    = 48
)

// Write writes a table as a workbook of one sheet, its first row the titles of the
// columns. Every cell is text, whatever it looks like. On paper it is landscape, as
// wide as the page, with the titles on every page.
func Write(w io.Writer, name string, table [][]string) error {
	return WriteAll(w, []Sheet{{name, table}})
}

// Sheet is a table with the name of its sheet.
type Sheet struct {
	Name  string
	Table [][]string
}

// WriteAll writes tables as Write does, a sheet for each. There must be one at least.
func WriteAll(w io.Writer, sheets []Sheet) error {
	f := excelize.NewFile()
	defer f.Close()
	for i, s := range sheets {
		if err := begin(f, i, s.Name); err != nil {
			return fmt.Errorf("write a workbook: %w", err)
		}
		if err := fill(f, s.Name, s.Table); err != nil {
			return fmt.Errorf("write a workbook: %w", err)
		}
	}
	if _, err := f.WriteTo(w); err != nil {
		return fmt.Errorf("write a workbook: %w", err)
	}
	return nil
}

// begin makes the sheet with that number, from 0: the first is there already.
func begin(f *excelize.File, number int, name string) error {
	if number == 0 {
		return f.SetSheetName(f.GetSheetName(0), name)
	}
	_, err := f.NewSheet(name)
	return err
}

func fill(f *excelize.File, name string, table [][]string) error {
	if err := forPaper(f, name); err != nil {
		return err
	}
	title, text, err := styles(f)
	if err != nil {
		return err
	}
	sheet, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, width := range widths(table) {
		if err := sheet.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	frozen := excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if err := sheet.SetPanes(&frozen); err != nil {
		return err
	}
	for i, row := range table {
		style := text
		if i == 0 {
			style = title
		}
		if err := addRow(sheet, i+1, row, style); err != nil {
			return err
		}
	}
	return sheet.Flush()
}

// styles gives those of the titles and of the other cells. “@” is the format of text: a
// cell that is changed in a spreadsheet program stays text.
func styles(f *excelize.File) (title, text int, err error) {
	format := "@"
	lines := excelize.Alignment{WrapText: true, Vertical: "top"}
	title, err = f.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true}, Alignment: &lines, CustomNumFmt: &format,
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E6E6E6"}},
	})
	if err != nil {
		return 0, 0, err
	}
	text, err = f.NewStyle(&excelize.Style{Alignment: &lines, CustomNumFmt: &format})
	return title, text, err
}

func addRow(sheet *excelize.StreamWriter, number int, row []string, style int) error {
	cells := make([]any, len(row))
	for i, words := range row {
		cells[i] = excelize.Cell{StyleID: style, Value: visible(words)}
	}
	start, err := excelize.CoordinatesToCellName(1, number)
	if err != nil {
		return err
	}
	return sheet.SetRow(start, cells)
}

// visible takes out what XML cannot hold.
func visible(words string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(words, "\ufffd"))
}

// widths gives each column the width of its longest line, within limits: longer lines
// are broken.
func widths(table [][]string) []float64 {
	var list []float64
	for _, row := range table {
		for i, cell := range row {
			if i == len(list) {
				list = append(list, narrowest)
			}
			for line := range strings.SplitSeq(cell, "\n") {
				list[i] = min(max(list[i], float64(utf8.RuneCountInString(line)+2)), widest)
			}
		}
	}
	return list
}

// forPaper says how the sheet is printed.
func forPaper(f *excelize.File, name string) error {
	const a3 = 8
	size, orientation, wide, tall, fit := a3, "landscape", 1, 0, true
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	if err := f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"}); err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: "'" + strings.ReplaceAll(name, "'", "''") + "'!$1:$1", Scope: name,
	})
}
