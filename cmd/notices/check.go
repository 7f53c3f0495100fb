package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices"
	"notices.example/notices/report"
	"notices.example/notices/rules"
)

func newCheck(today func() time.Time, getenv func(string) string) *cobra.Command {
	source := sourceFlags{getenv: getenv}
	var reports reportFlags
	var matrix bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Say what is incomplete, where, and how to put it right",
		Long: `Check reads every content file and says what Articles 13 and 14 ask for and a
notice does not say, what contradicts itself, and what cannot be read.

It exits with 1 when something would keep the site from being published.

In GitHub Actions it also makes annotations and a summary of the step.

These are the formats of --report:
` + formatsHelp(),
		Example: `  notices check
  notices check --matrix             show which notice says what, at a glance
  notices check --at 2026-06-19      judge by the law of that day
  notices check --report json        print it for other programs
  notices check --report sarif=findings.sarif --report html=matrix.html`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if matrix {
				reports.asked = append(reports.asked, "matrix")
			}
			return check(cmd, source, reports, today, getenv)
		},
	}
	source.add(cmd.Flags())
	reports.add(cmd.Flags())
	cmd.Flags().BoolVar(&matrix, "matrix", false, "print which notice gives which item of information instead: the same as --report matrix")
	return cmd
}

// check is one call of the command.
func check(cmd *cobra.Command, source sourceFlags, reports reportFlags, today func() time.Time, getenv func(string) string) error {
	list, err := reports.wanted()
	if err != nil {
		return err
	}
	if err := refuseInside(list, filepath.Join(source.source, "content")); err != nil {
		return err
	}
	site, err := source.examineSome(cmd.Context(), today)
	if err != nil {
		return err
	}
	if !site.blocks() { // what build would say as well, such as of two pages with one address
		if err := site.inspect(); err != nil {
			return err
		}
	}
	r := site.report(site.outcome(), source.source, reports.rulesURL, getenv)
	if err := site.print(cmd.OutOrStdout(), list, r, getenv); err != nil {
		return err
	}
	if err := errors.Join(tellGitHub(cmd.ErrOrStderr(), list, r, getenv), writeFiles(list, r)); err != nil {
		return err
	}
	return site.verdict()
}

// print prints the report that was asked for without a file, or else the text.
func (e *examined) print(w io.Writer, list []wanted, r report.Report, getenv func(string) string) error {
	for _, wanted := range list {
		if wanted.file == "" && wanted.format.Name != "text" {
			return printReport(w, wanted.format, r)
		}
	}
	return e.printText(w, e.findings, r.Outcome+e.adoptable(), getenv)
}

// adoptable points to the baseline where it is of use: notices that are older than
// the program have many gaps at first.
func (e *examined) adoptable() string {
	const several = 5
	if e.set.Corpus.Baseline != nil {
		return ""
	}
	n := len(slices.DeleteFunc(slices.Clone(e.findings), func(f notices.Finding) bool { return !f.Blocks() || !slices.Contains(rules.Acceptable(), f.Rule) }))
	if n < several {
		return ""
	}
	return "\nIf these gaps cannot all be closed now, “notices baseline --help” says how to accept them for a time."
}

// outcome says what the findings mean, which rules the site leaves out, and which
// notices the day does: nothing is lost without a word.
func (e *examined) outcome() string {
	outcome := "Nothing keeps the site from being published."
	if e.blocks() {
		outcome = "The site cannot be published like this."
	}
	if off := e.checked.Off; len(off) > 0 {
		outcome += fmt.Sprintf(" %s off on this site: %s.", counted(len(off), "rule is", "rules are"), strings.Join(off, ", "))
	}
	if left := e.leftOut(); left != "" {
		outcome += " " + left
	}
	return outcome
}

// verdict is errFindings when something keeps the site from being published.
func (e *examined) verdict() error {
	if e.blocks() {
		return errFindings
	}
	return nil
}
