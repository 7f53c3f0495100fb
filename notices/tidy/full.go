package tidy

import (
	"cmp"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"notices.example/notices"
)

// filler writes the short forms of a file in full. It notes what is to be put in where,
// and makes of each node what the lines say afterwards, to be held against them.
type filler struct {
	*sheet
	puts   []put
	shifts []shift
}

// put is a text that is put into a line, at a byte of the line as it is now.
type put struct {
	line, at, drop int // drop is how many bytes it takes the place of
	text           string
	closes         bool // it ends what another put begins
}

// shift is the lines from one to another, which go two columns to the right.
type shift struct{ from, to int }

// step is how far a level is indented.
const step = 2

// filled writes the short forms of YAML in full: a list as a list, even of one; a group as
// names and values, where plain text stands for it; that there is none as an item; and a
// text that a program may take for a number in quotes. A content management system knows
// no other form.
func filled(kind notices.FileKind, lines []string, _ bool) ([]string, error) {
	root, err := read(lines)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrLeft, err)
	}
	if root == nil {
		return lines, nil
	}
	f := &filler{sheet: newSheet(lines, root)}
	want := f.value(root, typeOf(kind, root), nil, false)
	if root.Kind == yaml.SequenceNode {
		want = f.named(root, want)
	}
	out := f.applied()
	after, err := read(out)
	if err != nil || !same(want, after) || !slices.Equal(comments(f.sheet), comments(newSheet(out, after))) {
		return nil, fmt.Errorf("%w: its short forms are written in a way that cannot be written in full without a doubt", ErrLeft)
	}
	return out, nil
}

// named puts the list that a whole file is below its name.
func (f *filler) named(root, list *yaml.Node) *yaml.Node {
	lead := termsKey + ":\n"
	if root.Style&yaml.FlowStyle != 0 {
		lead = termsKey + ": "
	}
	f.puts = append(f.puts, put{line: root.Line - 1, text: lead})
	return named(termsKey, list)
}

// value fills in a value of type t, which is that of a key, or an item of a list when key
// is nil. It gives what stands there afterwards.
func (f *filler) value(n *yaml.Node, t reflect.Type, key *yaml.Node, inBrackets bool) *yaml.Node {
	switch {
	case t == nil || n.Kind == yaml.ScalarNode && n.Tag == "!!null":
		return n
	case t.Kind() == reflect.Pointer:
		return f.value(n, t.Elem(), key, inBrackets)
	case t == reflect.TypeFor[notices.Denial]() && n.Kind == yaml.ScalarNode && !denies(n):
		return n // it denies nothing, which load reports
	case t == reflect.TypeFor[notices.Denial]():
		return f.group(n, t, "none", key, inBrackets)
	case leaf(t):
		return f.leaf(n, t)
	case t.Kind() == reflect.Slice:
		return f.list(n, t.Elem(), false, key, inBrackets)
	}
	if items, stated := t.FieldByName("Items"); stated {
		return f.list(n, items.Type.Elem(), true, key, inBrackets)
	}
	return f.group(n, t, shortKey(t), key, inBrackets)
}

// leaf reports whether values of a type are single ones.
func leaf(t reflect.Type) bool {
	switch t {
	case reflect.TypeFor[notices.Text](), reflect.TypeFor[notices.Term](), reflect.TypeFor[notices.ID](), reflect.TypeFor[notices.Ref](),
		reflect.TypeFor[notices.URL](), reflect.TypeFor[notices.Email](), reflect.TypeFor[notices.Phone](), reflect.TypeFor[notices.Date](),
		reflect.TypeFor[notices.Period](), reflect.TypeFor[notices.Answer](), reflect.TypeFor[notices.Markdown]():
		return true
	}
	return false
}

// shortKey gives the key that plain text in place of a group stands for.
func shortKey(t reflect.Type) string {
	for _, field := range reflect.VisibleFields(t) {
		if field.Tag.Get("scalar") == "true" {
			return notices.Key(field.Name)
		}
	}
	return ""
}

// misread is a text that other programs take for something else when it has no quotes.
var misread = regexp.MustCompile(`^(?:[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0[ox][\da-fA-F]+|\d{4}-\d\d?-\d\d?.*|true|True|TRUE|false|False|FALSE)$`)

// leaf puts quotes around a single value that needs them, and writes an answer as yes or no.
func (f *filler) leaf(n *yaml.Node, t reflect.Type) *yaml.Node {
	day := t == reflect.TypeFor[notices.Date]()
	if n.Kind != yaml.ScalarNode || n.Style != 0 || day || !misread.MatchString(n.Value) {
		return n
	}
	if t == reflect.TypeFor[notices.Answer]() {
		word := map[string]string{"true": "yes", "false": "no"}[strings.ToLower(n.Value)]
		if word == "" {
			return n
		}
		start, end := f.ends(n)
		f.puts = append(f.puts, put{line: n.Line - 1, at: start, drop: end - start, text: word})
		return text(word)
	}
	f.wrap(n, `"`, `"`)
	return text(n.Value)
}

func text(words string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: words}
}

func named(name string, value *yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{text(name), value}}
}

func listed(items ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: items}
}

// denies reports whether a value is the word none, as load takes it.
func denies(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && strings.ToLower(strings.TrimRight(strings.TrimSpace(n.Value), ".,;!:– ")) == "none"
}

// list fills in a list of values of a type, which can perhaps be denied.
func (f *filler) list(n *yaml.Node, elem reflect.Type, stated bool, key *yaml.Node, inBrackets bool) *yaml.Node {
	switch {
	case n.Kind == yaml.SequenceNode:
		out := listed()
		for _, item := range n.Content {
			within := inBrackets || n.Style&yaml.FlowStyle != 0
			if stated && denies(item) && !leaf(elem) {
				f.nest(item, nil, "none: ", "{none: ", "}", within)
				out.Content = append(out.Content, named("none", item))
				continue
			}
			out.Content = append(out.Content, f.value(item, elem, nil, within))
		}
		return out
	case key == nil: // a list in a list, which no type has
		return n
	case stated && denies(n) && !leaf(elem):
		f.nest(n, key, "- none: ", "[{none: ", "}]", inBrackets)
		return listed(named("none", n))
	case stated && n.Kind == yaml.MappingNode && len(n.Content) == 2 && denies(n.Content[0]):
		f.nest(n, key, "- ", "[", "]", inBrackets)
		return listed(f.keys(n, elem, inBrackets || n.Style&yaml.FlowStyle != 0))
	case n.Kind != yaml.ScalarNode:
		return n // its hyphens were forgotten, which load reports
	}
	short := ""
	if !leaf(elem) {
		short = shortKey(elem)
	}
	if short == "" {
		f.nest(n, key, "- ", "[", "]", inBrackets)
		return listed(f.value(n, elem, nil, inBrackets))
	}
	f.nest(n, key, "- "+short+": ", "[{"+short+": ", "}]", inBrackets)
	return listed(named(short, f.value(n, valueType(elem, short), nil, inBrackets)))
}

// group fills in a group of names and values. Plain text stands for the key short.
func (f *filler) group(n *yaml.Node, t reflect.Type, short string, key *yaml.Node, inBrackets bool) *yaml.Node {
	switch {
	case n.Kind == yaml.MappingNode:
		return f.keys(n, t, inBrackets || n.Style&yaml.FlowStyle != 0)
	case n.Kind != yaml.ScalarNode || short == "":
		return n
	}
	f.nest(n, key, short+": ", "{"+short+": ", "}", inBrackets)
	return named(short, f.value(n, valueType(t, short), nil, inBrackets))
}

// valueType gives the type of the value of a key; none has a reason behind it.
func valueType(t reflect.Type, key string) reflect.Type {
	if key == "none" {
		return reflect.TypeFor[notices.Text]()
	}
	return below(t, key)
}

// keys fills in the values of a group.
func (f *filler) keys(n *yaml.Node, t reflect.Type, inBrackets bool) *yaml.Node {
	out := &yaml.Node{Kind: yaml.MappingNode, Tag: n.Tag}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		out.Content = append(out.Content, key, f.value(value, valueType(t, key.Value), key, inBrackets))
	}
	return out
}

// nest puts a level around a value: on a line of its own below its key, or within brackets.
// An item of a list stays beside its hyphen.
func (f *filler) nest(n, key *yaml.Node, lead, open, shut string, inBrackets bool) {
	switch {
	case inBrackets:
		f.wrap(n, open, shut)
	case n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0: // it has lines of its own
		start := len(f.before(n.Content[0]))
		f.puts = append(f.puts, put{line: n.Line - 1, at: start, text: lead})
		f.shift(n.Line, start)
	case key == nil:
		start, _ := f.ends(n)
		f.puts = append(f.puts, put{line: n.Line - 1, at: start, text: lead})
		f.shift(n.Line, strings.LastIndex(f.before(n), "-")+1)
	default:
		start, _ := f.ends(n)
		from := len(strings.TrimRight(f.lines[n.Line-1][:start], " "))
		f.puts = append(f.puts, put{line: n.Line - 1, at: from, drop: start - from, text: "\n" + strings.Repeat(" ", key.Column-1+step) + lead})
		f.shift(n.Line, key.Column)
	}
}

// shift notes the lines from one on that are indented at least so far.
func (f *filler) shift(from, indent int) {
	to := from
	for i := from; i < len(f.lines); i++ {
		switch {
		case strings.TrimSpace(f.lines[i]) == "":
		case indentOf(f.lines[i]) < indent:
			f.shifts = append(f.shifts, shift{from, to})
			return
		default:
			to = i + 1
		}
	}
	f.shifts = append(f.shifts, shift{from, to})
}

// ends gives where a node that stands on one line begins and ends there, in bytes. Where
// that is not plain it gives what does not fit, and the file is left as it is.
func (f *filler) ends(n *yaml.Node) (start, end int) {
	line := f.lines[n.Line-1]
	start = len(line) - len(from(line, n.Column))
	switch {
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		if last, end := f.quotedEnd(n); last == n.Line-1 {
			return start, end
		}
	case strings.HasPrefix(line[start:], n.Value):
		return start, start + len(n.Value)
	case n.Style&yaml.FlowStyle != 0 && n.Kind != yaml.ScalarNode:
		if at := strings.IndexAny(line[start:], "]}"); at > 0 && !strings.ContainsAny(line[start+1:start+at], `[{"'`) {
			return start, start + at + 1
		}
	}
	return start, start
}

// wrap puts texts around a value.
func (f *filler) wrap(n *yaml.Node, open, shut string) {
	start, end := f.ends(n)
	f.puts = append(f.puts, put{line: n.Line - 1, at: start, text: open}, put{line: n.Line - 1, at: end, text: shut, closes: true})
}

// applied gives the lines with all that was noted put in.
func (f *filler) applied() []string {
	lines := slices.Clone(f.lines)
	slices.Reverse(f.puts) // what is inside comes first now
	slices.SortStableFunc(f.puts, func(a, b put) int {
		outside := 0
		if a.closes && b.closes {
			outside = 1
		}
		return cmp.Or(b.line-a.line, b.at-a.at, outside)
	})
	for _, p := range f.puts {
		lines[p.line] = lines[p.line][:p.at] + p.text + lines[p.line][p.at+p.drop:]
	}
	for _, s := range f.shifts {
		for i := s.from; i < s.to; i++ {
			if strings.TrimSpace(lines[i]) != "" {
				lines[i] = strings.Repeat(" ", step) + lines[i]
			}
		}
	}
	return strings.Split(strings.Join(lines, "\n"), "\n")
}
