package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"notices.example/notices/starter"
)

func newPipeline() *cobra.Command {
	var p pipeline
	cmd := &cobra.Command{
		Use:   "pipeline KIND",
		Short: "Write the files with which GitHub, GitLab or pre-commit checks and publishes",
		Long: `Pipeline writes files into your site with which the place where it is kept checks
each change and publishes the site:

  github      two workflows: one checks each pull request, one publishes to Pages
  gitlab      .gitlab-ci.yml: checks each merge request, and publishes to Pages
  pre-commit  .pre-commit-config.yaml: orders and checks notices before each commit

Each action is at a commit, and no job has more rights than it needs. The program is
fetched from where you keep it, and must have the sum that you say. No file is ever
written over. To publish elsewhere, see docs/publishing.md.`,
		Example: `  notices pipeline pre-commit
  notices pipeline github
  notices pipeline github --program https://downloads.anytown.gov.uk/notices_linux_amd64 --sha256 SUM`,
		ValidArgs: starter.Pipelines,
		RunE:      func(cmd *cobra.Command, args []string) error { return p.run(cmd.OutOrStdout(), args) },
	}
	cmd.Flags().StringVar(&p.source, "source", ".", "the site's `folder`, which holds content/")
	cmd.Flags().StringVar(&p.of.Program, "program", "", "the `address` from which the program is fetched; it begins with https://")
	cmd.Flags().StringVar(&p.of.Sum, "sha256", "", "the `sum` that the program must have, as SHA256SUMS of its release says")
	return cmd
}

// pipeline is one call of the command.
type pipeline struct {
	source string
	of     starter.Pipeline
}

var (
	programAddress = regexp.MustCompile(`^https://[\w.-]+(?::\d+)?/[\w./%~+-]+$`)
	programSum     = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

func (p *pipeline) run(w io.Writer, args []string) error {
	if len(args) != 1 || !slices.Contains(starter.Pipelines, args[0]) {
		near := ""
		if len(args) == 1 {
			near = nearest(args[0], starter.Pipelines, "; did you mean “%s”?")
		}
		return usageError{fmt.Errorf("“pipeline” takes one of %s%s", strings.Join(starter.Pipelines, ", "), near)}
	}
	p.of.Kind = args[0]
	switch {
	case p.of.Program != "" && !programAddress.MatchString(p.of.Program):
		return usageError{fmt.Errorf("--program takes an address that begins with https://, not “%s”", p.of.Program)}
	case p.of.Sum != "" && !programSum.MatchString(p.of.Sum):
		return usageError{fmt.Errorf("--sha256 takes 64 digits from 0 to 9 and a to f, not “%s”", p.of.Sum)}
	}
	if err := isSite(p.source); err != nil {
		return err
	}
	files, err := p.of.Files()
	if err != nil {
		return err
	}
	return p.write(w, files)
}

// write writes all of the files, or none when one of them is there already.
func (p *pipeline) write(w io.Writer, files []starter.File) error {
	root, err := os.OpenRoot(p.source) // a link in it leads nowhere else
	if err != nil {
		return err
	}
	defer root.Close()
	lines := []string{"Commit these files with the notices:"}
	for _, f := range files {
		switch _, err := root.Lstat(f.Path); {
		case err == nil:
			return usageError{fmt.Errorf("there is a %s already; nothing was written", f.Path)}
		case !errors.Is(err, fs.ErrNotExist):
			return err
		}
		lines = append(lines, "  "+f.Path)
	}
	for _, f := range files {
		if err := writeInto(root, f); err != nil {
			return err
		}
	}
	if !p.of.Filled() {
		lines = append(lines, "", "Before you do: put in where you keep the program, and the sums that are all zeros now.",
			"Until then the pipeline stops at its first step.")
	}
	return say(w, lines...)
}

// writeInto writes a file that is not there yet into the site.
func writeInto(root *os.Root, f starter.File) error {
	if err := root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
		return err
	}
	file, err := root.OpenFile(f.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.WriteString(f.Text)
	return errors.Join(err, file.Close())
}
