package inherit

import (
	"fmt"
	"maps"
	"slices"

	"notices.example/notices"
)

// shared gives what notices share in a language: the site's own words, bodies,
// blocks and the glossary, each with its translation over it.
func (r *resolver) shared(lang string) *notices.Shared {
	words := &notices.Shared{}
	for _, s := range r.corpus.Shared {
		if s.Lang == lang {
			words = s
		}
	}
	r.checkOriginals(words)
	all := &notices.Shared{Lang: lang, Organisations: map[string]*notices.Organisation{}, Blocks: map[string]*notices.Block{}}
	for id, o := range r.organisations {
		all.Organisations[id] = inWords(r, lang, o, words.Organisations[id])
	}
	for id, b := range r.blocks {
		all.Blocks[id] = inWords(r, lang, b, words.Blocks[id])
	}
	if r.corpus.Site != nil {
		all.Site = inWords(r, lang, r.corpus.Site, words.Site)
	}
	all.Glossary = r.sharedGlossary(lang, words.Glossary)
	return all
}

// inWords gives a copy of something with the words of its translation; with none,
// every text is marked as the main language's.
func inWords[T any](r *resolver, lang string, main, translation *T) *T {
	w := r.memory.word(wordedKey{main, translation, r.language(), lang}, func() worded {
		o := overlay{from: r.language(), to: lang}
		merged := over(&o, main, translation)
		return worded{merged, o.findings}
	})
	r.findings = append(r.findings, w.findings...)
	return w.merged.(*T)
}

// sharedGlossary gives the glossary in a language. A translation without an id is
// that of the word in the same place.
func (r *resolver) sharedGlossary(lang string, words []notices.GlossaryTerm) []notices.GlossaryTerm {
	if len(r.corpus.Glossary) == 0 {
		return nil
	}
	known := func(g notices.GlossaryTerm) notices.GlossaryTerm {
		g.ID.Value = g.Anchor()
		return g
	}
	var main []notices.GlossaryTerm
	for _, g := range r.corpus.Glossary {
		main = append(main, known(g))
	}
	words = slices.Clone(words)
	for i := range words {
		if g := &words[i]; g.ID.Value == "" && i < len(main) {
			g.ID.Value = main[i].ID.Value
		}
	}
	type glossary struct{ Terms []notices.GlossaryTerm }
	return inWords(r, lang, &glossary{main}, &glossary{words}).Terms
}

// checkOriginals reports the translations of files that are not there.
func (r *resolver) checkOriginals(words *notices.Shared) {
	for _, id := range slices.Sorted(maps.Keys(words.Organisations)) {
		if r.organisations[id] == nil && !r.unread(notices.OrganisationFile, id) {
			r.report(translationWithoutOriginal(words.Organisations[id].Pos, "an organisation", "content/organisations/"+id+".yaml"))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(words.Blocks)) {
		if r.blocks[id] == nil && !r.unread(notices.BlockFile, id) {
			r.report(translationWithoutOriginal(words.Blocks[id].Pos, "a shared block", "content/shared/"+id+".yaml"))
		}
	}
	if len(words.Glossary) > 0 && len(r.corpus.Glossary) == 0 && !r.unread(notices.GlossaryFile, "glossary") {
		r.report(translationWithoutOriginal(words.Glossary[0].Pos, "a glossary", "content/glossary.yaml"))
	}
}

func translationWithoutOriginal(pos notices.Pos, what, file string) notices.Finding {
	return notices.Finding{
		Rule: "translation-without-original", Severity: notices.Error, Pos: pos,
		Message: fmt.Sprintf("This file translates %s that is not there.", what),
		Fix:     fmt.Sprintf("Add %s, or give this file the name of the one it translates.", file),
	}
}
