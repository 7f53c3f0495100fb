package inherit

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"notices.example/notices"
)

// A translation holds only texts. The notice in the other language is made from
// the main file: its facts as they are, and of each text the translation where
// there is one. What is not translated keeps its words and is marked with their
// language, so that a page can say so and a screen reader can pronounce it.

// translateAll gives what notices share its other languages, and the notices in
// theirs: by ID, then by language, never nil. The resolvers of these languages come
// with it.
func (r *resolver) translateAll(set *notices.Set) (map[string]map[string]*notices.Notice, map[string]*resolver) {
	set.Shared = map[string]*notices.Shared{}
	others := map[string]*resolver{}
	all := map[string]map[string]*notices.Notice{}
	for _, n := range r.corpus.Notices {
		all[n.ID.Value] = map[string]*notices.Notice{}
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
	merged := clone(n)
	o := overlay{from: n.Lang, notice: n.ID.Value}
	if translation == nil {
		o.texts(reflect.ValueOf(merged), reflect.Value{})
		return worded{merged: merged}
	}
	o.texts(reflect.ValueOf(merged), reflect.ValueOf(translation))
	merged.Lang, merged.Pos, merged.Translates = translation.Lang, translation.Pos, translation.Translates
	return worded{merged, o.findings}
}

func (r *resolver) language() string { return languageOf(r.corpus) }

func languageOf(c *notices.Corpus) string {
	if c.Site == nil {
		return "en"
	}
	return c.Site.Language()
}

// overlay puts the texts of one value over another of the same type.
type overlay struct {
	from     string // the language of what is not translated
	to       string // the language of what is, where the value does not say it itself
	notice   string
	findings []notices.Finding
}

var (
	textType     = reflect.TypeFor[notices.Text]()
	markdownType = reflect.TypeFor[notices.Markdown]()
	posType      = reflect.TypeFor[notices.Pos]()
)

// texts walks dst and tr together; tr may be invalid where nothing is translated.
func (o *overlay) texts(dst, tr reflect.Value) {
	switch dst.Type() {
	case textType:
		o.text(dst.Addr().Interface().(*notices.Text), tr)
		return
	case markdownType:
		o.markdown(dst.Addr().Interface().(*notices.Markdown), tr)
		return
	}
	switch dst.Kind() {
	case reflect.Pointer:
		if dst.IsNil() {
			o.lost(tr)
			return
		}
		if tr.IsValid() {
			tr = tr.Elem() // invalid when the translation has none
		}
		o.texts(dst.Elem(), tr)
	case reflect.Slice:
		o.list(dst, tr)
	case reflect.Struct:
		o.fields(dst, tr)
	}
}

// lost reports words for a part that the main file does not have itself: there
// is nothing here that they could translate.
func (o *overlay) lost(tr reflect.Value) {
	if tr.IsValid() && !tr.IsNil() {
		o.findings = append(o.findings, unmatchedTranslation(tr.Elem(), o.notice))
	}
}

func (o *overlay) text(dst *notices.Text, tr reflect.Value) {
	if tr.IsValid() {
		if t := tr.Interface().(notices.Text); t.Said() {
			t.Lang = cmp.Or(t.Lang, o.to)
			*dst = t
			return
		}
	}
	if dst.Said() && dst.Lang == "" {
		dst.Lang = o.from
	}
}

func (o *overlay) markdown(dst *notices.Markdown, tr reflect.Value) {
	if tr.IsValid() {
		if m := tr.Interface().(notices.Markdown); m.Said() {
			m.Lang = cmp.Or(m.Lang, o.to)
			*dst = m
			return
		}
	}
	if dst.Said() && dst.Lang == "" {
		dst.Lang = o.from
	}
}

// fields walks the fields of a struct. A fact that the translation states, and
// states differently, is a finding: facts stand in one place.
func (o *overlay) fields(dst, tr reflect.Value) {
	for i, role := range rolesOf(dst.Type()) {
		var other reflect.Value
		if tr.IsValid() {
			other = tr.Field(i)
		}
		switch role {
		case varying:
			o.variant(dst.Field(i), other)
		case fact:
			o.fact(dst.Field(i), other)
		case none:
			o.none(dst, tr)
		case words:
			o.texts(dst.Field(i), other)
		}
	}
}

// variant takes over a name or an address that is another one in the translation.
func (o *overlay) variant(dst, tr reflect.Value) {
	if tr.IsValid() && !tr.IsZero() {
		dst.Set(tr)
	}
}

// fact reports a fact that the translation states otherwise than the main file.
func (o *overlay) fact(dst, tr reflect.Value) {
	if !tr.IsValid() || tr.IsZero() || reflect.DeepEqual(withoutPos(dst), withoutPos(tr)) {
		return
	}
	o.findings = append(o.findings, statedFact(posOf(tr), posOf(dst), o.notice))
}

// none reports a “none” that the main file does not say.
func (o *overlay) none(dst, tr reflect.Value) {
	if tr.IsValid() && tr.FieldByName("None").Bool() && !dst.FieldByName("None").Bool() {
		o.findings = append(o.findings, statedFact(posOf(tr), posOf(dst), o.notice))
	}
}

func statedFact(pos, main notices.Pos, notice string) notices.Finding {
	f := notices.Finding{
		Rule: "translation-states-fact", Severity: notices.Error, Pos: pos, Notice: notice,
		Message: "A translation holds only words. This fact is not the same in the main file.",
		Fix:     "Take this line out here, and change the main file if the fact has changed.",
	}
	if !main.IsZero() {
		f.Related = []notices.Related{{Pos: main, Message: "the main file says it here"}}
	}
	return f
}

// withoutPos gives a fact, or a list of facts, without the places.
func withoutPos(v reflect.Value) any {
	if v.Kind() != reflect.Slice {
		return bare(v)
	}
	list := make([]any, v.Len())
	for i := range list {
		list[i] = bare(v.Index(i))
	}
	return list
}

func bare(v reflect.Value) any {
	copied := reflect.New(v.Type()).Elem()
	copied.Set(v)
	copied.FieldByName("Pos").SetZero()
	return copied.Interface()
}

// posOf gives the place of a fact, or of the first of a list.
func posOf(v reflect.Value) notices.Pos {
	if v.Kind() == reflect.Slice {
		if v.Len() == 0 {
			return notices.Pos{}
		}
		v = v.Index(0)
	}
	return v.FieldByName("Pos").Interface().(notices.Pos)
}

// list walks two lists together. Things with an ID are matched by it, contacts by
// their role, others by their order; a plain list of texts is replaced as a whole.
func (o *overlay) list(dst, tr reflect.Value) {
	translated := tr.IsValid() && tr.Len() > 0
	if dst.Type().Elem() == textType && translated {
		dst.Set(reflect.AppendSlice(reflect.MakeSlice(dst.Type(), 0, tr.Len()), tr)) // the corpus keeps its own
		for i := range dst.Len() {
			o.text(dst.Index(i).Addr().Interface().(*notices.Text), tr.Index(i))
		}
		return
	}
	matched := map[int]bool{}
	for i := range dst.Len() {
		var other reflect.Value
		if j := matchOf(dst, tr, i); j >= 0 {
			other, matched[j] = tr.Index(j), true
		}
		o.texts(dst.Index(i), other)
	}
	for j := 0; translated && j < tr.Len(); j++ {
		if !matched[j] {
			o.findings = append(o.findings, unmatchedTranslation(tr.Index(j), o.notice))
		}
	}
}

func translationWithoutNotice(t *notices.Notice) notices.Finding {
	return notices.Finding{
		Rule: "translation-without-notice", Severity: notices.Error, Pos: t.Pos, Notice: t.ID.Value,
		Message: "This file translates a notice that is not there.",
		Fix:     fmt.Sprintf("Add content/notices/%s.md, or give this file the name of the notice it translates.", t.ID.Value),
	}
}

// clone copies a value of the vocabulary so that the copy can be changed.
func clone[T any](v *T) *T {
	copied := reflect.New(reflect.TypeFor[T]())
	copied.Elem().Set(reflect.ValueOf(v).Elem())
	unshare(copied.Elem())
	return copied.Interface().(*T)
}

// unshare gives v its own slices and pointers, all the way down.
func unshare(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			own := reflect.New(v.Type().Elem())
			own.Elem().Set(v.Elem())
			unshare(own.Elem())
			v.Set(own)
		}
	case reflect.Slice:
		if !v.IsNil() {
			own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(own, v)
			for i := range own.Len() {
				unshare(own.Index(i))
			}
			v.Set(own)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && v.Field(i).CanSet() && v.Field(i).Type() != posType {
				unshare(v.Field(i))
			}
		}
	}
}
