package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"notices.example/notices"
	"notices.example/notices/load"
	"notices.example/notices/report"
)

// The words of a command line are completed at the shell: “notices completion” gives
// the script for bash, zsh, fish or PowerShell. What stands in the site is read for it
// as far as it can be; an error there is silence.

// folderFlags take a folder.
var folderFlags = []string{"source", "output", "write", "dir"}

// fileFlags take a file, of the commands whose flag of that name takes no folder.
var fileFlags = map[string][]string{"record": {"output"}, "snippet": {"output"}, "baseline": {"against"}, "next": {"output"}}

// complete has the shell offer what flags and commands take.
func complete(root *cobra.Command) {
	for _, cmd := range documented(root)[1:] {
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if offer := offerOf(cmd, f); offer != nil {
				_ = cmd.RegisterFlagCompletionFunc(f.Name, offer) // fails only for a flag that has an offer already
			}
		})
		if cmd.ValidArgsFunction == nil && cmd.ValidArgs == nil {
			cmd.ValidArgsFunction = argumentsOf(cmd)
		}
	}
}

// offerOf gives what completes the value of a flag; nil leaves it to the shell, which
// offers files.
func offerOf(cmd *cobra.Command, f *pflag.Flag) cobra.CompletionFunc {
	switch words := flagWords[cmd.Name()][f.Name]; {
	case words != nil:
		return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
	case slices.Contains(fileFlags[cmd.Name()], f.Name):
		return nil
	case slices.Contains(folderFlags, f.Name):
		return cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)
	case f.Name == "report":
		return reportNames
	case f.Name == "editor":
		return cobra.FixedCompletions(append(slices.Sorted(maps.Keys(editors)), "none"), cobra.ShellCompDirectiveNoFileComp)
	case f.Name == "controller":
		return organisationIDs
	}
	return cobra.NoFileCompletions
}

// argumentsOf gives what completes the words after a command; nil leaves it to the
// shell.
func argumentsOf(cmd *cobra.Command) cobra.CompletionFunc {
	switch cmd.Name() {
	case "snippet":
		return firstOnly(noticeIDs)
	case "diff", "verify", "init":
		return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		}
	case "review":
		return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return []cobra.Completion{"html", "htm", "md", "txt", "docx"}, cobra.ShellCompDirectiveFilterFileExt
		}
	case "new":
		return cobra.NoFileCompletions
	}
	if cmd.Args != nil && cmd.Args(cmd, []string{"a word"}) != nil {
		return cobra.NoFileCompletions
	}
	return nil // the shell offers files
}

// firstOnly offers words for the first argument alone.
func firstOnly(offer cobra.CompletionFunc) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return offer(cmd, args, begun)
	}
}

func formatThenNotices(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return exportFormats, cobra.ShellCompDirectiveNoFileComp
	}
	return noticeIDs(cmd, args[1:], begun)
}

// noticeIDs offers the notices of the site that are not named yet, with their titles.
func noticeIDs(cmd *cobra.Command, args []string, begun string) (list []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, n := range siteAround(cmd).Corpus.Notices {
		if id := n.ID.Value; strings.HasPrefix(id, begun) && !slices.Contains(args, id) {
			list = append(list, cobra.CompletionWithDesc(id, report.Plain(n.Title.Value)))
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp
}

// organisationIDs offers the organisations of the site, with their names.
func organisationIDs(cmd *cobra.Command, _ []string, begun string) (list []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, o := range siteAround(cmd).Corpus.Organisations {
		if strings.HasPrefix(o.ID.Value, begun) {
			list = append(list, cobra.CompletionWithDesc(o.ID.Value, report.Plain(o.Name.Value)))
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp
}

// siteAround reads the site that the command line names so far; an empty one when there
// is none.
func siteAround(cmd *cobra.Command) *load.Result {
	source := sourceFlags{source: "."}
	if f := cmd.Flags().Lookup("source"); f != nil {
		source.source = f.Value.String()
	}
	if root, err := source.openRoot(); err == nil {
		defer root.Close()
		if read, err := load.Load(root.FS()); err == nil {
			return read
		}
	}
	return &load.Result{Corpus: &notices.Corpus{}}
}

// reportNames offers the formats of reports; a file may follow behind an equals sign.
func reportNames(_ *cobra.Command, _ []string, begun string) (list []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, f := range report.Formats() {
		if strings.HasPrefix(f.Name, begun) {
			list = append(list, cobra.CompletionWithDesc(f.Name, f.For))
		}
	}
	return list, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}
