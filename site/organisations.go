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
		eachOrganisation(reflect.ValueOf(c.Notice), add)
		p.linkedOrganisations(c.Body, add)
		for _, b := range c.Included {
			p.linkedOrganisations(b.Block.Body, add)
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

// linkedOrganisations finds the bodies that a text links to.
func (p *plan) linkedOrganisations(text notices.Markdown, found func(id string)) {
	if !text.Said() {
		return
	}
	for _, link := range prose.Parse(text).Links {
		file, _, local := prose.Target(text.Pos.File, link.Destination)
		if f := p.set.Files[file]; local && f.Kind == notices.OrganisationFile {
			found(f.ID)
		}
	}
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
