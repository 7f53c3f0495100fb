package cms

import (
	"cmp"
	"embed"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// files are the pages that load a system. Each names the release that the tests use, and
// the sum that its program must have.
//
//go:embed files
var files embed.FS

// decapConfig is admin/config.yml of Decap CMS and of Sveltia CMS, which reads the same.
type decapConfig struct {
	Backend     decapBackend      `yaml:"backend"`
	MediaFolder string            `yaml:"media_folder"`
	Slug        decapSlug         `yaml:"slug"`
	Output      *decapOutput      `yaml:"output,omitempty"`
	Editor      decapEditor       `yaml:"editor"`
	Collections []decapCollection `yaml:"collections"`
}

// decapSlug makes the name of a new file one that can be part of an address.
type decapSlug struct {
	Encoding     string `yaml:"encoding"`
	CleanAccents bool   `yaml:"clean_accents"`
}

// decapOutput has what was emptied left out of a file. Decap CMS does not know it; its page
// does the same.
type decapOutput struct {
	OmitEmpty bool `yaml:"omit_empty_optional_fields"`
}

// decapEditor does without a preview: it would not be the page that people see.
type decapEditor struct {
	Preview bool `yaml:"preview"`
}

type decapBackend struct {
	Name   string `yaml:"name"`
	Repo   string `yaml:"repo,omitempty"`
	Branch string `yaml:"branch,omitempty"`
}

type decapCollection struct {
	Name        string      `yaml:"name"`
	Label       string      `yaml:"label"`
	One         string      `yaml:"label_singular,omitempty"`
	Description string      `yaml:"description,omitempty"`
	Folder      string      `yaml:"folder,omitempty"`
	Extension   string      `yaml:"extension,omitempty"`
	Path        string      `yaml:"path,omitempty"`
	Format      string      `yaml:"format,omitempty"`
	Create      bool        `yaml:"create,omitempty"` // of a folder
	Slug        any         `yaml:"slug,omitempty"`   // how the name of a new file is made
	Identifier  string      `yaml:"identifier_field,omitempty"`
	Fields      *yaml.Node  `yaml:"fields,omitempty"`
	Files       []decapFile `yaml:"files,omitempty"`
}

type decapFile struct {
	Name   string     `yaml:"name"`
	Label  string     `yaml:"label"`
	File   string     `yaml:"file"`
	Fields *yaml.Node `yaml:"fields"`
}

// decapField is a field of a form.
type decapField struct {
	Name       string        `yaml:"name"`
	Label      string        `yaml:"label"`
	Widget     string        `yaml:"widget"`
	Hint       string        `yaml:"hint,omitempty"`
	Default    string        `yaml:"default,omitempty"`
	Required   bool          `yaml:"required"`
	Pattern    []string      `yaml:"pattern,flow,omitempty"`
	Modes      []string      `yaml:"modes,flow,omitempty"`
	Format     string        `yaml:"format,omitempty"`
	DateFormat string        `yaml:"date_format,omitempty"`
	TimeFormat *bool         `yaml:"time_format,omitempty"`
	UTC        bool          `yaml:"picker_utc,omitempty"`
	Multiple   bool          `yaml:"multiple,omitempty"`
	Options    []decapOption `yaml:"options,omitempty"`
	Collection string        `yaml:"collection,omitempty"`
	Value      string        `yaml:"value_field,omitempty"`
	Search     []string      `yaml:"search_fields,flow,omitempty"`
	Display    []string      `yaml:"display_fields,flow,omitempty"`
	Summary    string        `yaml:"summary,omitempty"`
	Collapsed  any           `yaml:"collapsed,omitempty"` // true, or auto: when there is something in it
	One        string        `yaml:"label_singular,omitempty"`
	Field      *decapField   `yaml:"field,omitempty"`
	Fields     []decapField  `yaml:"fields,omitempty"`
}

type decapOption struct {
	Label string `yaml:"label"`
	Value string `yaml:"value"`
}

// decap gives the configuration of Decap CMS or of Sveltia CMS.
func (s Site) decap(w *writer, sveltia bool, now string) (string, error) {
	kind, folded := "decap", any(true)
	c := decapConfig{
		Backend:     decapBackend{Name: cmp.Or(s.Host, Hosts[0]), Repo: cmp.Or(s.Repository, Placeholder), Branch: cmp.Or(s.Branch, "main")},
		MediaFolder: "admin/media", Slug: decapSlug{Encoding: "ascii", CleanAccents: true},
	}
	if sveltia {
		kind, folded, c.Output = "sveltia", "auto", &decapOutput{OmitEmpty: true}
	}
	single := decapCollection{Name: "site", Label: "The whole site", Description: "What holds for all pages."}
	for _, of := range s.collections() {
		fields, err := w.fields(of.form, func(f []field) any { return decapFields(f, folded) })
		switch {
		case err != nil:
			return "", err
		case of.file != "":
			single.Files = append(single.Files, decapFile{of.name, of.label, of.file, fields})
		default:
			c.Collections = append(c.Collections, decapFolder(of, fields, sveltia))
		}
	}
	c.Collections = append(c.Collections, single)
	return s.config(kind, c, now, "collections")
}

// decapFolder gives the collection of the files of a folder.
func decapFolder(of collection, fields *yaml.Node, sveltia bool) decapCollection {
	d := decapCollection{
		Name: of.name, Label: of.label, One: of.one, Description: of.about, Folder: of.folder, Extension: of.ending, Create: true,
		Format: "yaml-frontmatter", Fields: fields,
	}
	if strings.HasSuffix(of.ending, "yaml") {
		d.Format = "yaml"
	}
	title := "title"
	if of.form.typeName == "Organisation" {
		title = "name"
		d.Identifier = title
	}
	switch {
	case of.translates == "":
	case sveltia:
		d.typedName(of)
	default:
		d.chosenName(of, title)
	}
	return d
}

// decapTyped has the name of a new file typed.
type decapTyped struct {
	Editable []string `yaml:"editable,flow"`
	Hint     string   `yaml:"hint"`
	Pattern  []string `yaml:"pattern,flow"`
}

// typedName has the name of a translation's file typed: that of the file it translates.
// Sveltia CMS takes the language for a part of the name, and not of the ending.
func (d *decapCollection) typedName(of collection) {
	lang, ending, _ := strings.Cut(of.ending, ".")
	d.Extension, d.Path = ending, "{{slug}}."+lang
	name := leaves["ID"]
	d.Slug = decapTyped{[]string{"create"}, sentence("the name of the file that this translates, without its ending, such as " + of.such), []string{name.pattern, name.mistake}}
}

// chosenName has what a translation translates chosen from a list. Decap CMS makes the name
// of a file from a field only, so two fields are there for that alone; the page of Decap CMS
// leaves them out of the file.
func (d *decapCollection) chosenName(of collection, title string) {
	d.Slug = "{{fields." + originalField + "}}"
	begun := decapField{Name: "begins", Label: "Begins", Widget: "hidden", Default: "translation"}
	original := decapField{
		Name: originalField, Label: "Translation of", Widget: "relation", Collection: of.translates, Value: "{{slug}}", Search: []string{title}, Display: []string{title},
		Hint: "Choose it when you begin a translation: the file gets its name from it. Later it stays empty.",
	}
	n := &yaml.Node{}
	_ = n.Encode([]decapField{begun, original})
	d.Fields = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: append(n.Content, oneByOne(d.Fields)...)}
}

// oneByOne gives the fields of a form, which others can then mean one by one.
func oneByOne(form *yaml.Node) (fields []*yaml.Node) {
	if form.Kind == yaml.AliasNode {
		for _, f := range form.Alias.Content {
			fields = append(fields, &yaml.Node{Kind: yaml.AliasNode, Value: f.Anchor, Alias: f})
		}
		return fields
	}
	for i, f := range form.Content {
		f.Anchor = form.Anchor + "-" + strconv.Itoa(i+1)
	}
	return form.Content
}

// originalField is the field that names what a translation translates.
const originalField = "translation_of"

// decapWidgets says how a field is filled in there.
var decapWidgets = map[kind]string{
	line: "string", lines: "text", markdown: "markdown", day: "datetime", choice: "select", part: "object", body: "relation",
}

// decapFields gives the fields of a form.
func decapFields(form []field, folded any) []decapField {
	list := make([]decapField, 0, len(form))
	for _, f := range form {
		list = append(list, decapFieldOf(f, folded))
	}
	return list
}

func decapFieldOf(f field, folded any) decapField {
	d := decapField{Name: f.name, Label: f.label, Hint: f.hint, Required: f.required, Widget: decapWidgets[f.kind]}
	if f.pattern != "" && f.kind == line {
		d.Pattern = []string{f.pattern, f.mistake}
	}
	switch f.kind {
	case markdown:
		d.Modes = []string{"raw"} // the other mode writes a text anew
	case day:
		d.Format, d.DateFormat, d.TimeFormat, d.UTC = "YYYY-MM-DD", "YYYY-MM-DD", new(bool), true
	case choice:
		for _, o := range f.options {
			d.Options = append(d.Options, decapOption{o.label, o.word})
		}
		d.Multiple = f.list
	case body:
		d.Collection, d.Value, d.Search, d.Display = "organisations", "{{slug}}", []string{"name"}, []string{"name"}
		d.Multiple = f.list
	case part:
		d.Fields, d.Collapsed = decapFields(f.fields, folded), folded
	}
	if f.list && !d.Multiple {
		return decapList(f, d)
	}
	return d
}

// decapList gives the field of a list.
func decapList(f field, item decapField) decapField {
	list := decapField{Name: f.name, Label: f.label, Hint: f.hint, Required: f.required, Widget: "list"}
	if f.kind == part {
		list.Fields, list.Collapsed, list.Summary = item.Fields, item.Collapsed, f.summary("{{", "}}")
		return list
	}
	item.Name, item.Label, item.Hint, item.Required = "item", f.label, "", true
	list.Field = &item
	return list
}
