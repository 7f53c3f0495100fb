package workbook

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"notices.example/notices/sheet"
)

// maxUnpacked is how large a workbook may be when it is unpacked, in bytes.
const maxUnpacked = 16 << 20

// maxSheets is how many sheets a workbook may have. Several can be of one part of the
// file, so what they take is not bounded by how large that is.
const maxSheets = 100

// compound begins files of older programs, and workbooks with a password.
var compound = []byte{0xd0, 0xcf, 0x11, 0xe0}

// ErrOldForm is returned for a workbook of an older form, or one with a password.
var ErrOldForm = errors.New("it is in the old form .xls or has a password; save it as .xlsx, without a password")

// Read reads the sheets of a workbook that have anything in them, each cell as it is
// shown. Days are written YYYY-MM-DD. It returns ErrOldForm, sheet.ErrLimit for what is
// too large, and an error for what is no workbook.
func Read(content []byte) (tables []*sheet.Table, err error) {
	defer func() {
		if slip := recover(); slip != nil { // the library's, on a file that somebody made for it
			tables, err = nil, errors.New("it is damaged")
		}
	}()
	switch {
	case len(content) > sheet.MaxFile:
		return nil, fmt.Errorf("the file has more than %d MB: %w", sheet.MaxFile>>20, sheet.ErrLimit)
	case bytes.HasPrefix(content, compound):
		return nil, ErrOldForm
	}
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked, // nothing is unpacked onto the disk
		ShortDatePattern: "yyyy-mm-dd", LongDatePattern: "yyyy-mm-dd",
	})
	if err != nil {
		return nil, fmt.Errorf("it cannot be read as a workbook: %w", err)
	}
	defer f.Close()
	if len(f.GetSheetList()) > maxSheets {
		return nil, fmt.Errorf("it has more than %d sheets: %w", maxSheets, sheet.ErrLimit)
	}
	left := room{text: sheet.MaxText, rows: 100 * sheet.MaxRows}
	for _, name := range f.GetSheetList() {
		t, err := table(f, name, &left)
		if err != nil {
			return nil, fmt.Errorf("sheet “%s”: %w", name, err)
		}
		if len(t.Rows) > 0 {
			tables = append(tables, t)
		}
	}
	return tables, nil
}

// room is how much may still be read of a workbook: bytes of cells, and rows, empty ones
// too.
type room struct{ text, rows int }

// table reads one sheet, and takes what it needs from the room that is left.
func table(f *excelize.File, name string, left *room) (*sheet.Table, error) {
	t := &sheet.Table{Name: name}
	rows, err := f.Rows(name)
	if errors.As(err, new(excelize.ErrSheetNotExist)) {
		return t, nil // a chart
	}
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for number := 1; rows.Next(); number++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		for _, cell := range cells {
			left.text -= len(cell)
		}
		switch left.rows--; {
		case left.text < 0:
			return nil, fmt.Errorf("it has more than %d MB of text: %w", sheet.MaxText>>20, sheet.ErrLimit)
		case left.rows < 0:
			return nil, fmt.Errorf("it has more than %d rows, empty ones included: %w", 100*sheet.MaxRows, sheet.ErrLimit)
		}
		if err := t.Add(number, cells); err != nil {
			return nil, err
		}
	}
	return t, rows.Error()
}
