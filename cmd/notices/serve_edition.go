package main

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"notices.example/notices"
	"notices.example/notices/load"
	"notices.example/notices/rules"
	"notices.example/site"
	"notices.example/site/preview"
)

// edition puts together what browsers are shown.
func (p *showing) edition(e *examined, output *site.Output, saved []string) preview.Edition {
	e.readFound()
	return preview.Edition{
		Output: output, Findings: e.findings, Rows: e.rows(output), Broken: p.broken(e),
		Line: e.sources.Line, Saved: saved, Day: e.day, At: p.source.at != "",
	}
}

// readFound reads the files that findings stand in and that are not content, so that
// their lines can be shown later, when the files have changed.
func (e *examined) readFound() {
	file := ""
	for i := range e.findings { // which are in order
		if f := &e.findings[i]; f.Pos.File != file {
			file = f.Pos.File
			e.line(file, 1)
		}
	}
}

// rows gives the rows of the desk: every notice that could be read.
func (e *examined) rows(output *site.Output) []preview.Row {
	given := map[string]rules.Row{}
	for _, row := range e.checked.Matrix.Rows {
		given[row.Notice] = row
	}
	var rows []preview.Row
	for _, c := range e.set.Notices {
		row := deskRow(c, e.set, e.day, given[c.ID.Value])
		if address, ok := site.AddressOf(row.File); ok && (output == nil || there(output, address)) {
			row.Address = address
		}
		rows = append(rows, row)
	}
	return rows
}

// deskRow gives the row of one notice, without its address.
func deskRow(c *notices.Complete, set *notices.Set, day time.Time, given rules.Row) preview.Row {
	row := preview.Row{
		Notice: c.ID.Value, Title: c.Title.Value, File: c.Pos.File, Standing: c.Standing(day),
		From: c.Effective.Time, Until: c.Expires.Time, ReviewDue: rules.ReviewDue(c, set.Corpus.Site).Time,
	}
	row.Given, row.Required = completeness(given)
	return row
}

// there reports whether there is a file at an address.
func there(output *site.Output, address string) bool {
	_, found := slices.BinarySearchFunc(output.Files, address, func(f site.File, address string) int { return strings.Compare(f.Path, address) })
	return found
}

// completeness counts the items of information that a notice gives, and those that
// it has to give.
func completeness(row rules.Row) (given, required int) {
	for _, cell := range row.Cells {
		switch cell.State {
		case rules.NotNeeded, rules.Unclear:
			continue
		case rules.Own, rules.Inherited:
			given++
		}
		required++
	}
	return given, required
}

// broken gives the files that make no page because they cannot be read, with the
// titles that they had when they could.
func (p *showing) broken(e *examined) []preview.Broken {
	var list []preview.Broken
	unread := map[string]bool{}
	for _, f := range e.set.Corpus.Unread {
		unread[f.Path] = true
		address, ok := site.AddressOf(f.Path)
		if ok || strings.HasPrefix(f.Path, "content/shared/") {
			list = append(list, preview.Broken{File: f.Path, Title: p.titles[f.Path], Address: address, Findings: e.unreadable(f.Path)})
		}
	}
	for path, f := range e.set.Files {
		if !unread[path] {
			p.titles[path] = f.Title
		}
	}
	return list
}

// unreadable gives what is wrong with a file that cannot be read: first what the
// reading of it found, then what follows from that.
func (e *examined) unreadable(file string) []notices.Finding {
	var reading, following []notices.Finding
	docs := load.Rules()
	for _, f := range e.findings {
		switch {
		case f.Pos.File != file:
		case slices.ContainsFunc(docs, func(d notices.RuleDoc) bool { return d.ID == f.Rule }):
			reading = append(reading, f)
		default:
			following = append(following, f)
		}
	}
	slices.SortStableFunc(reading, func(a, b notices.Finding) int { return cmp.Compare(b.Severity, a.Severity) })
	return append(reading, following...)
}
