package site

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"notices.example/layouts"
	"notices.example/partials"
)

// BuiltIn is a layout, partial, style or file of words that is compiled into the
// program. A site's own file at the same path is used instead.
type BuiltIn struct {
	Path    string // such as partials/bottom.html
	About   string // what it is for, in a few words
	Content []byte
}

// BuiltIns gives every file that a site can replace, layouts first, each folder
// in the order of the names.
func BuiltIns() ([]BuiltIn, error) {
	var all []BuiltIn
	for _, folder := range []builtIn{{"layouts", layouts.Files}, {"partials", partials.Files}} {
		entries, err := fs.ReadDir(folder.files, ".")
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			src, err := fs.ReadFile(folder.files, entry.Name())
			if err != nil {
				return nil, fmt.Errorf("read the built-in %s/%s: %w", folder.name, entry.Name(), err)
			}
			name := folder.name + "/" + entry.Name()
			all = append(all, BuiltIn{Path: name, About: aboutBuiltIn(name), Content: src})
		}
	}
	return all, nil
}

// aboutBuiltIn says what a file is for. The style beside a partial is that
// partial's own.
func aboutBuiltIn(name string) string {
	if about := builtInUses[name]; about != "" {
		return about
	}
	if path.Ext(name) == ".css" {
		return "the style of " + strings.TrimSuffix(path.Base(name), ".css")
	}
	return ""
}

var builtInUses = map[string]string{
	"layouts/abroad.html":        "page: information that goes to other countries",
	"layouts/accessibility.html": "page: the accessibility statement",
	"layouts/automated.html":     "page: decisions by computers, profiles and AI",
	"layouts/base.css":           "the style that all pages share",
	"layouts/changes.html":       "page: what has changed",
	"layouts/children.html":      "page: notices that concern children",
	"layouts/data.html":          "page: what information is held",
	"layouts/glossary.html":      "page: words explained",
	"layouts/home.html":          "page: the first page",
	"layouts/how-long.html":      "page: how long information is kept",
	"layouts/not-found.html":     "page: for addresses that do not exist",
	"layouts/notice.html":        "page: a notice",
	"layouts/organisation.html":  "page: an organisation",
	"layouts/page.html":          "page: what is written in content/pages",
	"layouts/print.css":          "the style on paper",
	"layouts/redirect.html":      "page: leads on from an earlier address",
	"layouts/search.html":        "page: search",
	"layouts/services.html":      "page: all services from A to Z",
	"layouts/sharing.html":       "page: who information is shared with",
	"layouts/history.html":       "page: what has changed in one notice",
	"layouts/earlier.html":       "page: an earlier version of a notice",
	"layouts/ended.html":         "page: a notice that has ended",
	"layouts/past.html":          "page: the notices that have ended",
	"layouts/untranslated.html":  "page: a notice that is not translated yet",
	"layouts/why.html":           "page: what allows the use of information",
	"layouts/words.cy.yaml":      "the words of the interface in Welsh",
	"layouts/words.en.yaml":      "the words of the interface in English",

	"partials/about.html":         "notice: about the notice itself, its dates and gaps",
	"partials/across-bottom.html": "the end of pages across all notices",
	"partials/across-top.html":    "the beginning of pages across all notices",
	"partials/answer.html":        "what a notice answers to a question",
	"partials/banner.html":        "the words that stand on every page",
	"partials/bottom.html":        "the end of every page, with its footer",
	"partials/breadcrumbs.html":   "the way to a page",
	"partials/channels.html":      "how to reach somebody: post, email, telephone",
	"partials/citation.html":      "a provision of the law",
	"partials/complaints.html":    "notice: how to complain",
	"partials/contact.html":       "one contact",
	"partials/contents.html":      "the sections of a page",
	"partials/controller.html":    "a responsible organisation, in short",
	"partials/controllers.html":   "notice: who is responsible",
	"partials/data.html":          "notice: what is held",
	"partials/decisions.html":     "notice: decisions by computers, profiles and AI",
	"partials/flow.html":          "notice: a picture of the way information takes",
	"partials/gap.html":           "one gap",
	"partials/gaps.html":          "the box that says that a section is not complete",
	"partials/grounds.html":       "what a use rests on in law",
	"partials/head.html":          "the head of every page, for programs",
	"partials/items.html":         "items of information in a row",
	"partials/kept.html":          "how long something is kept",
	"partials/key-facts.html":     "notice: in short",
	"partials/languages.html":     "the same page in other languages",
	"partials/law-says.html":      "a sentence about the law",
	"partials/law.html":           "provisions of the law in a row",
	"partials/link.html":          "words that lead somewhere",
	"partials/links.html":         "links in a row",
	"partials/notice-link.html":   "a notice with its summary, on the first page",
	"partials/notice-name.html":   "a notice in a list",
	"partials/notice-names.html":  "lists of notices",
	"partials/objection.html":     "notice: the right to object",
	"partials/origin.html":        "where something inherited is from",
	"partials/parts.html":         "the parts of a page across all notices",
	"partials/purposes.html":      "notice: what for, and what allows it",
	"partials/recipients.html":    "notice: who information is shared with",
	"partials/retention.html":     "notice: how long it is kept",
	"partials/rights.html":        "notice: rights",
	"partials/search.html":        "the form to search with",
	"partials/section.html":       "one section of a notice",
	"partials/security.html":      "notice: how it is kept safe",
	"partials/services.html":      "notice: services with their own notice",
	"partials/sources.html":       "notice: where information comes from",
	"partials/statement.html":     "a sentence that says there is none",
	"partials/table.css":          "the style of tables",
	"partials/terms.html":         "notice: the words on the page, explained",
	"partials/text.html":          "words, with their language",
	"partials/texts.html":         "texts in a list",
	"partials/top.html":           "the beginning of every page, with its header",
	"partials/transfers.html":     "notice: what goes to other countries",
	"partials/use.html":           "notice: a purpose, and what allows it",
	"partials/transition.html":    "notice: while responsibilities move",
}
