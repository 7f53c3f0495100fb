package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"notices.example/notices/report"
	"notices.example/site"
)

func newVerify() *cobra.Command {
	var ignored []string
	cmd := &cobra.Command{
		Use:   "verify [FOLDER]",
		Short: "Say whether a published folder is still as it was published",
		Long: `Verify compares a published folder, public when none is named, with the list of
files that “notices build” left in it, and lists what was changed, what is missing
and what was added since. It changes nothing.

It exits with 1 when something differs. It finds what went wrong by accident: whoever
can change a page can change the list as well.`,
		Example: `  notices verify
  notices verify /srv/www/privacy
  notices verify --ignore .well-known --ignore .htaccess`,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return verify(cmd.OutOrStdout(), "public", ignored)
			case 1:
				return verify(cmd.OutOrStdout(), args[0], ignored)
			}
			return usageError{fmt.Errorf("“verify” takes one folder, not %d", len(args))}
		},
	}
	cmd.Flags().StringArrayVar(&ignored, "ignore", nil, "a `path` in the folder at which files of your own may be; can be given several times")
	return cmd
}

// verify says how a folder differs from what was published to it.
func verify(w io.Writer, folder string, ignored []string) error {
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return usageError{fmt.Errorf("there is no folder “%s”\n“notices build” publishes to public; name another folder, as in: notices verify /srv/www/privacy", folder)}
	}
	v, err := site.Verify(folder, ignored...)
	if errors.Is(err, site.ErrRefused) {
		return usageError{fmt.Errorf("%s cannot be verified: %w", folder, err)}
	}
	if err != nil {
		return fmt.Errorf("verify %s: %w", folder, err)
	}
	if err := show(w, report.Plain(differences(folder, v))); err != nil {
		return err
	}
	if !v.Same() {
		return errFindings
	}
	return nil
}

// differences says what differs, with a word on what to do about it.
func differences(folder string, v site.Verified) string {
	if v.Same() {
		return fmt.Sprintf("%s is just as it was published: %s.\n", folder, counted(v.Files, "file", "files"))
	}
	var b strings.Builder
	if v.CutShort {
		fmt.Fprintf(&b, "The last build of %s did not come to its end. Run “notices build” to finish it.\n", folder)
	}
	for _, name := range v.Changed {
		fmt.Fprintf(&b, "%s was changed after it was published.\n", name)
	}
	for _, name := range v.Missing {
		fmt.Fprintf(&b, "%s is missing.\n", name)
	}
	for _, name := range v.Extra {
		fmt.Fprintf(&b, "%s was not published by this program.\n", name)
	}
	fmt.Fprintf(&b, "%s of %s: %d changed, %d missing, %d added.\n", folder, counted(v.Files, "file", "files"), len(v.Changed), len(v.Missing), len(v.Extra))
	if len(v.Changed) > 0 {
		b.WriteString("“notices build --force” writes the changed ones again; “notices build” alone leaves them as they are.\n")
	}
	if len(v.Missing) > 0 {
		b.WriteString("“notices build” puts back what is missing.\n")
	}
	return b.String()
}
