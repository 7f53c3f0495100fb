package tidy

import (
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// sheet is the lines of a file's facts, and which of them are the inside of a text.
type sheet struct {
	lines  []string
	inside []bool // the second and later lines of a text on several lines: no comment begins there
	kept   []bool // what stands at the end of the line may count
}

func newSheet(lines []string, root *yaml.Node) *sheet {
	s := &sheet{lines: slices.Clone(lines), inside: make([]bool, len(lines)), kept: make([]bool, len(lines))}
	if root != nil {
		s.look(root, -1)
	}
	return s
}

// look notes where texts on several lines are. Indent is that of the key or hyphen
// that a text belongs to.
func (s *sheet) look(n *yaml.Node, indent int) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			s.look(n.Content[i], n.Content[i].Column-1)
			s.look(n.Content[i+1], n.Content[i].Column-1)
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			s.look(item, n.Column-1)
		}
	case yaml.ScalarNode:
		first, last := n.Line-1, n.Line-1
		switch {
		case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
			last = s.blockEnd(n, indent)
		case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
			last, _ = s.quotedEnd(n)
		}
		for i := first + 1; i <= last && i < len(s.lines); i++ {
			s.inside[i] = true
			s.kept[i-1], s.kept[i] = true, true
		}
	}
}

// blockEnd gives the last line of a text after | or >.
func (s *sheet) blockEnd(n *yaml.Node, indent int) int {
	header, _, _ := strings.Cut(from(s.lines[n.Line-1], n.Column), "#")
	margin := 0
	if at := strings.IndexAny(header, "123456789"); at >= 0 {
		margin = max(indent, 0) + int(header[at]-'0')
	}
	last := n.Line - 1
	for i := n.Line; i < len(s.lines); i++ {
		if strings.TrimSpace(s.lines[i]) == "" {
			if strings.Contains(header, "+") {
				last = i
			}
			continue
		}
		if margin == 0 {
			margin = max(indentOf(s.lines[i]), indent+1)
		}
		if indentOf(s.lines[i]) < margin {
			break
		}
		last = i
	}
	return last
}

// quotedEnd gives the line on which a text in quotes ends, and the byte behind its
// last quote there.
func (s *sheet) quotedEnd(n *yaml.Node) (line, end int) {
	quote := byte('"')
	if n.Style&yaml.SingleQuotedStyle != 0 {
		quote = '\''
	}
	at := len(s.lines[n.Line-1]) - len(from(s.lines[n.Line-1], n.Column)) + 1
	for line = n.Line - 1; line < len(s.lines); line++ {
		text := s.lines[line]
		for ; at < len(text); at++ {
			switch {
			case text[at] == '\\' && quote == '"':
				at++
			case text[at] == quote && quote == '\'' && at+1 < len(text) && text[at+1] == quote:
				at++
			case text[at] == quote:
				return line, at + 1
			}
		}
		at = 0
	}
	return len(s.lines) - 1, 0
}

// trim takes blanks off the ends of lines where they cannot be part of a text.
func (s *sheet) trim() {
	for i, line := range s.lines {
		if !s.kept[i] {
			s.lines[i] = strings.TrimRight(line, " \t")
		}
	}
}

// remark reports whether a line is a comment and nothing else.
func (s *sheet) remark(i int) bool {
	return !s.inside[i] && strings.HasPrefix(strings.TrimLeft(s.lines[i], " \t"), "#")
}

func (s *sheet) blank(i int) bool { return !s.inside[i] && strings.TrimSpace(s.lines[i]) == "" }

// lastWritten gives the last line from one to before another that says something.
func (s *sheet) lastWritten(first, to int) int {
	for i := to - 1; i > first; i-- {
		if !s.blank(i) && !s.remark(i) {
			return i
		}
	}
	return first
}

// comments are all lines that are comments, sorted: none may be lost.
func comments(s *sheet) (list []string) {
	for i, line := range s.lines {
		if s.remark(i) {
			list = append(list, strings.TrimSpace(line))
		}
	}
	slices.Sort(list)
	return list
}

// from is the text of a line from a column on, counted in letters from 1.
func from(line string, column int) string {
	for ; column > 1 && line != ""; column-- {
		_, size := utf8.DecodeRuneInString(line)
		line = line[size:]
	}
	return line
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
