package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices"
)

func newArchive(today func() time.Time, getenv func(string) string) *cobra.Command {
	a := archiving{source: sourceFlags{getenv: getenv}}
	cmd := &cobra.Command{
		Use:   "archive [NOTICE…]",
		Short: "Keep the words of each notice as people read them now",
		Long: `Archive keeps the words of notices in content/archive: of each notice in force a
plain text, named by the day from which it has read like that. Commit the folder with
the notices. Once a notice has a later date, the text of before is published as an
earlier version, which says that it is no longer in force, and the page on what has
changed leads to it.

From then on “notices ledger” keeps the words of each notice that has a new date. What
was kept is never written over, unless it is of the same day.

With --of it keeps the words of an earlier version of the site: a folder with a site
in it, or a revision that git knows. A text that you have from before can be put into
the folder by hand.`,
		Example: `  notices archive                          keep every notice as it reads now
  notices archive parking-permits          keep one
  notices archive --of main                keep every notice as it reads on the branch main
  notices archive --of ../site-of-2024 --at 2024-06-30`,
		ValidArgsFunction: noticeIDs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.run(cmd.Context(), cmd.OutOrStdout(), args, today)
		},
	}
	a.source.add(cmd.Flags())
	cmd.Flags().StringVar(&a.of, "of", "", "the `version` of the site whose words are kept: a folder, or a revision that git knows")
	return cmd
}

// archiving is one call of the command.
type archiving struct {
	source sourceFlags
	of     string
}

func (a *archiving) run(ctx context.Context, w io.Writer, ids []string, today func() time.Time) error {
	for i, word := range ids {
		ids[i] = noticeID(word)
	}
	e, err := a.examine(ctx, today)
	if err != nil {
		return err
	}
	if err := e.inForce(ids); err != nil {
		return err
	}
	if a.of == "" && e.blocks() {
		if err := say(w, "The site cannot be published like this, so nobody reads it. “notices check” says why. Nothing was kept."); err != nil {
			return err
		}
		return errFindings
	}
	paths, err := e.keepLacking(ctx, a.source.source, ids)
	if err != nil {
		return err
	}
	lines := kept(paths)
	if len(paths) == 0 {
		lines = []string{archiveFolder + " has the words already. Nothing was written."}
	}
	undated := e.undated(ids)
	for _, c := range undated {
		lines = append(lines, fmt.Sprintf("%s has no date, so it was not kept. Give it the day from which it holds, such as:\nupdated: %s", c.Pos.File, e.day.Format(time.DateOnly)))
	}
	if err := say(w, lines...); err != nil {
		return err
	}
	if len(undated) > 0 {
		return errFindings
	}
	return nil
}

// examine reads the site as it is, or the version of it that was named. What is kept
// already is always that of the site as it is.
func (a *archiving) examine(ctx context.Context, today func() time.Time) (*examined, error) {
	now, err := a.source.examineSome(ctx, today)
	if err != nil || a.of == "" {
		return now, err
	}
	fsys, err := openVersion(ctx, a.source.source, a.of)
	if err != nil {
		return nil, err
	}
	then, err := examineBriefly(ctx, fsys, now.day, manyNotices)
	if err != nil {
		return nil, err
	}
	if unread := then.set.Corpus.Unread; len(unread) > 0 {
		return nil, usageError{fmt.Errorf("%s in “%s” cannot be read, so its words are not known", unread[0].Path, a.of)}
	}
	then.set.Corpus.Archive = now.set.Corpus.Archive
	return then, nil
}

// inForce refuses IDs of which there is no notice in force.
func (e *examined) inForce(ids []string) error {
	var known []string
	for _, f := range e.inForceOf(nil) {
		known = append(known, f.ID.Value)
	}
	for _, id := range ids {
		if !slices.Contains(known, id) {
			return usageError{fmt.Errorf("there is no notice “%s” in force%s", id, nearest(id, known, "; did you mean “%s”?"))}
		}
	}
	return nil
}

// undated gives the notices in force, of those named, that do not say from when they
// read as they do.
func (e *examined) undated(ids []string) []*notices.Face {
	return slices.DeleteFunc(e.inForceOf(ids), func(f *notices.Face) bool { return f.Since().Said() })
}

// kept says what was kept.
func kept(list []string) (lines []string) {
	if len(list) == 0 {
		return nil
	}
	const most = 10
	lines = append(lines, fmt.Sprintf("Kept the words of %s in %s. Commit them too:", counted(len(list), "version", "versions"), archiveFolder))
	for _, path := range list[:min(len(list), most)] {
		lines = append(lines, "  "+path)
	}
	if more := len(list) - most; more > 0 {
		lines = append(lines, fmt.Sprintf("  and %d more", more))
	}
	return lines
}
