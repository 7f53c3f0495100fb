package tidy

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"notices.example/notices"
)

// quote writes the quotes of all texts that stand on one line in one way: none where
// every program and person reads the text alike without them, double ones elsewhere. What has
// a double quote or a backslash in it keeps single ones.
func quote(s *sheet, root *yaml.Node, t reflect.Type) {
	var all []quoted
	collect(root, t, false, &all)
	slices.SortStableFunc(all, func(a, b quoted) int { return b.Column - a.Column }) // from the end of a line to its start
	for _, q := range all {
		s.requote(q)
	}
}

// quoted is a text in quotes.
type quoted struct {
	*yaml.Node
	day        bool // it is read as a day
	inBrackets bool
	remark     bool // one follows, which without the quotes may look like a part of the text
}

// collect finds the texts in quotes. Keys are left as they are.
func collect(n *yaml.Node, t reflect.Type, inBrackets bool, all *[]quoted) {
	inBrackets = inBrackets || n.Kind != yaml.ScalarNode && n.Style&yaml.FlowStyle != 0
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			collect(n.Content[i+1], below(t, n.Content[i].Value), inBrackets, all)
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			collect(item, t, inBrackets, all)
		}
	case yaml.ScalarNode:
		if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
			*all = append(*all, quoted{Node: n, day: group(t) == reflect.TypeFor[notices.Date](), inBrackets: inBrackets})
		}
	}
}

func (s *sheet) requote(q quoted) {
	line, end := s.quotedEnd(q.Node)
	if line != q.Line-1 {
		return
	}
	text := s.lines[line]
	start := len(text) - len(from(text, q.Column))
	if rest := text[end:]; rest != "" && !strings.ContainsAny(rest[:1], " ,]}") {
		return
	}
	q.remark = strings.Contains(text[end:], "#")
	s.lines[line] = text[:start] + q.written(text[start:end]) + text[end:]
}

// written gives the text in the quotes that it needs.
func (q quoted) written(now string) string {
	switch {
	case !q.remark && q.bare():
		return q.Value
	case now[0] == '\'' && printable(q.Value) && !strings.ContainsAny(q.Value, `"\`):
		return `"` + q.Value + `"`
	}
	return now
}

// bare reports whether the text can stand without quotes.
func (q quoted) bare() bool {
	if q.day {
		return day.MatchString(q.Value)
	}
	if q.inBrackets && strings.ContainsAny(q.Value, ",?") {
		return false
	}
	return harmless.MatchString(q.Value) && !strings.Contains(q.Value, "  ") && !slices.Contains(otherwise, strings.ToLower(q.Value))
}

var (
	day = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
	// harmless is a text that begins with a letter, or is a number and a word, and has
	// nothing in it that means something in YAML.
	harmless = regexp.MustCompile(`^(?:\p{L}[\p{L}\p{N}]*|[0-9]+ \p{L}[\p{L}\p{N}]*)(?:[ .,;()’'/&%+?!@–—_-]*[\p{L}\p{N}.)?!%])*$`)
)

// otherwise are words that a program may take for something else than a text.
var otherwise = []string{"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"}

// printable reports whether a text has only what can stand between double quotes as
// it is.
func printable(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool {
		return r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff'
	})
}
