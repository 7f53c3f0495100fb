package inherit

import (
	"fmt"
	"maps"
	"slices"

	"notices.example/notices"
)

// A translation holds only texts. The notice in the other language is made from
// the main file: its facts as they are, and of each text the translation where
// there is one. What is not translated keeps its words and is marked with their
// language, so that a page can say so and a screen reader can pronounce it.

// translateAll gives what notices share its other languages, and the notices in
// theirs: by ID, then by language; nil for those in brief. The resolvers of these languages come
// with it.
func (r *resolver) translateAll(set *notices.Set) (map[string]map[string]*notices.Notice, map[string]*resolver) {
	set.Shared = map[string]*notices.Shared{}
	others := map[string]*resolver{}
	all := map[string]map[string]*notices.Notice{}
	for _, n := range r.corpus.Notices {
		if !n.Brief {
			all[n.ID.Value] = map[string]*notices.Notice{}
		}
	}
	for _, lang := range r.otherLanguages() {
		set.Shared[lang] = r.shared(lang)
		other := r.inLanguage(lang, set.Shared[lang])
		others[lang] = other
		for id, translations := range all {
			if n := other.notices[id]; n != nil && n.Lang == lang {
				translations[lang] = &other.base(n).Notice
			}
		}
	}
	return all, others
}

// otherLanguages gives the languages that anything is translated into, and reports
// translations of notices that are not there.
func (r *resolver) otherLanguages() []string {
	found := map[string]bool{}
	for _, t := range r.corpus.Translations {
		if r.notices[t.ID.Value] != nil {
			found[t.Lang] = true
		} else if !r.unread(notices.NoticeFile, t.ID.Value) {
			r.report(translationWithoutNotice(t))
		}
	}
	for _, s := range r.corpus.Shared {
		found[s.Lang] = true
	}
	delete(found, r.language()) // load has told that this is no translation
	return slices.Sorted(maps.Keys(found))
}

// unread reports whether there is a file of that kind that could not be read.
func (r *resolver) unread(kind notices.FileKind, id string) bool {
	return slices.ContainsFunc(r.corpus.Unread, func(f notices.ContentFile) bool { return f.Kind == kind && f.ID == id })
}

// inLanguage gives a resolver over the same corpus in another language. Notices
// without a translation are in it too, because others may inherit from them: those
// that others build on are marked as the language they are in.
func (r *resolver) inLanguage(lang string, shared *notices.Shared) *resolver {
	translations := map[string]*notices.Notice{}
	for _, t := range r.corpus.Translations {
		if t.Lang == lang {
			translations[t.ID.Value] = t
		}
	}
	corpus := *r.corpus
	corpus.Notices = nil
	builtOn := map[string]bool{}
	for _, n := range r.corpus.Notices {
		builtOn[n.Corporate.Value] = true
	}
	for _, n := range r.corpus.Notices {
		if n.Brief {
			continue // it is made as a whole whenever it is needed
		}
		if t := translations[n.ID.Value]; t != nil || n.IsCorporate() || builtOn[n.ID.Value] {
			n = r.translated(n, t)
		}
		corpus.Notices = append(corpus.Notices, n)
	}
	corpus.Blocks = nil
	for _, b := range r.corpus.Blocks {
		corpus.Blocks = append(corpus.Blocks, shared.Blocks[b.ID.Value])
	}
	return newResolver(&corpus, lang, r.memory)
}

// translated gives the notice with the texts of its translation; with none, the
// notice with every text marked as the language it is in.
func (r *resolver) translated(n, translation *notices.Notice) *notices.Notice {
	w := r.memory.word(wordedKey{n, translation, n.Lang, ""}, func() worded { return translated(n, translation) })
	r.findings = append(r.findings, w.findings...)
	return w.merged.(*notices.Notice)
}

func translated(n, translation *notices.Notice) worded {
	o := overlay{from: n.Lang, notice: n.ID.Value}
	merged := over(&o, n, translation)
	if translation != nil {
		merged.Lang, merged.Pos, merged.Translates = translation.Lang, translation.Pos, translation.Translates
	}
	return worded{merged, o.findings}
}

func (r *resolver) language() string { return languageOf(r.corpus) }

func languageOf(c *notices.Corpus) string {
	if c.Site == nil {
		return "en"
	}
	return c.Site.Language()
}

func translationWithoutNotice(t *notices.Notice) notices.Finding {
	return notices.Finding{
		Rule: "translation-without-notice", Severity: notices.Error, Pos: t.Pos, Notice: t.ID.Value,
		Message: "This file translates a notice that is not there.",
		Fix:     fmt.Sprintf("Add content/notices/%s.md, or give this file the name of the notice it translates.", t.ID.Value),
	}
}
