package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"notices.example/notices/rules"
)

// letters are how the states stand in the table.
var letters = []struct {
	state   rules.State
	letter  string
	meaning string
}{
	{rules.Own, "O", "own"},
	{rules.Inherited, "I", "inherited"},
	{rules.Incomplete, "P", "given in part, or wrong"},
	{rules.NotNeeded, "-", "not needed"},
	{rules.Missing, "X", "missing"},
}

// nameColumns is the room for a notice's ID. With three columns for each of 17
// items the table fits a terminal of 80.
const nameColumns = 28

// MatrixText writes the matrix as a table of letters, with what they and the
// columns mean, and below it what is missing and why the rest is not needed.
func MatrixText(w io.Writer, m rules.Matrix) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "What each notice says, as on %s\n\n%s", m.Day.Format("2 January 2006"), pad("", nameColumns))
	for i := range m.Items {
		fmt.Fprintf(b, "%3d", i+1)
	}
	fmt.Fprintln(b)
	for _, row := range m.Rows {
		fmt.Fprint(b, pad(clean(row.Notice), nameColumns))
		for _, c := range row.Cells {
			fmt.Fprintf(b, "  %s", letter(c.State))
		}
		if row.Draft {
			fmt.Fprint(b, " draft")
		}
		fmt.Fprintln(b)
	}
	writeLegend(b, m)
	writeCells(b, m, "Missing", rules.Missing, func(c rules.Cell) string { return strings.Join(c.Provisions, ", ") })
	writeCells(b, m, "Given in part, or wrong: see the findings", rules.Incomplete, func(rules.Cell) string { return "" })
	writeCells(b, m, "Inherited", rules.Inherited, func(c rules.Cell) string { return "from " + c.From })
	writeCells(b, m, "Not needed", rules.NotNeeded, func(c rules.Cell) string { return c.Why })
	return b.Flush()
}

func letter(s rules.State) string {
	for _, l := range letters {
		if l.state == s {
			return l.letter
		}
	}
	return "?"
}

func writeLegend(w io.Writer, m rules.Matrix) {
	var words []string
	for _, l := range letters {
		words = append(words, l.letter+" "+l.meaning)
	}
	fmt.Fprintf(w, "\n%s\n\n", strings.Join(words, "   "))
	for i, item := range m.Items {
		fmt.Fprintf(w, "%3d  %s\n", i+1, clean(item.Label))
	}
}

// writeCells lists the cells of one state: for each item and reason, the notices.
func writeCells(w io.Writer, m rules.Matrix, title string, state rules.State, why func(rules.Cell) string) {
	type line struct{ label, why string }
	notices := map[line][]string{}
	var order []line
	for i, item := range m.Items {
		for _, row := range m.Rows {
			if row.Cells[i].State != state {
				continue
			}
			l := line{item.Label, why(row.Cells[i])}
			if !slices.Contains(order, l) {
				order = append(order, l)
			}
			notices[l] = append(notices[l], row.Notice)
		}
	}
	if len(order) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", title)
	for _, l := range order {
		text := l.label
		if l.why != "" {
			text += " (" + l.why + ")"
		}
		fmt.Fprintf(w, "  %s: %s\n", clean(text), clean(few(notices[l], len(m.Rows))))
	}
}

// few names notices, but not so many that nobody reads them.
func few(list []string, all int) string {
	const most = 5
	switch {
	case len(list) == all && all > 1:
		return "all notices"
	case len(list) > most+1:
		return strings.Join(list[:most], ", ") + fmt.Sprintf(" and %d more", len(list)-most)
	}
	return strings.Join(list, ", ")
}

// pad gives a text exactly n columns, cutting its beginning when it is longer:
// the end of a notice's ID tells more than the folder it is in.
func pad(s string, n int) string {
	list := cells(s)
	for cut := false; columns(list) > n-1; cut = true {
		drop := 1
		if cut {
			drop = 2
		}
		list = append([]cell{{"…", 1}}, list[drop:]...)
	}
	text, _ := join(list, false, false, 0)
	return text + strings.Repeat(" ", n-columns(list))
}
