package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices"
	"notices.example/notices/exchange/dpv"
	"notices.example/notices/exchange/tilt"
)

func newExport(today func() time.Time, getenv func(string) string) *cobra.Command {
	e := export{source: sourceFlags{getenv: getenv}}
	cmd := &cobra.Command{
		Use:   "export FORMAT [NOTICE ...]",
		Short: "Write notices for other programs, as TILT or DPV",
		Long: `Export writes notices in a form that other programs read:

  tilt   the Transparency Information Language: JSON with a schema of its own
  dpv    the W3C community group's Data Privacy Vocabulary: JSON-LD

One notice is printed. With --output it and any others go into a folder, a file
each; without a name these are all notices in force on the day. Where TILT cannot
say what a notice says, or requires what a notice leaves out, you are told.

For a record of processing, see “notices record”.`,
		Example: `  notices export tilt parking-permits
  notices export dpv parking-permits > parking-permits.jsonld
  notices export tilt --output exchange
  notices export dpv --output exchange --replace`,
		ValidArgsFunction: formatThenNotices,
		RunE:              func(cmd *cobra.Command, args []string) error { return e.run(cmd, args, today) },
	}
	e.source.add(cmd.Flags())
	e.to.add(cmd.Flags(), "write a file for each notice into this `folder`", "files that are there")
	return cmd
}

var exportFormats = []string{"tilt", "dpv"}

// export is one call of the command.
type export struct {
	source sourceFlags
	format string
	to     outputFlags
}

// exported is a notice in the form asked for. It has no text when that is not possible.
type exported struct {
	name    string // of its file
	text    []byte
	missing []string
	notes   []string
}

func (e *export) run(cmd *cobra.Command, args []string, today func() time.Time) error {
	if len(args) == 0 || !slices.Contains(exportFormats, args[0]) {
		return usageError{fmt.Errorf("“export” takes a format, %s, and perhaps notices: notices export tilt parking-permits", strings.Join(exportFormats, " or "))}
	}
	e.format = args[0]
	set, day, err := e.source.resolve(today)
	if err != nil {
		return err
	}
	chosen, err := chooseNotices(set, args[1:], day)
	switch {
	case err != nil:
		return err
	case e.to.output == "" && len(chosen) != 1:
		return usageError{fmt.Errorf("%s would be printed one after the other; name one, or write them into a folder with --output FOLDER", counted(len(chosen), "notice", "notices"))}
	}
	if err := e.to.check("FOLDER"); err != nil {
		return err
	}
	return e.write(cmd, set, chosen, day)
}

// chooseNotices gives the notices that are named, whatever their standing, or else all
// that are in force on the day.
func chooseNotices(set *notices.Set, ids []string, day time.Time) (chosen []*notices.Complete, err error) {
	for _, word := range ids {
		id := noticeID(word)
		i := slices.IndexFunc(set.Notices, func(c *notices.Complete) bool { return c.ID.Value == id })
		if i < 0 {
			return nil, usageError{fmt.Errorf("there is no notice “%s”; a notice is named by its file below content/notices, without the ending%s", id, nearNotice(set, id))}
		}
		chosen = append(chosen, set.Notices[i])
	}
	if len(ids) > 0 {
		return chosen, nil
	}
	for _, c := range set.Notices {
		if c.Standing(day) == notices.InForce {
			chosen = append(chosen, c)
		}
	}
	return chosen, nil
}

// write writes each notice, or says why it cannot be written.
func (e *export) write(cmd *cobra.Command, set *notices.Set, chosen []*notices.Complete, day time.Time) error {
	written, refused := 0, 0
	for _, c := range chosen {
		x, err := e.of(set, c, day)
		if err != nil {
			return err
		}
		if lines := x.tell(c); len(lines) > 0 {
			if err := say(cmd.ErrOrStderr(), lines...); err != nil {
				return err
			}
		}
		switch {
		case x.text == nil:
			refused++
			continue
		case e.to.output == "":
			_, err = cmd.OutOrStdout().Write(x.text)
		default:
			err = e.to.writeInside(filepath.ToSlash(x.name), x.text)
		}
		if err != nil {
			return err
		}
		written++
	}
	if e.to.output != "" {
		if err := say(cmd.OutOrStdout(), fmt.Sprintf("%s written to %s.", wasOrWere(written), e.to.output)); err != nil {
			return err
		}
	}
	if refused > 0 {
		return errFindings
	}
	return nil
}

func wasOrWere(n int) string {
	if n == 1 {
		return "1 notice was"
	}
	return fmt.Sprintf("%d notices were", n)
}

// of gives a notice in the format.
func (e *export) of(set *notices.Set, c *notices.Complete, day time.Time) (*exported, error) {
	page := "notices/" + c.ID.Value + ".html"
	if site := set.Corpus.Site; site != nil && site.BaseURL.Said() {
		page = strings.TrimSuffix(site.BaseURL.Value, "/") + "/" + page
	}
	if e.format == "dpv" {
		doc, err := dpv.Of(set, c, page, day)
		if err != nil {
			return nil, err
		}
		text, err := indented(doc)
		return &exported{name: path.Clean(c.ID.Value) + ".jsonld", text: text}, err
	}
	doc, err := tilt.Of(set, c, page, day)
	if err != nil {
		return nil, err
	}
	x := &exported{name: path.Clean(c.ID.Value) + ".tilt.json", missing: doc.Missing, notes: doc.Notes}
	if doc.Document != nil {
		x.text, err = indented(doc.Document)
	}
	return x, err
}

func indented(value any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	err := enc.Encode(value)
	return b.Bytes(), err
}

// tell gives what people should know of a notice's export.
func (x *exported) tell(c *notices.Complete) (lines []string) {
	switch {
	case len(x.missing) > 0:
		lines = append(lines, fmt.Sprintf("%s is not written, for TILT requires what the notice does not say:", c.ID.Value))
	case len(x.notes) > 0:
		lines = append(lines, c.ID.Value+":")
	}
	for _, list := range [][]string{x.missing, x.notes} {
		for _, line := range list {
			lines = append(lines, "  - "+line)
		}
		if len(x.missing) > 0 {
			break // what the document would leave out is of no interest yet
		}
	}
	return lines
}
