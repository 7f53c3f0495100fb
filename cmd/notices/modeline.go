package main

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"notices.example/notices/schema"
	"notices.example/notices/starter"
)

// schemaFolder is where commands look for the schemas of a site.
const schemaFolder = "schemas"

// modeline gives the line by which an editor finds the schema of a content file, or
// nothing for one that editors read without: they know schemas for YAML alone.
func modeline(file string) string {
	if path.Ext(file) != ".yaml" {
		return ""
	}
	for _, k := range schema.Kinds {
		for _, pattern := range k.Files {
			if fits, err := path.Match(pattern, file); fits && err == nil {
				way := strings.Repeat("../", strings.Count(file, "/"))
				return "# yaml-language-server: $schema=" + way + schemaFolder + "/" + k.File() + "\n"
			}
		}
	}
	return ""
}

// withModeline gives a new content file its modeline, when the site has schemas.
func withModeline(source, file, text string) string {
	if _, err := os.Stat(filepath.Join(source, schemaFolder, "notice.schema.json")); err != nil {
		return text
	}
	return modeline(file) + text
}

// withSchemas adds the schemas to the files of a new site, and what tells editors of them.
func withSchemas(files []starter.File) ([]starter.File, error) {
	for i, f := range files {
		files[i].Text = modeline(f.Path) + f.Text
	}
	for _, k := range schema.Kinds {
		files = append(files, starter.File{Path: schemaFolder + "/" + k.File(), Text: string(k.Schema())})
	}
	settings, err := editorSettings(schemaFolder)
	return append(files, starter.File{Path: settingsFile, Text: string(settings)}), err
}
