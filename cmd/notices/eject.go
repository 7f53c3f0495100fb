package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/cobra"

	"notices.example/site"
)

func newEject() *cobra.Command {
	var source string
	cmd := &cobra.Command{
		Use:   "eject [NAME]",
		Short: "Write a built-in layout or partial into your site, to change it",
		Long: `Eject writes a built-in file into your site's own layouts or partials folder.
Your file is used instead from then on, so changes to the built-in one in later
releases no longer reach your pages: eject as little as you need. To go back,
delete your file. Without a name it lists what there is.

What a layout can show is described in docs/layouts.md.`,
		Example: `  notices eject                        list what there is
  notices eject bottom                 the end of every page, with its footer
  notices eject layouts/home.html
  notices eject key-facts.css`,
		ValidArgsFunction: builtInNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			all, err := site.BuiltIns()
			if err != nil {
				return err
			}
			switch len(args) {
			case 0:
				return listBuiltIns(cmd.OutOrStdout(), all)
			case 1:
				return eject(cmd.OutOrStdout(), source, args[0], all)
			}
			return usageError{fmt.Errorf("“eject” takes one name, not %d", len(args))}
		},
	}
	cmd.Flags().StringVar(&source, "source", ".", "the site's `folder`, which holds content/")
	return cmd
}

func listBuiltIns(w io.Writer, all []site.BuiltIn) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, f := range all {
		fmt.Fprintf(table, "%s\t%s\n", f.Path, f.About)
	}
	return table.Flush()
}

// eject writes one built-in file into the site. It never replaces a file.
func eject(w io.Writer, source, name string, all []site.BuiltIn) error {
	f, err := builtInCalled(name, all)
	if err != nil {
		return err
	}
	if err := isSite(source); err != nil {
		return err
	}
	if err := writeInside(source, f.Path, f.Content); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return usageError{fmt.Errorf("your site has its own %s already; nothing was changed\nTo start again from the built-in one, delete yours first", f.Path)}
		}
		return err
	}
	_, err = fmt.Fprintf(w, "%s is yours to change: %s.\nThe site is made with it from now on. To go back to the built-in one, delete it.\n", f.Path, f.About)
	return err
}

// isSite refuses a folder that holds no site.
func isSite(folder string) error {
	if info, err := os.Stat(filepath.Join(folder, "content")); err != nil || !info.IsDir() {
		return usageError{fmt.Errorf("there is no content folder in %s, so this is not a site\nGo to your site's folder, or name it with --source FOLDER; to begin a site, see “notices init --help”", describe(folder))}
	}
	return nil
}

// writeNew writes a file that is not there yet.
func writeNew(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Close())
}

// builtInCalled finds a file by its path, its name, or its name without the
// ending, which means the template and not its style.
func builtInCalled(name string, all []site.BuiltIn) (site.BuiltIn, error) {
	name = strings.TrimPrefix(filepath.ToSlash(name), "./")
	for _, same := range []func(string) bool{
		func(p string) bool { return p == name },
		func(p string) bool { return path.Base(p) == name },
		func(p string) bool { return path.Base(p) == name+".html" },
		func(p string) bool { return path.Base(p) == name+".css" || path.Base(p) == name+".yaml" },
	} {
		var found []site.BuiltIn
		var paths []string
		for _, f := range all {
			if same(f.Path) {
				found, paths = append(found, f), append(paths, f.Path)
			}
		}
		switch len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			return site.BuiltIn{}, usageError{fmt.Errorf("“%s” could be any of these; give its path:\n  %s", name, strings.Join(paths, "\n  "))}
		}
	}
	return site.BuiltIn{}, usageError{fmt.Errorf("there is no built-in file “%s”%s\n“notices eject” lists them all", name, meant(name, all))}
}

// meant names the file that was perhaps meant.
func meant(name string, all []site.BuiltIn) string {
	stem := func(p string) string { return strings.TrimSuffix(path.Base(p), path.Ext(p)) }
	word := strings.ToLower(stem(name))
	best, fewest := "", len(word)/3+1
	for _, f := range all {
		if path.Ext(f.Path) == ".css" && path.Ext(name) != ".css" {
			continue // the template beside it is meant
		}
		if n := levenshtein.ComputeDistance(word, stem(f.Path)); n < fewest {
			best, fewest = f.Path, n
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean “notices eject %s”?", best)
}

// builtInNames completes a name at the shell.
func builtInNames(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	all, err := site.BuiltIns()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var list []cobra.Completion
	for _, f := range all {
		if strings.HasPrefix(f.Path, begun) {
			list = append(list, cobra.CompletionWithDesc(f.Path, f.About))
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp
}
