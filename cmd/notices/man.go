package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func newMan() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "man [COMMAND]",
		Short: "Give the manual as man pages",
		Long: `Man prints the man page of a command, or of the program when none is named. With
--dir it writes all of them into a folder, such as one that MANPATH names.`,
		Example: `  notices man check | man -l -
  notices man --dir ~/.local/share/man/man1`,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) > 0 && dir != "":
				return usageError{errors.New("“man” takes a command, or --dir FOLDER for the pages of all")}
			case dir != "":
				return writeManual(cmd.OutOrStdout(), cmd.Root(), dir)
			}
			return printManual(cmd.OutOrStdout(), cmd.Root(), args)
		},
	}
	cmd.ValidArgsFunction = firstOnly(commandNames)
	cmd.Flags().StringVar(&dir, "dir", "", "write all pages into this `folder`")
	return cmd
}

// commandNames offers the commands that have a page.
func commandNames(cmd *cobra.Command, _ []string, begun string) (list []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, c := range cmd.Root().Commands() {
		if c.IsAvailableCommand() && strings.HasPrefix(c.Name(), begun) {
			list = append(list, cobra.CompletionWithDesc(c.Name(), c.Short))
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp
}

// documented are the program and its commands, in the order of their names.
func documented(root *cobra.Command) []*cobra.Command {
	list := []*cobra.Command{root}
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			list = append(list, documented(c)...)
		}
	}
	return list
}

func printManual(w io.Writer, root *cobra.Command, args []string) error {
	path := strings.Join(append([]string{root.Name()}, args...), " ")
	for _, c := range documented(root) {
		if c.CommandPath() == path {
			_, err := w.Write(manPage(c))
			return err
		}
	}
	err := noArguments(root, args)
	if err != nil && !strings.Contains(err.Error(), "did you mean") {
		err = usageError{fmt.Errorf("there is no command “notices %s” that a page could be about", strings.Join(args, " "))}
	}
	return err
}

// manMark is how a page of ours is known: nothing else is written over.
const manMark = `.\" A man page of notices, written by “notices man”.`

func writeManual(w io.Writer, root *cobra.Command, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	list := documented(root)
	for _, c := range list {
		name := filepath.Join(dir, manName(c)+".1")
		old, err := os.ReadFile(name)
		switch {
		case err == nil && !bytes.Contains(old, []byte(manMark)):
			return usageError{fmt.Errorf("%s is there already and is not from notices; nothing was written over it\nMove it, or name another folder", name)}
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return err
		}
		if err := replaceFile(name, manPage(c)); err != nil {
			return err
		}
	}
	return say(w, fmt.Sprintf("%s are in %s.", counted(len(list), "man page", "man pages"), dir))
}

// manName is what the page of a command is called.
func manName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// manPage gives the page of a command. It is the same each time: no day is in it.
func manPage(c *cobra.Command) []byte {
	c.InitDefaultHelpFlag()
	c.InitDefaultVersionFlag()
	p := &manual{}
	fmt.Fprintf(&p.Buffer, "'\\\" -*- coding: UTF-8 -*-\n%s\n.TH %s 1 \"\" %s \"User Commands\"\n.nh\n", manMark, quotedRoff(strings.ToUpper(manName(c))), quotedRoff("notices "+version()))
	p.section("NAME")
	fmt.Fprintf(&p.Buffer, "%s \\- %s\n", roff(manName(c)), roff(c.Short))
	p.section("SYNOPSIS")
	fmt.Fprintf(&p.Buffer, "\\fB%s\\fR\n", roff(c.UseLine()))
	p.section("DESCRIPTION")
	p.prose(cmp.Or(c.Long, c.Short+"."))
	p.flags(c)
	if c.Example != "" {
		p.section("EXAMPLES")
		p.literal(c.Example)
	}
	p.section("EXIT STATUS")
	p.prose(exitWords)
	p.section("SEE ALSO")
	p.others(c)
	return p.Bytes()
}

const exitWords = `  0    there is nothing to put right
  1    something has to be put right in the content
  2    the program was called wrongly
  3    the machine would not let it work
  130  it was interrupted`

// manual is a man page as it is written, in the language of roff.
type manual struct{ bytes.Buffer }

func (p *manual) section(name string) { fmt.Fprintf(&p.Buffer, ".SH %s\n", name) }

// prose writes paragraphs. Lines that are indented stay as they are.
func (p *manual) prose(text string) {
	for paragraph := range strings.SplitSeq(strings.TrimSpace(text+"\n"), "\n\n") {
		p.WriteString(".PP\n")
		if strings.Contains("\n"+paragraph, "\n  ") {
			p.literal(paragraph)
			continue
		}
		for line := range strings.SplitSeq(paragraph, "\n") {
			p.WriteString(roff(line) + "\n")
		}
	}
}

// literal writes lines that stay as they are.
func (p *manual) literal(text string) {
	p.WriteString(".nf\n")
	for line := range strings.SplitSeq(text, "\n") {
		p.WriteString(roff(line) + "\n")
	}
	p.WriteString(".fi\n")
}

func (p *manual) flags(c *cobra.Command) {
	if !c.HasAvailableLocalFlags() {
		return
	}
	p.section("OPTIONS")
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		value, usage := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		fmt.Fprintf(&p.Buffer, ".TP\n\\fB%s\\fR", roff(name))
		if value != "" {
			fmt.Fprintf(&p.Buffer, " \\fI%s\\fR", roff(value))
		}
		p.WriteString("\n" + roff(usage))
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" {
			p.WriteString(roff(" (default " + f.DefValue + ")"))
		}
		p.WriteByte('\n')
	})
}

// others names the pages that belong to this one.
func (p *manual) others(c *cobra.Command) {
	var names []string
	for _, other := range documented(c.Root()) {
		if other != c && (c == other.Parent() || other == c.Parent()) {
			names = append(names, "\\fB"+roff(manName(other))+"\\fR(1)")
		}
	}
	p.WriteString(strings.Join(names, ", ") + "\n")
}

// roff writes words so that they stand for themselves, also at the start of a line.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	return text
}

func quotedRoff(text string) string { return `"` + strings.ReplaceAll(roff(text), `"`, `\(dq`) + `"` }
