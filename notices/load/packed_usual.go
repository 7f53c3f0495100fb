package load

import (
	"notices.example/notices"
)

// Nearly all of a notice is texts, words, dates and lists of them. They are packed and
// unpacked here as packed.go does it with any struct, field by field, but without
// looking at their types: that takes most of the time otherwise.

// The bits of the fields of these structs, the place first.
const (
	saidPlace = 1 << iota
	saidValue
	saidLang
	saidSpans
)

// wordOf gives a value of a type that holds a word and its place.
func wordOf(v any) *notices.Term {
	switch w := v.(type) {
	case *notices.Term:
		return w
	case *notices.Ref:
		return (*notices.Term)(w)
	case *notices.ID:
		return (*notices.Term)(w)
	}
	return (*notices.Term)(v.(*notices.URL))
}

// usual packs a value of a type of which there are many. It is given a pointer to it.
func (p *packer) usual(kind packedKind, v any) {
	switch kind {
	case aSaying:
		p.saying(v.(*notices.Text))
	case aWord:
		p.word(wordOf(v))
	case aDate:
		p.date(v.(*notices.Date))
	case anAnswer:
		p.answer(v.(*notices.Answer))
	case aTextList:
		packList(p, *v.(*[]notices.Text), p.saying)
	case aRefList:
		packList(p, *v.(*[]notices.Ref), func(r *notices.Ref) { p.word((*notices.Term)(r)) })
	case aTermList:
		packList(p, *v.(*[]notices.Term), p.word)
	}
}

func packList[T any](p *packer, list []T, pack func(*T)) {
	p.number(len(list))
	for i := range list {
		pack(&list[i])
	}
}

// placed packs which fields of a struct are not empty, of which those besides its place
// are told, and its place.
func (p *packer) placed(at *notices.Pos, others int) {
	if *at == (notices.Pos{}) {
		p.number(others)
		return
	}
	p.number(others | saidPlace)
	p.pos(at)
}

// bitIf gives a bit, or nothing.
func bitIf(said bool, bit int) int {
	if said {
		return bit
	}
	return 0
}

func (p *packer) saying(t *notices.Text) {
	p.placed(&t.Pos, bitIf(t.Value != "", saidValue)|bitIf(t.Lang != "", saidLang)|bitIf(t.Spans != nil, saidSpans))
	if t.Value != "" {
		p.words(t.Value)
	}
	if t.Lang != "" {
		p.words(t.Lang)
	}
	if t.Spans != nil {
		p.spans(*t.Spans)
	}
}

func (p *packer) spans(list notices.Spans) {
	p.number(len(list))
	for i := range list {
		s := &list[i]
		p.placed(&s.Pos, bitIf(s.Start != 0, spanStart)|bitIf(s.Exact, spanExact))
		if s.Start != 0 {
			p.signed(int64(s.Start))
		}
	}
}

// The bits of the fields of notices.Span, behind its place.
const (
	spanStart = 2
	spanExact = 4
)

func (p *packer) word(w *notices.Term) {
	p.placed(&w.Pos, bitIf(w.Value != "", saidValue))
	if w.Value != "" {
		p.words(w.Value)
	}
}

func (p *packer) date(d *notices.Date) {
	p.placed(&d.Pos, bitIf(d.Said(), saidValue))
	if d.Said() {
		p.day(d.Time)
	}
}

func (p *packer) answer(a *notices.Answer) {
	p.placed(&a.Pos, bitIf(a.Said(), saidValue))
	if a.Said() {
		p.number(int(a.Value))
	}
}
