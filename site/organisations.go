package site

import (
	"reflect"
	"strings"

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
				eachBody(bodiesInBodies, reflect.ValueOf(o).Elem(), add)
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
		eachBody(bodiesInNotices, reflect.ValueOf(&c.Notice).Elem(), func(id string) { names.bodies = append(names.bodies, id) })
		names.files = linkedFiles(c.Body)
		for _, b := range c.Included {
			names.files = append(names.files, linkedFiles(b.Block.Body)...)
		}
	}
	if p.in.Memory != nil {
		p.named[c] = names
	}
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

// bodiesFolder is the folder of the content files of bodies.
const bodiesFolder = "organisations/"

// linkedFiles gives the content files that a text links to, as far as they can be those
// of bodies.
func linkedFiles(text notices.Markdown) (files []string) {
	if !strings.Contains(text.Source, "](") && !strings.Contains(text.Source, "]:") {
		return nil // there is no link but <https://…>
	}
	if !strings.Contains(text.Source, bodiesFolder) && !strings.ContainsAny(text.Source, `\&%`) {
		return nil // a link to a body names its folder, unless it is written with escapes
	}
	for _, link := range prose.ParseForPage(text).Links {
		if file, _, local := prose.Target(text.Pos.File, link.Destination); local {
			files = append(files, file)
		}
	}
	return files
}

// The bodies that a notice or a body names, at any depth, are every Ref whose field is
// tagged refs:"organisation". The tag is what load and inherit go by, so no part of a
// notice that names bodies is overlooked.
var (
	bodiesInNotices = routeThrough(reflect.TypeFor[notices.Notice](), "refs", "", isBody)
	bodiesInBodies  = routeThrough(reflect.TypeFor[notices.Organisation](), "refs", "", isBody)
)

func isBody(t reflect.Type, tag string) (goal, bool) {
	switch {
	case t != reflect.TypeFor[notices.Ref]():
		return onTheWay, false
	case tag == "organisation":
		return aReference, true
	}
	return onTheWay, true
}

// eachBody finds what references lead to.
func eachBody(way *route, v reflect.Value, found func(id string)) {
	way.each(v, func(_ goal, ref reflect.Value) { found(ref.Addr().Interface().(*notices.Ref).Value) })
}
