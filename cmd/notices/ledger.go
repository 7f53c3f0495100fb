package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices"
	"notices.example/notices/change"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
)

func newLedger(today func() time.Time, getenv func(string) string) *cobra.Command {
	l := bookkeeping{source: sourceFlags{getenv: getenv}, getenv: getenv}
	cmd := &cobra.Command{
		Use:   "ledger",
		Short: "Keep what each notice means, so that no change of meaning goes undated",
		Long: `Ledger writes content/ledger.txt: for each notice in force its date, and a
fingerprint of what it means. Commit the file with the notices. From then on “check”
says of a notice that means something else and has no later date, or does not say
what has changed; ledger then writes nothing and exits with 1. Other words, or another
order, are no other meaning.

When the site has an archive, as “notices archive” begins it, the words of each notice
are kept there too.

“notices diff” tells what has changed.`,
		Example: `  notices ledger            write it, or bring it up to date
  notices ledger --check    write nothing: for a pipeline`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return l.run(cmd.Context(), cmd.OutOrStdout(), today) },
	}
	l.source.add(cmd.Flags())
	cmd.Flags().BoolVar(&l.check, "check", false, "write nothing; exit with 1 when the ledger or the archive is not up to date")
	return cmd
}

// bookkeeping is one call of the command.
type bookkeeping struct {
	source sourceFlags
	check  bool
	getenv func(string) string
}

func (l *bookkeeping) run(ctx context.Context, w io.Writer, today func() time.Time) error {
	e, err := l.source.examineSome(ctx, today)
	if err != nil {
		return err
	}
	if wrong := e.unread(); wrong != "" {
		return leftOutError(wrong)
	}
	if unsaid := e.unsaid(); len(unsaid) > 0 {
		if err := e.printText(w, unsaid, "The ledger was left as it is.", l.getenv); err != nil {
			return err
		}
		return errFindings
	}
	now, err := change.LedgerOf(e.set, e.day)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := change.WriteLedger(&b, now); err != nil {
		return err
	}
	if l.check {
		return l.compare(ctx, w, e, len(now.Entries), b.Bytes())
	}
	return l.write(ctx, w, e, len(now.Entries), b.Bytes())
}

// keeps reports whether the words of notices are kept, too. Nobody has read what cannot be
// published.
func (e *examined) keeps() bool { return e.set.Corpus.Archive != nil && !e.blocks() }

// compare says whether the ledger and the archive are up to date.
func (l *bookkeeping) compare(ctx context.Context, w io.Writer, e *examined, count int, ledger []byte) error {
	same, err := l.upToDate(ledger)
	if err != nil {
		return err
	}
	what := change.LedgerFile
	if same && e.keeps() {
		what = archiveFolder
		err = e.lacking(ctx, nil, func(keptText) error { return errLacking })
		same = err == nil
	}
	switch {
	case same:
		return say(w, fmt.Sprintf("%s is up to date: %s.", change.LedgerFile, counted(count, "notice", "notices")))
	case err != nil && !errors.Is(err, errLacking):
		return err
	}
	if err := say(w, what+" is not up to date. Run “notices ledger”, and commit what it writes with the notices."); err != nil {
		return err
	}
	return errFindings
}

// errLacking ends the search for versions that the archive does not have.
var errLacking = errors.New("the archive is not up to date")

// write brings the ledger and the archive up to date.
func (l *bookkeeping) write(ctx context.Context, w io.Writer, e *examined, count int, ledger []byte) (err error) {
	var paths []string
	if e.keeps() {
		if paths, err = e.keepLacking(ctx, l.source.source, nil); err != nil {
			return err
		}
	}
	same, err := l.upToDate(ledger)
	if err != nil {
		return err
	}
	line := fmt.Sprintf("%s is up to date: %s.", change.LedgerFile, counted(count, "notice", "notices"))
	if !same {
		if err := replaceInside(l.source.source, change.LedgerFile, ledger); err != nil {
			return fmt.Errorf("%s cannot be written: %w", l.file(), cause(err))
		}
		line = fmt.Sprintf("%s has %s. Commit it with them.", change.LedgerFile, counted(count, "notice", "notices"))
	}
	return say(w, slices.Concat([]string{line}, kept(paths))...)
}

func (l *bookkeeping) file() string {
	return filepath.Join(l.source.source, filepath.FromSlash(change.LedgerFile))
}

// upToDate reports whether the ledger has these bytes. Git may write lines as Windows
// does.
func (l *bookkeeping) upToDate(ledger []byte) (bool, error) {
	written, err := os.ReadFile(l.file())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	return bytes.Equal(bytes.ReplaceAll(written, []byte("\r\n"), []byte("\n")), ledger), nil
}

// unsaid gives what keeps the ledger from being written: the changes of meaning that are
// not dated, or not told, unless the notice or the site takes that as it is.
func (e *examined) unsaid() []notices.Finding {
	return slices.DeleteFunc(slices.Clone(e.findings), func(f notices.Finding) bool {
		return f.Rule != "meaning-undated" && f.Rule != "meaning-untold" || f.Accepted != nil
	})
}

// unread is unreadable for a site that was examined.
func (e *examined) unread() string {
	docs := load.Rules()
	return unreadable(&load.Result{Corpus: e.set.Corpus, Findings: slices.DeleteFunc(slices.Clone(e.findings), func(f notices.Finding) bool {
		return !slices.ContainsFunc(docs, func(d notices.RuleDoc) bool { return d.ID == f.Rule })
	})})
}

func leftOutError(wrong string) error {
	return usageError{fmt.Errorf("%s cannot be read, so it would be left out; “notices check” says why", wrong)}
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
		return nil, day, leftOutError(wrong)
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
