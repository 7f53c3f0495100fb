package workbook_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"notices.example/notices/sheet"
	"notices.example/notices/sheet/workbook"
)

var table = [][]string{
	{"Service", "Purpose: 30(1)(b)"},
	{"Parking", "=HYPERLINK(\"https://evil.example\")"},
	{"", "+44 20 7946 0000"},
	{"Tŷ <b>&\nnext line", "0300"},
	{"a\x00b", "1.10"},
}

// What is written is read again as it was, but for what XML cannot hold.
func TestAWorkbookIsReadAgain(t *testing.T) {
	t.Parallel()
	tables, err := workbook.Read(written(t))
	if err != nil || len(tables) != 1 {
		t.Fatalf("%d sheets: %v", len(tables), err)
	}
	want := []sheet.Row{
		{Number: 1, Cells: table[0]}, {Number: 2, Cells: table[1]}, {Number: 3, Cells: table[2]}, {Number: 4, Cells: table[3]},
		{Number: 5, Cells: []string{"ab", "1.10"}},
	}
	if diff := cmp.Diff(want, tables[0].Rows); diff != "" || tables[0].Name != "Record" {
		t.Errorf("%s (-want +got):\n%s", tables[0].Name, diff)
	}
}

// No cell is a formula or a number, the titles stay in view and are on every page, and
// the same table gives the same bytes.
func TestAWorkbookIsTextToReadAndPrint(t *testing.T) {
	t.Parallel()
	content := written(t)
	if !bytes.Equal(content, written(t)) {
		t.Error("the same table gives other bytes")
	}
	inside := unpacked(t, content)
	cells := inside["xl/worksheets/sheet1.xml"]
	for _, want := range []string{`state="frozen"`, `topLeftCell="A2"`, `orientation="landscape"`, `fitToHeight="0"`, `<cols>`, "<oddFooter>"} {
		if !strings.Contains(cells, want) {
			t.Errorf("the sheet has no %s", want)
		}
	}
	if strings.Contains(cells, "<f>") || strings.Count(cells, `t="inlineStr"`) != strings.Count(cells, "<c ") {
		t.Errorf("not every cell is text:\n%s", cells)
	}
	if !strings.Contains(inside["xl/workbook.xml"], `_xlnm.Print_Titles`) {
		t.Error("the titles are on the first page only")
	}
}

func written(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.Write(&b, "Record", table); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unpacked(t *testing.T, content []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(text)
	}
	return files
}

// A formula is what it last came to, a day is a day, and other sheets are read too.
func TestCellsAreReadAsTheyAreShown(t *testing.T) {
	t.Parallel()
	f := excelize.NewFile()
	defer f.Close()
	day := "yyyy-mm-dd"
	style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	own, ownErr := f.NewStyle(&excelize.Style{CustomNumFmt: &day})
	_, sheetErr := f.NewSheet("Second")
	for _, err := range []error{
		err, ownErr, sheetErr, f.SetCellFormula("Sheet1", "A1", `=WEBSERVICE("https://evil.example")`), f.SetCellInt("Sheet1", "B1", 46348), f.SetCellStyle("Sheet1", "B1", "B1", style),
		f.SetCellInt("Sheet1", "C1", 46348), f.SetCellStyle("Sheet1", "C1", "C1", own), f.SetCellBool("Sheet1", "D1", true), f.SetCellStr("Second", "B2", "there"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	tables, err := workbook.Read(b.Bytes())
	if err != nil || len(tables) != 2 {
		t.Fatalf("%d sheets: %v", len(tables), err)
	}
	want := []sheet.Row{{Number: 1, Cells: []string{"", "2026-11-22", "2026-11-22", "TRUE"}}}
	if diff := cmp.Diff(want, tables[0].Rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]sheet.Row{{Number: 2, Cells: []string{"", "there"}}}, tables[1].Rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Files that are made to take up the machine are refused, and what is damaged is.
func TestHostileWorkbooksAreRefused(t *testing.T) {
	t.Parallel()
	good := unpacked(t, written(t))
	with := func(cells string) []byte {
		return packed(t, good, "xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+cells+`</sheetData></worksheet>`)
	}
	sheets := func(count int, cells string) []byte {
		files := unpacked(t, with(cells))
		var all strings.Builder
		for i := range count {
			fmt.Fprintf(&all, `<sheet name="s%d" sheetId="%d" r:id="rId1"/>`, i, i+1)
		}
		return packed(t, files, "xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>`+all.String()+`</sheets></workbook>`)
	}
	inline := func(ref, words string) string {
		return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, ref, words)
	}
	limit := map[string][]byte{
		"a file too large":       bytes.Repeat([]byte("x"), sheet.MaxFile+1),
		"what unpacks too large": packed(t, good, "xl/media/a.bin", strings.Repeat("\x00", 20<<20)),
		"a sheet too large":      with(`<row r="1">` + inline("A1", strings.Repeat("x", 17<<20)) + `</row>`),
		"the last column":        with(`<row r="1">` + inline("XFD1", "x") + `</row>`),
		"a cell too large":       with(`<row r="1">` + inline("A1", strings.Repeat("x", sheet.MaxCell+1)) + `</row>`),
		"too many rows":          with(strings.Repeat(`<row><c t="inlineStr"><is><t>x</t></is></c></row>`, sheet.MaxRows+1)),
		"one sheet many times":   sheets(101, ""),
		"its rows many times":    sheets(60, strings.Repeat("<row/>", 20_000)),
		"far too many rows":      with(`<row r="1048576">` + inline("A1048576", "x") + `</row>`),
	}
	for name, content := range limit {
		if tables, err := workbook.Read(content); err == nil || !errors.Is(err, sheet.ErrLimit) && !strings.Contains(err.Error(), "unzip size") {
			t.Errorf("%s: %d sheets, %v", name, len(tables), err)
		}
	}
	for name, content := range map[string][]byte{
		"nothing": nil, "words": []byte("Purpose,Data"), "an archive": packed(t, nil, "a.txt", "a"),
		"cut short": written(t)[:2000], "no sheet": packed(t, good, "xl/workbook.xml", "<workbook/>"), "broken": packed(t, good, "xl/workbook.xml", "<workbook"),
	} {
		if tables, err := workbook.Read(content); err == nil && len(tables) > 0 {
			t.Errorf("%s: %v", name, tables)
		}
	}
	if _, err := workbook.Read([]byte("\xd0\xcf\x11\xe0 and more")); !errors.Is(err, workbook.ErrOldForm) {
		t.Errorf("an old workbook: %v", err)
	}
}

// packed packs the files again, one of them changed.
func packed(t *testing.T, files map[string]string, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	changed := map[string]string{name: text}
	for n, old := range files {
		if n != name {
			changed[n] = old
		}
	}
	for n, text := range changed {
		w, err := z.Create(n)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := workbook.Write(&b, "Record", table); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, content []byte) {
		if tables, err := workbook.Read(content); err != nil && tables != nil {
			t.Fatal("tables and an error")
		}
	})
}
