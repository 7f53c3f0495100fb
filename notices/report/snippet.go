package report

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// A source line is shown in cells: one for each character, as it looks on a
// terminal, with the columns it takes there. Only so do the line and the marks
// below it stay together.
type cell struct {
	text    string
	columns int
}

const tab = 4

// cells gives the characters of a line as they are shown. Tabs become spaces,
// and characters that cannot be seen or that steer the terminal become words.
func cells(line string) []cell {
	const mostMarks = 8 // on one letter; a pile of more covers the lines around it
	var list []cell
	marks := 0
	for _, r := range line {
		c := shown(r)
		if marks++; c.columns > 0 {
			marks = 0
		}
		if marks > mostMarks {
			c.text = ""
		}
		list = append(list, c)
	}
	return list
}

func shown(r rune) cell {
	switch {
	case r == '\t':
		return cell{strings.Repeat(" ", tab), tab}
	case unicode.In(r, unicode.Mn, unicode.Me):
		return cell{string(r), 0}
	case hidden(r):
		word := fmt.Sprintf("<U+%04X>", r)
		return cell{word, len(word)}
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return cell{string(r), 2}
	}
	return cell{string(r), 1}
}

// hidden reports whether a character steers the terminal, cannot be seen or
// changes the direction of others. A text decoded from bytes that are no UTF-8
// has U+FFFD, which can be seen.
func hidden(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co)
}

// clean makes a text safe to print on one line.
func clean(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r == '\n' || r == '\t' {
			r = ' '
		}
		if r >= ' ' && r < 0x7f || '\u2010' <= r && r <= '\u2027' { // most of what there is: ASCII, quotes and dashes
			b.WriteRune(r)
			continue
		}
		b.WriteString(shown(r).text)
	}
	return b.String()
}

// underline gives a line as it is shown, and the marks for the line below it:
// "^~~~" under n characters from column col. A line that is longer than most
// columns is cut around the place. A col of 0 gives no marks.
func underline(line string, col, n, most int) (text, marks string) {
	list := cells(line)
	start := min(max(col-1, 0), len(list))
	end := min(max(start+n, start+1), len(list))
	from, to := window(list, start, most)
	text, before := join(list[from:to], from > 0, to < len(list), start-from)
	if col == 0 {
		return text, ""
	}
	marked := 0
	for _, c := range list[start:max(start, min(end, to))] {
		marked += c.columns
	}
	return text, strings.Repeat(" ", before) + "^" + strings.Repeat("~", max(marked-1, 0))
}

// window gives which cells of a line to show: all of them when they fit, or else
// as many as fit, with the place in the first third.
func window(list []cell, place, most int) (from, to int) {
	most = max(most-2, 20) // … at both ends
	if columns(list) <= most+2 {
		return 0, len(list)
	}
	from = place
	used := 0
	for ; from > 0 && used+list[from-1].columns <= most/3; from-- {
		used += list[from-1].columns
	}
	for to = place; to < len(list) && used+list[to].columns <= most; to++ {
		used += list[to].columns
	}
	for ; from > 0 && used+list[from-1].columns <= most; from-- { // the place is near the end
		used += list[from-1].columns
	}
	return from, to
}

func columns(list []cell) int {
	n := 0
	for _, c := range list {
		n += c.columns
	}
	return n
}

// join writes cells, with … where some are left out, and says how many columns
// come before the cell with the index place.
func join(list []cell, cutBefore, cutAfter bool, place int) (text string, before int) {
	var b strings.Builder
	if cutBefore {
		b.WriteString("…")
		before = 1
	}
	for i, c := range list {
		if i < place {
			before += c.columns
		}
		b.WriteString(c.text)
	}
	if cutAfter {
		b.WriteString("…")
	}
	return b.String(), before
}
