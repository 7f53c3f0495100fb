package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices/report"
	"notices.example/notices/review"
)

func newReview(today func() time.Time, getenv func(string) string) *cobra.Command {
	source := sourceFlags{getenv: getenv}
	var jurisdiction, format string
	cmd := &cobra.Command{
		Use:   "review FILE",
		Short: "Say what a notice that you have now seems to state, and what not",
		Long: `Review reads a notice that is published now, as a text, Markdown, HTML or Word
file, and says which items of Articles 13 and 14 it seems to state, and where;
which ones no words look like; and which words tell readers too little.

` + review.Caution + `

It exits with 1 when there are no words for an item that the law asks for.`,
		Example: `  notices review privacy-notice.docx
  notices review saved-page.html
  notices review notice.txt --format json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Errorf("“review” takes one file, such as: notices review notice.docx")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains([]string{"uk", "eu"}, jurisdiction) {
				return usageError{fmt.Errorf("--law takes uk or eu, not “%s”", jurisdiction)}
			}
			if !slices.Contains([]string{"text", "json"}, format) {
				return usageError{fmt.Errorf("--format takes text or json, not “%s”", format)}
			}
			day, err := source.day(today)
			if err != nil {
				return err
			}
			return reviewFile(cmd.OutOrStdout(), args[0], jurisdiction, format, day)
		},
	}
	cmd.Flags().StringVar(&source.at, "at", "", "judge as of this day, `YYYY-MM-DD` (default today)")
	cmd.Flags().StringVar(&jurisdiction, "law", "uk", "whose `law`: uk or eu")
	cmd.Flags().StringVar(&format, "format", "text", "the `format`: text or json")
	return cmd
}

// reviewFile reads a file and prints what its words tell.
func reviewFile(w io.Writer, name, jurisdiction, format string, day time.Time) error {
	content, err := readLimited(name, review.MaxSize)
	if err != nil {
		return err
	}
	document, err := review.Read(name, content)
	if err != nil {
		return usageError{err}
	}
	if len(document.Passages) == 0 {
		return usageError{fmt.Errorf("there are no words in %s", name)}
	}
	r, err := review.Of(document, jurisdiction, day)
	if err != nil {
		return err
	}
	if format == "json" {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		err = e.Encode(r)
	} else {
		err = show(w, report.Plain(r.Text()))
	}
	if err == nil && r.Count(review.Missing) > 0 {
		return errFindings
	}
	return err
}

// readLimited reads a file that somebody names, and no more of it than it may have.
func readLimited(name string, most int64) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usageError{fmt.Errorf("there is no file “%s”", name)}
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, usageError{fmt.Errorf("“%s” is not a file", name)}
	case info.Size() > most:
		return nil, usageError{fmt.Errorf("“%s” is larger than %d MiB", name, most>>20)}
	}
	return os.ReadFile(name)
}
