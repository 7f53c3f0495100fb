package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices"
	"notices.example/notices/change"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
)

// ledgerFile is the file of the ledger, in the root of the site.
const ledgerFile = "ledger.txt"

func newLedger(today func() time.Time, getenv func(string) string) *cobra.Command {
	l := bookkeeping{source: sourceFlags{getenv: getenv}}
	cmd := &cobra.Command{
		Use:   "ledger",
		Short: "Keep what each notice means, so that no change of meaning goes undated",
		Long: `Ledger writes ledger.txt: for each notice in force its date, and a fingerprint of
what it means. Commit the file with the notices. When a notice means something else
than the ledger says and has no later date, ledger says so, writes nothing and exits
with 1. Other words, or another order, are no other meaning.

“notices diff” tells what has changed.`,
		Example: `  notices ledger            write it, or bring it up to date
  notices ledger --check    write nothing: for a pipeline`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return l.run(cmd.OutOrStdout(), today) },
	}
	l.source.add(cmd.Flags())
	cmd.Flags().BoolVar(&l.check, "check", false, "write nothing; exit with 1 when the ledger is not up to date")
	return cmd
}

// bookkeeping is one call of the command.
type bookkeeping struct {
	source sourceFlags
	check  bool
}

func (l *bookkeeping) run(w io.Writer, today func() time.Time) error {
	set, day, err := l.source.resolve(today)
	if err != nil {
		return err
	}
	now, err := change.LedgerOf(set, day)
	if err != nil {
		return err
	}
	name := filepath.Join(l.source.source, ledgerFile)
	written, before, err := readLedger(name)
	if err != nil {
		return err
	}
	if undated := before.Undated(now, day); len(undated) > 0 {
		return tellUndated(w, set, undated, day)
	}
	var b bytes.Buffer
	if err := now.Write(&b); err != nil {
		return err
	}
	switch {
	case bytes.Equal(bytes.ReplaceAll(written, []byte("\r\n"), []byte("\n")), b.Bytes()): // git may write lines as Windows does
		return say(w, fmt.Sprintf("%s is up to date: %s.", ledgerFile, counted(len(now), "notice", "notices")))
	case l.check:
		if err := say(w, ledgerFile+" is not up to date. Run “notices ledger”, and commit it with the notices."); err != nil {
			return err
		}
		return errFindings
	}
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		return err
	}
	return say(w, fmt.Sprintf("%s has %s. Commit it with them.", ledgerFile, counted(len(now), "notice", "notices")))
}

// readLedger reads the ledger as it is; an empty one when there is none, or when it
// is of another release and cannot be compared.
func readLedger(name string) (written []byte, l change.Ledger, err error) {
	written, err = os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	l, err = change.ReadLedger(bytes.NewReader(written))
	switch {
	case errors.Is(err, change.ErrForm):
		return written, nil, nil
	case err != nil:
		return nil, nil, usageError{fmt.Errorf("%s: %w\nTake it from before the merge, and run “notices ledger”", ledgerFile, err)}
	}
	return written, l, nil
}

// tellUndated says which notices mean something else and still have their old date.
func tellUndated(w io.Writer, set *notices.Set, ids []string, day time.Time) error {
	lines := []string{counted(len(ids), "notice says", "notices say") + " something else than before, under the same date:"}
	for _, id := range ids {
		for _, c := range set.Notices {
			if c.ID.Value == id {
				lines = append(lines, fmt.Sprintf("  %s: “%s”, updated %s", c.Pos.File, c.Title.Value, cmp.Or(c.Updated.String(), "on no day")))
			}
		}
	}
	lines = append(lines, "“notices diff” and the name of a branch tell what has changed, unless it is the id of an item. Then give them the day of the change:",
		"updated: "+day.Format(time.DateOnly))
	if err := say(w, lines...); err != nil {
		return err
	}
	return errFindings
}

// resolve reads the site and completes its notices. What cannot be read would be
// taken for something that is gone, so there must be nothing of the kind.
func (f *sourceFlags) resolve(today func() time.Time) (*notices.Set, time.Time, error) {
	day, err := f.day(today)
	if err != nil {
		return nil, day, err
	}
	root, err := f.open()
	if err != nil {
		return nil, day, err
	}
	read, err := load.Load(root)
	if err != nil {
		return nil, day, err
	}
	if wrong := unreadable(read); wrong != "" {
		return nil, day, usageError{fmt.Errorf("%s cannot be read, so it would be left out; “notices check” says why", wrong)}
	}
	set, _ := inherit.Resolve(read.Corpus)
	return set, day, nil
}

// unreadable names the first place of which nothing is known, because what stands
// there cannot be read; nothing when all can be.
func unreadable(read *load.Result) string {
	if unread := read.Corpus.Unread; len(unread) > 0 {
		return unread[0].Path
	}
	for _, f := range read.Findings {
		if f.Severity == notices.Error {
			return f.Pos.String()
		}
	}
	return ""
}
