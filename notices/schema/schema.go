// Package schema holds a JSON Schema for each kind of content file, so that an
// editor can complete keys and words, say what they mean, and mark what load would
// refuse. The schemas are made from the types in notices/, the lists of words and
// the law, and embedded; a test holds them fresh and holds them against load.
//
// A schema knows the form of a file and no law: a file that satisfies it can still
// lack what Articles 13 and 14 ask for. That is for “notices check” to say.
package schema

import "embed"

// Mark stands in every schema and says where it is from.
const Mark = "Made from the types of notices"

//go:embed *.schema.json
var files embed.FS

// Kind is a kind of content file.
type Kind struct {
	Name  string   // what people call it: notice
	Files []string // where its files are, from the root of a site; ** is any folders
	About string   // what such a file holds

	typeName string // what one is read into, a type of package notices
	list     bool   // the file is a list of them
}

// Kinds are the kinds of content files, in the order a newcomer meets them.
// Editors read only YAML files with a schema, so the facts of a notice in a .md
// file, above its text, are checked by “notices check” alone.
var Kinds = []Kind{
	{Name: "site", typeName: "Site", Files: []string{"content/site.yaml", "content/site.*.yaml"}, About: "what holds for the whole site"},
	{Name: "organisation", typeName: "Organisation", Files: []string{"content/organisations/*.yaml"}, About: "a council or another body, once"},
	{Name: "notice", typeName: "Notice", Files: []string{"content/notices/**/*.yaml"}, About: "a privacy notice"},
	{Name: "block", typeName: "Block", Files: []string{"content/shared/*.yaml"}, About: "what several notices include"},
	{Name: "page", typeName: "Page", Files: []string{"content/pages/*.md"}, About: "a page that is no notice"},
	{Name: "glossary", typeName: "GlossaryTerm", list: true, Files: []string{"content/glossary.yaml", "content/glossary.*.yaml"}, About: "words and what they mean"},
	{Name: "baseline", typeName: "Baseline", Files: []string{"content/baseline.yaml"}, About: "old gaps, written by “notices baseline”"},
}

// File is the name of the file of its schema.
func (k Kind) File() string { return k.Name + ".schema.json" }

// Schema gives its JSON Schema, draft 7, which is the one that editors know best.
func (k Kind) Schema() []byte {
	content, err := files.ReadFile(k.File())
	if err != nil {
		return nil // cannot be: a test reads every one
	}
	return content
}
