package load

import "notices.example/notices"

// words are the translations of what notices share, in one language.
type words struct{ *notices.Shared }

// sharedIn gives the words of a language that notices share.
func (b *corpusBuilder) sharedIn(lang string) words {
	for _, s := range b.corpus.Shared {
		if s.Lang == lang {
			return words{s}
		}
	}
	s := &notices.Shared{Lang: lang, Organisations: map[string]*notices.Organisation{}, Blocks: map[string]*notices.Block{}}
	b.corpus.Shared = append(b.corpus.Shared, s)
	return words{s}
}

// take takes what the translation of something shared says.
func (w words) take(f *file) {
	named := f.reading.said && !f.nameless
	switch v := f.reading.value.(type) {
	case *notices.Site:
		if f.reading.said {
			w.Site = v
		}
	case *notices.Organisation:
		if named {
			w.Organisations[f.ID] = v
		}
	case *notices.Block:
		if named {
			w.Blocks[f.ID] = v
		}
	case *[]notices.GlossaryTerm:
		w.Glossary = *v
	}
}
