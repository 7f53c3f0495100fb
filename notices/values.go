package notices

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Text is words for people to read. It is never interpreted: what was typed is
// what is shown. Text that is not tagged as a fact may be translated.
type Text struct {
	Value string
	Lang  string // BCP 47 tag, when it differs from the notice's language
	Pos   Pos
	Spans *Spans // where its parts stand; nil when it stands on one line as it is, in quotes or not
}

// Said reports whether the text was written.
func (t Text) Said() bool { return t.Value != "" }

// Place gives the place in the content file of the words from start to stop,
// which are offsets in Value, in bytes. The length is given when the words stand
// on one line. When the place of the words cannot be told, as behind an escape,
// it is the place of the text.
func (t Text) Place(start, stop int) Pos {
	if t.Spans != nil {
		return t.Spans.Place(t.Value, start, stop)
	}
	const quotes = 2
	pos, length := t.Pos, utf8.RuneCountInString(t.Value)
	switch pos.Len {
	case length:
	case length + quotes:
		pos.Col++
	default:
		return t.Pos
	}
	pos.Col += utf8.RuneCountInString(t.Value[:start])
	pos.Len = utf8.RuneCountInString(t.Value[start:stop])
	return pos
}

// Span is a part of a text that stands on one line of its content file.
type Span struct {
	Start int  // offset in the text, in bytes
	Exact bool // it stands there letter for letter, without escapes
	Pos   Pos  // of its first letter
}

// Spans are the parts of a text that stands on several lines, or is not written
// letter for letter, in order.
type Spans []Span

// Place gives the place of the words from start to stop, offsets in text in
// bytes. The length is given when the words stand on one line.
func (s Spans) Place(text string, start, stop int) Pos {
	at := -1
	for at+1 < len(s) && s[at+1].Start <= start {
		at++
	}
	if at < 0 {
		return Pos{}
	}
	pos := s[at].Pos
	pos.Len = 0
	if !s[at].Exact || start > len(text) {
		return pos
	}
	pos.Col += utf8.RuneCountInString(text[s[at].Start:start])
	stop = min(max(stop, start), s.unbroken(at, text))
	pos.Len = utf8.RuneCountInString(strings.TrimRightFunc(text[start:stop], unicode.IsSpace))
	return pos
}

// unbroken gives where a part of the text ends, with those that stand right behind
// it in the file too: a bracket is a part of its own in Markdown.
func (s Spans) unbroken(at int, text string) int {
	for ; at+1 < len(s); at++ {
		this, next := s[at], s[at+1]
		this.Pos.Col += utf8.RuneCountInString(text[this.Start:min(next.Start, len(text))])
		if !next.Exact || next.Pos.Line != this.Pos.Line || next.Pos.Col != this.Pos.Col {
			return next.Start
		}
	}
	return len(text)
}

// String gives the words as they were typed.
func (t Text) String() string { return t.Value }

// Term is a word from a fixed list, such as a lawful basis.
type Term struct {
	Value string
	Pos   Pos
}

// Said reports whether the term was written.
func (t Term) Said() bool { return t.Value != "" }

// Is reports whether the term is one of the words.
func (t Term) Is(words ...string) bool {
	for _, w := range words {
		if t.Value == w {
			return true
		}
	}
	return false
}

// String gives the word.
func (t Term) String() string { return t.Value }

// ID names a thing where it is defined: lower-case letters, digits and hyphens.
type ID struct {
	Value string
	Pos   Pos
}

// String gives the ID as it is written.
func (i ID) String() string { return i.Value }

// Ref names a thing that is defined elsewhere, by its ID.
type Ref struct {
	Value string
	Pos   Pos
}

// Said reports whether the reference was written.
func (r Ref) Said() bool { return r.Value != "" }

// String gives the ID of what is named.
func (r Ref) String() string { return r.Value }

// URL is an address that load has checked: https or http, or a path or fragment
// on this site.
type URL struct {
	Value string
	Pos   Pos
}

// Said reports whether the address was written.
func (u URL) Said() bool { return u.Value != "" }

// String gives the address.
func (u URL) String() string { return u.Value }

// Email is an email address that load has checked to be just an address.
type Email struct {
	Value string
	Pos   Pos
}

// Said reports whether the address was written.
func (e Email) Said() bool { return e.Value != "" }

// String gives the address.
func (e Email) String() string { return e.Value }

// Phone is a telephone number, kept as typed: "0300 123 4567".
type Phone struct {
	Value string
	Pos   Pos
}

// Said reports whether the number was written.
func (p Phone) Said() bool { return p.Value != "" }

// String gives the number as it was typed.
func (p Phone) String() string { return p.Value }

// Date is a day, written YYYY-MM-DD.
type Date struct {
	Time time.Time // midnight UTC; zero when not written
	Pos  Pos
}

// Said reports whether the date was written.
func (d Date) Said() bool { return !d.Time.IsZero() }

// String gives YYYY-MM-DD, or nothing when the date was not written.
func (d Date) String() string {
	if !d.Said() {
		return ""
	}
	return d.Time.Format(time.DateOnly)
}

// Answer is yes, no or not said.
type Answer struct {
	Value AnswerValue
	Pos   Pos
}

// AnswerValue is the value of an Answer.
type AnswerValue uint8

// The answers. Not saying is not the same as no.
const (
	NotSaid AnswerValue = iota
	Yes
	No
)

// Said reports whether the question was answered.
func (a Answer) Said() bool { return a.Value != NotSaid }

// Yes reports whether the answer is yes.
func (a Answer) Yes() bool { return a.Value == Yes }

// No reports whether the answer is no, said outright.
func (a Answer) No() bool { return a.Value == No }

// Markdown is a text with headings, lists and links, kept as written.
type Markdown struct {
	Source string // with \n line ends
	Lang   string // BCP 47 tag, when it differs from the notice's language
	Pos    Pos    // of the first character; every further line starts at Indent+1
	Indent int    // columns of indentation that were taken off each line
	Spans  *Spans // where its parts stand, when its lines are not those of the file
}

// Said reports whether anything was written.
func (m Markdown) Said() bool { return m.Source != "" }

// Stated is a list whose emptiness can be said. The three states differ in law:
// absent (nothing written: a gap), none (a statement), and a list.
type Stated[T any] struct {
	Items  []T
	None   bool // "none" was written
	Reason Text // the reason given with none: {none: "…"}
	Pos    Pos  // of the key; zero when absent
}

// Said reports whether anything was stated, none included.
func (s Stated[T]) Said() bool { return s.None || len(s.Items) > 0 }

// Denial is the statement that there is none of something. It takes only "none"
// or {none: reason}.
type Denial struct {
	None   bool
	Reason Text
	Pos    Pos // of the key; zero when absent
}

// Said reports whether the denial was made.
func (d Denial) Said() bool { return d.None }
