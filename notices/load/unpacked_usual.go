package load

import "notices.example/notices"

// usual unpacks a value of a type of which there are many, to where a pointer leads.
func (u *unpacker) usual(kind packedKind, to any) {
	switch kind {
	case aSaying:
		u.saying(to.(*notices.Text))
	case aWord:
		u.word(wordOf(to))
	case aDate:
		u.date(to.(*notices.Date))
	case anAnswer:
		u.answer(to.(*notices.Answer))
	case aTextList:
		list := u.room.texts.take(int(u.number()))
		for i := range list {
			u.saying(&list[i])
		}
		*to.(*[]notices.Text) = list
	case aRefList:
		list := u.room.refs.take(int(u.number()))
		for i := range list {
			u.word((*notices.Term)(&list[i]))
		}
		*to.(*[]notices.Ref) = list
	case aTermList:
		list := u.room.terms.take(int(u.number()))
		for i := range list {
			u.word(&list[i])
		}
		*to.(*[]notices.Term) = list
	}
}

func (u *unpacker) saying(t *notices.Text) {
	said := u.number()
	if said&saidPlace != 0 {
		u.pos(&t.Pos)
	}
	if said&saidValue != 0 {
		t.Value = u.words()
	}
	if said&saidLang != 0 {
		t.Lang = u.words()
	}
	if said&saidSpans != 0 {
		t.Spans = u.spans()
	}
}

func (u *unpacker) spans() *notices.Spans {
	list := make(notices.Spans, u.number())
	for i := range list {
		s, said := &list[i], u.number()
		if said&saidPlace != 0 {
			u.pos(&s.Pos)
		}
		if said&spanStart != 0 {
			s.Start = int(u.signed())
		}
		s.Exact = said&spanExact != 0
	}
	return &list
}

func (u *unpacker) word(w *notices.Term) {
	said := u.number()
	if said&saidPlace != 0 {
		u.pos(&w.Pos)
	}
	if said&saidValue != 0 {
		w.Value = u.words()
	}
}

func (u *unpacker) date(d *notices.Date) {
	said := u.number()
	if said&saidPlace != 0 {
		u.pos(&d.Pos)
	}
	if said&saidValue != 0 {
		d.Time = u.day()
	}
}

func (u *unpacker) answer(a *notices.Answer) {
	said := u.number()
	if said&saidPlace != 0 {
		u.pos(&a.Pos)
	}
	if said&saidValue != 0 {
		a.Value = notices.AnswerValue(u.number())
	}
}

// rooms are where the short lists of one notice stand, several in one piece of memory.
type rooms struct {
	texts room[notices.Text]
	refs  room[notices.Ref]
	terms room[notices.Term]
}

// room is a piece of memory for lists. Whoever keeps one of these keeps the piece.
type room[T any] struct{ left []T }

// roomSize is for how many items room is made at once.
const roomSize = 16

// take gives a list of so many items that are empty, which nobody can add to.
func (r *room[T]) take(n int) []T {
	switch {
	case n == 0 || n >= roomSize:
		return make([]T, n)
	case n > len(r.left):
		r.left = make([]T, roomSize)
	}
	list := r.left[:n:n]
	r.left = r.left[n:]
	return list
}
