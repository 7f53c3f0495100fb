package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices/record"
	"notices.example/notices/sheet"
	"notices.example/notices/sheet/workbook"
)

func newRecord(today func() time.Time, getenv func(string) string) *cobra.Command {
	r := recordOf{source: sourceFlags{getenv: getenv}}
	cmd := &cobra.Command{
		Use:   "record",
		Short: "Give the record of processing that the notices hold (Article 30)",
		Long: `Record gives a table with a row for each purpose of each notice in force, as CSV or
as a workbook (XLSX) for a spreadsheet program. Its columns are those of Article
30(1), and others that are usual in the records of public bodies. What a notice does
not say is left empty: a record has to say more than a notice, so this is a start, or
something to hold your record against.`,
		Example: `  notices record --output record.xlsx
  notices record --output record.xlsx --replace
  notices record --at 2026-06-19 > record.csv`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return r.run(cmd.OutOrStdout(), today) },
	}
	r.source.add(cmd.Flags())
	cmd.Flags().StringVar(&r.format, "format", "", "how to write it: `csv or xlsx` (default from the name of the file, or csv)")
	r.to.add(cmd.Flags(), "write to this `file` (default: print)", "the file if it is there")
	return cmd
}

// recordOf is one call of the command.
type recordOf struct {
	source sourceFlags
	format string
	to     outputFlags
}

func (r *recordOf) run(out io.Writer, today func() time.Time) error {
	if err := r.to.check("FILE"); err != nil {
		return err
	}
	if err := r.chooseFormat(); err != nil {
		return err
	}
	set, day, err := r.source.resolve(today)
	if err != nil {
		return err
	}
	table := record.Of(set, day)
	var b bytes.Buffer
	if r.format == "xlsx" {
		err = workbook.Write(&b, "Record of processing", table)
	} else {
		err = sheet.WriteCSV(&b, table)
	}
	if err != nil {
		return err
	}
	if r.to.output == "" {
		_, err := out.Write(b.Bytes())
		return err
	}
	if err := r.to.write(b.Bytes()); err != nil {
		return err
	}
	return say(out, fmt.Sprintf("%s has %s.", r.to.output, counted(len(table)-1, "purpose", "purposes")))
}

// chooseFormat takes the format from the name of the file where none is asked for. A
// spreadsheet program opens no file whose name says something else.
func (r *recordOf) chooseFormat() error {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(r.to.output), "."))
	if r.format == "" {
		r.format = "csv"
		if ending == "xlsx" {
			r.format = ending
		}
	}
	switch {
	case r.format != "csv" && r.format != "xlsx":
		return usageError{fmt.Errorf("--format takes csv or xlsx, not “%s”", r.format)}
	case r.format == "xlsx" && r.to.output == "":
		return usageError{errors.New("--format xlsx needs --output FILE, such as --output record.xlsx")}
	case ending != r.format && (ending == "csv" || ending == "xlsx"):
		return usageError{fmt.Errorf("“%s” is named as %s, and --format says %s", r.to.output, ending, r.format)}
	}
	return nil
}
