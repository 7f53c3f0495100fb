package main

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

func newDoctor(getenv func(string) string) *cobra.Command {
	d := doctor{build: build{getenv: getenv, source: sourceFlags{getenv: getenv}}, system: runtime.GOOS}
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Say what on this computer would stand in your way, and how to put it right",
		Long: `Doctor looks at what is around the content: whether the site is found and its files
are text, whether the folder for the pages can be used, whether git, a browser and a
port are there, whether the system tells of saved files. Of each thing it says how it
is and how to put it right. It changes nothing. What the notices say, “notices check”
looks at.

It exits with 1 when something stands in the way. What is only a note costs you
something, such as a feature, and can stay as it is.`,
		Example: `  notices doctor
  notices doctor --output /srv/www/privacy    where build is to publish
  notices doctor --format json                for other programs, or to send to who helps`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return d.run(cmd) },
	}
	cmd.Flags().StringVar(&d.source.source, "source", ".", "the site's `folder`, which holds content/")
	cmd.Flags().StringVar(&d.output, "output", "public", "the `folder` that build writes the site to; below --source when it is a relative path")
	cmd.Flags().StringVar(&d.format, "format", "text", "how to print: `text or json`")
	return cmd
}

// doctor is one call of the command.
type doctor struct {
	build
	format string
	system string // runtime.GOOS
}

// The states of what was looked at. What is wrong stands in the way.
const (
	stateGood  = "good"
	stateNote  = "note"
	stateWrong = "wrong"
)

// seen is one thing that was looked at.
type seen struct {
	Name  string `json:"name"`
	State string `json:"state"` // good, note or wrong
	Said  string `json:"said"`
	Fix   string `json:"fix,omitempty"` // how to put it right; nothing when it is good
}

func good(name, said string) seen       { return seen{name, stateGood, said, ""} }
func noted(name, said, fix string) seen { return seen{name, stateNote, said, fix} }
func wrong(name, said, fix string) seen { return seen{name, stateWrong, said, fix} }

func (d *doctor) run(cmd *cobra.Command) error {
	if d.format != "text" && d.format != "json" {
		return usageError{fmt.Errorf("--format takes text or json, not “%s”%s", d.format, nearest(d.format, []string{"text", "json"}, "; did you mean “%s”?"))}
	}
	list := []seen{good("version", versionLine())}
	folder, found := d.lookForSite()
	list = append(list, folder)
	if found {
		list = append(list, d.lookAtContent()...)
		list = append(list, d.lookAtOutput(), d.lookAtCache(), d.lookAtWatching())
	}
	list = append(list, d.lookAtGit(cmd.Context(), found), d.lookAtPort(), d.lookAtBrowser(), d.lookAtTerminal(cmd.OutOrStdout()))
	if err := d.print(cmd.OutOrStdout(), list); err != nil {
		return err
	}
	if inTheWay(list) > 0 {
		return errFindings
	}
	return nil
}

func inTheWay(list []seen) (n int) {
	for _, s := range list {
		if s.State == stateWrong {
			n++
		}
	}
	return n
}

func (d *doctor) print(w io.Writer, list []seen) error {
	if d.format == "json" {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(struct {
			Version string `json:"version"`
			System  string `json:"system"`
			Good    bool   `json:"good"`
			Checks  []seen `json:"checks"`
		}{version(), d.system + "/" + runtime.GOARCH, inTheWay(list) == 0, list})
	}
	return say(w, d.lines(list)...)
}

// lines are what people read: first what is good, then what is not, so that it is the
// last on the screen.
func (d *doctor) lines(list []seen) (lines []string) {
	order := []string{stateGood, stateNote, stateWrong}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b seen) int { return slices.Index(order, a.State) - slices.Index(order, b.State) })
	for _, s := range list {
		lines = append(lines, fmt.Sprintf("%-6s %-9s %s", s.State, s.Name, s.Said))
		for fix := range strings.SplitSeq(s.Fix, "\n") {
			if fix != "" {
				lines = append(lines, strings.Repeat(" ", 17)+fix)
			}
		}
	}
	outcome := "Nothing stands in your way."
	if n := inTheWay(list); n > 0 {
		outcome = counted(n, "thing stands", "things stand") + " in your way."
	}
	return append(lines, "", outcome)
}
