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
	"notices.example/site"
)

func newBuild(today func() time.Time) *cobra.Command {
	var b build
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Publish the site, when nothing that is required is missing",
		Long: `Build checks the content and, when nothing that is required is missing, writes
the site. When something is missing it says what, and leaves the folder as it was.

Drafts are left out. With --draft everything is written, complete or not, and
every page is marked as a draft.`,
		Example: `  notices build
  notices build --output /srv/www/privacy
  notices build --draft --output review`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return b.run(cmd, today) },
	}
	b.source.add(cmd.Flags())
	cmd.Flags().StringVar(&b.output, "output", "public", "the `folder` to write the site to; below --source when it is a relative path")
	cmd.Flags().BoolVar(&b.draft, "draft", false, "publish drafts and incomplete notices too, with every page marked")
	return cmd
}

// build is one call of the command.
type build struct {
	source sourceFlags
	output string
	draft  bool
}

func (b *build) run(cmd *cobra.Command, today func() time.Time) error {
	examined, err := b.source.examine(cmd.Context(), today)
	if err != nil {
		return err
	}
	if examined.blocks() && !b.draft {
		return examined.refuse(cmd.ErrOrStderr())
	}
	output, err := b.render(examined)
	if err != nil {
		return err
	}
	if output == nil {
		return examined.refuse(cmd.ErrOrStderr())
	}
	if err := cmd.Context().Err(); err != nil {
		return err
	}
	target := b.target()
	written, err := site.Write(output, target, b.source.source)
	if errors.Is(err, site.ErrRefused) {
		return usageError{fmt.Errorf("%s: %w", target, err)}
	}
	if err != nil {
		return fmt.Errorf("write to %s: %w", target, err)
	}
	return examined.announce(cmd.OutOrStdout(), target, output, written)
}

// target gives the folder to write to.
func (b *build) target() string {
	if filepath.IsAbs(b.output) {
		return b.output
	}
	return filepath.Join(b.source.source, b.output)
}

// render makes the pages. It gives nil, and adds to the findings, when the
// site's own layouts have mistakes in them.
func (b *build) render(e *examined) (*site.Output, error) {
	output, findings, err := site.Render(site.Input{
		Set: e.set, Findings: e.findings, Day: e.day, Draft: b.draft, Overrides: e.fsys, Version: version(),
	})
	e.findings = append(e.findings, findings...)
	notices.SortFindings(e.findings)
	return output, err
}

// refuse says what has to be put right first.
func (e *examined) refuse(w io.Writer) error {
	open := slices.DeleteFunc(slices.Clone(e.findings), func(f notices.Finding) bool { return !f.Blocks() })
	if err := report.Text(w, open, e.line, e.textOptions(w, "Nothing was published.")); err != nil {
		return err
	}
	return errFindings
}

// announce says in a line or two what was done.
func (e *examined) announce(w io.Writer, target string, output *site.Output, written site.Written) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", summary(target, output, written))
	for _, path := range written.Overwritten {
		fmt.Fprintf(&b, "%s had been edited by hand; it was written again.\n", path)
	}
	for _, path := range written.Kept {
		fmt.Fprintf(&b, "%s is no longer part of the site, but was edited by hand; it was left there.\n", path)
	}
	if n := open(e.findings); n > 0 {
		fmt.Fprintf(&b, "%s. Run “notices check” to read about it.\n", counted(n, "thing could be better", "things could be better"))
	}
	_, err := io.WriteString(w, report.Plain(b.String()))
	return err
}

func summary(target string, output *site.Output, written site.Written) string {
	size := 0
	pages := 0
	for _, f := range output.Files {
		size += len(f.Content)
		if filepath.Ext(f.Path) == ".html" {
			pages++
		}
	}
	if len(written.Changed) == 0 && len(written.Deleted) == 0 {
		return fmt.Sprintf("Nothing changed: %s in %s.", counted(pages, "page", "pages"), target)
	}
	s := fmt.Sprintf("Published %s (%s files, %d KB) to %s: %d written", counted(pages, "page", "pages"),
		fmt.Sprint(len(output.Files)), (size+1023)/1024, target, len(written.Changed))
	if n := len(written.Deleted); n > 0 {
		s += fmt.Sprintf(", %d removed", n)
	}
	if written.Unchanged > 0 {
		s += fmt.Sprintf(", %d unchanged", written.Unchanged)
	}
	return s + "."
}

// open counts the findings that neither block nor are accepted nor stand in a
// draft.
func open(findings []notices.Finding) int {
	n := 0
	for _, f := range findings {
		if f.Accepted == nil && !f.Draft {
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
