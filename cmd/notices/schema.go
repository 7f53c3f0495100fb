package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"notices.example/notices/schema"
)

func newSchema() *cobra.Command {
	var s schemas
	cmd := &cobra.Command{
		Use:   "schema [KIND]",
		Short: "Give the schemas with which an editor helps while you write",
		Long: `Schema gives a JSON Schema for a kind of content file. An editor that has it
offers the names and words that can be written, says what they mean, and marks
what cannot be read. It knows no law: what is missing, “notices check” says.

Without a kind it lists the kinds. With --write it puts all schemas into a folder
of your site and says what to tell your editor; commit the folder, and write it
again when you have a new release of notices.`,
		Example: `  notices schema                             list the kinds of files
  notices schema notice                      print one
  notices schema --write schemas             write all into schemas/
  notices schema --write schemas --vscode    and settings for Visual Studio Code`,
		ValidArgs: kindNames(),
		RunE:      func(cmd *cobra.Command, args []string) error { return s.run(cmd.OutOrStdout(), args) },
	}
	cmd.Flags().StringVar(&s.source, "source", ".", "the site's `folder`, which holds content/")
	cmd.Flags().StringVar(&s.folder, "write", "", "write all schemas into this `folder` of the site")
	cmd.Flags().BoolVar(&s.vscode, "vscode", false, "also write .vscode/settings.json, if there is none")
	return cmd
}

// schemas is one call of the command.
type schemas struct {
	source, folder string
	vscode         bool
}

func (s *schemas) run(w io.Writer, args []string) error {
	switch {
	case len(args) > 1 || len(args) == 1 && s.folder != "":
		return usageError{errors.New("“schema” takes one kind of file, or --write FOLDER for all of them")}
	case s.vscode && s.folder == "":
		return usageError{errors.New("--vscode needs --write FOLDER: the settings name the folder")}
	case len(args) == 1:
		return printSchema(w, args[0])
	case s.folder != "":
		return s.write(w)
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, k := range schema.Kinds {
		fmt.Fprintf(table, "%s\t%s\t%s\n", k.Name, strings.Join(k.Files, ", "), k.About)
	}
	return table.Flush()
}

func printSchema(w io.Writer, kind string) error {
	i := slices.IndexFunc(schema.Kinds, func(k schema.Kind) bool { return k.Name == strings.ToLower(kind) })
	if i < 0 {
		return usageError{fmt.Errorf("there is no kind of file “%s”; there are %s%s", kind, strings.Join(kindNames(), ", "), nearest(kind, kindNames(), "; did you mean “%s”?"))}
	}
	_, err := w.Write(schema.Kinds[i].Schema())
	return err
}

func kindNames() []string {
	var names []string
	for _, k := range schema.Kinds {
		names = append(names, k.Name)
	}
	return names
}

// write writes all schemas into a folder of the site.
func (s *schemas) write(w io.Writer) error {
	folder := path.Clean(filepath.ToSlash(s.folder))
	if !fs.ValidPath(folder) || strings.HasPrefix(folder, ".git") || folder == "." || folder == "content" || strings.HasPrefix(folder, "content/") {
		return usageError{fmt.Errorf("--write takes a folder in your site, outside content/, such as schemas; “%s” is none", s.folder)}
	}
	if err := isSite(s.source); err != nil {
		return err
	}
	root, err := os.OpenRoot(s.source)
	if err != nil {
		return err
	}
	defer root.Close()
	for _, k := range schema.Kinds {
		if err := replaceSchema(root, path.Join(folder, k.File()), k.Schema()); err != nil {
			return err
		}
	}
	settings, err := editorSettings(folder)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%d schemas are in %s/.\n", len(schema.Kinds), folder)
	if s.vscode {
		return writeSettings(w, root, settings)
	}
	_, err = fmt.Fprintf(w, `
For Visual Studio Code, install its YAML extension by Red Hat and put this into
.vscode/settings.json (or run this again with --vscode):

%s
For another editor that knows schemas, begin a file with a line such as this:

# yaml-language-server: $schema=%s
`, settings, path.Join("../..", folder, "notice.schema.json"))
	return err
}

// replaceSchema writes a schema. It replaces nothing but a schema of ours.
func replaceSchema(root *os.Root, name string, content []byte) error {
	old, err := root.ReadFile(name)
	switch {
	case err == nil && !bytes.Contains(old, []byte(schema.Mark)):
		return usageError{fmt.Errorf("%s is there already and is not from notices; nothing was written over it\nMove it, or name another folder", name)}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	return root.WriteFile(name, content, 0o644)
}

// editorSettings gives the settings of Visual Studio Code that name the schemas.
func editorSettings(folder string) ([]byte, error) {
	files := map[string][]string{}
	for _, k := range schema.Kinds {
		yaml := slices.DeleteFunc(slices.Clone(k.Files), func(f string) bool { return path.Ext(f) != ".yaml" })
		if len(yaml) > 0 {
			files["./"+path.Join(folder, k.File())] = yaml
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(map[string]any{"yaml.schemas": files})
	return b.Bytes(), err
}

// settingsFile is where Visual Studio Code looks for the settings of a folder.
const settingsFile = ".vscode/settings.json"

// writeSettings writes the settings, if there are none.
func writeSettings(w io.Writer, root *os.Root, settings []byte) error {
	const name = settingsFile
	if err := root.MkdirAll(".vscode", 0o755); err != nil {
		return err
	}
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		_, err = fmt.Fprintf(w, "\nThere is a %s already, which was left as it is. Put this into it:\n\n%s", name, settings)
		return err
	}
	if err != nil {
		return err
	}
	_, err = file.Write(settings)
	if err := errors.Join(err, file.Close()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s tells Visual Studio Code of them. Install its YAML extension by Red Hat.\n", name)
	return err
}
