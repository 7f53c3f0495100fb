// Package starter writes first files: a small site that is complete, with made-up
// facts to be replaced, and the draft of a notice that asks for each fact where it
// belongs. It takes the few facts that it cannot make up and gives text; it writes
// no file. What it gives has no finding but those of a draft that is still empty,
// which tests hold.
package starter

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"time"

	"go.yaml.in/yaml/v4"
)

//go:embed files
var files embed.FS

// Notice is what the draft of a notice begins with.
type Notice struct {
	Kind       string // service or corporate
	Title      string
	Controller string // the ID of an organisation
	Summary    string // may be empty
	Day        Day    // on which it is written
}

// Day is written YYYY-MM-DD.
type Day time.Time

// String gives YYYY-MM-DD.
func (d Day) String() string { return time.Time(d).Format(time.DateOnly) }

// Kinds are the kinds of notices that there is a draft for.
var Kinds = []string{"service", "corporate"}

// Text gives the file of the draft. It is an error when there is no such kind.
func (n Notice) Text() (string, error) {
	if !slices.Contains(Kinds, n.Kind) {
		return "", fmt.Errorf("there is no draft for a notice of the kind %q", n.Kind)
	}
	return fill("files/"+n.Kind+".md", n)
}

// Body is what the file of an organisation begins with.
type Body struct {
	Name string
	ID   string // the name of its file
}

// Text gives the file of the body: its name, and a place for each fact.
func (b Body) Text() (string, error) { return fill("files/organisation.yaml", b) }

// Site is what a new site begins with.
type Site struct {
	Name string // of the body
	ID   string // of the body: the name of its file
	Law  string // uk or eu
	Day  Day    // on which it is made
}

// Title is the title of the site.
func (s Site) Title() string { return "Privacy at " + s.Name }

// Intro is the sentence on its first page.
func (s Site) Intro() string {
	return "How " + s.Name + " uses your information, service by service."
}

// File is a file of a new site.
type File struct {
	Path string // from the site's root, with slashes
	Text string
}

// Files gives the files of the site, in the order of their paths.
func (s Site) Files() ([]File, error) {
	const root = "files/site"
	var list []File
	err := fs.WalkDir(files, root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fill(name, s)
		list = append(list, File{Path: s.pathOf(strings.TrimPrefix(name, root+"/")), Text: text})
		return err
	})
	slices.SortFunc(list, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return list, err
}

// pathOf gives where a file of the template belongs in the site.
func (s Site) pathOf(name string) string {
	switch name {
	case "gitignore":
		return ".gitignore"
	case "content/organisations/organisation.yaml":
		return path.Join("content/organisations", s.ID+".yaml")
	}
	return name
}

// fill puts the facts into a file.
func fill(name string, facts any) (string, error) {
	t, err := template.New(path.Base(name)).Funcs(template.FuncMap{"yaml": scalar}).Option("missingkey=error").ParseFS(files, name)
	if err != nil {
		return "", fmt.Errorf("read a starter file: %w", err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, facts); err != nil {
		return "", fmt.Errorf("fill a starter file: %w", err)
	}
	return b.String(), nil
}

// scalar writes a text so that YAML reads it as just that text, in quotes where need be.
func scalar(text string) (string, error) {
	text = strings.Join(strings.Fields(text), " ")
	written, err := yaml.Marshal(text)
	if err != nil {
		return "", fmt.Errorf("write a text as YAML: %w", err)
	}
	line := strings.TrimSuffix(string(written), "\n")
	if strings.Contains(line, "\n") {
		return strconv.Quote(text), nil // the library would fold it
	}
	return line, nil
}
