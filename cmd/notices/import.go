package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices"
	"notices.example/notices/intake"
	"notices.example/notices/load"
	"notices.example/notices/sheet"
	"notices.example/notices/sheet/workbook"
)

func newImport(today func() time.Time, getenv func(string) string) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import",
		Short: "Make drafts from a record of processing, or from an impact assessment",
		Long: `Import reads a document that you have and makes drafts of notices of it. What it
cannot place is told, and is an open question in the draft. Nothing is guessed,
nothing is published, and no file is written over.`,
		Example: `  notices import record ropa.xlsx
  notices import assessment dpia.txt --title "Online surveys"`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.SuggestionsMinimumDistance = 2
	cmd.AddCommand(newImportRecord(today, getenv), newImportAssessment(today, getenv))
	return cmd
}

func newImportRecord(today func() time.Time, getenv func(string) string) *cobra.Command {
	im := importing{getenv: getenv}
	cmd := &cobra.Command{
		Use:   "record FILE",
		Short: "Make drafts from a record of processing (XLSX or CSV)",
		Long: `Record reads a record of processing, Article 30, from a workbook (XLSX) or a CSV
file, and writes the draft of a notice for each service, or business function, in it.

Columns are known by their titles, wherever they stand: those of the template that the
UK's regulator gives to controllers, of “notices record”, and names that are usual
elsewhere. What cannot be placed is told with its row, column and words.`,
		Example: `  notices import record ropa.xlsx
  notices import record ropa.xlsx --dry-run        only tell what would be made
  notices import record ropa.csv --controller anytown-council`,
		RunE: func(cmd *cobra.Command, args []string) error {
			content, err := im.begin(cmd, args, today)
			if err != nil {
				return err
			}
			return im.record(cmd.OutOrStdout(), content)
		},
	}
	im.add(cmd)
	return cmd
}

// importing is one call of a command that imports.
type importing struct {
	getenv             func(string) string
	source, controller string
	dry                bool
	file               string
	site               intake.Site
}

func (im *importing) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&im.source, "source", ".", "the site's `folder`, which holds content/")
	cmd.Flags().StringVar(&im.controller, "controller", "", "who is responsible, where the file names nobody: the `ID` of an organisation")
	cmd.Flags().BoolVar(&im.dry, "dry-run", false, "write nothing, only tell")
}

// begin reads the file, and what has to be known of the site.
func (im *importing) begin(cmd *cobra.Command, args []string, today func() time.Time) ([]byte, error) {
	if len(args) != 1 {
		return nil, usageError{fmt.Errorf("“%s” takes one file", cmd.CommandPath())}
	}
	im.file = args[0]
	day, err := (&sourceFlags{getenv: im.getenv}).day(today)
	if err != nil {
		return nil, err
	}
	d := draft{source: im.source}
	d.Controller = im.controller
	if err := d.findController(&questions{in: cmd.InOrStdin(), out: cmd.OutOrStdout()}); err != nil {
		return nil, err
	}
	bodies, err := namesOfBodies(im.source)
	if err != nil {
		return nil, err
	}
	im.site = intake.Site{Controller: d.Controller, Bodies: bodies, Day: day}
	return readLimited(im.file, sheet.MaxFile)
}

// namesOfBodies gives the IDs of the site's organisations by their names.
func namesOfBodies(source string) (map[string]string, error) {
	root, err := (&sourceFlags{source: source}).open()
	if err != nil {
		return nil, err
	}
	read, err := load.Load(root)
	if err != nil {
		return nil, err
	}
	return bodiesByName(read.Corpus), nil
}

func bodiesByName(c *notices.Corpus) map[string]string {
	bodies := map[string]string{}
	for _, o := range c.Organisations {
		for _, name := range append([]notices.Text{o.Name}, o.AlsoKnownAs...) {
			bodies[strings.ToLower(name.Value)] = o.ID.Value
		}
	}
	return bodies
}

// readTables reads a workbook or a CSV file, whichever it is.
func readTables(name string, content []byte) (tables []*sheet.Table, err error) {
	if strings.HasPrefix(string(content[:min(len(content), 4)]), "PK") || strings.HasPrefix(strings.ToLower(filepath.Ext(name)), ".xls") {
		tables, err = workbook.Read(content)
	} else {
		var t *sheet.Table
		t, err = sheet.ReadCSV(content)
		tables = []*sheet.Table{t}
	}
	if err != nil {
		return nil, usageError{fmt.Errorf("“%s” was not read: %w", name, err)}
	}
	return tables, nil
}

// readRecord reads the record in a file.
func readRecord(name string, content []byte) (*intake.Table, error) {
	tables, err := readTables(name, content)
	if err != nil {
		return nil, err
	}
	table, err := intake.ReadRecord(tables)
	if err != nil {
		return nil, usageError{fmt.Errorf("“%s” holds no record of processing: %w", name, err)}
	}
	return table, nil
}

func (im *importing) record(w io.Writer, content []byte) error {
	table, err := readRecord(im.file, content)
	if err != nil {
		return err
	}
	drafts, unplaced, err := intake.Drafts(table, im.site)
	if err != nil {
		return err
	}
	lines, err := im.write(drafts)
	if err != nil {
		return err
	}
	return say(w, append(lines, account(table, unplaced)...)...)
}

// write writes each draft where no file stands, and tells of it.
func (im *importing) write(drafts []intake.Draft) (lines []string, err error) {
	written, kept := []string{}, []string{}
	for _, d := range drafts {
		name := path.Join("content/notices", d.ID+".md")
		line := fmt.Sprintf("  %s: %s, %s", name, counted(d.Purposes, "purpose", "purposes"), counted(d.Questions, "open question", "open questions"))
		switch there, err := im.isThere(d.ID); {
		case err != nil:
			return nil, err
		case there:
			kept = append(kept, line)
			continue
		case !im.dry:
			if err := writeInside(im.source, name, []byte(d.Text)); err != nil {
				return nil, err
			}
		}
		written = append(written, line)
	}
	if len(written) > 0 && im.dry {
		lines = append(append(lines, "These drafts would be written:"), written...)
	} else if len(written) > 0 {
		lines = append(append(lines, "These are drafts now. “notices check” says what is still missing in them:"), written...)
	}
	if len(kept) > 0 {
		lines = append(append(lines, "Not written, for there is a notice of that name:"), kept...)
	}
	return lines, nil
}

// isThere reports whether there is a notice of that name, in either form.
func (im *importing) isThere(id string) (bool, error) {
	for _, ending := range []string{".md", ".yaml"} {
		switch _, err := os.Lstat(filepath.Join(im.source, "content/notices", filepath.FromSlash(id)+ending)); {
		case err == nil:
			return true, nil
		case !errors.Is(err, fs.ErrNotExist):
			return false, err
		}
	}
	return false, nil
}

// account tells what of a record has no place in the drafts.
func account(t *intake.Table, unplaced []intake.Unplaced) (lines []string) {
	section := func(title string, entries []string) {
		if len(entries) > 0 {
			lines = append(append(lines, "", title), entries...)
		}
	}
	var open, unknown, aside, lost []string
	for _, u := range unplaced {
		if u.Body != "" {
			continue // it is told once for all drafts
		}
		open = append(open, fmt.Sprintf("  %s, %s: “%s”. %s", u.Draft, u.Place(), u.Short(), u.Why))
	}
	for _, a := range t.Asides {
		for _, c := range a.Cells {
			if a.Why == "" {
				unknown = append(unknown, fmt.Sprintf("  %s: “%s”", c.Place(), c.Short()))
			}
		}
		if a.Why != "" && len(a.Cells) > 0 {
			aside = append(aside, fmt.Sprintf("  %s (%s): %s", a.Column, counted(len(a.Cells), "cell", "cells"), a.Why))
		}
	}
	for _, c := range t.Lost {
		lost = append(lost, fmt.Sprintf("  %s: “%s”", c.Place(), c.Short()))
	}
	section("What could not be placed; each is an open question in its draft:", open)
	lines = append(lines, unknownBodies(unplaced)...)
	section("Columns whose titles are not known, and what stands there:", unknown)
	section("Rows without a purpose:", lost)
	section("Columns that were left out:", aside)
	return lines
}

// unknownBodies tells of the controllers that the site has no file of: each once, with the
// drafts that ask about it, and how to begin its file.
func unknownBodies(unplaced []intake.Unplaced) (lines []string) {
	const most = 3
	drafts := map[string][]string{} // by name
	var names []string
	for _, u := range unplaced {
		if u.Body == "" {
			continue
		}
		if drafts[u.Body] == nil {
			names = append(names, u.Body)
		}
		if !slices.Contains(drafts[u.Body], u.Draft) {
			drafts[u.Body] = append(drafts[u.Body], u.Draft)
		}
	}
	if len(names) == 0 {
		return nil
	}
	lines = append(lines, "", "Controllers of which the site has no file; it is an open question in these drafts:")
	for _, name := range names {
		list := drafts[name]
		some := strings.Join(list[:min(len(list), most)], ", ")
		if more := len(list) - most; more > 0 {
			some += fmt.Sprintf(" and %d more", more)
		}
		lines = append(lines, fmt.Sprintf("  “%s” in %s: %s", name, counted(len(list), "draft", "drafts"), some))
	}
	lines = append(lines, "If one is a body of its own, begin its file, name it under “controller” in these drafts, and take the question out:")
	for _, name := range names {
		lines = append(lines, "  notices new "+quoted(name)+" --kind organisation")
	}
	return append(lines, "If it is only another name of a body that there is, write it under “also_known_as” in the file of that body.")
}

// quoted writes a name as people type it on a command line.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, "'") + `"` }
