package tidy

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// value gives the lines from one to before another, on which a value of type t
// stands, with its groups in order.
func (s *sheet) value(n *yaml.Node, t reflect.Type, first, to int) []string {
	if n.Style&yaml.FlowStyle != 0 || len(n.Content) == 0 {
		return s.lines[first:to]
	}
	switch n.Kind {
	case yaml.MappingNode:
		return s.group(n, t, first, to)
	case yaml.SequenceNode:
		return s.list(n, t, first, to)
	}
	return s.lines[first:to]
}

// list gives the lines of a list. Its items stay where they are.
func (s *sheet) list(n *yaml.Node, t reflect.Type, first, to int) []string {
	for _, item := range n.Content {
		if !strings.Contains(s.before(item), "-") {
			return s.lines[first:to] // a hyphen on a line of its own
		}
	}
	out := slices.Clone(s.lines[first : n.Content[0].Line-1])
	for i, item := range n.Content {
		next := to
		if i+1 < len(n.Content) {
			next = n.Content[i+1].Line - 1
		}
		out = append(out, s.value(item, t, item.Line-1, next)...)
	}
	return out
}

// before is what stands on a node's line before it.
func (s *sheet) before(n *yaml.Node) string {
	line := s.lines[n.Line-1]
	return line[:len(line)-len(from(line, n.Column))]
}

// entry is a key of a group with its value, on lines of its own.
type entry struct {
	rank int
	head []string // comments and empty lines above the key
	body []string // from the key's line on
}

// group gives the lines of a group of keys and values, in order.
func (s *sheet) group(n *yaml.Node, t reflect.Type, first, to int) []string {
	lead := s.before(n.Content[0]) // what stands before the first key: blanks, and hyphens of lists
	if strings.Trim(lead, " -") != "" || !s.oneKeyALine(n, len(lead)) || twice(n) {
		return s.lines[first:to]
	}
	hyphens := strings.Contains(lead, "-")
	begin := s.top(first, n.Content[0].Line-1)
	entries, end := s.entries(n, t, begin, to)
	var order []*entry
	for i := range entries {
		order = append(order, &entries[i])
	}
	slices.SortStableFunc(order, func(a, b *entry) int { return cmp.Compare(a.rank, b.rank) })
	out := slices.Clone(s.lines[first:begin])
	if order[0] != &entries[0] {
		order[0].head = withoutBlanks(order[0].head)
		if hyphens {
			entries[0].body[0] = strings.Repeat(" ", len(lead)) + entries[0].body[0][len(lead):]
			order[0].body[0] = lead + order[0].body[0][len(lead):]
			out = append(out, indented(order[0].head, indentOf(lead))...)
			order[0].head = nil
		}
	}
	for _, e := range order {
		out = append(append(out, e.head...), e.body...)
	}
	return append(out, s.lines[end:to]...)
}

// oneKeyALine reports whether each key begins a line of its own, at one column.
func (s *sheet) oneKeyALine(n *yaml.Node, indent int) bool {
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode || s.inside[key.Line-1] || key.Column != indent+1 || i > 0 && strings.Trim(s.before(key), " ") != "" {
			return false
		}
	}
	return true
}

// twice reports whether a key is written a second time: a list whose hyphens were
// forgotten, where the order is all there is to tell its items by.
func twice(n *yaml.Node) bool {
	seen := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		name := strings.ReplaceAll(strings.ToLower(n.Content[i].Value), "-", "_")
		if seen[name] {
			return true
		}
		seen[name] = true
	}
	return false
}

// top gives where the first key begins, with the comments right above it. What stands
// above an empty line, and what tells an editor of the schema, is about the whole.
func (s *sheet) top(first, key int) int {
	begin := key
	for begin > first && s.remark(begin-1) && !strings.Contains(s.lines[begin-1], "yaml-language-server:") {
		begin--
	}
	return begin
}

// entries gives the keys of a group with their lines, and the line behind the last.
func (s *sheet) entries(n *yaml.Node, t reflect.Type, begin, to int) (list []entry, end int) {
	order := Keys(t)
	for i := 0; i < len(n.Content); i += 2 {
		key, next := n.Content[i], to
		if i+2 < len(n.Content) {
			next = n.Content[i+2].Line - 1
		}
		stop := s.belonging(key, next)
		list = append(list, entry{
			rank: rank(order, key.Value),
			head: slices.Clone(s.lines[begin : key.Line-1]),
			body: slices.Clone(s.value(n.Content[i+1], below(t, key.Value), key.Line-1, stop)),
		})
		begin = stop
	}
	return list, begin
}

// belonging gives the line behind the last that belongs to a key: comments that are
// indented further than the key go with it, and others with the next one.
func (s *sheet) belonging(key *yaml.Node, to int) int {
	stop := s.lastWritten(key.Line-1, to) + 1
	for i := stop; i < to; i++ {
		switch {
		case s.blank(i):
		case indentOf(s.lines[i]) >= key.Column:
			stop = i + 1
		default:
			return stop
		}
	}
	return stop
}

// withoutBlanks leaves out the empty lines at the start.
func withoutBlanks(lines []string) []string {
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	return lines
}

func indented(lines []string, by int) (list []string) {
	for _, line := range lines {
		if line = strings.TrimSpace(line); line != "" {
			line = strings.Repeat(" ", by) + line
		}
		list = append(list, line)
	}
	return list
}
