package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices"
	"notices.example/notices/change"
	"notices.example/notices/inherit"
	"notices.example/notices/load"
)

func newDiff(today func() time.Time, getenv func(string) string) *cobra.Command {
	d := difference{source: sourceFlags{getenv: getenv}}
	cmd := &cobra.Command{
		Use:   "diff OLD [NEW]",
		Short: "Tell in plain words what changes for people",
		Long: `Diff compares two versions of a site's notices and says what is different for
people: who gets their data now, for what, for how long. Facts are compared, not
lines. It tells apart a new purpose, of which people are to be told before; other
facts, of which they should be told; and wording.

A version is a folder with a site in it, or a revision that git knows, such as main
or v1.2. Without NEW it is the site as it is now. Only notices in force on the day
count. Whether people must be told of a change is not for a program to decide.`,
		Example: `  notices diff main                      what the site says now, against the branch main
  notices diff v1 v2
  notices diff ../old-site
  notices diff main --tell               draft the words to tell people
  notices diff main --format markdown    for a comment on a pull request
  notices diff main --exit-code          exit with 1 when people should be told of something`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return d.run(cmd, args, today)
		},
	}
	d.source.add(cmd.Flags())
	cmd.Flags().StringVar(&d.format, "format", "text", "how to print: `text, markdown or json`")
	cmd.Flags().BoolVar(&d.tell, "tell", false, "draft the words with which to tell people")
	cmd.Flags().BoolVar(&d.exitCode, "exit-code", false, "exit with 1 when people should be told of something")
	return cmd
}

// difference is one call of the command.
type difference struct {
	source   sourceFlags
	format   string
	tell     bool
	exitCode bool
}

func (d *difference) run(cmd *cobra.Command, args []string, today func() time.Time) error {
	ctx, w := cmd.Context(), cmd.OutOrStdout()
	switch {
	case len(args) == 0 || len(args) > 2:
		return usageError{fmt.Errorf("“diff” takes one version or two, such as: notices diff main")}
	case !slices.Contains([]string{"text", "markdown", "json"}, d.format):
		return usageError{fmt.Errorf("--format takes text, markdown or json, not “%s”", d.format)}
	}
	day, err := d.source.day(today)
	if err != nil {
		return err
	}
	old, err := d.read(ctx, cmd.ErrOrStderr(), args[0], true)
	if err != nil {
		return err
	}
	now, err := d.read(ctx, cmd.ErrOrStderr(), slices.Concat(args[1:], []string{d.source.source})[0], false)
	if err != nil {
		return err
	}
	list := change.Compare(old, now, day)
	if err := d.print(w, list, now, day); err != nil {
		return err
	}
	if d.exitCode && slices.ContainsFunc(list, func(n change.Notice) bool { return n.Weight() > change.Wording }) {
		return errFindings
	}
	return nil
}

// read gives the notices of a version. A value that cannot be read would be taken for
// one that was taken back, so of the site as it is now there must be none. What an
// old version says wrongly can no longer be put right, and is told.
func (d *difference) read(ctx context.Context, tell io.Writer, name string, old bool) (*notices.Set, error) {
	fsys, err := openVersion(ctx, d.source.source, name)
	if err != nil {
		return nil, err
	}
	read, err := load.Load(fsys)
	if err != nil {
		return nil, err
	}
	if wrong := unreadable(read); wrong != "" && (!old || len(read.Corpus.Unread) > 0) {
		return nil, usageError{fmt.Errorf("%s in “%s” cannot be read, so it cannot be compared; “notices check” says why", wrong, name)}
	} else if wrong != "" {
		if err := show(tell, fmt.Sprintf("Not all of “%s” can be read, such as %s; what stands there is compared as if it were not there.\n\n", name, wrong)); err != nil {
			return nil, err
		}
	}
	set, _ := inherit.Resolve(read.Corpus)
	return set, nil
}

func (d *difference) print(w io.Writer, list []change.Notice, now *notices.Set, day time.Time) error {
	switch {
	case d.format == "json":
		return printJSON(w, list)
	case d.tell:
		return show(w, letters(list, now))
	case d.format == "markdown":
		return show(w, change.Markdown(list, day))
	case len(list) == 0:
		return show(w, "Nothing changes for people.\n")
	}
	return show(w, change.Text(list, day))
}

// letters drafts what to tell people of each notice.
func letters(list []change.Notice, now *notices.Set) string {
	var texts []string
	base := now.Corpus.Site.BaseURL.Value
	for _, n := range list {
		address := ""
		if base != "" {
			address = strings.TrimSuffix(base, "/") + "/" + path.Join("notices", n.ID+".html")
		}
		if text := n.Letter(address); text != "" {
			texts = append(texts, text)
		}
	}
	if len(texts) == 0 {
		return "There is nothing of which people should be told.\n"
	}
	return strings.Join(texts, "\n---\n\n")
}

// changed is a notice in the JSON of “notices diff”.
type changed struct {
	Notice  string        `json:"notice"`
	Title   string        `json:"title"`
	Status  change.Status `json:"status"`
	Weight  string        `json:"weight"`
	Undated bool          `json:"undated,omitempty"`
	Changes []changedFact `json:"changes"`
}

type changedFact struct {
	Section notices.Section `json:"section"`
	Weight  string          `json:"weight"`
	Say     string          `json:"say"`
	Was     string          `json:"was,omitempty"`
	Now     string          `json:"now,omitempty"`
}

func printJSON(w io.Writer, list []change.Notice) error {
	told := []changed{}
	for _, n := range list {
		c := changed{Notice: n.ID, Title: n.Title, Status: n.Status, Weight: n.Weight().String(), Undated: n.Undated, Changes: []changedFact{}}
		for _, f := range n.Changes {
			c.Changes = append(c.Changes, changedFact{f.Section, f.Weight.String(), f.Say, f.Was, f.Now})
		}
		told = append(told, c)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(map[string]any{"notices": told})
}
