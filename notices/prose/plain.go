package prose

import (
	"strings"

	"notices.example/notices"
)

// plainText is a text of paragraphs, headings and links alone, as most texts are: it is
// read in one pass, without goldmark. Whatever else a text has, goldmark reads it.
type plainText struct {
	blocks []plainBlock
	links  []plainLink
	lines  int // that have words
}

// plainBlock is a paragraph or a heading. All places are offsets in the text.
type plainBlock struct {
	level       int // of a heading, 1 to 6; 0 for a paragraph
	begin       int // with the # signs
	start, stop int // of the words
	id          string
	begins      bool // a section
	line        int  // its number, from 0
	links       int  // where its links end among those of the text
}

// plainLink is [words](address): its opening bracket, the closing one, and what is
// behind the address.
type plainLink struct{ open, closed, end int }

// plainTextOf reads a text, or is not ok when it is not as plain as that, or may be beyond
// a limit.
func plainTextOf(m notices.Markdown) (p plainText, ok bool) {
	if len(m.Source) > maxBody || m.Spans != nil {
		return p, false
	}
	s := plainScan{text: m.Source, open: -1}
	s.blocks = make([]plainBlock, 0, 2+strings.Count(m.Source, "\n\n")*3/2)
	for at, line := 0, 0; at < len(s.text); line++ {
		stop := len(s.text)
		if n := strings.IndexByte(s.text[at:], '\n'); n >= 0 {
			stop = at + n
		}
		if !s.line(at, stop, line) {
			return p, false
		}
		at = stop + 1
	}
	return s.plainText, s.endParagraph()
}

// plainScan is plainTextOf at work.
type plainScan struct {
	plainText
	text  string
	in    bool // a paragraph, the last of the blocks
	open  int  // the opening bracket of a link whose words are being read; else negative
	since int  // where what stands without a blank line between begins
	marks int  // in that: see countMarks
}

// line takes up a line, and reports whether it is plain.
func (s *plainScan) line(at, stop, number int) bool {
	if at == stop {
		s.since, s.marks = stop+1, 0
		return s.endParagraph()
	}
	if stop-at > maxLine || stop-s.since >= maxParagraph || s.text[stop-1] == ' ' {
		return false
	}
	s.lines++
	if s.text[at] == '#' {
		return s.endParagraph() && s.heading(at, stop, number)
	}
	if !beginsParagraph(s.text[at:stop]) {
		return false
	}
	if !s.in {
		s.blocks = append(s.blocks, plainBlock{begin: at, start: at, line: number})
		s.in = true
	}
	s.blocks[len(s.blocks)-1].stop = stop
	return s.words(at, stop)
}

// endParagraph ends the paragraph, if there is one, and reports whether no link is
// left open in it.
func (s *plainScan) endParagraph() bool {
	if s.in {
		s.in = false
		s.blocks[len(s.blocks)-1].links = len(s.links)
	}
	return s.open < 0
}

// What a byte may mean in a text; most mean nothing but themselves.
const (
	ofAddress = 1 << iota // it may be part of an address
	special               // it may mean something within a line
	opening               // it may mean something where a line begins
)

var meanings = func() (list [256]uint8) {
	for c := range list {
		if c < ' ' || c == 0x7f {
			list[c] = special | opening
		}
	}
	for _, c := range "\\*_`<[]!&{|" {
		list[c] |= special
	}
	for _, c := range " #-+*>=~`|:<_\\]" {
		list[c] |= opening
	}
	for _, c := range "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/:.#?=%+,;@-_" {
		list[c] |= ofAddress
	}
	return list
}()

// beginsParagraph reports whether a line is part of a paragraph, and nothing else.
func beginsParagraph(line string) bool {
	if meanings[line[0]]&opening != 0 {
		return false
	}
	digits := 0
	for digits < len(line) && '0' <= line[digits] && line[digits] <= '9' {
		digits++
	}
	rest := line[digits:]
	return digits == 0 || rest == "" || rest[0] != '.' && rest[0] != ')' || len(rest) > 1 && rest[1] != ' '
}

// words reads words, and the links among them.
func (s *plainScan) words(at, stop int) bool {
	for at < stop {
		c := s.text[at]
		if meanings[c]&special == 0 {
			at++
			continue
		}
		switch {
		case c == '[' && s.open < 0:
			s.open = at
			at++
		case c == ']' && s.open >= 0:
			if at = s.link(at, stop); at < 0 {
				return false
			}
		case s.harmless(at, stop):
			at++
		default:
			return false
		}
	}
	return true
}

// harmless reports whether a mark means nothing where it stands.
func (s *plainScan) harmless(at, stop int) bool {
	next := byte(' ')
	if at+1 < stop {
		next = s.text[at+1]
	}
	switch s.text[at] {
	case '!':
		return next != '['
	case '&':
		return next == ' '
	}
	return false
}

// link reads what follows the words of a link, from the bracket that closes them, and
// gives where it ends, or a negative number.
func (s *plainScan) link(closed, stop int) int {
	const longLabel, manyMarks = 900, 900
	start := closed + len("](")
	if closed-s.open == 1 || closed-s.open > longLabel || start >= stop || s.text[start-1] != '(' {
		return -1
	}
	end := start
	for end < stop && meanings[s.text[end]]&ofAddress != 0 {
		end++
	}
	s.marks += 2 + strings.Count(s.text[start:end], "_")
	if end == start || end == stop || s.text[end] != ')' || s.marks > manyMarks {
		return -1
	}
	s.links = append(s.links, plainLink{s.open, closed, end + 1})
	s.open = -1
	return end + 1
}

// heading reads a heading: ## Who sees it {#recipients}.
func (s *plainScan) heading(at, stop, number int) bool {
	const braceWeighs, manyMarks = 20, 900
	level := 0
	for at+level < stop && s.text[at+level] == '#' {
		level++
	}
	b := plainBlock{level: level, begin: at, start: at + level + 1, stop: stop, line: number, links: len(s.links)}
	if level > 6 || b.start >= stop || s.text[b.start-1] != ' ' || s.text[b.start] == ' ' {
		return false
	}
	if n := strings.IndexByte(s.text[b.start:stop], '{'); n >= 0 {
		b.stop = b.start + n
		if b.id = plainID(s.text[b.stop:stop]); b.id == "" {
			return false
		}
		b.stop = b.start + len(strings.TrimRight(s.text[b.start:b.stop], " "))
		if s.marks += braceWeighs; s.marks > manyMarks {
			return false
		}
	}
	for i := b.start; i < b.stop; i++ {
		if c := s.text[i]; c == '#' || meanings[c]&special != 0 && !s.harmless(i, b.stop) {
			return false
		}
	}
	s.blocks = append(s.blocks, b)
	return b.start < b.stop
}

// plainID gives the id in {#id}, or nothing.
func plainID(braces string) string {
	id, found := strings.CutPrefix(braces, "{#")
	id, closed := strings.CutSuffix(id, "}")
	for i := range len(id) {
		if c := id[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return ""
		}
	}
	if !found || !closed {
		return ""
	}
	return id
}
