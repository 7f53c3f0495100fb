package main

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices/report"
	"notices.example/notices/rules"
)

func newCheck(today func() time.Time) *cobra.Command {
	var source sourceFlags
	var format string
	var matrix bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Say what is incomplete, where, and how to put it right",
		Long: `Check reads every content file and says what Articles 13 and 14 ask for and a
notice does not say, what contradicts itself, and what cannot be read.

It exits with 1 when something would keep the site from being published.`,
		Example: `  notices check
  notices check --matrix             show which notice says what, at a glance
  notices check --at 2026-06-19      judge by the law of that day
  notices check --format json        for other programs`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case format != "text" && format != "json":
				return usageError{fmt.Errorf("--format takes text or json, not “%s”", format)}
			case format == "json" && matrix:
				return usageError{errors.New("--matrix prints text; --format json has the matrix in it already")}
			}
			site, err := source.examine(cmd.Context(), today)
			if err != nil {
				return err
			}
			if err := site.print(cmd.OutOrStdout(), format, matrix); err != nil {
				return err
			}
			return site.verdict()
		},
	}
	source.add(cmd.Flags())
	cmd.Flags().StringVar(&format, "format", "text", "how to print: `text or json`")
	cmd.Flags().BoolVar(&matrix, "matrix", false, "print which notice gives which item of information instead")
	return cmd
}

// print writes what was found.
func (e *examined) print(w io.Writer, format string, matrix bool) error {
	if format == "text" && !matrix {
		return report.Text(w, e.findings, e.line, e.textOptions(w, e.outcome()))
	}
	m, err := rules.NewMatrix(e.set, e.day)
	if err != nil {
		return err
	}
	if format == "json" {
		return report.JSON(w, report.Report{Program: "notices " + version(), Day: e.day, Findings: e.findings, Matrix: m})
	}
	return report.MatrixText(w, m)
}

// outcome says in a sentence what the findings mean.
func (e *examined) outcome() string {
	if e.blocks() {
		return "The site cannot be published like this."
	}
	return "Nothing keeps the site from being published."
}

// verdict is errFindings when something keeps the site from being published.
func (e *examined) verdict() error {
	if e.blocks() {
		return errFindings
	}
	return nil
}
