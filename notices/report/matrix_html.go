package report

import (
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"

	"notices.example/notices"
	"notices.example/notices/rules"
)

//go:embed matrix.html
var matrixPage embed.FS

// MatrixHTML writes the matrix as a page: one file, without scripts, that loads
// nothing and prints well. Below the table is all that is accepted.
func MatrixHTML(w io.Writer, r Report) error {
	page, err := template.New("matrix.html").Funcs(template.FuncMap{"clean": clean}).ParseFS(matrixPage, "matrix.html")
	if err != nil {
		return fmt.Errorf("read the page of the matrix: %w", err)
	}
	if err := page.Execute(w, matrixView(r)); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// The views are what the page shows.
type (
	htmlMatrix struct {
		Day      string
		Summary  string
		Items    []rules.Column
		Rows     []htmlRow
		States   []htmlState
		Accepted []htmlAccepted
	}
	htmlRow struct {
		Title, Notice string
		Standing      string // why it is not published; empty when it is
		Cells         []htmlCell
	}
	htmlCell struct {
		Class, Word, Why string
		Accepted         bool
		Law              []htmlLaw
	}
	htmlLaw      struct{ Name, Link string }
	htmlState    struct{ Class, Word, Meaning string }
	htmlAccepted struct{ Place, Notice, Message, Rule, Reason, By, Until string }
)

// htmlStates are the words of the cells. The colour says nothing that the word
// does not say.
var htmlStates = []struct {
	state   rules.State
	class   string
	word    string
	meaning string
}{
	{rules.Own, "own", "Own", "The notice says it itself."},
	{rules.Inherited, "inherited", "Inherited", "It comes from the main notice, the organisation or a shared part."},
	{rules.Incomplete, "part", "In part", "It is given in part, or something about it is wrong."},
	{rules.NotNeeded, "unneeded", "Not needed", "The law does not ask for it here."},
	{rules.Unclear, "unclear", "Unclear", "It cannot be told yet whether it is needed."},
	{rules.Missing, "missing", "Missing", "The law asks for it, and it is not there."},
}

func matrixView(r Report) htmlMatrix {
	v := htmlMatrix{
		Day: r.Matrix.Day.Format("2 January 2006"), Items: r.Matrix.Items,
		Summary: summary(grouped(merged(sorted(r.Findings))), r.Outcome),
	}
	for _, s := range htmlStates {
		v.States = append(v.States, htmlState{s.class, s.word, s.meaning})
	}
	for _, row := range r.Matrix.Rows {
		line := htmlRow{Title: row.Title, Notice: row.Notice}
		if row.Standing != notices.InForce {
			line.Standing = standingWords[row.Standing]
		}
		for _, c := range row.Cells {
			line.Cells = append(line.Cells, r.htmlCell(c))
		}
		v.Rows = append(v.Rows, line)
	}
	byNotice := sorted(r.Findings)
	slices.SortStableFunc(byNotice, func(a, b notices.Finding) int { return cmp.Compare(a.Notice, b.Notice) })
	for _, f := range byNotice {
		if f.Accepted != nil {
			v.Accepted = append(v.Accepted, accepted(f))
		}
	}
	return v
}

func (r Report) htmlCell(c rules.Cell) htmlCell {
	cell := htmlCell{Why: c.Why, Accepted: c.Accepted}
	if c.State == rules.Inherited && c.From != "" {
		cell.Why = "from " + c.From
	}
	for _, s := range htmlStates {
		if s.state == c.State {
			cell.Class, cell.Word = s.class, s.word
		}
	}
	if c.State == rules.Missing {
		for _, p := range c.Provisions {
			cell.Law = append(cell.Law, htmlLaw{r.cite(p), r.link(p)})
		}
	}
	return cell
}

func accepted(f notices.Finding) htmlAccepted {
	return htmlAccepted{
		Place: f.Pos.String(), Notice: f.Notice, Message: f.Message, Rule: f.Rule,
		Reason: f.Accepted.Reason.Value, By: f.Accepted.By.Value, Until: f.Accepted.Until.String(),
	}
}
