package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices/record"
	"notices.example/notices/sheet"
)

func newRecord(today func() time.Time, getenv func(string) string) *cobra.Command {
	source, output, replace := sourceFlags{getenv: getenv}, "", false
	cmd := &cobra.Command{
		Use:   "record",
		Short: "Give the record of processing that the notices hold (Article 30)",
		Long: `Record gives a table with a row for each purpose of each notice in force, as CSV
for a spreadsheet program. Its columns are those of Article 30(1), and others that
are usual in the records of public bodies. What a notice does not say is left empty:
a record has to say more than a notice, so this is a start, or something to hold
your record against.`,
		Example: `  notices record --output record.csv
  notices record --output record.csv --replace
  notices record --at 2026-06-19`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if replace && output == "" {
				return usageError{errors.New("--replace needs --output FILE")}
			}
			var b bytes.Buffer
			rows, err := writeRecord(&b, &source, today)
			if err != nil {
				return err
			}
			if output == "" {
				_, err := cmd.OutOrStdout().Write(b.Bytes())
				return err
			}
			if err := writeOutput(output, b.Bytes(), replace); err != nil {
				return err
			}
			return say(cmd.OutOrStdout(), fmt.Sprintf("%s has %s.", output, counted(rows, "purpose", "purposes")))
		},
	}
	source.add(cmd.Flags())
	cmd.Flags().StringVar(&output, "output", "", "write to this `file` (default: print)")
	cmd.Flags().BoolVar(&replace, "replace", false, "write over the file if it is there")
	return cmd
}

// writeRecord writes the record and gives how many rows it has.
func writeRecord(w io.Writer, source *sourceFlags, today func() time.Time) (rows int, err error) {
	set, day, err := source.resolve(today)
	if err != nil {
		return 0, err
	}
	table := record.Of(set, day)
	return len(table) - 1, sheet.WriteCSV(w, table)
}

// writeOutput writes a file that is not there yet, or one in its place when told to.
func writeOutput(name string, content []byte, replace bool) error {
	if replace {
		return os.WriteFile(name, content, 0o644)
	}
	err := writeNew(name, content)
	if errors.Is(err, fs.ErrExist) {
		return usageError{fmt.Errorf("there is a file “%s” already; nothing was written over it (--replace does)", name)}
	}
	return err
}
