package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/pflag"

	"notices.example/notices"
	"notices.example/notices/inherit"
	"notices.example/notices/law"
	"notices.example/notices/load"
	"notices.example/notices/rules"
	"notices.example/site"
)

// sourceFlags say which site is meant, and as of which day.
type sourceFlags struct {
	source string
	at     string
	getenv func(string) string // nil when the environment names no day
}

func (f *sourceFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.source, "source", ".", "the site's `folder`, which holds content/")
	flags.StringVar(&f.at, "at", "", "judge as of this day, `YYYY-MM-DD` (default today)")
}

// day gives the day that --at names, or else the one that the environment does, or
// today.
func (f *sourceFlags) day(today func() time.Time) (time.Time, error) {
	if f.at == "" {
		return f.dayOfEnvironment(today)
	}
	day, err := time.Parse(time.DateOnly, f.at)
	if err != nil {
		return time.Time{}, usageError{fmt.Errorf("--at takes a day such as 2026-06-19, not “%s”", f.at)}
	}
	return day, nil
}

// dayOfEnvironment gives the day of SOURCE_DATE_EPOCH, in UTC: the number of
// seconds since 1970 by which programs agree on when something was made, so that
// the same source gives the same bytes. Without it, it is today.
func (f *sourceFlags) dayOfEnvironment(today func() time.Time) (time.Time, error) {
	const latest = 253402300799 // the last second of the year 9999
	if f.getenv == nil || f.getenv("SOURCE_DATE_EPOCH") == "" {
		return today(), nil
	}
	epoch := f.getenv("SOURCE_DATE_EPOCH")
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil || seconds < 0 || seconds > latest {
		return time.Time{}, usageError{fmt.Errorf("SOURCE_DATE_EPOCH is to be a number of seconds since 1970, such as 1781827200, not “%s”", epoch)}
	}
	return time.Unix(seconds, 0).UTC().Truncate(24 * time.Hour), nil
}

// examined is a site that was read, made complete and checked.
type examined struct {
	fsys     fs.FS
	day      time.Time
	set      *notices.Set
	checked  *rules.Result
	shards   []*site.Shard     // what others made of the notices; nil when nobody did
	findings []notices.Finding // of all packages
	sources  load.Sources
	text     func(file string) string // of a content file that is not among the sources; or nothing
	law      *law.Law                 // in force on that day
}

// examine reads the site and checks it: the part that all commands share. It uses
// again what the memory has of the last run; nil has nothing.
func (f *sourceFlags) examine(ctx context.Context, today func() time.Time, m *memory) (*examined, error) {
	root, day, err := f.openOn(today)
	if err != nil {
		return nil, err
	}
	return examineFiles(ctx, root, day, m)
}

// openOn gives the site's folder, and the day on which it is looked at.
func (f *sourceFlags) openOn(today func() time.Time) (fs.FS, time.Time, error) {
	day, err := f.day(today)
	if err != nil {
		return nil, day, err
	}
	root, err := f.open()
	return root, day, err
}

// examineFiles is examine for the files of a site.
func examineFiles(ctx context.Context, root fs.FS, day time.Time, m *memory) (*examined, error) {
	result, err := m.ofLoad().Load(root)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	set, unresolved := m.ofInherit().Resolve(result.Corpus)
	return judge(ctx, &examined{fsys: root, day: day, set: set}, m.ofRules().Run, result, unresolved)
}

// manyNotices is how many notices are held in memory as a whole at most: far more than
// a council has. Of more, some are read at a time.
const manyNotices = 2000

// examineSome is examine for commands that need no more than some notices at a time.
func (f *sourceFlags) examineSome(ctx context.Context, today func() time.Time) (*examined, error) {
	root, day, err := f.openOn(today)
	if err != nil {
		return nil, err
	}
	return examineBriefly(ctx, root, day, manyNotices)
}

// examineBriefly is examineFiles with no more than so many notices in memory as a
// whole, if only roughly.
func examineBriefly(ctx context.Context, root fs.FS, day time.Time, most int) (*examined, error) {
	return examineWith(ctx, root, day, most, rules.Run)
}

// checker checks a site, such as rules.Run.
type checker func(*notices.Set, time.Time, ...notices.RuleDoc) (*rules.Result, error)

func examineWith(ctx context.Context, root fs.FS, day time.Time, most int, check checker) (*examined, error) {
	result, err := load.Briefly(root, most)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	set, unresolved, err := inherit.Briefly(result.Corpus)
	if err != nil {
		return nil, err
	}
	return judge(ctx, &examined{fsys: root, day: day, set: set}, check, result, unresolved)
}

// judge checks what was read and made complete.
func judge(ctx context.Context, e *examined, check checker, read *load.Result, unresolved []notices.Finding) (*examined, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	inForce, err := law.At(e.set.Jurisdiction(), e.day)
	if err != nil {
		return nil, err
	}
	checked, err := check(e.set, e.day, slices.Concat(load.Rules(), inherit.Rules(), site.Rules())...)
	if err != nil {
		return nil, err
	}
	e.checked, e.findings, e.sources, e.text, e.law = checked, checked.Findings, read.Sources, read.Text, inForce
	e.add(slices.Concat(read.Findings, unresolved))
	return e, ctx.Err()
}

// add adds the findings of other packages, as the site has them weigh.
func (e *examined) add(findings []notices.Finding) {
	e.findings = append(slices.Clip(e.findings), e.checked.Settle(findings)...) // who has the list of before keeps it
	e.set.Corpus.Fields.Fill(e.findings)
	e.set.MarkUnpublished(e.findings, e.day)
	notices.SortFindings(e.findings)
}

// open gives the site's folder, which stays open as long as the program runs.
func (f *sourceFlags) open() (fs.FS, error) {
	root, err := f.openRoot()
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}

// openRoot opens the site's folder. It is a slip of the caller's, not a fault of
// the content, when there is no content there.
func (f *sourceFlags) openRoot() (*os.Root, error) {
	stat, err := os.Stat(filepath.Join(f.source, "content"))
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && !stat.IsDir():
		return nil, usageError{fmt.Errorf("there is no content folder in %s\nRun notices in your site's folder, or name it with --source FOLDER; to begin a site, see “notices init --help”", describe(f.source))}
	case err != nil:
		return nil, err
	}
	return os.OpenRoot(f.source)
}

func describe(folder string) string {
	if folder == "." {
		return "this folder"
	}
	return "“" + folder + "”"
}

// line gives a line of a content file, or of one of the site's own layouts.
func (e *examined) line(file string, n int) string {
	if _, known := e.sources[file]; !known {
		text := e.text(file)
		if text == "" { // no content file
			raw, err := fs.ReadFile(e.fsys, file)
			if err != nil {
				return "" // the finding is shown without its line
			}
			text = string(raw)
		}
		e.sources[file] = text
	}
	return e.sources.Line(file, n)
}

// blocks reports whether something keeps the site from being published.
func (e *examined) blocks() bool {
	return slices.ContainsFunc(e.findings, notices.Finding.Blocks)
}
