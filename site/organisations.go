package site

import (
	"reflect"
	"slices"
	"strings"

	"notices.example/notices"
	"notices.example/notices/prose"
)

// chooseOrganisations picks the bodies that have a page: those that something
// published names, those they name in turn, and those they took over from. A body
// that only drafts name stays unpublished with them.
func (p *plan) chooseOrganisations() {
	chosen := map[string]bool{}
	add := func(id string) {
		if p.set.Organisations[id] != nil {
			chosen[id] = true
		}
	}
	for _, f := range p.order {
		named := p.surveyed[f.ID.Value].Naming
		for _, id := range named.Bodies {
			add(id)
		}
		p.organisationsIn(named.Files, add)
	}
	for _, page := range p.set.Corpus.Pages {
		p.linkedOrganisations(page.Body, add)
	}
	for before := -1; before < len(chosen); {
		before = len(chosen)
		for _, o := range p.set.Corpus.Organisations {
			for _, successor := range o.SucceededBy {
				if chosen[successor.Value] {
					add(o.ID.Value)
				}
			}
			if chosen[o.ID.Value] {
				eachBody(bodiesInBodies, reflect.ValueOf(o).Elem(), add)
			}
		}
	}
	for _, o := range p.set.Corpus.Organisations {
		if chosen[o.ID.Value] {
			p.organisations = append(p.organisations, o)
		}
	}
}

// naming is what a notice names: bodies by their IDs, and the content files that its
// texts lead to, in all languages.
type naming struct{ Bodies, Files []string }

// naming finds what a notice names.
func (p *plan) naming(c *notices.Complete) (n naming) {
	eachBody(bodiesInNotices, reflect.ValueOf(&c.Notice).Elem(), func(id string) {
		if !slices.Contains(n.Bodies, id) {
			n.Bodies = append(n.Bodies, id)
		}
	})
	for _, lang := range p.languages {
		if lang != p.main && c.Translations[lang] == nil {
			continue
		}
		here, body := p.at("", lang), c.Body
		if lang != p.main {
			body = c.Translations[lang].Body
		}
		n.Files = append(n.Files, linkedFiles(body)...)
		for _, b := range c.Included {
			n.Files = append(n.Files, linkedFiles(here.blockHere(b.Block).Body)...)
		}
	}
	slices.Sort(n.Files)
	n.Files = slices.Compact(n.Files)
	return n
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
	for _, destination := range destinationsIn(text) {
		if !strings.Contains(destination, bodiesFolder) && !strings.Contains(destination, "%") {
			continue
		}
		if file, _, local := prose.Target(text.Pos.File, destination); local {
			files = append(files, file)
		}
	}
	return files
}

// destinationsIn gives where the links of a text lead.
func destinationsIn(text notices.Markdown) []string {
	if plain, ok := plainlyLinked(text.Source); ok {
		return plain
	}
	return mapTo(prose.ParseForPage(text).Links, func(l prose.Link) string { return l.Destination })
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
