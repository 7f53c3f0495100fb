package inherit

import (
	"cmp"
	"reflect"

	"notices.example/notices"
)

// overlay puts the texts of one value over another of the same type.
type overlay struct {
	from     string // the language of what is not translated
	to       string // the language of what is, where the value does not say it itself
	notice   string
	findings []notices.Finding
}

// over gives a copy of a value with the words of its translation; nil where there is none.
// What a translation does not change the two have in common.
func over[T any](o *overlay, v, translation *T) *T {
	merged, tr := *v, reflect.Value{}
	if translation != nil {
		tr = reflect.ValueOf(translation).Elem()
	}
	dst := reflect.ValueOf(&merged).Elem()
	o.texts(overlaidOf(dst.Type()), dst, tr)
	return &merged
}

// texts walks dst and tr together; tr may be invalid where nothing is translated. Lists
// and pointers in which words change are made dst's own.
func (o *overlay) texts(how *overlaid, dst, tr reflect.Value) {
	if !how.worded && !tr.IsValid() {
		return
	}
	switch how.kind {
	case aText:
		o.text(dst, tr)
	case aMarkdown:
		o.markdown(dst, tr)
	case aPointer:
		o.pointer(how, dst, tr)
	case aList:
		o.list(how, dst, tr)
	case aStruct:
		o.fields(how, dst, tr)
	}
}

func (o *overlay) pointer(how *overlaid, dst, tr reflect.Value) {
	if dst.IsNil() {
		o.lost(how, tr)
		return
	}
	own := reflect.New(dst.Type().Elem())
	own.Elem().Set(dst.Elem())
	dst.Set(own)
	if tr.IsValid() {
		tr = tr.Elem() // invalid when the translation has none
	}
	o.texts(how.elem, dst.Elem(), tr)
}

// lost reports words for a part that the main file does not have itself: there
// is nothing here that they could translate.
func (o *overlay) lost(how *overlaid, tr reflect.Value) {
	if tr.IsValid() && !tr.IsNil() {
		o.findings = append(o.findings, how.elem.unmatchedTranslation(tr.Elem(), o.notice))
	}
}

func (o *overlay) text(to, tr reflect.Value) {
	dst := to.Addr().Interface().(*notices.Text)
	if tr.IsValid() {
		if t := tr.Addr().Interface().(*notices.Text); t.Said() {
			*dst = *t
			dst.Lang = cmp.Or(t.Lang, o.to)
			return
		}
	}
	if dst.Said() && dst.Lang == "" {
		dst.Lang = o.from
	}
}

func (o *overlay) markdown(to, tr reflect.Value) {
	dst := to.Addr().Interface().(*notices.Markdown)
	if tr.IsValid() {
		if m := tr.Addr().Interface().(*notices.Markdown); m.Said() {
			*dst = *m
			dst.Lang = cmp.Or(m.Lang, o.to)
			return
		}
	}
	if dst.Said() && dst.Lang == "" {
		dst.Lang = o.from
	}
}

// fields walks the fields of a struct. A fact that the translation states, and
// states differently, is a finding: facts stand in one place.
func (o *overlay) fields(how *overlaid, dst, tr reflect.Value) {
	for i := range how.fields {
		f := &how.fields[i]
		if !tr.IsValid() {
			if f.role == words {
				o.texts(f.of, dst.Field(f.index), tr)
			}
			continue
		}
		other := tr.Field(f.index)
		switch f.role {
		case varying:
			o.variant(dst.Field(f.index), other)
		case fact:
			o.fact(dst.Field(f.index), other)
		case none:
			o.none(dst, tr)
		case words:
			o.texts(f.of, dst.Field(f.index), other)
		}
	}
}

// variant takes over a name or an address that is another one in the translation.
func (o *overlay) variant(dst, tr reflect.Value) {
	if !tr.IsZero() {
		dst.Set(tr)
	}
}

// fact reports a fact that the translation states otherwise than the main file.
func (o *overlay) fact(dst, tr reflect.Value) {
	if tr.IsZero() || reflect.DeepEqual(withoutPos(dst), withoutPos(tr)) {
		return
	}
	o.findings = append(o.findings, statedFact(posOf(tr), posOf(dst), o.notice))
}

// none reports a “none” that the main file does not say.
func (o *overlay) none(dst, tr reflect.Value) {
	if tr.FieldByName("None").Bool() && !dst.FieldByName("None").Bool() {
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
func (o *overlay) list(how *overlaid, dst, tr reflect.Value) {
	translated := tr.IsValid() && tr.Len() > 0
	if how.elem.kind == aText && translated {
		dst.Set(reflect.AppendSlice(reflect.MakeSlice(dst.Type(), 0, tr.Len()), tr)) // the corpus keeps its own
		for i := range dst.Len() {
			o.text(dst.Index(i), tr.Index(i))
		}
		return
	}
	if dst.Len() > 0 {
		own := reflect.MakeSlice(dst.Type(), dst.Len(), dst.Len())
		reflect.Copy(own, dst)
		dst.Set(own)
	}
	var matched map[int]bool
	if translated {
		matched = make(map[int]bool, tr.Len())
	}
	for i := range dst.Len() {
		var other reflect.Value
		if j := how.elem.matchOf(dst, tr, i); j >= 0 {
			other, matched[j] = tr.Index(j), true
		}
		o.texts(how.elem, dst.Index(i), other)
	}
	for j := 0; translated && j < tr.Len(); j++ {
		if !matched[j] {
			o.findings = append(o.findings, how.elem.unmatchedTranslation(tr.Index(j), o.notice))
		}
	}
}
