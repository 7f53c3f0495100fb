package main

import (
	"context"
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
	"notices.example/site"
	"notices.example/site/stamp"
)

func newBuild(today func() time.Time, getenv func(string) string) *cobra.Command {
	b := build{getenv: getenv, source: sourceFlags{getenv: getenv}}
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Publish the site, when nothing that is required is missing",
		Long: `Build checks the content and, when nothing that is required is missing, writes
the site. When something is missing it says what, and leaves the folder as it was.

A page that somebody edited in the published folder is left as it is, which build
says, and it exits with 1: residents read there what your content does not say.
With --force it is written again. Files that build did not write it never touches.

Drafts are left out, and so are notices before the day on which they take effect
and after the day on which they expire. With --draft everything is written,
complete or not, and every page is marked as a draft.

When nothing changed since the last build, it says so at once; when nothing but the
text of some notices did, it makes only their pages. What it knows of the last build
lies in your cache folder, or in the folder that NOTICES_CACHE names; with
NOTICES_CACHE=off it makes the site each time.`,
		Example: `  notices build
  notices build --output /srv/www/privacy
  notices build --draft --output review
  notices build --report junit=junit.xml`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return b.run(cmd, today) },
	}
	b.source.add(cmd.Flags())
	b.reports.add(cmd.Flags())
	cmd.Flags().StringVar(&b.output, "output", "public", "the `folder` to write the site to; below --source when it is a relative path")
	cmd.Flags().BoolVar(&b.force, "force", false, "write pages again that somebody edited in the published folder")
	cmd.Flags().BoolVar(&b.inPlace, "in-place", false, "keep the folder and put pages into it one by one, for one that is mounted into a container")
	cmd.Flags().StringVar(&b.shard, "shard", "", "make only the pages of the notices of shard `K/N`, for “notices merge” to put together with the others")
	cmd.Flags().BoolVar(&b.draft, "draft", false, "publish drafts and incomplete notices too, with every page marked")
	return cmd
}

// build is one call of the command.
type build struct {
	source  sourceFlags
	reports reportFlags
	output  string
	draft   bool
	force   bool
	inPlace bool
	shard   string // K/N; empty for the whole site
	getenv  func(string) string
}

func (b *build) run(cmd *cobra.Command, today func() time.Time) error {
	if b.shard != "" {
		return b.runShard(cmd, today)
	}
	reports, err := b.wanted()
	if err != nil {
		return err
	}
	day, err := b.source.day(today)
	if err != nil {
		return err
	}
	again, err := b.again(cmd.Context(), day, reports)
	if err != nil {
		return err
	}
	if said, holds := again.Holds(cmd.Context()); holds {
		return show(cmd.OutOrStdout(), said)
	}
	if done, err := b.narrowly(cmd, day, again); done || err != nil {
		return err
	}
	doing := newProgress(cmd.ErrOrStderr(), b.getenv)
	defer doing.end()
	doing.at("Reading and checking the notices")
	examined, err := b.source.examineSome(cmd.Context(), today)
	if err != nil {
		return err
	}
	return b.make(cmd, examined, reports, again, doing)
}

// make publishes a site that was examined, and says so.
func (b *build) make(cmd *cobra.Command, examined *examined, reports []wanted, again *stamp.Started, doing *progress) error {
	if examined.blocks() && !b.draft {
		doing.end()
		return b.refuse(examined, cmd.ErrOrStderr(), reports)
	}
	doing.at("Making the pages")
	again.Forget()
	built, err := b.publish(cmd.Context(), examined, reports)
	doing.end()
	switch {
	case err != nil:
		return err
	case built == nil:
		return b.refuse(examined, cmd.ErrOrStderr(), reports)
	}
	if err := show(cmd.OutOrStdout(), report.Plain(examined.announcement(b.target(), built, b.draft))); err != nil {
		return err
	}
	if again != nil {
		b.keep(cmd.Context(), again, built, leftOf(examined, built, b.draft))
	}
	if len(built.Edited)+len(built.Kept) > 0 { // residents read what the content does not say
		return errFindings
	}
	return nil
}

// wanted gives the reports to write. Nothing but what was done is printed.
func (b *build) wanted() ([]wanted, error) {
	list, err := b.reports.wanted()
	if err != nil {
		return nil, err
	}
	for _, w := range list {
		if w.file == "" {
			return nil, usageError{fmt.Errorf("build prints what it did; give the report a file, as in --report %s=FILE", w.format.Name)}
		}
	}
	return list, refuseInside(list, filepath.Join(b.source.source, "content"), b.target())
}

func (b *build) report(e *examined, outcome string) report.Report {
	return e.report(outcome, b.source.source, b.reports.rulesURL, b.getenv)
}

// waitForOthers is how long to wait for another build of the same folder.
const waitForOthers = 5 * time.Second

// publish makes the site and publishes it. It gives nil, and adds to the findings, when
// a page cannot be made. Reports tell about the content, so they are written before
// anybody can read the site, and also when it cannot be published.
func (b *build) publish(ctx context.Context, e *examined, reports []wanted) (*site.Built, error) {
	reported := false
	report := func(findings []notices.Finding) error {
		e.add(findings)
		reported = true
		return writeFiles(reports, b.report(e, e.outcome()))
	}
	target := b.target()
	built, findings, err := site.Build(ctx, e.pages(b.draft), site.Target{
		Dir: target, Sources: []string{b.source.source}, Force: b.force, InPlace: b.inPlace, Wait: waitForOthers,
	}, report)
	switch {
	case reported:
	case err == nil:
		e.add(findings)
	case ctx.Err() == nil: // who interrupts a build does not wait for reports
		err = errors.Join(report(findings), err)
	}
	return built, notPublished(target, err)
}

// target gives the folder to write to.
func (b *build) target() string {
	if filepath.IsAbs(b.output) {
		return b.output
	}
	return filepath.Join(b.source.source, b.output)
}

// inspect adds what would keep the pages from being made to the findings.
func (e *examined) inspect() error {
	findings, err := site.Inspect(e.pages(false))
	e.add(findings)
	return err
}

// pages is what the pages are made from.
func (e *examined) pages(draft bool) site.Input {
	return site.Input{Set: e.set, Findings: e.findings, Day: e.day, Draft: draft, Overrides: e.fsys, Version: version(), Shards: e.shards}
}

// refuse says what has to be put right first.
func (b *build) refuse(e *examined, w io.Writer, reports []wanted) error {
	const outcome = "Nothing was published."
	why := refusing(e.findings)
	if err := errors.Join(tellExpired(w, why), e.printText(w, why, outcome, b.getenv)); err != nil {
		return err
	}
	r := b.report(e, outcome)
	if err := errors.Join(tellGitHub(w, reports, r, b.getenv), writeFiles(reports, r)); err != nil {
		return err
	}
	return errFindings
}

// refusing gives what keeps the site from being published. That the time of what
// was accepted is over comes with it: it is why the gaps count again.
func refusing(findings []notices.Finding) []notices.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f notices.Finding) bool { return !f.Blocks() && !expired(f) })
}

func expired(f notices.Finding) bool {
	return f.Rule == "baseline-expired" || f.Rule == "acceptance-expired"
}

// tellExpired says before all else that gaps count which did not the day before.
func tellExpired(w io.Writer, why []notices.Finding) error {
	i := slices.IndexFunc(why, expired)
	if i < 0 {
		return nil
	}
	return show(w, report.Plain(fmt.Sprintf("Gaps were accepted for a time that is over, so they count again: see %s at %s.", why[i].Rule, why[i].Pos))+"\n\n")
}

// announcement says in a line or two what was done, and what was left out unless all
// is built as a draft.
func (e *examined) announcement(target string, built *site.Built, draft bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", summary(target, built))
	for _, path := range built.Overwritten {
		fmt.Fprintf(&b, "%s had been edited by hand; it was written again.\n", path)
	}
	for _, path := range built.Edited {
		fmt.Fprintf(&b, "%s was edited by hand, so it was left as it is, and does not say what your content says. Put the words into your content; then “notices build --force” writes it again.\n", path)
	}
	for _, path := range built.Kept {
		fmt.Fprintf(&b, "%s is no longer part of the site, but was edited by hand, so it is still there. Delete it yourself.\n", path)
	}
	for _, folder := range built.Left {
		fmt.Fprintf(&b, "%s, beside %s, has files of a build that was cut short, which somebody had edited. Look at them, then delete it.\n", folder, target)
	}
	return b.String() + e.remarks(draft)
}

// remarks says what was left out, unless all is built as a draft, and whether there is
// something to read about.
func (e *examined) remarks(draft bool) string {
	var b strings.Builder
	if left := e.leftOut(); left != "" && !draft {
		fmt.Fprintln(&b, left)
	}
	if n := open(e.findings); n > 0 {
		fmt.Fprintf(&b, "%s. Run “notices check” to read about it.\n", counted(n, "thing could be better", "things could be better"))
	}
	return b.String()
}

func summary(target string, built *site.Built) string {
	if len(built.Changed) == 0 && len(built.Deleted) == 0 {
		return fmt.Sprintf("Nothing changed: %s in %s.", counted(built.Pages, "page", "pages"), target)
	}
	s := fmt.Sprintf("Published %s (%d files, %d KB) to %s: %d written", counted(built.Pages, "page", "pages"),
		built.Files, (built.Size+1023)/1024, target, len(built.Changed))
	if n := len(built.Deleted); n > 0 {
		s += fmt.Sprintf(", %d removed", n)
	}
	if built.Unchanged > 0 {
		s += fmt.Sprintf(", %d unchanged", built.Unchanged)
	}
	return s + "."
}

// open counts the findings that neither block nor are accepted nor stand in what
// is not published.
func open(findings []notices.Finding) int {
	n := 0
	for _, f := range findings {
		if f.Accepted == nil && !f.Unpublished() {
			n++
		}
	}
	return n
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
