package load

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/unicode/norm"

	"notices.example/notices"
)

// value gives the place of a node: its first character, and how many there are
// of it on that line. The place of a text in a block is that of its first line.
func (f *file) value(n *yaml.Node) notices.Pos {
	if pos, plainly := f.plainPlace(n); plainly {
		return pos
	}
	if n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		if line, indent, ok := f.block(n); ok {
			return f.at(line, indent+1, utf8.RuneCountInString(f.restOf(line, indent+1)))
		}
	}
	return f.at(n.Line, n.Column, f.width(n))
}

// plainPlace gives the place of a node that is a value without quotes, and stands on one
// line as it is, a letter a byte. It says whether that is so.
func (f *file) plainPlace(n *yaml.Node) (notices.Pos, bool) {
	from, length := n.Column-1, len(n.Value)
	if n.Kind != yaml.ScalarNode || n.Style != 0 || from < 0 || !f.isTyped(n.Line) {
		return notices.Pos{}, false
	}
	line := f.lines[n.Line-1]
	if from+length > len(line) || line[from:from+length] != n.Value {
		return notices.Pos{}, false
	}
	return notices.Pos{File: f.Path, Line: n.Line, Col: n.Column, Len: length}, true
}

// width is how many characters of a node stand on its first line.
func (f *file) width(n *yaml.Node) int {
	rest := f.restOf(n.Line, n.Column)
	if n.Kind != yaml.ScalarNode {
		return utf8.RuneCountInString(strings.TrimRight(rest, " \t"))
	}
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return quotedWidth(rest, '"')
	case n.Style&yaml.SingleQuotedStyle != 0:
		return quotedWidth(rest, '\'')
	case strings.HasPrefix(rest, n.Value):
		return utf8.RuneCountInString(n.Value)
	}
	if i := strings.Index(rest, " #"); i >= 0 {
		rest = rest[:i]
	}
	return utf8.RuneCountInString(strings.TrimRight(rest, " \t"))
}

// quotedWidth is the length of a text in quotes, both quotes included.
func quotedWidth(s string, quote rune) int {
	width, skip := 0, false
	for i, r := range s {
		width++
		switch {
		case skip:
			skip = false
		case i > 0 && r == '\\' && quote == '"':
			skip = true
		case i > 0 && r == quote && quote == '\'' && strings.HasPrefix(s[i+1:], "'"):
			skip = true
		case i > 0 && r == quote:
			return width
		}
	}
	return width
}

// block finds the first line of a text in a block, and its indentation.
func (f *file) block(n *yaml.Node) (line, indent int, ok bool) {
	written := strings.TrimLeft(n.Value, "\n")
	first, _, _ := strings.Cut(written, "\n")
	for line = n.Line + 1; line <= len(f.lines); line++ {
		s := f.line(line)
		if strings.TrimSpace(s) == "" {
			continue
		}
		indent = indentOf(s)
		if n.Style&yaml.LiteralStyle != 0 && strings.HasSuffix(s, first) {
			indent = len(s) - len(first) // also where the text itself begins with spaces
		}
		return line, indent, true
	}
	return 0, 0, false
}

// nfc brings a text into the form in which a letter and its accent are one
// character, so that the same word is the same everywhere. Files are brought into
// it when they are read; what an escape stands for is so after that.
func nfc(s string) string { return norm.NFC.String(s) }

// shorten cuts a text for a message.
func shorten(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
