package load

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// flow reads a value in quotes or brackets that ends on this line, and gives where.
func (p *plainReader) flow(from, depth int) (n *yaml.Node, end int) {
	switch p.lines[p.at][from] {
	case '"':
		return p.quoted(from, yaml.DoubleQuotedStyle)
	case '\'':
		return p.quoted(from, yaml.SingleQuotedStyle)
	case '[':
		return p.bracketed(from, depth, yaml.SequenceNode, ']')
	case '{':
		return p.bracketed(from, depth, yaml.MappingNode, '}')
	}
	return p.flowText(from)
}

// quoted reads a text in quotes. An escape is for the library.
func (p *plainReader) quoted(from int, style yaml.Style) (n *yaml.Node, end int) {
	line := p.lines[p.at]
	quote := line[from]
	for end = from + 1; end < len(line); end++ {
		switch {
		case line[end] == '\\' && style == yaml.DoubleQuotedStyle:
			return p.giveUp(), end
		case line[end] != quote:
		case style == yaml.SingleQuotedStyle && strings.HasPrefix(line[end+1:], "'"):
			end++
		default:
			n = p.node(yaml.ScalarNode, from)
			n.Style, n.Value = style, line[from+1:end]
			if style == yaml.SingleQuotedStyle {
				n.Value = strings.ReplaceAll(n.Value, "''", "'")
			}
			return n, end + 1
		}
	}
	return p.giveUp(), end
}

// bracketed reads a list or a group in brackets.
func (p *plainReader) bracketed(from, depth int, kind yaml.Kind, closing byte) (n *yaml.Node, end int) {
	line, first := p.lines[p.at], p.nodes.mark()
	n = p.node(kind, from)
	n.Style = yaml.FlowStyle
	if len(line) > plainFlow {
		return p.giveUp(), from
	}
	for at := p.pastSpaces(from + 1); at < len(line) && depth < 2; at = p.pastSpaces(at + 1) {
		if kind == yaml.MappingNode {
			width := keyWidth(line[at:])
			if width == 0 || at+width+1 == len(line) {
				break
			}
			key := p.node(yaml.ScalarNode, at)
			key.Value = line[at : at+width]
			p.nodes.push(key)
			if at = p.pastSpaces(at + width + 1); at == len(line) {
				break
			}
		}
		var value *yaml.Node
		if value, at = p.flow(at, depth+1); p.failed {
			return n, at
		}
		p.nodes.push(value)
		if at = p.pastSpaces(at); at == len(line) || line[at] != ',' && line[at] != closing {
			break
		}
		if line[at] == closing {
			n.Content = p.nodes.since(first)
			return n, at + 1
		}
	}
	return p.giveUp(), len(line)
}

// flowText reads a text without quotes that stands in brackets.
func (p *plainReader) flowText(from int) (n *yaml.Node, end int) {
	line := p.lines[p.at]
	if !startsText(line[from]) {
		return p.giveUp(), from
	}
	for end = from; end < len(line) && strings.IndexByte(",]}", line[end]) < 0; end++ {
		if strings.IndexByte("[{:#?\"'&*!|>%@`", line[end]) >= 0 {
			return p.giveUp(), end
		}
	}
	n = p.node(yaml.ScalarNode, from)
	n.Value = strings.TrimRight(line[from:end], " ")
	return n, end
}
