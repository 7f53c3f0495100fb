package sheet_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices/sheet"
)

// A table is read whatever parts its cells and whatever alphabet it is in, and its rows
// are counted as a spreadsheet program counts them.
func TestTablesAreRead(t *testing.T) {
	t.Parallel()
	want := []sheet.Row{{Number: 1, Cells: []string{"Purpose", "Kept for"}}, {Number: 3, Cells: []string{"Tŷ £\nnext", "2 years"}}, {Number: 4, Cells: []string{"", "=1"}}}
	const text = "Purpose,Kept for\n\n\"Tŷ £\nnext\", 2 years ,\n,'=1\n\n"
	for name, content := range map[string][]byte{
		"UTF-8":                  []byte(text),
		"with a byte order mark": []byte(sheet.ByteOrderMark + text),
		"lines of Windows":       []byte(strings.ReplaceAll(text, "\n", "\r\n")),
		"semicolons":             []byte(strings.ReplaceAll(text, ",", ";")),
		"tabs, UTF-16":           utf16Text(strings.ReplaceAll(text, ",", "\t")),
	} {
		got, err := sheet.ReadCSV(content)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got.Rows); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if got, err := sheet.ReadCSV([]byte("Caf\xe9 \x963\n")); err != nil || got.Rows[0].Cells[0] != "Café –3" {
		t.Errorf("the alphabet of Windows: %v, %v", got, err)
	}
}

func utf16Text(text string) []byte {
	content := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(text)) {
		content = binary.LittleEndian.AppendUint16(content, unit)
	}
	return content
}

// What is written is read again as it was, whatever it begins with.
func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	t.Parallel()
	table := [][]string{{"a", "b"}, {"=1+1", "two\nlines, \"quoted\"; and so on"}, {"", "-5"}, {"'quoted'", "@x"}}
	var b bytes.Buffer
	if err := sheet.WriteCSV(&b, table); err != nil {
		t.Fatal(err)
	}
	got, err := sheet.ReadCSV(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range got.Rows {
		if diff := cmp.Diff(table[i], row.Cells); diff != "" {
			t.Errorf("row %d (-written +read):\n%s", i+1, diff)
		}
	}
}

func TestWhatIsTooLargeIsRefused(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"file":    strings.Repeat("x", sheet.MaxFile+1),
		"rows":    strings.Repeat("x\n", sheet.MaxRows+1),
		"columns": strings.Repeat(",", sheet.MaxColumns) + "x",
		"cell":    strings.Repeat("x", sheet.MaxCell+1),
		"quote":   "a,b\n\"" + strings.Repeat("x,\n", sheet.MaxCell),
	} {
		if _, err := sheet.ReadCSV([]byte(text)); !errors.Is(err, sheet.ErrLimit) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzReadCSV(f *testing.F) {
	f.Add([]byte("a,b\n\"c\nd\",'=1\n"))
	f.Add([]byte("\xff\xfea\x00"))
	f.Fuzz(func(t *testing.T, content []byte) {
		table, err := sheet.ReadCSV(content)
		if err != nil {
			return
		}
		last := 0
		for _, row := range table.Rows {
			if row.Number <= last || len(row.Cells) == 0 || row.Cells[len(row.Cells)-1] == "" {
				t.Fatalf("row %+v comes after %d", row, last)
			}
			last = row.Number
		}
	})
}
