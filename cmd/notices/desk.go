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
			e, err := r.source.examine(cmd.Context(), today, nil)
			if err != nil {
				return err
			}
			return r.run(cmd.OutOrStdout(), desk.Of(e.set, e.checked.Matrix, e.findings, e.day))
		},
	}
	r.source.add(cmd.Flags())
	cmd.Flags().StringVar(&r.output, "output", "", "write to this `folder` (default: print the heart of it)")
	cmd.Flags().BoolVar(&r.replace, "replace", false, "write over files that are there")
	return cmd
}

// deskReport is one call of the command.
type deskReport struct {
	source  sourceFlags
	output  string
	replace bool
}

func (r *deskReport) run(w io.Writer, d *desk.Desk) error {
	if r.output == "" {
		return show(w, report.Plain(glance(d)))
	}
	files, err := deskFiles(d)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(r.output, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := writeOutput(filepath.Join(r.output, f.name), f.content, r.replace); err != nil {
			return err
		}
	}
	return say(w, fmt.Sprintf("%s has %s. Open %s.", r.output, counted(len(files), "file", "files"), filepath.Join(r.output, files[0].name)))
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

// glance is what to see at once: the figures, what comes up next, what is late.
func glance(d *desk.Desk) string {
	var b strings.Builder
	fmt.Fprintf(&b, "As on %s:\n", d.Day.Format("2 January 2006"))
	for _, f := range d.Figures() {
		fmt.Fprintf(&b, "%6d  %s\n", f.Number, f.What)
	}
	const most = 10
	past, next := 0, 0
	for _, e := range d.Events {
		if e.Day.Before(d.Day) {
			past++
			continue
		}
		if next++; next == 1 {
			b.WriteString("\nComing up:\n")
		}
		if next <= most {
			fmt.Fprintf(&b, "  %s  %s\n", e.Day.Format(time.DateOnly), e.Title)
		}
	}
	if next > most {
		fmt.Fprintf(&b, "  and %d more.\n", next-most)
	}
	if past > 0 {
		fmt.Fprintf(&b, "\n%s over.\n", counted(past, "day is", "days are"))
	}
	b.WriteString("\n--output FOLDER writes all of it, as a page, for spreadsheets and for calendars.\n")
	return b.String()
}
