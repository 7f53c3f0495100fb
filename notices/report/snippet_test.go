package report

import (
	"strings"
	"testing"
	"unicode"
)

// Whatever a content file holds and wherever a place says it is, the line that
// is shown fits, cannot steer a terminal and has its mark.
func FuzzUnderline(f *testing.F) {
	f.Add("title: Allotments", 8, 10, 80)
	f.Add("\t\x1b[31m東京 \u202e\u0301", 3, 2, 20)
	f.Add(strings.Repeat("word ", 100), 300, 4, 60)
	f.Add("", 1, 0, 80)
	f.Add("\xff\xfe", 2, 9, 40)
	f.Fuzz(func(t *testing.T, line string, col, n, most int) {
		if strings.ContainsRune(line, '\n') || len(line) > 1<<12 || col < 0 || n < 0 || n > 1<<12 || col > 1<<13 {
			t.Skip("no line of a content file, or no place that load gives")
		}
		most = 40 + most%100
		text, marks := underline(line, col, n, max(most, 40))
		if columns(cells(text)) > max(most, 40) {
			t.Errorf("%d columns in place of %d: %q", columns(cells(text)), most, text)
		}
		if strings.ContainsFunc(text, unicode.IsControl) || strings.ContainsRune(text, '\u202e') {
			t.Errorf("it can steer the terminal: %q", text)
		}
		if col > 0 && strings.TrimRight(strings.TrimLeft(marks, " "), "~") != "^" {
			t.Errorf("marks %q", marks)
		}
	})
}

// Quotes and dashes are written as they are, which clean takes for granted.
func TestPunctuationIsShownAsItIs(t *testing.T) {
	t.Parallel()
	for r := '\u2010'; r <= '\u2027'; r++ {
		if got := shown(r).text; got != string(r) {
			t.Errorf("%U is shown as %q", r, got)
		}
	}
}
