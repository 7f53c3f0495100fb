package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices"
	"notices.example/notices/report"
	"notices.example/notices/snippet"
)

// channels are what a short text can be for.
var channels = []string{"form", "sms", "phone", "poster"}

func newSnippet(today func() time.Time, getenv func(string) string) *cobra.Command {
	s := shortText{source: sourceFlags{getenv: getenv}}
	cmd := &cobra.Command{
		Use:   "snippet NOTICE",
		Short: "Say the heart of a notice on a form, by text message, on the phone, on a poster",
		Long: `Snippet makes a short text of a notice's own facts, for where people are asked for
their information. It leads to the notice, where the rest is.

  form    a paragraph to put beside the fields of a form
  sms     a text message; it says how many messages that is
  phone   what to say to somebody who calls, before asking for anything
  poster  a page to print on A4, with a square of dots that leads a phone to the notice`,
		Example: `  notices snippet parking-permits --for form
  notices snippet parking-permits --for sms
  notices snippet parking-permits --for poster --output poster.html`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("“snippet” takes one notice, such as: notices snippet parking-permits")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return s.run(cmd, args[0], today) },
	}
	s.source.add(cmd.Flags())
	cmd.Flags().StringVar(&s.channel, "for", "form", "what the text is `for`: form, sms, phone or poster")
	s.to.add(cmd.Flags(), "write to this `file` (default: print)", "the file if it is there")
	return cmd
}

// shortText is one call of the command.
type shortText struct {
	source  sourceFlags
	channel string
	to      outputFlags
}

func (s *shortText) run(cmd *cobra.Command, id string, today func() time.Time) error {
	if !slices.Contains(channels, s.channel) {
		return usageError{fmt.Errorf("--for takes %s, not “%s”", strings.Join(channels, ", "), s.channel)}
	}
	if err := s.to.check("FILE"); err != nil {
		return err
	}
	e, err := s.source.examine(cmd.Context(), today, nil)
	if err != nil {
		return err
	}
	facts, err := e.facts(id)
	if err != nil {
		return err
	}
	text, aside, err := s.make(facts)
	if err != nil {
		return err
	}
	if aside != "" {
		fmt.Fprintln(cmd.ErrOrStderr(), aside)
	}
	if s.to.output != "" {
		return s.to.write([]byte(text))
	}
	return show(cmd.OutOrStdout(), text)
}

// facts gives what a short text says of a notice. One with gaps would send people to a
// page that is not there, or says less than it has to.
func (e *examined) facts(id string) (snippet.Facts, error) {
	id = noticeID(id)
	i := slices.IndexFunc(e.set.Notices, func(c *notices.Complete) bool { return c.ID.Value == id })
	if i < 0 {
		return snippet.Facts{}, usageError{fmt.Errorf("there is no notice “%s”%s", id, nearNotice(e.set, id))}
	}
	gaps := 0
	for _, f := range e.findings {
		if f.Notice == id && f.Blocks() {
			gaps++
		}
	}
	if gaps > 0 {
		return snippet.Facts{}, usageError{fmt.Errorf("%s cannot be published yet: %s; “notices check” says what", id, counted(gaps, "thing has to be put right first", "things have to be put right first"))}
	}
	facts, err := snippet.Of(e.set, e.set.Notices[i], e.day, e.address(id))
	if err != nil {
		return facts, usageError{fmt.Errorf("%s: %w", id, err)}
	}
	return facts, nil
}

// address gives the address of a notice's page; it is empty when the site does not say
// where it is published.
func (e *examined) address(id string) string {
	site := e.set.Corpus.Site
	if site == nil || !site.BaseURL.Said() {
		return ""
	}
	return strings.TrimSuffix(site.BaseURL.Value, "/") + "/notices/" + id + ".html"
}

// make gives the text, and what to tell whoever asked for it.
func (s *shortText) make(f snippet.Facts) (text, aside string, err error) {
	switch s.channel {
	case "sms":
		m := f.SMS()
		return m.Text + "\n", counted(m.Parts, "message", "messages") + ".", nil
	case "phone":
		return report.Plain(f.Phone()) + "\n", "", nil
	case "poster":
		page, err := f.Poster()
		return string(page), "", err
	}
	return report.Plain(f.Form()) + "\n", "", nil
}
