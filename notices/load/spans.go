package load

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"notices.example/notices"
)

// spans tells where the parts of a text stand in the file. It is nil when the
// whole text stands at pos letter for letter, in quotes or not.
func (f *file) spans(n *yaml.Node, text string, pos notices.Pos) *notices.Spans {
	if n.Kind != yaml.ScalarNode || text == "" || f.stands(n, text, pos) {
		return nil
	}
	a := aligner{file: f, text: text, style: n.Style}
	line, col := pos.Line, pos.Col
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		col++
	}
	for ; !a.done() && line <= len(f.lines); line++ {
		a.take(line, col)
		col = 1
	}
	return &a.spans
}

// stands reports whether the text stands at its place as it is.
func (f *file) stands(n *yaml.Node, text string, pos notices.Pos) bool {
	const quotes = 2
	length := utf8.RuneCountInString(text)
	rest := f.restOf(pos.Line, pos.Col)
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		return pos.Len == length+quotes && len(rest) > len(text)+1 && rest[1:len(text)+1] == text
	}
	return pos.Len == length && strings.HasPrefix(rest, text)
}

// aligner goes through a text and the lines it is written on side by side, and
// takes note of where they run together. White space is not compared: line ends
// become spaces and indentation is dropped, in ways that differ by style. Where
// the two part, the place of the rest is not known exactly.
type aligner struct {
	file  *file
	text  string
	style yaml.Style
	next  int // the offset in text up to which they agree
	lost  bool
	spans notices.Spans
	col   int // where the next letter stands if the last span goes on
}

func (a *aligner) done() bool { return a.lost || strings.TrimSpace(a.text[a.next:]) == "" }

// take compares what stands on a line from a column on.
func (a *aligner) take(line, col int) {
	a.col = 0
	for rest := a.file.restOf(line, col); rest != "" && !a.done(); {
		letter, size := a.letter(rest)
		width := utf8.RuneCountInString(rest[:size])
		if !unicode.IsSpace(letter) {
			a.match(letter, width == 1, notices.Pos{File: a.file.Path, Line: line, Col: col})
		}
		rest = rest[size:]
		col += width
	}
}

// match compares one letter of the file with the next one of the text.
func (a *aligner) match(letter rune, exact bool, pos notices.Pos) {
	between := len(a.text[a.next:]) - len(strings.TrimLeftFunc(a.text[a.next:], unicode.IsSpace))
	at := a.next + between
	want, size := utf8.DecodeRuneInString(a.text[at:])
	a.lost = letter != want
	goesOn := exact && a.col > 0 && pos.Col == a.col+utf8.RuneCountInString(a.text[a.next:at])
	if !goesOn {
		a.spans = append(a.spans, notices.Span{Start: at, Exact: exact && !a.lost, Pos: pos})
	} else if a.lost {
		a.spans = append(a.spans, notices.Span{Start: at, Pos: pos})
	}
	a.next = at + size
	a.col = 0
	if exact && !a.lost {
		a.col = pos.Col + 1
	}
}

// letter gives the letter that stands at the start of s, and how many bytes are
// written for it: more than its own where it is an escape.
func (a *aligner) letter(s string) (letter rune, size int) {
	letter, size = utf8.DecodeRuneInString(s)
	switch {
	case letter == '\'' && a.style&yaml.SingleQuotedStyle != 0 && strings.HasPrefix(s, "''"):
		return letter, len("''")
	case letter == '\\' && a.style&yaml.DoubleQuotedStyle != 0:
		return escaped(s)
	}
	return letter, size
}

// escaped gives the letter that the escape at the start of s stands for.
func escaped(s string) (letter rune, size int) {
	if len(s) == 1 {
		return ' ', 1 // it joins two lines
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[1]]
	if digits > 0 && len(s) >= 2+digits {
		code, err := strconv.ParseInt(s[2:2+digits], 16, 32)
		if err == nil {
			return rune(code), 2 + digits
		}
	}
	if strings.IndexByte("abtnvfre0NLP _\t", s[1]) >= 0 {
		return ' ', 2 // no letter that can be seen
	}
	letter, size = utf8.DecodeRuneInString(s[1:])
	return letter, 1 + size
}
