package cms

import (
	"path"
	"slices"
	"strings"
)

// collection is a set of files that are filled in with the same form.
type collection struct {
	name, label, one string
	about            string
	folder           string // of the files; empty for one file
	file             string // the one file, from the site's root
	ending           string // without its dot: md, yaml, cy.md
	form             form
	translates       string // of translations: the name of the collection of what they translate
	such             string // the name of a file, for an example
}

// form names a form: a type, and whether it is of translations.
type form struct {
	typeName    string
	translation bool
}

// collections gives the sets of files of a site, in the order that people need them.
// A folder of notices is one, and two when it has notices of both endings.
func (s Site) collections() []collection {
	var list []collection
	for _, folder := range s.noticeFolders() {
		name, label := "notices", "Notices"
		if below := strings.TrimPrefix(strings.TrimPrefix(folder, "content/notices"), "/"); below != "" {
			name, label = "notices-"+strings.ReplaceAll(below, "/", "-"), "Notices: "+pathLabel(below)
		}
		list = append(list, s.both(collection{name: name, label: label, one: "notice", such: "council-tax", folder: folder, form: form{typeName: "Notice"}, about: "Privacy notices. “notices check” says what is missing."}, "md")...)
	}
	list = append(list, collection{name: "organisations", label: "Organisations", one: "organisation", such: "anytown-council", folder: "content/organisations", ending: "yaml", form: form{typeName: "Organisation"},
		about: "Your body, and those that you share information with. Each is written once."})
	list = append(list, s.both(collection{name: "shared", label: "Shared blocks", one: "shared block", such: "cctv", folder: "content/shared", form: form{typeName: "Block"}, about: "What several notices do alike, such as CCTV."}, "yaml")...)
	list = append(list, collection{name: "pages", label: "Pages", one: "page", such: "about", folder: "content/pages", ending: "md", form: form{typeName: "Page"}, about: "Pages that are no notices."})
	for _, lang := range s.others() {
		list = append(list, translations(list, lang)...)
	}
	list = append(list, collection{name: "settings", label: "Settings", file: "content/site.yaml", form: form{typeName: "Site"}})
	if slices.Contains(s.Files, "content/glossary.yaml") {
		list = append(list, collection{name: "glossary", label: "Glossary", file: "content/glossary.yaml", form: form{typeName: glossary}})
	}
	for _, lang := range s.others() {
		for _, c := range []collection{
			{name: "settings-" + lang, label: "Settings, in " + label(lang), file: "content/site." + lang + ".yaml", form: form{"Site", true}},
			{name: "glossary-" + lang, label: "Glossary, in " + label(lang), file: "content/glossary." + lang + ".yaml", form: form{glossary, true}},
		} {
			if slices.Contains(s.Files, c.file) {
				list = append(list, c)
			}
		}
	}
	return list
}

// together gives the sets of files, with the notices of all folders in one of each ending,
// and translations among the files that they translate.
func (s Site) together() []collection {
	var list []collection
	for _, c := range s.collections() {
		if c.form.typeName == "Notice" {
			c.folder, c.label = "content/notices", "Notices"
			if c.name = "notices"; c.ending == "yaml" {
				c.name, c.label = "notices-yaml", "Notices (.yaml)"
			}
		}
		again := slices.ContainsFunc(list, func(l collection) bool { return l.name == c.name })
		if !again && (c.file != "" || !c.form.translation) {
			list = append(list, c)
		}
	}
	return list
}

// pathLabel gives the words of a path of folders.
func pathLabel(folders string) string {
	parts := strings.Split(folders, "/")
	for i := range parts {
		parts[i] = label(parts[i])
	}
	return strings.Join(parts, ", ")
}

// noticeFolders gives the folders that notices lie in.
func (s Site) noticeFolders() []string {
	var list []string
	for _, f := range s.Files {
		if dir := path.Dir(f); strings.HasPrefix(f, "content/notices/") && !slices.Contains(list, dir) {
			list = append(list, dir)
		}
	}
	if len(list) == 0 {
		return []string{"content/notices"}
	}
	slices.Sort(list)
	return list
}

// both gives a collection for each ending that files of a folder have; where there are
// none yet, for the usual one.
func (s Site) both(c collection, usual string) []collection {
	var list []collection
	for _, ending := range []string{"md", "yaml"} {
		there := slices.ContainsFunc(s.Files, func(f string) bool {
			return path.Dir(f) == c.folder && path.Ext(f) == "."+ending && s.language(f) == ""
		})
		if there || ending == usual && !slices.ContainsFunc(s.Files, func(f string) bool { return path.Dir(f) == c.folder }) {
			one := c
			one.ending = ending
			list = append(list, one)
		}
	}
	if len(list) == 2 {
		list[1].name += "-yaml"
		list[1].label += " (.yaml)"
	}
	return list
}

// language gives the language that a file is a translation into; empty for one that is
// none.
func (s Site) language(file string) string {
	stem := strings.TrimSuffix(path.Base(file), path.Ext(file))
	for _, lang := range s.others() {
		if strings.HasSuffix(stem, "."+lang) {
			return lang
		}
	}
	return ""
}

// others gives the languages besides the main one.
func (s Site) others() []string {
	if len(s.Languages) == 0 {
		return nil
	}
	return s.Languages[1:]
}

// translations gives the collections of translations into a language.
func translations(of []collection, lang string) []collection {
	var list []collection
	for _, c := range of {
		if c.folder == "" || c.form.translation {
			continue
		}
		c.translates = c.name
		c.name, c.label, c.one = c.name+"-"+lang, c.label+", in "+label(lang), c.one+" in "+label(lang)
		c.ending, c.form.translation = lang+"."+c.ending, true
		c.about = "The name of the file is that of the " + strings.TrimSuffix(c.one, " in "+label(lang)) + " that it translates."
		list = append(list, c)
	}
	return list
}
