package load

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// text reads a text without quotes, which goes on in the lines below as long as they
// are indented further.
func (p *plainReader) text(indent, from int) *yaml.Node {
	n := p.node(yaml.ScalarNode, from)
	line := p.lines[p.at]
	end, ok := textEnd(line, from)
	if !ok {
		return p.giveUp()
	}
	n.Value = line[from:end]
	for p.endLine(n, end); p.indent > indent && n.LineComment == ""; p.endLine(n, end) {
		if !isLetter(p.rest[0]) && !isDigit(p.rest[0]) || p.number+p.at-n.Line > plainLines {
			return p.giveUp() // perhaps a list: see mend
		}
		gap, plain := p.gapAbove()
		if end, ok = textEnd(p.lines[p.at], p.indent); !ok || !plain {
			return p.giveUp()
		}
		n.Value += gap + p.lines[p.at][p.indent:end]
	}
	return n
}

// gapAbove is what stands in a text for the end of the line above and the empty lines
// between. It is false when there is a remark among them.
func (p *plainReader) gapAbove() (string, bool) {
	empty := 0
	for i := p.at - 1; ; i-- {
		line := p.lines[i]
		lead := indentOf(line)
		switch {
		case lead == len(line):
			empty++
		case line[lead] == '#':
			return "", false
		case empty == 0:
			return " ", true
		default:
			return strings.Repeat("\n", empty), true
		}
	}
}

// textEnd is where a text without quotes ends that begins at an offset of a line. It is
// false when there is a colon in it that makes it a name.
func textEnd(line string, from int) (end int, ok bool) {
	end = len(line)
	if strings.IndexByte(line[from:], ':') < 0 && strings.IndexByte(line[from:], '#') < 0 {
		return from + len(strings.TrimRight(line[from:], " ")), true
	}
	for i := from; i < end; i++ {
		switch line[i] {
		case ':':
			if i+1 == len(line) || line[i+1] == ' ' {
				return 0, false
			}
		case '#':
			if line[i-1] == ' ' {
				end = i
			}
		}
	}
	for line[end-1] == ' ' {
		end--
	}
	return end, true
}

// long reads a text that stands in a block of its own, below | or >.
func (p *plainReader) long(indent, from int) *yaml.Node {
	n := p.node(yaml.ScalarNode, from)
	header, ended := p.lines[p.at][from:], "\n"
	n.Style = yaml.LiteralStyle
	if header[0] == '>' {
		n.Style = yaml.FoldedStyle
	}
	if strings.HasSuffix(header, "-") {
		ended = ""
	}
	if len(strings.TrimSuffix(header, "-")) != 1 {
		return p.giveUp()
	}
	p.at++
	lines, ok := p.longLines(indent)
	further := func(line string) bool { return strings.HasPrefix(line, " ") }
	if !ok || p.cut && p.at == len(p.lines) || n.Style == yaml.FoldedStyle && slices.ContainsFunc(lines, further) {
		return p.giveUp() // below > a line that is indented further is no part of the text around it
	}
	n.Value = unfolded(lines, n.Style) + ended
	p.skip()
	return n
}

// longLines gives the lines of a long text without their indentation. Empty ones after
// it are not among them.
func (p *plainReader) longLines(indent int) (lines []string, ok bool) {
	own, empty := 0, 0
	for ; p.at < len(p.lines); p.at++ {
		line := p.lines[p.at]
		lead := indentOf(line)
		if lead == len(line) {
			if lead > own {
				return nil, false
			}
			empty++
			continue
		}
		if lead <= indent {
			break
		}
		if lines == nil {
			own = lead
		}
		if lead < own || lines == nil && empty > 0 {
			return nil, false
		}
		for ; empty > 0; empty-- {
			lines = append(lines, "")
		}
		lines = append(lines, line[own:])
	}
	return lines, lines != nil
}

// unfolded puts the lines of a long text together. Below > a line end is a space.
func unfolded(lines []string, style yaml.Style) string {
	if style == yaml.LiteralStyle {
		return strings.Join(lines, "\n")
	}
	var b strings.Builder
	for i, line := range lines {
		switch {
		case line == "":
			b.WriteByte('\n')
		case i > 0 && lines[i-1] != "":
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}
