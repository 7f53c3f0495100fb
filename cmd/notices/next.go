package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices/agenda"
)

func newNext(today func() time.Time, getenv func(string) string) *cobra.Command {
	n := upcoming{source: sourceFlags{getenv: getenv}}
	cmd := &cobra.Command{
		Use:   "next",
		Short: "Say on which day something next takes effect, ends, is due, or changes in law",
		Long: `Next says on which day the site will be published or judged differently although
nobody has changed it: a notice takes effect or expires, a review or the time of an
accepted gap is over, the law changes. Build the site again on that day.

For a pipeline, --output next-build.json writes it for programs; docs/pipelines.md
says what is in that file. It is the same whenever it is made on one day.`,
		Example: `  notices next
  notices next --format json
  notices next --output next-build.json    for a pipeline that runs by the clock`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return n.run(cmd, today) },
	}
	n.source.add(cmd.Flags())
	cmd.Flags().StringVar(&n.format, "format", "text", "how to print: `text or json`")
	cmd.Flags().StringVar(&n.output, "output", "", "write it, as JSON, to this `file`")
	return cmd
}

// upcoming is one call of the command.
type upcoming struct {
	source sourceFlags
	format string
	output string
}

// nextBuild is the form of next-build.json.
type nextBuild struct {
	Form  int       `json:"form"`           // of this file: 1
	AsOf  string    `json:"as_of"`          // the day that it was made for
	Next  string    `json:"next,omitempty"` // the first day on which anything is different; absent when there is none
	Comes []comesUp `json:"comes"`          // everything that is known of, the first day first
}

type comesUp struct {
	Day    string      `json:"day"`
	Kind   agenda.Kind `json:"kind"`
	Notice string      `json:"notice,omitempty"`
	File   string      `json:"file,omitempty"`
	Line   int         `json:"line,omitempty"`
	Says   string      `json:"says"`
}

func (n *upcoming) run(cmd *cobra.Command, today func() time.Time) error {
	set, day, err := n.source.resolve(today)
	if err != nil {
		return err
	}
	entries, err := agenda.After(set, day)
	if err != nil {
		return err
	}
	if n.output == "" && n.format == "text" {
		return say(cmd.OutOrStdout(), agendaLines(entries)...)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(nextOf(entries, day)); err != nil {
		return err
	}
	if n.output != "" {
		return replaceFile(n.output, b.Bytes())
	}
	_, err = cmd.OutOrStdout().Write(b.Bytes())
	return err
}

// nextOf gives what programs read.
func nextOf(entries []agenda.Entry, day time.Time) nextBuild {
	next := nextBuild{Form: 1, AsOf: day.Format(time.DateOnly), Comes: []comesUp{}}
	for _, e := range entries {
		next.Comes = append(next.Comes, comesUp{e.Day.Format(time.DateOnly), e.Kind, e.Notice, e.Pos.File, e.Pos.Line, e.Says})
	}
	if len(next.Comes) > 0 {
		next.Next = next.Comes[0].Day
	}
	return next
}

// agendaLines are what people read.
func agendaLines(entries []agenda.Entry) []string {
	if len(entries) == 0 {
		return []string{"Nothing is known of that would change by itself."}
	}
	var lines []string
	for i := 0; i < len(entries); {
		e := entries[i]
		if i == 0 || !e.Day.Equal(entries[i-1].Day) {
			lines = append(lines, longDay(e.Day))
		}
		many := alike(entries[i:])
		if few := 3; many < few {
			lines, i = append(lines, "  "+e.Says), i+1
			continue
		}
		lines, i = append(lines, fmt.Sprintf("  %d accepted gaps of %s count again: “notices check --at %s” shows them.", many, e.Notice, e.Day.Format(time.DateOnly))), i+many
	}
	return append(lines, "", fmt.Sprintf("Check and build the site again on %s.", longDay(entries[0].Day)))
}

// alike gives how many accepted gaps of the first one's notice count again on its day.
func alike(entries []agenda.Entry) (n int) {
	first := entries[0]
	for n < len(entries) && entries[n].Kind == agenda.AcceptanceOver && entries[n].Notice == first.Notice && entries[n].Day.Equal(first.Day) {
		n++
	}
	return n
}
