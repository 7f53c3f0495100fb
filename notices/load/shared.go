package load

import "notices.example/notices"

// takeShared decodes a translation of something that notices share.
func (b *corpusBuilder) takeShared(f *file, start notices.Pos, id notices.ID) bool {
	shared := b.sharedIn(f.lang)
	switch f.Kind {
	case notices.SiteFile:
		site, ok := decoded(f, b.schema, func() *notices.Site { return &notices.Site{Pos: start} })
		if !ok {
			return false
		}
		shared.Site = site
		return true
	case notices.OrganisationFile:
		return decodeInMap(f, b.schema, shared.Organisations, func() *notices.Organisation { return &notices.Organisation{Pos: start, ID: id} })
	case notices.BlockFile:
		return decodeInMap(f, b.schema, shared.Blocks, func() *notices.Block { return &notices.Block{Pos: start, ID: id} })
	case notices.GlossaryFile:
		list, ok := decoded(f, b.schema, func() *[]notices.GlossaryTerm { return new([]notices.GlossaryTerm) })
		shared.Glossary = *list
		return ok
	}
	return false
}

// sharedIn gives the words of a language that notices share.
func (b *corpusBuilder) sharedIn(lang string) *notices.Shared {
	for _, s := range b.corpus.Shared {
		if s.Lang == lang {
			return s
		}
	}
	s := &notices.Shared{Lang: lang, Organisations: map[string]*notices.Organisation{}, Blocks: map[string]*notices.Block{}}
	b.corpus.Shared = append(b.corpus.Shared, s)
	return s
}

// decodeInMap decodes a file and puts what it says under the file's ID.
func decodeInMap[T any](f *file, known schema, items map[string]*T, begun func() *T) bool {
	item, ok := decoded(f, known, begun)
	if ok && !f.nameless {
		items[f.ID] = item
	}
	return ok
}
