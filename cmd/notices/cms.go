package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"notices.example/notices/cms"
	"notices.example/notices/load"
	"notices.example/notices/tidy"
)

func newCMS() *cobra.Command {
	var e editing
	cmd := &cobra.Command{
		Use:   "cms KIND",
		Short: "Write the files with which people edit the notices in a browser",
		Long: `Cms writes the configuration of a content management system, with which people who
never open a terminal fill in notices as forms in a browser:

  decap    admin/config.yml and admin/index.html, for Decap CMS
  sveltia  the same two, for Sveltia CMS
  pages    .pages.yml, for Pages CMS, a service that reads it from GitHub

The forms ask for what docs/keys.md lists, in its words. Run it again when you have a
new release of notices, or a new folder of notices: it makes the forms anew, and keeps
what else you have set. No other file is written over.

Such a system cannot show the short forms in which a file can be written. Cms says
which files have some; “notices fmt --in-full” writes them in full.`,
		Example: `  notices cms decap --repository anytown/privacy-notices
  notices cms sveltia --host gitlab --repository anytown/privacy-notices
  notices cms pages`,
		ValidArgs: cms.Kinds,
		RunE:      func(cmd *cobra.Command, args []string) error { return e.run(cmd.OutOrStdout(), args) },
	}
	cmd.Flags().StringVar(&e.source, "source", ".", "the site's `folder`, which holds content/")
	cmd.Flags().StringVar(&e.site.Host, "host", "", "where the files are kept: `github or gitlab`; github when there is no configuration yet")
	cmd.Flags().StringVar(&e.site.Repository, "repository", "", "the `name` of the repository there, such as anytown/privacy-notices")
	cmd.Flags().StringVar(&e.site.Branch, "branch", "", "the `branch` that is edited; main when there is no configuration yet")
	return cmd
}

// editing is one call of the command.
type editing struct {
	source string
	site   cms.Site
}

var (
	repositoryName = regexp.MustCompile(`^[\w.-]+(?:/[\w.-]+)+$`)
	branchName     = regexp.MustCompile(`^[\w.-]+(?:/[\w.-]+)*$`)
)

func (e *editing) run(w io.Writer, args []string) error {
	if len(args) != 1 || !slices.Contains(cms.Kinds, args[0]) {
		near := ""
		if len(args) == 1 {
			near = nearest(args[0], cms.Kinds, "; did you mean “%s”?")
		}
		return usageError{fmt.Errorf("“cms” takes one of %s%s", strings.Join(cms.Kinds, ", "), near)}
	}
	if err := e.refuse(args[0]); err != nil {
		return err
	}
	if err := isSite(e.source); err != nil {
		return err
	}
	root, err := os.OpenRoot(e.source) // a link in it leads nowhere else
	if err != nil {
		return err
	}
	defer root.Close()
	read, err := load.Load(root.FS())
	if err != nil {
		return err
	}
	for _, lang := range read.Corpus.Site.Languages {
		e.site.Languages = append(e.site.Languages, lang.Value)
	}
	e.site.Files = slices.Sorted(maps.Keys(read.Sources))
	return e.write(w, root, args[0], short(read.Sources))
}

// refuse refuses what was said of the repository wrongly.
func (e *editing) refuse(kind string) error {
	said := e.site.Host + e.site.Repository + e.site.Branch
	switch {
	case kind == "pages" && said != "":
		return usageError{errors.New("“cms pages” is told the repository in Pages CMS itself: leave out --host, --repository and --branch")}
	case e.site.Repository != "" && !repositoryName.MatchString(e.site.Repository):
		return usageError{fmt.Errorf("--repository takes a name such as anytown/privacy-notices, not “%s”", e.site.Repository)}
	case e.site.Branch != "" && !branchName.MatchString(e.site.Branch):
		return usageError{fmt.Errorf("--branch takes the name of a branch, not “%s”", e.site.Branch)}
	}
	return nil
}

// short gives the files that have short forms, or cannot be put in order.
func short(sources load.Sources) []string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(sources)) {
		kind, known := load.KindOf(name)
		if !known || path.Base(name) == "baseline.yaml" {
			continue
		}
		text, _ := tidy.Text(kind, path.Ext(name) == ".md", sources[name])
		full, err := tidy.InFull(kind, path.Ext(name) == ".md", sources[name])
		if err != nil || full != text {
			list = append(list, name)
		}
	}
	return list
}

// write writes the files, or none when one is there that is not from notices.
func (e *editing) write(w io.Writer, root *os.Root, kind string, short []string) error {
	now := map[string]string{}
	for _, name := range []string{"admin/config.yml", "admin/index.html", ".pages.yml"} {
		text, err := root.ReadFile(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return err
		default:
			now[name] = string(text)
		}
	}
	files, err := e.site.Configure(kind, now)
	if err != nil {
		return err
	}
	for _, f := range files {
		if now[f.Path] != "" && !strings.Contains(now[f.Path], cms.Mark) {
			return usageError{fmt.Errorf("there is a %s already that is not from notices; nothing was written", f.Path)}
		}
	}
	lines := []string{"Commit these files with the notices:"}
	for _, f := range files {
		if err := root.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
			return err
		}
		if err := root.WriteFile(f.Path, []byte(f.Text), 0o644); err != nil {
			return err
		}
		lines = append(lines, "  "+f.Path)
	}
	unnamed := e.site.Repository == "" && strings.Contains(files[0].Text, cms.Placeholder)
	return say(w, append(lines, toDo(unnamed, short)...)...)
}

// toDo says what is still to be done before people can edit: the repository is unnamed,
// and some files are written in short forms.
func toDo(unnamed bool, short []string) []string {
	var lines []string
	if unnamed {
		lines = append(lines, "", "Before you do: put the name of your repository into the first of them, or run this again",
			"with --repository. Until then nobody can sign in.")
	}
	if len(short) > 0 {
		lines = append(lines, "", "These files are written in short forms, which the forms on the screen cannot show.",
			"Run “notices fmt --in-full” before anybody edits them there:")
		for _, name := range short {
			lines = append(lines, "  "+name)
		}
	}
	return append(lines, "", "What a web team sets up once, and what editors see: docs/editing-in-a-browser.md.")
}
