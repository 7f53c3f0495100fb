package site

import (
	"reflect"

	"notices.example/notices"
	"notices.example/notices/prose"
)

// chooseOrganisations picks the bodies that have a page: those that something
// published names, those they name in turn, and those they took over from. A body
// that only drafts name stays unpublished with them.
func (p *plan) chooseOrganisations() {
	named := map[string]bool{}
	add := func(id string) {
		if p.set.Organisations[id] != nil {
			named[id] = true
		}
	}
	for _, c := range p.order {
		p.namedBy(c, add)
		for _, lang := range p.languages[1:] {
			p.linkedIn(c, lang, add)
		}
	}
	for _, page := range p.set.Corpus.Pages {
		p.linkedOrganisations(page.Body, add)
	}
	for before := -1; before < len(named); {
		before = len(named)
		for _, o := range p.set.Corpus.Organisations {
			for _, successor := range o.SucceededBy {
				if named[successor.Value] {
					add(o.ID.Value)
				}
			}
			if named[o.ID.Value] {
				eachOrganisation(reflect.ValueOf(*o), add)
			}
		}
	}
	for _, o := range p.set.Corpus.Organisations {
		if named[o.ID.Value] {
			p.organisations = append(p.organisations, o)
		}
	}
}

// linkedIn finds the bodies that the texts of a notice link to in another language.
func (p *plan) linkedIn(c *notices.Complete, lang string, found func(id string)) {
	if c.Translations[lang] == nil {
		return
	}
	here := p.at("", lang).noticeHere(c)
	p.linkedOrganisations(here.Body, found)
	for _, b := range here.Included {
		p.linkedOrganisations(b.Block.Body, found)
	}
}

// naming is what a notice names: bodies by their IDs, and the content files that
// its texts lead to.
type naming struct{ bodies, files []string }

// namedBy finds the bodies that a notice names, and those its texts link to.
func (p *plan) namedBy(c *notices.Complete, found func(id string)) {
	names, known := p.memory.kept.named[c]
	if !known {
		eachOrganisation(reflect.ValueOf(c.Notice), func(id string) { names.bodies = append(names.bodies, id) })
		names.files = linkedFiles(c.Body)
		for _, b := range c.Included {
			names.files = append(names.files, linkedFiles(b.Block.Body)...)
		}
	}
	p.named[c] = names
	for _, id := range names.bodies {
		found(id)
	}
	p.organisationsIn(names.files, found)
}

// linkedOrganisations finds the bodies that a text links to.
func (p *plan) linkedOrganisations(text notices.Markdown, found func(id string)) {
	p.organisationsIn(linkedFiles(text), found)
}

// organisationsIn finds the bodies that content files define.
func (p *plan) organisationsIn(files []string, found func(id string)) {
	for _, file := range files {
		if f := p.set.Files[file]; f.Kind == notices.OrganisationFile {
			found(f.ID)
		}
	}
}

// linkedFiles gives the content files that a text links to.
func linkedFiles(text notices.Markdown) (files []string) {
	if !text.Said() {
		return nil
	}
	for _, link := range prose.Parse(text).Links {
		if file, _, local := prose.Target(text.Pos.File, link.Destination); local {
			files = append(files, file)
		}
	}
	return files
}

// eachOrganisation finds the bodies that a value names, at any depth: every Ref
// whose field is tagged refs:"organisation". The tag is what load
// and inherit go by, so no part of a notice that names bodies is overlooked.
func eachOrganisation(v reflect.Value, found func(id string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachOrganisation(v.Elem(), found)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachOrganisation(v.Index(i), found)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			switch field := v.Type().Field(i); {
			case field.Tag.Get("refs") == "organisation":
				foundRefs(v.Field(i), found)
			case field.IsExported():
				eachOrganisation(v.Field(i), found)
			}
		}
	}
}

func foundRefs(v reflect.Value, found func(id string)) {
	switch refs := v.Interface().(type) {
	case notices.Ref:
		found(refs.Value)
	case []notices.Ref:
		for _, r := range refs {
			found(r.Value)
		}
	}
}
