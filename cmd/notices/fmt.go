package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"notices.example/notices"
	"notices.example/notices/load"
	"notices.example/notices/report"
	"notices.example/notices/tidy"
)

func newFmt(getenv func(string) string) *cobra.Command {
	f := formatting{getenv: getenv}
	cmd := &cobra.Command{
		Use:   "fmt [FILE ...]",
		Short: "Put the facts of content files in one order, with the quotes they need",
		Long: `Fmt puts the facts of content files in one order and writes quotes in one way, so
that what changed is all that a comparison shows. Without a name it does so with all
content files; a folder stands for those in it.

Keys come as docs/keys.md lists them, each with the comments above it. A comment at
the top with an empty line below stays at the top. A text has quotes only where it
needs them. Long texts, lists, what stands in brackets, and the text below the facts
stay as they are, and so do line ends, those of Windows too, and a byte order mark.
What the files say is the same afterwards.

With --in-full the short forms are written in full too: a list as a list, even of one,
and names and values where plain text can stand for them. A content management system
knows no other form: see “notices cms”.

A file that cannot be read stays as it is, which fmt says, and it exits with 1.`,
		Example: `  notices fmt
  notices fmt content/notices/parking-permits.md
  notices fmt --check    list the files that are not in order, and change none
  notices fmt --diff     show what would be changed, and change nothing
  notices fmt --in-full  write the short forms in full too, for editing in a browser`,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return []cobra.Completion{"md", "yaml"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, args) },
	}
	cmd.Flags().StringVar(&f.source.source, "source", ".", "the site's `folder`, which holds content/")
	cmd.Flags().BoolVar(&f.check, "check", false, "change nothing; list the files that are not in order, and exit with 1 when there are any")
	cmd.Flags().BoolVar(&f.diff, "diff", false, "change nothing; show what would be changed")
	cmd.Flags().BoolVar(&f.inFull, "in-full", false, "write short forms in full, as a content management system needs them")
	return cmd
}

// formatting is one call of the command.
type formatting struct {
	source      sourceFlags
	check, diff bool
	inFull      bool
	getenv      func(string) string

	root     *os.Root
	unread   map[string]bool // files that load cannot read
	wrong    map[string]bool // files with an error that load tells of
	findings []notices.Finding
	changed  []string
	left     []string // what is not in order and cannot be put so, with why
	out      io.Writer
}

func (f *formatting) run(cmd *cobra.Command, args []string) error {
	var err error
	if f.root, err = f.source.openRoot(); err != nil {
		return err
	}
	defer f.root.Close()
	read, err := load.Load(f.root.FS())
	if err != nil {
		return err
	}
	names, err := f.named(slices.Sorted(maps.Keys(read.Sources)), args)
	if err != nil {
		return err
	}
	f.out, f.unread, f.wrong = cmd.OutOrStdout(), map[string]bool{}, map[string]bool{}
	for _, finding := range read.Findings {
		f.wrong[finding.Pos.File] = f.wrong[finding.Pos.File] || finding.Severity == notices.Error
	}
	for _, u := range read.Corpus.Unread {
		f.unread[u.Path] = true
	}
	if err := f.all(cmd.Context(), names); err != nil {
		return err
	}
	return f.verdict(names, read)
}

// named gives the content files that the words name; without a word, all.
func (f *formatting) named(all, words []string) ([]string, error) {
	if len(words) == 0 {
		return all, nil
	}
	var list []string
	for _, word := range words {
		name, inside := below(realPath(f.source.source), realPath(word))
		if !inside || !slices.ContainsFunc(all, namedBy(name)) {
			name = path.Clean(filepath.ToSlash(word)) // perhaps said from the site's folder
		}
		if !slices.ContainsFunc(all, namedBy(name)) {
			return nil, usageError{fmt.Errorf("“%s” is no content file of the site in %s%s", word, describe(f.source.source), nearest(name, all, "; did you mean “%s”?"))}
		}
		for _, file := range all {
			if namedBy(name)(file) && !slices.Contains(list, file) {
				list = append(list, file)
			}
		}
	}
	return list, nil
}

// namedBy says of a file whether it is the one that is named, or in that folder.
func namedBy(name string) func(string) bool {
	return func(file string) bool { return file == name || name == "." || strings.HasPrefix(file, name+"/") }
}

// all puts files in order, one by one: each is the old one or the new one, whenever
// the program ends.
func (f *formatting) all(ctx context.Context, names []string) error {
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := f.one(name); err != nil {
			return fmt.Errorf("put %s in order: %w", name, err)
		}
	}
	return nil
}

func (f *formatting) one(name string) error {
	kind, known := load.KindOf(name)
	if !known || f.unread[name] {
		return nil
	}
	raw, err := f.root.ReadFile(name)
	if err != nil {
		return err
	}
	ordered := tidy.Text
	if f.inFull {
		ordered = tidy.InFull
	}
	if f.inFull && f.wrong[name] { // what was meant is not known
		f.left = append(f.left, name+": it was left as it is; put right first what “notices check” says of it")
		return nil
	}
	text, err := ordered(kind, path.Ext(name) == ".md", string(raw))
	switch {
	case errors.Is(err, tidy.ErrLeft):
		f.left = append(f.left, name+": "+err.Error())
		return nil
	case err != nil:
		return err
	case text == string(raw):
		return nil
	}
	f.changed = append(f.changed, name)
	if f.diff {
		return show(f.out, report.Plain(string(diff.Diff(name, unix(raw), name+" in order", unix([]byte(text))))))
	}
	if f.check {
		return nil
	}
	return putInPlace(f.root, name, []byte(text))
}

// unix gives a text with line ends that every terminal shows alike.
func unix(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")) }

// verdict says which files were changed or are to be, and what was left.
func (f *formatting) verdict(names []string, read *load.Result) error {
	for _, finding := range read.Findings {
		if f.unread[finding.Pos.File] && slices.Contains(names, finding.Pos.File) {
			f.findings = append(f.findings, finding)
		}
	}
	if !f.diff {
		if err := say(f.out, slices.Concat(f.left, f.changed, []string{f.outcome(len(names))})...); err != nil {
			return err
		}
	}
	if len(f.findings) > 0 {
		o := report.TextOptions{Outcome: "These files were left as they are."}
		o.Colour, o.Width = terminal(f.out, f.getenv)
		var text strings.Builder
		if err := report.Text(&text, f.findings, read.Sources.Line, o); err != nil {
			return err
		}
		return cmp.Or(show(f.out, "\n"+text.String()), errFindings)
	}
	if f.check && len(f.changed) > 0 || len(f.left) > 0 {
		return errFindings
	}
	return nil
}

func (f *formatting) outcome(files int) string {
	n := len(f.changed)
	switch {
	case n == 0 && len(f.findings)+len(f.left) > 0:
		return "Every other file is in order."
	case n == 0:
		return counted(files, "file is", "files are") + " in order."
	case f.check:
		again := "notices fmt"
		if f.inFull {
			again += " --in-full"
		}
		return counted(n, "file is", "files are") + " not in order. Run “" + again + "”."
	}
	return counted(n, "file was", "files were") + " put in order."
}
