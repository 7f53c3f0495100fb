package site

import (
	"strings"

	"notices.example/layouts"
	"notices.example/notices"
)

// SectionTitles gives the English headings of the sections of a notice's page.
func SectionTitles() (map[notices.Section]string, error) {
	words, err := loadWords(layouts.Files, "en")
	if err != nil {
		return nil, err
	}
	titles := map[notices.Section]string{}
	for _, s := range notices.Sections {
		titles[s] = words.Section[string(s)]
	}
	return titles, nil
}

// SectionOf gives the section of a notice's page that a finding concerns; its name
// is the id of the section. Most rules say which it is. For the others it is where
// the finding stands: in a key of the notice, or in the file of an organisation,
// which the page tells of as of the controller. What is left is about the notice
// as a whole.
func SectionOf(f notices.Finding) notices.Section {
	switch {
	case f.Section != "":
		return f.Section
	case strings.HasPrefix(f.Pos.File, "content/organisations/"):
		return notices.ControllerSection
	}
	return notices.SectionOfField(f.Field)
}
