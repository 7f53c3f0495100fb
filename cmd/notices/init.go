package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices/load"
	"notices.example/notices/starter"
)

func newInit(today func() time.Time, getenv func(string) string) *cobra.Command {
	var s setUp
	cmd := &cobra.Command{
		Use:   "init [FOLDER]",
		Short: "Begin a site: a small one that is complete, to put your own facts in",
		Long: `Init writes a small site into a folder: the body, its main notice, the notice of
one service, and a page. Nothing is missing in it, so it can be built at once. Its
facts are made up, which every page says until you take that line out.

It never writes over a file, and nothing is written when one is there already.`,
		Example: `  notices init --name "Anytown Council"
  notices init privacy --name "Anytown Council"    into the folder privacy
  notices init --name "City of Anytown" --law eu
  notices init --name "Anytown Council" --schemas            with help from your editor
  notices init --name "Anytown Council" --pipeline github    with what checks and publishes it`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{fmt.Errorf("“init” takes one folder, not %d; put a name of several words in quotes", len(args))}
			}
			s.folder = filepath.Join(append(args, ".")...)
			day, err := (&sourceFlags{getenv: getenv}).day(today)
			if err != nil {
				return err
			}
			return s.run(cmd.InOrStdin(), cmd.OutOrStdout(), day)
		},
	}
	cmd.Flags().StringVar(&s.name, "name", "", "the `name` of the public body")
	cmd.Flags().StringVar(&s.pipeline, "pipeline", "", "also write the files of “notices pipeline”, for `github, gitlab or pre-commit`")
	cmd.Flags().BoolVar(&s.schemas, "schemas", false, "also write the schemas and settings with which an editor helps: see “notices schema”")
	cmd.Flags().StringVar(&s.law, "law", "uk", "whose law it is under: `uk or eu`")
	return cmd
}

// setUp is one call of the command.
type setUp struct {
	folder, name, law string
	pipeline          string // empty for none
	schemas           bool
}

func (s *setUp) run(in io.Reader, out io.Writer, day time.Time) error {
	if s.law != "uk" && s.law != "eu" {
		return usageError{fmt.Errorf("--law takes uk or eu, not “%s”", s.law)}
	}
	q := questions{in: in, out: out}
	if err := q.ask(&s.name, "What is the public body called? For example, Anytown Council", "--name"); err != nil {
		return err
	}
	id := load.Slug(s.name)
	if id == "" {
		return usageError{fmt.Errorf("“%s” has nothing that a file could be named by; --name takes the name of the body, such as \"Anytown Council\"", s.name)}
	}
	files, err := starter.Site{Name: s.name, ID: id, Law: s.law, Day: starter.Day(day)}.Files()
	if err != nil {
		return err
	}
	if s.schemas {
		if files, err = withSchemas(files); err != nil {
			return err
		}
	}
	if s.pipeline != "" {
		more, err := starter.Pipeline{Kind: s.pipeline}.Files()
		if err != nil {
			return err
		}
		files = append(files, more...)
	}
	if err := s.free(files); err != nil {
		return err
	}
	for _, f := range files {
		if err := writeInside(s.folder, f.Path, []byte(f.Text)); err != nil {
			return err
		}
	}
	return s.say(out, files)
}

func (s *setUp) at(name string) string { return filepath.Join(s.folder, filepath.FromSlash(name)) }

// free refuses to begin where a site or one of its files is already.
func (s *setUp) free(files []starter.File) error {
	names := []string{"content"}
	for _, f := range files {
		names = append(names, f.Path)
	}
	for _, name := range names {
		switch _, err := os.Lstat(s.at(name)); {
		case err == nil:
			return usageError{fmt.Errorf("there is a %s in “%s” already; nothing was written\nName another folder: notices init FOLDER", name, s.folder)}
		case !errors.Is(err, fs.ErrNotExist):
			return err
		}
	}
	return nil
}

// say tells what was made, and what comes next.
func (s *setUp) say(out io.Writer, files []starter.File) error {
	var b strings.Builder
	fmt.Fprintf(&b, "A site for %s has begun. Its facts are made up: put your own in.\n\n", s.name)
	for _, f := range files {
		fmt.Fprintf(&b, "  %s\n", filepath.ToSlash(s.at(f.Path)))
	}
	b.WriteString("\nNext:\n")
	if s.folder != "." {
		fmt.Fprintf(&b, "  cd %s\n", inShell(s.folder))
	}
	b.WriteString("  notices serve --open             see it, and see it change when you save\n" +
		"  notices new \"Council tax\"        begin the notice of a service\n" +
		"  notices build                    make the site in public/\n")
	if s.pipeline != "" && !(starter.Pipeline{Kind: s.pipeline}).Filled() {
		b.WriteString("\nThe pipeline needs to know where you keep the program, and its sum: put both in where\nits files have a made-up address and zeros.\n")
	}
	return show(out, b.String())
}

// inShell writes the name of a folder as people type it: in quotes where it has blanks.
func inShell(folder string) string {
	if strings.ContainsAny(folder, " '&();") {
		return `"` + folder + `"`
	}
	return folder
}
