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
	left := sheet.MaxText
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

// table reads one sheet. Left is how many bytes may still be read of all.
func table(f *excelize.File, name string, left *int) (*sheet.Table, error) {
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
			*left -= len(cell)
		}
		if *left < 0 || number > 100*sheet.MaxRows {
			return nil, fmt.Errorf("it has more than %d MB of text: %w", sheet.MaxText>>20, sheet.ErrLimit)
		}
		if err := t.Add(number, cells); err != nil {
			return nil, err
		}
	}
	return t, rows.Error()
}
