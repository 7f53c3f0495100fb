package site

import (
	"slices"

	"notices.example/notices"
)

// What notices share stands on a page in the page's language, as far as it is
// translated; the texts that are not name the language they are in.

// shared gives what notices share in the language of the page, or nil when that is
// the main one, or nothing is translated into it.
func (p *place) shared() *notices.Shared {
	if p.lang == p.main {
		return nil
	}
	return p.set.Shared[p.lang]
}

// siteHere gives the words of the site.
func (p *place) siteHere() *notices.Site {
	if shared := p.shared(); shared != nil && shared.Site != nil {
		return shared.Site
	}
	return p.site
}

// bodyHere gives a body in the words of the page's language.
func (p *place) bodyHere(o *notices.Organisation) *notices.Organisation {
	p.ask(theBody, o.ID.Value)
	if shared := p.shared(); shared != nil && shared.Organisations[o.ID.Value] != nil {
		return shared.Organisations[o.ID.Value]
	}
	return o
}

// blockHere gives a shared block in the words of the page's language.
func (p *place) blockHere(b *notices.Block) *notices.Block {
	p.ask(theBlock, b.ID.Value)
	if shared := p.shared(); shared != nil && shared.Blocks[b.ID.Value] != nil {
		return shared.Blocks[b.ID.Value]
	}
	return b
}

// glossaryHere gives the site's own words explained.
func (p *place) glossaryHere() []notices.GlossaryTerm {
	if shared := p.shared(); shared != nil {
		return shared.Glossary
	}
	return p.set.Corpus.Glossary
}

// noticeHere gives a copy of a notice in the language of the page, or else in its
// own, with the bodies and blocks it names in the words of the page's language.
func (p *place) noticeHere(c *notices.Complete) *notices.Complete {
	here := *c
	if t := c.Translations[p.lang]; t != nil && p.lang != p.main {
		here.Notice = *t
	}
	here.Controllers = mapTo(c.Controllers, p.bodyHere)
	here.Included = slices.Clone(c.Included)
	for i := range here.Included {
		here.Included[i].Block = p.blockHere(here.Included[i].Block)
	}
	return &here
}
