package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"notices.example/notices/intake"
)

func newImportAssessment(today func() time.Time, getenv func(string) string) *cobra.Command {
	im, title := importing{getenv: getenv}, ""
	cmd := &cobra.Command{
		Use:   "assessment FILE",
		Short: "Make a draft from a privacy impact assessment (text, XLSX or CSV)",
		Long: `Assessment reads a privacy impact assessment that is a form of numbered questions, and
writes the draft of a notice. A text file (.txt or .md) has each answer below its
question; a workbook or CSV file beside it. From Word or PDF, save it as plain text.

Lists and plain answers become facts. What is not answered, is left “for the data
protection officer to advise”, or can be read in two ways is an open question of the
draft. Answers that no notice gives are told. Look through the draft for names of
people: a notice names roles.`,
		Example: `  notices import assessment dpia.txt --title "Online surveys"
  notices import assessment dpia.xlsx --dry-run`,
		RunE: func(cmd *cobra.Command, args []string) error {
			content, err := im.begin(cmd, args, today)
			if err != nil {
				return err
			}
			form, err := readForm(im.file, content)
			if err != nil {
				return err
			}
			if title != "" {
				form.Title = title
			}
			return im.assessment(cmd.OutOrStdout(), form)
		},
	}
	im.add(cmd)
	cmd.Flags().StringVar(&title, "title", "", "the notice's `title` (default: the name of the project)")
	return cmd
}

// readForm reads an assessment from a table or a text.
func readForm(name string, content []byte) (*intake.Form, error) {
	lower := strings.ToLower(name)
	if strings.HasSuffix(lower, ".csv") || strings.HasSuffix(lower, ".xlsx") || strings.HasSuffix(lower, ".xls") {
		tables, err := readTables(name, content)
		if err != nil {
			return nil, err
		}
		return intake.ReadAnswers(tables), nil
	}
	if !utf8.Valid(content) || bytes.IndexByte(content, 0) >= 0 {
		return nil, usageError{fmt.Errorf("“%s” is no text in UTF-8; save the assessment as plain text (UTF-8), or as .xlsx", name)}
	}
	return intake.ReadAssessment(string(content)), nil
}

func (im *importing) assessment(w io.Writer, form *intake.Form) error {
	if form.Title == "" {
		return usageError{fmt.Errorf("the assessment does not name its project; give the notice a title with --title")}
	}
	d, left, err := intake.DraftOf(form, im.site)
	if err != nil {
		return usageError{fmt.Errorf("“%s” is no assessment that can be read: %w", im.file, err)}
	}
	lines, err := im.write([]intake.Draft{d})
	if err != nil {
		return err
	}
	return say(w, append(lines, leftAnswers(left)...)...)
}

// leftAnswers tells of the answers that did not become facts.
func leftAnswers(left []intake.Left) (lines []string) {
	var open, others []string
	for _, l := range left {
		line := fmt.Sprintf("  line %d, %s %s", l.Line, l.Question, l.Why)
		if l.Open {
			open = append(open, line)
		} else {
			others = append(others, line)
		}
	}
	if len(open) > 0 {
		lines = append(append(lines, "", "Open questions in the draft:"), open...)
	}
	if len(others) > 0 {
		lines = append(append(lines, "", "Answers that are not in the draft, or not all of them:"), others...)
	}
	return lines
}
