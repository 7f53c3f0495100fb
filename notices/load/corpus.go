package load

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"notices.example/notices"
)

// corpusBuilder puts what the files hold together.
type corpusBuilder struct {
	corpus       *notices.Corpus
	byID         map[string]*file // the first file of each kind, language and ID
	translations []*file
}

// add takes what a file says into the corpus.
func (b *corpusBuilder) add(f *file) {
	first := b.claim(f)
	f.nameless = f.nameless || first != f
	if !b.take(f) || f.nameless {
		b.unread(f)
	}
	if first != f {
		f.report(ruleIDDuplicate, f.whole(), fmt.Sprintf("There is another file for “%s”: %s.", f.ID, first.Path),
			"Keep one of the two, or rename one. Names that differ only in capital letters count as the same.",
			notices.Related{Pos: first.whole(), Message: "the other file"})
	}
}

// claim gives the file that has the kind, language and ID of f: the first one
// that came with them.
func (b *corpusBuilder) claim(f *file) *file {
	key := idKey(f, f.lang)
	if first, taken := b.byID[key]; taken {
		return first
	}
	b.byID[key] = f
	return f
}

func idKey(f *file, lang string) string {
	return string(f.Kind) + ":" + lang + ":" + strings.ToLower(f.ID)
}

// take puts what a file says into its place in the corpus, and reports whether there
// is anything. A file without a usable name is read for its findings alone.
func (b *corpusBuilder) take(f *file) bool {
	c, said := b.corpus, f.reading.said
	if f.lang != "" {
		b.translations = append(b.translations, f)
	}
	switch v := f.reading.value.(type) {
	case *notices.Notice:
		if f.lang != "" {
			take(f, &c.Translations, v)
		} else {
			take(f, &c.Notices, v)
		}
	case *notices.Page:
		take(f, &c.Pages, v)
	case *notices.Baseline:
		if said {
			c.Baseline = v
		}
	case *notices.Ledger:
		if said {
			c.Ledger = v
		}
	case *notices.Version:
		if said && !f.nameless {
			c.Archive.Keep(v)
		}
	default:
		if f.lang != "" {
			b.sharedIn(f.lang).take(f)
		} else {
			b.takeMain(f)
		}
	}
	return said
}

// takeMain takes what may be translated with all that notices share.
func (b *corpusBuilder) takeMain(f *file) {
	c := b.corpus
	switch v := f.reading.value.(type) {
	case *notices.Site:
		c.Site = v
	case *notices.Organisation:
		take(f, &c.Organisations, v)
	case *notices.Block:
		take(f, &c.Blocks, v)
	case *[]notices.GlossaryTerm:
		c.Glossary = *v
	}
}

// take adds what a file says to the list.
func take[T any](f *file, list *[]*T, v *T) {
	if f.reading.said && !f.nameless {
		*list = append(*list, v)
	}
}

func (b *corpusBuilder) unread(f *file) {
	b.corpus.Unread = append(b.corpus.Unread, f.ContentFile)
}

// finish does what needs all files: the main language and the order.
func (b *corpusBuilder) finish() {
	c, lang := b.corpus, b.language()
	for _, n := range c.Notices {
		if n.Lang != lang { // or somebody may be looking at it
			n.Lang = lang
		}
	}
	for _, p := range c.Pages {
		if p.Lang == "" {
			p.Lang = lang
		}
	}
	for _, f := range b.translations {
		f.checkTranslation(lang, b.published(lang))
	}
	slices.SortStableFunc(c.Organisations, func(a, b *notices.Organisation) int { return cmp.Compare(a.ID.Value, b.ID.Value) })
	slices.SortStableFunc(c.Notices, func(a, b *notices.Notice) int { return cmp.Compare(a.ID.Value, b.ID.Value) })
	slices.SortStableFunc(c.Translations, func(a, b *notices.Notice) int {
		return cmp.Or(cmp.Compare(a.ID.Value, b.ID.Value), cmp.Compare(a.Lang, b.Lang))
	})
	c.Archive.Sort()
	slices.SortFunc(c.Shared, func(a, b *notices.Shared) int { return cmp.Compare(a.Lang, b.Lang) })
	slices.SortStableFunc(c.Blocks, func(a, b *notices.Block) int { return cmp.Compare(a.ID.Value, b.ID.Value) })
	slices.SortStableFunc(c.Pages, func(a, b *notices.Page) int { return cmp.Compare(a.ID.Value, b.ID.Value) })
}

// language gives the main language.
func (b *corpusBuilder) language() string { return cmp.Or(b.corpus.Site.Language(), "en") }

// published gives the languages of the site, or every language when its file
// could not be read.
func (b *corpusBuilder) published(lang string) []string {
	if slices.ContainsFunc(b.corpus.Unread, func(f notices.ContentFile) bool { return f.Path == "content/site.yaml" }) {
		return notices.TermLists["language"]
	}
	langs := []string{lang}
	for _, l := range b.corpus.Site.Languages {
		if l.Value != lang {
			langs = append(langs, l.Value)
		}
	}
	return langs
}

// checkTranslation reports a file whose ending names the main language, so that
// it is no translation, or a language in which nothing is published.
func (f *file) checkTranslation(lang string, published []string) {
	ending := path.Ext(f.path)
	switch {
	case f.lang == lang:
		name := strings.TrimSuffix(path.Base(f.path), "."+lang+ending) + ending
		f.report(ruleTranslationMain, f.whole(), fmt.Sprintf("“%s” is the site's main language, so this is not a translation.", lang),
			fmt.Sprintf("Rename the file to “%s”.", name))
	case !slices.Contains(published, f.lang):
		f.report(ruleTranslationUnused, f.whole(), fmt.Sprintf("The site has no pages in the language “%s”, so this translation is not published.", f.lang),
			fmt.Sprintf("Add the language to content/site.yaml, or take the file out:\nlanguages: [%s, %s]", strings.Join(published, ", "), f.lang))
	}
}
