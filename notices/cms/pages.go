package cms

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// pagesConfig is .pages.yml of Pages CMS.
type pagesConfig struct {
	Settings pagesSettings `yaml:"settings"`
	Content  []pagesEntry  `yaml:"content"`
}

// pagesSettings has what no field is for left in a file.
type pagesSettings struct {
	Content struct {
		Merge bool `yaml:"merge"`
	} `yaml:"content"`
}

type pagesEntry struct {
	Name        string     `yaml:"name"`
	Label       string     `yaml:"label"`
	Description string     `yaml:"description,omitempty"`
	Type        string     `yaml:"type"`
	Path        string     `yaml:"path"`
	Format      string     `yaml:"format"`
	Filename    string     `yaml:"filename,omitempty"`
	Subfolders  *bool      `yaml:"subfolders,omitempty"`
	View        *pagesView `yaml:"view,omitempty"`
	Fields      *yaml.Node `yaml:"fields"`
}

type pagesView struct {
	Fields  []string `yaml:"fields,flow"`
	Primary string   `yaml:"primary"`
}

// pagesField is a field of a form.
type pagesField struct {
	Name        string        `yaml:"name"`
	Label       string        `yaml:"label"`
	Description string        `yaml:"description,omitempty"`
	Type        string        `yaml:"type"`
	Required    bool          `yaml:"required,omitempty"`
	List        any           `yaml:"list,omitempty"`
	Default     *string       `yaml:"default,omitempty"`
	Pattern     *pagesPattern `yaml:"pattern,omitempty"`
	Options     *pagesOptions `yaml:"options,omitempty"`
	Fields      []pagesField  `yaml:"fields,omitempty"`
}

type pagesPattern struct {
	Regex   string `yaml:"regex"`
	Message string `yaml:"message"`
}

type pagesOptions struct {
	Format   string        `yaml:"format,omitempty"`
	Multiple bool          `yaml:"multiple,omitempty"`
	Values   []pagesChoice `yaml:"values,omitempty"`
}

type pagesChoice struct {
	Value string `yaml:"value"`
	Label string `yaml:"label"`
}

// pagesFolded is a list whose items show one line until they are opened.
type pagesFolded struct {
	Collapsible struct {
		Collapsed bool   `yaml:"collapsed"`
		Summary   string `yaml:"summary"`
	} `yaml:"collapsible"`
}

// pages gives the configuration of Pages CMS. It shows the folders in a folder, and a
// translation beside its file, so that a collection stands for all of them.
func (s Site) pages(w *writer, now string) (string, error) {
	var c pagesConfig
	c.Settings.Content.Merge = true
	whole := Site{Languages: s.Languages, Files: s.Files}.together()
	for _, of := range whole {
		fields, err := w.fields(of.form, func(f []field) any { return pagesFields(f, false) })
		if err != nil {
			return "", err
		}
		c.Content = append(c.Content, pagesEntryOf(of, fields))
	}
	return s.config("pages", c, now, "content")
}

func pagesEntryOf(of collection, fields *yaml.Node) pagesEntry {
	e := pagesEntry{Name: of.name, Label: of.label, Description: of.about, Type: "collection", Path: of.folder, Format: "yaml-frontmatter", Fields: fields}
	if of.file != "" {
		e.Type, e.Path, e.Format = "file", of.file, "yaml"
		return e
	}
	title := "title"
	if of.form.typeName == "Organisation" {
		title = "name"
	}
	if of.ending == "yaml" {
		e.Format = "yaml"
	}
	e.Filename, e.View = "{fields."+title+"}."+of.ending, &pagesView{Fields: []string{title}, Primary: title}
	if of.form.typeName != "Notice" {
		e.Subfolders = new(bool)
	}
	return e
}

// pagesTypes says how a field is filled in there. A body is named by its file, which a
// reference there cannot do without its ending.
var pagesTypes = map[kind]string{
	line: "string", lines: "text", markdown: "code", day: "date", choice: "select", part: "object", body: "string",
}

func pagesFields(form []field, inGroup bool) []pagesField {
	list := make([]pagesField, 0, len(form))
	for _, f := range form {
		list = append(list, pagesFieldOf(f, inGroup))
	}
	return list
}

// pagesFieldOf gives a field, which is perhaps in a group that can be left out. There a day
// is a text: Pages CMS fails to save a group without one.
func pagesFieldOf(f field, inGroup bool) pagesField {
	if f.kind == day && inGroup {
		f.kind, f.hint = line, strings.TrimSpace(f.hint+" Year-month-day, such as 2026-03-31.")
	}
	p := pagesField{Name: f.name, Label: f.label, Description: f.hint, Type: pagesTypes[f.kind], Required: f.required, Fields: pagesFields(f.fields, f.kind == part && !f.list)}
	if f.list {
		p.List = true
	}
	switch f.kind {
	case markdown:
		p.Options = &pagesOptions{Format: "markdown"}
	case day:
		p.Default = new(string) // without it, a day that is not said becomes today
	case choice:
		p.Options, p.List = &pagesOptions{Multiple: f.list}, nil
		for _, o := range f.options {
			p.Options.Values = append(p.Options.Values, pagesChoice{o.word, o.label})
		}
	case part:
		if f.list {
			var folded pagesFolded
			folded.Collapsible.Collapsed, folded.Collapsible.Summary = true, f.summary("{", "}")
			p.List = folded
		}
	case body:
		p.Description = sentence(p.Description[:max(len(p.Description)-1, 0)] + "; the name of its file without the ending, such as anytown-council")
	case line, lines:
	}
	if f.pattern != "" && f.required { // one that is left empty has to match it too
		p.Pattern = &pagesPattern{f.pattern, f.mistake}
	}
	return p
}
