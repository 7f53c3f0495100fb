package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices"
	"notices.example/notices/load"
	"notices.example/notices/starter"
)

func newNew(today func() time.Time, getenv func(string) string) *cobra.Command {
	var n draft
	cmd := &cobra.Command{
		Use:   "new TITLE",
		Short: "Begin a notice: a draft that asks for each fact where it belongs",
		Long: `New writes the draft of a notice into content/notices. Each fact that the law asks
for has its place there, with an example behind a #. What “notices check” says of
the draft is the list of what is still to be written. A draft is never published.

It takes the controller from the other notices where there is only one.`,
		Example: `  notices new "Council tax"
  notices new "Blue badges" --file parking/blue-badges
  notices new "Elections" --controller returning-officer
  notices new "Our main privacy notice" --kind corporate`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{fmt.Errorf("“new” takes one title; put it in quotes: notices new \"%s\"", strings.Join(args, " "))}
			}
			n.Title = strings.Join(args, "")
			day, err := (&sourceFlags{getenv: getenv}).day(today)
			if err != nil {
				return err
			}
			n.Day = starter.Day(day)
			return n.run(cmd.InOrStdin(), cmd.OutOrStdout())
		},
	}
	cmd.Flags().StringVar(&n.source, "source", ".", "the site's `folder`, which holds content/")
	cmd.Flags().StringVar(&n.Kind, "kind", "service", "what sort of notice: `service or corporate`")
	cmd.Flags().StringVar(&n.Controller, "controller", "", "who is responsible: the `ID` of an organisation")
	cmd.Flags().StringVar(&n.Summary, "summary", "", "in a sentence or two, `what` people learn there")
	cmd.Flags().StringVar(&n.file, "file", "", "the `name` of its file below content/notices, without the ending (default from the title)")
	return cmd
}

// draft is one call of the command.
type draft struct {
	starter.Notice
	source, file string
}

func (n *draft) run(in io.Reader, out io.Writer) error {
	if !slices.Contains(starter.Kinds, n.Kind) {
		return usageError{fmt.Errorf("--kind takes %s, not “%s”", strings.Join(starter.Kinds, " or "), n.Kind)}
	}
	if err := isSite(n.source); err != nil {
		return err
	}
	q := questions{in: in, out: out}
	if err := q.ask(&n.Title, "What is the notice about? For example, Council tax", "a title in quotes"); err != nil {
		return err
	}
	if err := n.findController(&q); err != nil {
		return err
	}
	if err := n.nameFile(); err != nil {
		return err
	}
	text, err := n.Text()
	if err != nil {
		return err
	}
	name := path.Join("content/notices", n.file+".md")
	if err := writeNew(filepath.Join(n.source, filepath.FromSlash(name)), []byte(text)); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return usageError{fmt.Errorf("there is a %s already; nothing was written\nGive the new one another name with --file", name)}
		}
		return err
	}
	return show(out, fmt.Sprintf("%s is a draft. Open it, take the # away from the lines that you need,\nand put your own facts in. “notices check” says what is still missing.\n", name))
}

// nameFile gives the file a name after the title, and refuses one that no content
// file can have.
func (n *draft) nameFile() error {
	if n.file == "" {
		n.file = load.Slug(n.Title)
		if n.file == "" {
			return usageError{errors.New("the title has nothing that a file could be named by; name it with --file, such as --file council-tax")}
		}
		return nil
	}
	n.file = strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(n.file), "content/notices/"), ".md")
	if problem := load.NameProblem(n.file); problem != "" {
		return usageError{fmt.Errorf("a file cannot be called “%s”: %s", n.file, problem)}
	}
	return nil
}

// findController takes the controller of the other notices, or the only organisation
// that there is, unless one is named. It must be one that there is.
func (n *draft) findController(q *questions) error {
	root, err := (&sourceFlags{source: n.source}).open()
	if err != nil {
		return err
	}
	read, err := load.Load(root)
	if err != nil {
		return err
	}
	bodies := bodiesOf(read.Corpus)
	if known := controllersOf(read.Corpus); n.Controller == "" && len(known) == 1 {
		n.Controller = known[0]
	} else if n.Controller == "" && len(known) == 0 && len(bodies) == 1 {
		n.Controller = bodies[0]
	}
	if len(bodies) == 0 {
		return usageError{errors.New("there is no organisation yet; write the file of yours into content/organisations first, as docs/writing-a-notice.md shows")}
	}
	if err := q.ask(&n.Controller, "Who is responsible for the data? One of "+strings.Join(bodies, ", "), "--controller"); err != nil {
		return err
	}
	if !slices.Contains(bodies, n.Controller) {
		return usageError{fmt.Errorf("there is no organisation “%s”; there are %s%s", n.Controller, strings.Join(bodies, ", "), nearest(n.Controller, bodies, "; did you mean “%s”?"))}
	}
	return nil
}

func bodiesOf(c *notices.Corpus) (ids []string) {
	for _, o := range c.Organisations {
		ids = append(ids, o.ID.Value)
	}
	return ids
}

// controllersOf gives the controllers that stand alone in a notice.
func controllersOf(c *notices.Corpus) (ids []string) {
	for _, n := range c.Notices {
		if len(n.Controller) == 1 && !slices.Contains(ids, n.Controller[0].Value) {
			ids = append(ids, n.Controller[0].Value)
		}
	}
	return ids
}
