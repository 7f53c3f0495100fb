package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"notices.example/notices"
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
	{rules.Unclear, "?", "cannot be told yet"},
	{rules.Missing, "X", "missing"},
}

// MatrixText writes the matrix as a table of letters, with what they and the
// columns mean, and below it what is missing and why the rest is not needed. The
// name of a notice stands at the end of its line, where there is room for all of
// it however wide the terminal is.
func MatrixText(w io.Writer, m rules.Matrix) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "What each notice says, as on %s\n\n", m.Day.Format("2 January 2006"))
	for i := range m.Items {
		fmt.Fprintf(b, "%3d", i+1)
	}
	fmt.Fprintln(b)
	for _, row := range m.Rows {
		for _, c := range row.Cells {
			fmt.Fprintf(b, "  %s", letter(c))
		}
		fmt.Fprintf(b, "  %s", clean(row.Notice))
		if row.Standing != notices.InForce {
			fmt.Fprintf(b, " (%s)", standingWords[row.Standing])
		}
		fmt.Fprintln(b)
	}
	writeLegend(b, m)
	is := func(s rules.State, accepted bool) func(rules.Cell) bool {
		return func(c rules.Cell) bool { return c.State == s && c.Accepted == accepted }
	}
	provisions := func(c rules.Cell) string { return strings.Join(c.Provisions, ", ") }
	nothing := func(rules.Cell) string { return "" }
	why := func(c rules.Cell) string { return c.Why }
	writeCells(b, m, "Missing", is(rules.Missing, false), provisions)
	writeCells(b, m, "Missing, and accepted for now", is(rules.Missing, true), provisions)
	writeCells(b, m, "Given in part, or wrong: see the findings", is(rules.Incomplete, false), nothing)
	writeCells(b, m, "Given in part, or wrong, and accepted for now", is(rules.Incomplete, true), nothing)
	writeCells(b, m, "Cannot be told yet", is(rules.Unclear, false), why)
	writeCells(b, m, "Inherited", is(rules.Inherited, false), func(c rules.Cell) string { return "from " + c.From })
	writeCells(b, m, "Not needed", is(rules.NotNeeded, false), why)
	return b.Flush()
}

// matrixText writes the matrix and, below it, why what is accepted is accepted.
func matrixText(w io.Writer, r Report) error {
	if err := MatrixText(w, r.Matrix); err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	title := "\nWhat is accepted for now\n"
	for _, a := range acceptedAlike(r.Findings) {
		fmt.Fprintf(b, "%s  %s: %s\n", title, clean(cmp.Or(a.Notice, a.Pos.File)), clean(a.words()))
		title = ""
	}
	return b.Flush()
}

// standingWords say which notices are published, and why the others are not.
var standingWords = map[notices.Standing]string{
	notices.InForce: "published", notices.Draft: "draft", notices.Future: "takes effect later", notices.Expired: "ended",
}

// letter gives the letter of a cell: a small one where the notice accepts it.
func letter(c rules.Cell) string {
	for _, l := range letters {
		switch {
		case l.state == c.State && c.Accepted:
			return strings.ToLower(l.letter)
		case l.state == c.State:
			return l.letter
		}
	}
	return " "
}

func writeLegend(w io.Writer, m rules.Matrix) {
	var words []string
	for _, l := range letters {
		words = append(words, l.letter+" "+l.meaning)
	}
	fmt.Fprintf(w, "\n%s\np and x: accepted for now\n\n", strings.Join(words, "   "))
	for i, item := range m.Items {
		fmt.Fprintf(w, "%3d  %s\n", i+1, clean(item.Label))
	}
}

// writeCells lists the cells of one kind: for each item and reason, the notices.
func writeCells(w io.Writer, m rules.Matrix, title string, is func(rules.Cell) bool, why func(rules.Cell) string) {
	type line struct{ label, why string }
	named := map[line][]string{}
	var order []line
	for i, item := range m.Items {
		for _, row := range m.Rows {
			if !is(row.Cells[i]) {
				continue
			}
			l := line{item.Label, why(row.Cells[i])}
			if named[l] == nil {
				order = append(order, l)
			}
			named[l] = append(named[l], row.Notice)
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
		fmt.Fprintf(w, "  %s: %s\n", clean(text), clean(few(named[l], len(m.Rows))))
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
