package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices/desk"
	"notices.example/notices/report"
	"notices.example/notices/sheet"
	"notices.example/notices/sheet/workbook"
)

func newReport(today func() time.Time, getenv func(string) string) *cobra.Command {
	r := deskReport{source: sourceFlags{getenv: getenv}}
	cmd := &cobra.Command{
		Use:   "report",
		Short: "Say how the notices stand: coverage, accepted gaps, reviews, processors",
		Long: `Report is for a data protection officer. It says how complete the notices are,
which gaps are accepted and until when, which reviews are due, and who processes
information for which service.

With --output it writes a folder: index.html to read and print, desk.xlsx and a CSV
file of each table for a spreadsheet program, desk.ics for a calendar. None of it is
published with the site.`,
		Example: `  notices report
  notices report --output desk
  notices report --output desk --replace`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := r.to.check("FOLDER"); err != nil {
				return err
			}
			e, err := r.source.examine(cmd.Context(), today, nil)
			if err != nil {
				return err
			}
			return r.run(cmd.OutOrStdout(), desk.Of(e.set, e.checked.Matrix, e.findings, e.day))
		},
	}
	r.source.add(cmd.Flags())
	r.to.add(cmd.Flags(), "write to this `folder` (default: print the heart of it)", "files that are there")
	return cmd
}

// deskReport is one call of the command.
type deskReport struct {
	source sourceFlags
	to     outputFlags
}

func (r *deskReport) run(w io.Writer, d *desk.Desk) error {
	if r.to.output == "" {
		return show(w, report.Plain(glance(d)))
	}
	files, err := deskFiles(d)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(r.to.output, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := r.to.writeInside(f.name, f.content); err != nil {
			return err
		}
	}
	return say(w, fmt.Sprintf("%s has %s. Open %s.", r.to.output, counted(len(files), "file", "files"), filepath.Join(r.to.output, files[0].name)))
}

// deskFile is a file of the folder.
type deskFile struct {
	name    string
	content []byte
}

// deskFiles gives all of them, the page to open first.
func deskFiles(d *desk.Desk) (files []deskFile, err error) {
	add := func(name string, write func(w io.Writer) error) {
		var b bytes.Buffer
		if err == nil {
			err = write(&b)
		}
		files = append(files, deskFile{name, b.Bytes()})
	}
	add("index.html", d.WriteHTML)
	add("desk.ics", d.WriteCalendar)
	var sheets []workbook.Sheet
	for _, t := range d.Tables {
		add(t.ID+".csv", func(w io.Writer) error { return sheet.WriteCSV(w, t.Sheet()) })
		sheets = append(sheets, workbook.Sheet{Name: t.ID, Table: t.Sheet()})
	}
	add("desk.xlsx", func(w io.Writer) error { return workbook.WriteAll(w, sheets) })
	return files, err
}

// glance is what to see at once: the figures, what is late, what comes up next.
func glance(d *desk.Desk) string {
	var b strings.Builder
	fmt.Fprintf(&b, "As on %s:\n", d.Day.Format("2 January 2006"))
	for _, f := range d.Figures() {
		fmt.Fprintf(&b, "%6d  %s\n", f.Number, f.What)
	}
	var past, next []string
	for _, e := range d.Events {
		line := e.Day.Format(time.DateOnly) + "  " + e.Title
		if e.Day.Before(d.Day) {
			past = append(past, line)
			continue
		}
		next = append(next, line)
	}
	writeList(&b, "Its day is over:", past)
	writeList(&b, "Coming up:", next)
	b.WriteString("\n--output FOLDER writes all of it, as a page, for spreadsheets and for calendars.\n")
	return b.String()
}

// writeList writes the first lines of a list under a heading, and how many more there are.
func writeList(b *strings.Builder, heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	const most = 10
	fmt.Fprintf(b, "\n%s\n", heading)
	for _, line := range lines[:min(most, len(lines))] {
		fmt.Fprintf(b, "  %s\n", line)
	}
	if more := len(lines) - most; more > 0 {
		fmt.Fprintf(b, "  and %d more.\n", more)
	}
}
