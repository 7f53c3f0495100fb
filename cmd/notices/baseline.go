package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices"
	"notices.example/notices/baseline"
	"notices.example/notices/report"
	"notices.example/notices/rules"
)

func newBaseline(today func() time.Time, getenv func(string) string) *cobra.Command {
	a := adoption{source: sourceFlags{getenv: getenv}}
	cmd := &cobra.Command{
		Use:   "baseline",
		Short: "Accept the gaps that there are now, and take out those that are closed",
		Long: `Baseline writes content/baseline.yaml: the gaps that the notices have today, each
accepted until a day, so that the site can be published while they are closed.
Readers see them on the notices' pages, with the reason.

Once the file is there it only shrinks. Baseline takes out what has been put
right and adds nothing: a new gap is put right, or accepted by its notice.`,
		Example: `  notices baseline --reason "The notices are being brought up to date" \
    --by "Data protection officer" --until 2027-03-31
  notices baseline                          take out what has been put right
  notices baseline --against old.yaml       fail when the file has grown since`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if a.against != "" {
				return a.compare(cmd.OutOrStdout())
			}
			return a.run(cmd, today)
		},
	}
	a.source.add(cmd.Flags())
	cmd.Flags().StringVar(&a.reason, "reason", "", "the first time: `why` the gaps cannot be closed yet; readers see it")
	cmd.Flags().StringVar(&a.by, "by", "", "the first time: the `role` that accepts them, such as “Data protection officer”: a role, not a person's name, as readers see it")
	cmd.Flags().StringVar(&a.until, "until", "", "the first time: the last day, `YYYY-MM-DD`")
	cmd.Flags().BoolVar(&a.warnings, "warnings", false, "the first time: take in warnings too, which keep nothing from being published")
	cmd.Flags().StringVar(&a.against, "against", "", "write nothing, but fail when the baseline accepts more, or for longer, than this earlier `file` did")
	return cmd
}

// adoption is one call of the command.
type adoption struct {
	source            sourceFlags
	reason, by, until string
	warnings          bool
	against           string
}

// first reports whether the flags of the first time were given.
func (a *adoption) first() bool {
	return a.reason != "" || a.by != "" || a.until != "" || a.warnings
}

func (a *adoption) run(cmd *cobra.Command, today func() time.Time) error {
	e, err := a.source.examine(cmd.Context(), today, nil)
	if err != nil {
		return err
	}
	if e.set.Corpus.Baseline != nil {
		return a.shrink(e, cmd.OutOrStdout())
	}
	if _, err := fs.Stat(e.fsys, baseline.File); err == nil {
		return usageError{fmt.Errorf("%s cannot be read; “notices check” says why", baseline.File)}
	}
	return a.adopt(e, cmd.OutOrStdout())
}

// adopt writes the baseline of a site that has none.
func (a *adoption) adopt(e *examined, w io.Writer) error {
	until, err := a.lastDay(e.day)
	if err != nil {
		return err
	}
	least := notices.Error
	if a.warnings {
		least = notices.Warning
	}
	b := baseline.New(e.set, e.findings, rules.Acceptable(), least)
	if len(b.Gaps) == 0 {
		return say(w, "There is no gap that a baseline could accept, so none was written.")
	}
	b.Reason.Value, b.By.Value, b.Until.Time = a.reason, a.by, until
	if err := a.write(b); err != nil {
		return err
	}
	lines := []string{
		fmt.Sprintf("Wrote %s: %s.", baseline.File, described(b)),
		"Readers see what is missing on the notice's page. Run “notices baseline” again whenever something has been put right.",
	}
	if n := never(e.findings); n > 0 {
		lines = append(lines, counted(n, "error", "errors")+" cannot be accepted. Run “notices check” to read about it.")
	}
	return say(w, lines...)
}

// lastDay checks what is asked for the first time, and gives the day.
func (a *adoption) lastDay(today time.Time) (time.Time, error) {
	if strings.TrimSpace(a.reason) == "" || strings.TrimSpace(a.by) == "" || a.until == "" {
		return time.Time{}, usageError{errors.New("somebody has to answer for the gaps: give --reason, --by with a role, and --until with a last day\n" +
			`Such as: notices baseline --reason "The notices are being brought up to date" --by "Data protection officer" --until ` +
			today.AddDate(0, 6, 0).Format(time.DateOnly))}
	}
	until, err := time.Parse(time.DateOnly, a.until)
	switch {
	case err != nil:
		return time.Time{}, usageError{fmt.Errorf("--until takes a day such as %s, not “%s”", today.AddDate(0, 6, 0).Format(time.DateOnly), a.until)}
	case until.Before(today):
		return time.Time{}, usageError{fmt.Errorf("--until takes a day that is still to come, not “%s”", a.until)}
	}
	return until, nil
}

// shrink takes what is no longer found out of the baseline of a site.
func (a *adoption) shrink(e *examined, w io.Writer) error {
	if a.first() {
		return usageError{fmt.Errorf("there is a baseline already, and it takes in nothing new: change its reason, its role or its last day in %s", baseline.File)}
	}
	smaller, gone := baseline.Shrunk(e.set, e.findings)
	var lines []string
	switch {
	case gone == 0:
		lines = append(lines, fmt.Sprintf("Nothing was closed: %s still accepts %s.", baseline.File, described(smaller)))
	case len(smaller.Gaps) == 0:
		lines = append(lines, fmt.Sprintf("Every gap is closed: %s was removed.", baseline.File))
	default:
		lines = append(lines, fmt.Sprintf("Took %s out of %s. It still accepts %s.", counted(gone, "gap", "gaps"), baseline.File, described(smaller)))
	}
	if gone > 0 {
		if err := a.write(smaller); err != nil {
			return err
		}
	}
	if e.blocks() {
		lines = append(lines, "It takes in nothing new. Run “notices check” to read what keeps the site from being published.")
	}
	return say(w, lines...)
}

// write puts the baseline in place of the old one in one step, or takes the old
// one away when nothing is left.
func (a *adoption) write(b *notices.Baseline) error {
	name := filepath.Join(a.source.source, filepath.FromSlash(baseline.File))
	if len(b.Gaps) == 0 {
		return os.Remove(name)
	}
	var text bytes.Buffer
	if err := baseline.Write(&text, b); err != nil {
		return err
	}
	if err := replaceInside(a.source.source, baseline.File, text.Bytes()); err != nil {
		return fmt.Errorf("%s cannot be written: %w", name, cause(err))
	}
	return nil
}

// described says how much a baseline accepts, and until when.
func described(b *notices.Baseline) string {
	return counted(baseline.Size(b), "gap", "gaps") + ", until " + day(b.Until)
}

// day writes a date as people read it.
func day(d notices.Date) string { return d.Time.Format("2 January 2006") }

// never counts what keeps the site from being published and cannot be accepted.
func never(findings []notices.Finding) int {
	n := 0
	for _, f := range findings {
		if f.Blocks() && !slices.Contains(rules.Acceptable(), f.Rule) {
			n++
		}
	}
	return n
}

// say prints lines.
func say(w io.Writer, lines ...string) error {
	return show(w, report.Plain(strings.Join(lines, "\n"))+"\n")
}
