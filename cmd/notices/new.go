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
		Short: "Begin a notice, or the file of an organisation, with a place for each fact",
		Long: `New writes the draft of a notice into content/notices. Each fact that the law asks
for has its place there, with an example behind a #. What “notices check” says of
the draft is the list of what is still to be written. A draft is never published.

It takes the controller from the other notices where there is only one.

With --kind organisation it begins the file of a body in content/organisations: of a
controller, of somebody who gets data, or of a company that works for you. What notices
lack because of it, “notices check” says once they name it.`,
		Example: `  notices new "Council tax"
  notices new "Blue badges" --file parking/blue-badges
  notices new "Elections" --controller returning-officer
  notices new "Our main privacy notice" --kind corporate
  notices new "Othertown Council" --kind organisation`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{fmt.Errorf("“new” takes one title; put it in quotes: notices new \"%s\"", strings.Join(args, " "))}
			}
			n.Title = strings.Join(args, "")
			if ending := filepath.Ext(n.Title); ending == ".md" || ending == ".yaml" {
				return usageError{fmt.Errorf("“%s” is the name of a file, not a title; give both, such as: notices new \"Council tax\" --file council-tax", n.Title)}
			}
			day, err := (&sourceFlags{getenv: getenv}).day(today)
			if err != nil {
				return err
			}
			n.Day = starter.Day(day)
			return n.run(cmd.InOrStdin(), cmd.OutOrStdout())
		},
	}
	cmd.Flags().StringVar(&n.source, "source", ".", "the site's `folder`, which holds content/")
	cmd.Flags().StringVar(&n.Kind, "kind", "service", "what to begin: the notice of a `service, corporate or organisation`")
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
	if err := isSite(n.source); err != nil {
		return err
	}
	q := questions{in: in, out: out}
	if n.Kind == organisationKind {
		return n.body(&q)
	}
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
	if err := writeInside(n.source, name, []byte(text)); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return usageError{fmt.Errorf("there is a %s already; nothing was written\nGive the new one another name with --file", name)}
		}
		return err
	}
	return show(out, fmt.Sprintf("%s is a draft. Open it, take the # away from the lines that you need,\nand put your own facts in. “notices check” says what is still missing.\n", name))
}

// begin writes a file where none is.
func (n *draft) begin(name, text string) error {
	err := writeNew(filepath.Join(n.source, filepath.FromSlash(name)), []byte(withModeline(n.source, name, text)))
	if errors.Is(err, fs.ErrExist) {
		return usageError{fmt.Errorf("there is a %s already; nothing was written\nGive the new one another name with --file", name)}
	}
	return err
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
	n.file = strings.TrimSuffix(strings.TrimPrefix(slashed(n.file), "content/notices/"), ".md")
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
		return usageError{errors.New("there is no organisation yet; begin the file of yours first, such as:\nnotices new \"Anytown Council\" --kind organisation")}
	}
	if err := q.ask(&n.Controller, "Who is responsible for the data? One of "+strings.Join(bodies, ", "), "--controller"); err != nil {
		return err
	}
	if !slices.Contains(bodies, n.Controller) {
		return usageError{fmt.Errorf("there is no organisation “%s”; there are %s%s", n.Controller, strings.Join(bodies, ", "), orBegin(nearest(n.Controller, bodies, "; did you mean “%s”?")))}
	}
	return nil
}

// orBegin says how to begin the file of a body, where no other one was probably meant.
func orBegin(meant string) string {
	if meant != "" {
		return meant
	}
	return "\nTo begin the file of another one: notices new \"its name\" --kind organisation"
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
