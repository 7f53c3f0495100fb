package load

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// Nearly all content is plain YAML: names and values, lists, texts on one line or
// several, remarks. A plainReader reads just that, line by line and at a small part
// of the cost, into the nodes that the YAML library gives: kind, style, value, line,
// column, and whether a remark follows a value. It gives up at the first thing it
// does not know or that is not plainly right. The library reads such a file then, so
// all that is found of a file's form is found by one reader.
//
// It also gives up at all that mend puts right, so that its nodes say what was meant.

const (
	plainDepth = 8      // levels, as against maxDepth
	plainNodes = 10_000 // keys and values, as against maxNodes
	plainKey   = 100    // characters of a name
	plainFlow  = 1000   // bytes of a line with brackets
	plainLines = 100    // of a text without quotes
)

// plainReader reads the lines of a file's YAML. The line it has come to is at: how far
// it is indented, and what it says from there on.
type plainReader struct {
	lines  []string
	typed  []bool // of lines: see file.isTyped; nil when that is not known
	number int    // of the first of the lines in the file, less one
	cut    bool   // the last line has no end

	at     int
	indent int // -1 behind the last line
	rest   string
	depth  int
	failed bool
	nodes  *nodes
}

// read gives what the lines say, and whether they are plain.
func (p *plainReader) read() (*yaml.Node, bool) {
	for i, line := range p.lines {
		if p.isTyped(i) && strings.IndexByte(line, '\t') < 0 {
			continue
		}
		if !isPlainText(line) {
			return nil, false
		}
	}
	p.skip()
	if p.indent != 0 {
		return nil, false
	}
	root := p.block()
	return root, !p.failed && p.indent < 0
}

func (p *plainReader) isTyped(line int) bool { return line < len(p.typed) && p.typed[line] }

// isPlainText reports whether a line has only characters that are the same to every
// reader of YAML.
func isPlainText(line string) bool {
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c < ' ' || c == 0x7f:
			return false
		case c >= utf8.RuneSelf:
			return arePlainRunes(line[i:])
		}
	}
	return true
}

func arePlainRunes(s string) bool {
	for _, r := range s {
		switch {
		case r < ' ', r >= 0x7f && r < 0xa0, r == 0x2028, r == 0x2029, r == 0xfeff, r >= 0xfff0 && r <= 0xffff:
			return false
		}
	}
	return true
}

func (p *plainReader) giveUp() *yaml.Node {
	p.failed, p.indent = true, -1
	return p.nodes.add()
}

// skip goes on to the next line that says something, from the present one on.
func (p *plainReader) skip() {
	for ; p.at < len(p.lines); p.at++ {
		line := p.lines[p.at]
		lead := indentOf(line)
		if lead < len(line) && line[lead] != '#' {
			p.indent, p.rest = lead, line[lead:]
			return
		}
	}
	p.indent, p.rest = -1, ""
}

// block reads the list or group that begins on this line.
func (p *plainReader) block() *yaml.Node {
	if p.depth++; p.depth > plainDepth {
		return p.giveUp()
	}
	defer func() { p.depth-- }()
	if isItem(p.rest) {
		return p.list()
	}
	return p.group()
}

// group reads names and values that are indented alike.
func (p *plainReader) group() *yaml.Node {
	n, indent, first := p.node(yaml.MappingNode, p.indent), p.indent, p.nodes.mark()
	for p.indent == indent && !isItem(p.rest) {
		width := keyWidth(p.rest)
		if width == 0 {
			return p.giveUp()
		}
		key := p.node(yaml.ScalarNode, indent)
		key.Value = p.rest[:width]
		p.nodes.push(key)
		value := p.value(indent, indent+width+1)
		p.nodes.push(value)
	}
	if p.indent > indent {
		return p.giveUp()
	}
	n.Content = p.nodes.since(first)
	return n
}

// keyWidth is the length of the name that a line begins with, before its colon; 0 when
// it begins with none.
func keyWidth(s string) int {
	i := 0
	for i < len(s) && (isLetter(s[i]) || s[i] == '_' || i > 0 && (s[i] == '-' || isDigit(s[i]))) {
		i++
	}
	if i == len(s) || i > plainKey || s[i] != ':' || i+1 < len(s) && s[i+1] != ' ' {
		return 0
	}
	return i
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// list reads the items of a list that are indented alike.
func (p *plainReader) list() *yaml.Node {
	n, indent, first := p.node(yaml.SequenceNode, p.indent), p.indent, p.nodes.mark()
	for p.indent == indent && isItem(p.rest) {
		from := p.pastSpaces(indent + 1)
		if from == len(p.lines[p.at]) {
			return p.giveUp()
		}
		var item *yaml.Node
		if rest := p.lines[p.at][from:]; keyWidth(rest) > 0 {
			p.indent, p.rest = from, rest // as if the item began on a line of its own
			item = p.block()
		} else {
			item = p.single(indent, from)
		}
		p.nodes.push(item)
	}
	if p.indent > indent {
		return p.giveUp()
	}
	n.Content = p.nodes.since(first)
	return n
}

// value reads the value of a name that is indented so far. The colon stands before
// the offset from.
func (p *plainReader) value(indent, from int) *yaml.Node {
	line, start := p.lines[p.at], p.pastSpaces(from)
	if start < len(line) && line[start] != '#' {
		return p.single(indent, start)
	}
	empty := p.node(yaml.ScalarNode, from)
	p.at++
	p.skip()
	if p.indent > indent || p.indent == indent && isItem(p.rest) {
		return p.block()
	}
	return empty
}

// single reads a value that begins on this line at the offset from. What it belongs
// to is indented so far.
func (p *plainReader) single(indent, from int) *yaml.Node {
	switch c := p.lines[p.at][from]; {
	case c == '|' || c == '>':
		return p.long(indent, from)
	case c == '"' || c == '\'' || c == '[' || c == '{':
		n, end := p.flow(from, 0)
		if !p.failed {
			p.endLine(n, end)
		}
		return n
	case startsText(c):
		return p.text(indent, from)
	}
	return p.giveUp()
}

// startsText reports whether a text without quotes can begin with a byte.
func startsText(c byte) bool {
	return isLetter(c) || isDigit(c) || c >= utf8.RuneSelf || strings.IndexByte("(/.+$~_=;^\\", c) >= 0
}

// endLine makes sure that nothing but a remark follows a value, and goes on to the
// next line.
func (p *plainReader) endLine(n *yaml.Node, end int) {
	line, at := p.lines[p.at], p.pastSpaces(end)
	switch {
	case at == len(line):
	case line[at] == '#' && at > end:
		n.LineComment = line[at:]
	default:
		p.giveUp()
		return
	}
	p.at++
	p.skip()
}

// pastSpaces is where the spaces that begin at an offset of the line end.
func (p *plainReader) pastSpaces(from int) int {
	line := p.lines[p.at]
	for from < len(line) && line[from] == ' ' {
		from++
	}
	return from
}

// node makes a node that begins on this line at an offset.
func (p *plainReader) node(kind yaml.Kind, from int) *yaml.Node {
	if p.nodes.used >= plainNodes {
		return p.giveUp()
	}
	n := p.nodes.add()
	n.Kind, n.Line, n.Column = kind, p.number+p.at+1, from+1
	if !p.isTyped(p.at) {
		n.Column = utf8.RuneCountInString(p.lines[p.at][:from]) + 1
	}
	return n
}
