package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"notices.example/notices/report"
)

// The exit codes are a promise to scripts.
const (
	exitClean       = 0
	exitFindings    = 1 // something has to be put right in the content
	exitUsage       = 2 // called wrongly
	exitEnvironment = 3 // the machine would not let it work
	exitInterrupted = 130
)

// run is the whole program, with the world passed in. It gives the exit code.
func run(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot(today, getenv)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	called, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitClean
	}
	code := exitCode(err)
	if err == context.Canceled { // bare: nothing had begun that has more to say
		err = errors.New("stopped; nothing was changed")
	}
	if !errors.Is(err, errFindings) {
		fmt.Fprint(stderr, report.WithoutCommands("notices: "+report.Plain(err.Error())+"\n"))
	}
	if errors.As(err, new(usageError)) && !saysHow(err) {
		fmt.Fprintf(stderr, "Run “%s --help” for help.\n", called.CommandPath())
	}
	return code
}

// errFindings ends a command that has already shown what is to be put right.
var errFindings = errors.New("there is something to put right")

// usageError is a call that cannot be carried out as it was written.
type usageError struct{ error }

// Unwrap gives the mistake in the call.
func (e usageError) Unwrap() error { return e.error }

func exitCode(err error) int {
	switch {
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, new(usageError)):
		return exitUsage
	}
	return exitEnvironment
}

// saysHow reports whether an error says itself what to do: in a line of its own, or by
// naming what was meant, or what “notices check” says.
func saysHow(err error) bool {
	said := err.Error()
	return strings.Contains(said, "\n") || strings.Contains(said, "did you mean") || strings.Contains(said, "“notices check” says")
}

// today gives the day it is where the program runs, at midnight UTC, which is
// how dates in content are read.
func today() time.Time {
	year, month, day := time.Now().Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// newRoot gives the command with all its subcommands.
func newRoot(today func() time.Time, getenv func(string) string) *cobra.Command {
	root := &cobra.Command{
		Use:   "notices",
		Short: "Check privacy notices and build a site from them",
		Long: `Notices checks a public body's privacy notices for what Articles 13 and 14 of
the UK GDPR ask for, and builds an accessible site from them.

Run it in your site's folder, the one that holds content/. What it says of the
law is not legal advice.`,
		Example: `  notices init --name "Anytown Council"  begin a site, complete and small
  notices review notice.docx         say what a notice that you have now seems to state
  notices new "Council tax"          begin a notice, as a draft that asks for each fact
  notices check                      say what is incomplete, and how to put it right
  notices check --matrix             show which notice says what, at a glance
  notices serve                      show the pages in a browser while you write
  notices build                      publish to public/ when nothing required is missing
  notices build --draft              publish everything, with every page marked as a draft
  notices baseline                   accept the gaps that there are now, so that old notices can be published
  notices explain retention-missing  say why there is a rule, and how to put right what it reports
  notices diff main                  tell in plain words what changes for people
  notices ledger                     keep what each notice means, so that no change goes undated
  notices archive                    keep the words of each notice, so that earlier versions can be read
  notices report --output desk       show a data protection officer how the notices stand
  notices record                     give the record of processing, Article 30, as a spreadsheet
  notices import record ropa.xlsx    make drafts from the record that you have
  notices drift ropa.xlsx            tell where the record and the notices differ
  notices export tilt --output data  write notices for other programs
  notices snippet parking --for sms  say the heart of a notice where people are asked for information
  notices verify                     say whether the published folder is still as it was published
  notices merge shards               put together what several machines made of a large site
  notices eject                      list the layouts and partials that you can make your own
  notices next                       say when something takes effect, ends or is due by itself
  notices pipeline github            have each change checked, and the site published
  notices cms decap                  let people edit the notices in a browser
  notices fmt                        put the facts of content files in one order
  notices doctor                     say what on this computer would stand in your way
  notices schema --write schemas     let your editor help while you write`,
		SilenceErrors:              true,
		SuggestionsMinimumDistance: 2,
		Version:                    versionLine(),
		SilenceUsage:               true,
		Args:                       noArguments,
		PersistentPreRunE:          refuseWords,
		RunE:                       func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetFlagErrorFunc(flagRefused)
	root.AddCommand(newInit(today, getenv), newNew(today, getenv), newCheck(today, getenv), newBuild(today, getenv), newBaseline(today, getenv), newExplain(today, getenv), newEject(), newSchema(), newDiff(today, getenv), newRecord(today, getenv), newExport(today, getenv), newImport(today, getenv), newDrift(today, getenv), newReview(today, getenv), newSnippet(today, getenv), newReport(today, getenv), newLedger(today, getenv), newArchive(today, getenv), newMerge(getenv), newVerify(), newNext(today, getenv), newPipeline(), newCMS(), newFmt(getenv), newDoctor(getenv), newServe(today, getenv), newMan(), newVersion())
	complete(root)
	return root
}

// noArguments refuses words after a command, naming a command that was perhaps
// meant.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return usageError{fmt.Errorf("there is no command “%s”; did you mean “%s %s”?", args[0], cmd.CommandPath(), near[0])}
	}
	if cmd.Flags().Lookup("source") != nil && namesFile(args[0]) {
		return usageError{fmt.Errorf("“%s” always reads the whole site, and not “%s” alone; name another site's folder with --source", cmd.CommandPath(), args[0])}
	}
	if cmd.Flags().Lookup("source") != nil {
		return usageError{fmt.Errorf("“%s” takes no such word: “%s”; it is about the whole site", cmd.CommandPath(), args[0])}
	}
	return usageError{fmt.Errorf("“%s” takes no such word: “%s”", cmd.CommandPath(), args[0])}
}

// namesFile reports whether a word is the path of a file or folder.
func namesFile(word string) bool {
	_, err := os.Stat(word)
	return err == nil || strings.ContainsAny(word, `/\`) || slices.Contains([]string{".md", ".yaml", ".yml"}, filepath.Ext(word))
}
