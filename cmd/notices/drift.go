package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices/intake"
	"notices.example/notices/record"
	"notices.example/notices/sheet"
)

func newDrift(today func() time.Time, getenv func(string) string) *cobra.Command {
	source := sourceFlags{getenv: getenv}
	cmd := &cobra.Command{
		Use:   "drift FILE",
		Short: "Tell where your record of processing and the notices differ",
		Long: `Drift compares a record of processing, a workbook (XLSX) or a CSV file, with the
notices in force on the day. It tells which facts the one has and the other has not,
purpose by purpose: recipients, countries, times, grounds and all else for which the
record has a column. Purposes are matched by their words.

It compares words. Whether the record or the notice is right, it does not know.
It exits with 1 when something differs.`,
		Example: `  notices drift ropa.xlsx
  notices drift ropa.csv --at 2026-06-19`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{errors.New("“drift” takes one file: notices drift ropa.xlsx")}
			}
			return drift(cmd, args[0], &source, today)
		},
	}
	source.add(cmd.Flags())
	return cmd
}

func drift(cmd *cobra.Command, name string, source *sourceFlags, today func() time.Time) error {
	content, err := readLimited(name, sheet.MaxFile)
	if err != nil {
		return err
	}
	theirs, err := readRecord(name, content)
	if err != nil {
		return err
	}
	set, day, err := source.resolve(today)
	if err != nil {
		return err
	}
	own := &sheet.Table{}
	for i, row := range record.Of(set, day) {
		own.Rows = append(own.Rows, sheet.Row{Number: i + 1, Cells: row})
	}
	ours, err := intake.ReadRecord([]*sheet.Table{own})
	if err != nil {
		return err
	}
	list := intake.Drift(theirs, ours)
	if err := say(cmd.OutOrStdout(), toldDrift(list, len(theirs.Activities))...); err != nil {
		return err
	}
	if len(list) > 0 {
		return errFindings
	}
	return nil
}

// toldDrift tells of the differences, purpose by purpose.
func toldDrift(list []intake.Difference, purposes int) (lines []string) {
	facts := 0
	for _, d := range list {
		title := d.Purpose
		if d.Service != "" {
			title = d.Service + ": " + title
		}
		if d.Row > 0 {
			title += fmt.Sprintf(" (row %d)", d.Row)
		}
		lines = append(lines, title)
		for _, fact := range d.Facts {
			lines = append(lines, "  - "+fact)
			facts++
		}
	}
	if facts == 0 {
		return []string{fmt.Sprintf("The record and the notices say the same of %s.", counted(purposes, "purpose", "purposes"))}
	}
	return append(lines, "", fmt.Sprintf("%s in %s. Put right whichever is wrong.", counted(facts, "difference", "differences"), counted(len(list), "purpose", "purposes")))
}
