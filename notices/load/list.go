package load

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"notices.example/notices"
)

// list decodes a list. One plain value is a list of one.
func (d *decoder) list(n *yaml.Node, v reflect.Value, s slot) {
	switch n.Kind {
	case yaml.SequenceNode:
		if len(n.Content) == 0 {
			d.report(ruleKeyEmpty, d.value(s.node), fmt.Sprintf("The list under “%s” is empty, so it counts as not written.", s.key), "Write its items, or delete the line.")
		}
		v.Grow(len(n.Content))
		for _, c := range n.Content {
			d.listItem(c, v, s, true)
		}
		if v.Len() == 0 {
			v.SetZero()
		}
	case yaml.ScalarNode:
		if d.dashWithoutSpace(n) || d.commas(n, v, s) {
			return
		}
		d.item(n, v, s)
	default:
		if !s.of.elem.single() {
			what := "“" + s.key + "”"
			if s.key == wholeFile {
				what = "This file"
			}
			d.shape(n, s, what+" is a list, so its items begin with a hyphen.", "Put a hyphen and a space before the first line of every item, and indent the others:\n"+
				itemForm(v.Type().Elem(), s.key))
		}
		d.listItem(n, v, s, false)
	}
	d.sameIDs(v, s.of.elem.id)
}

// plainList decodes a list that cannot be denied. Where all of it is refused, it
// is empty, and that it was written is known from the fields of the file.
func (d *decoder) plainList(n *yaml.Node, v reflect.Value, s slot) {
	before := len(d.findings)
	d.list(n, v, s)
	if len(d.findings) == before {
		return
	}
	if !s.of.elem.single() {
		dropBlank(v)
	}
	if v.Len() == 0 {
		d.refuse(v, s)
	}
}

// listItem decodes an item of a list, which may be several that lack a hyphen. If
// told to, it says so.
func (d *decoder) listItem(n *yaml.Node, v reflect.Value, s slot, tell bool) {
	if s.of.elem.single() || d.repeatsAt(n) == 0 {
		d.item(n, v, s)
		return
	}
	for _, part := range d.items(n, tell) {
		d.item(part, v, s)
	}
}

// itemForm shows how a list of structs is written, with the first keys of an item.
func itemForm(t reflect.Type, key string) string {
	if key == wholeFile {
		_, lines, _ := strings.Cut(form(t, key), "\n  ")
		return "- " + lines
	}
	first, rest, _ := strings.Cut(strings.ReplaceAll(form(t, key), "\n", "\n  "), "\n  ")
	return first + "\n" + strings.Replace(rest, "  ", "  - ", 1)
}

// item decodes one item of a list and adds it.
func (d *decoder) item(n *yaml.Node, v reflect.Value, s slot) {
	if isEmpty(n) {
		d.report(ruleKeyEmpty, d.value(n), "There is nothing after this hyphen.", "Write the item, or delete the line.")
		return
	}
	before, last := len(d.findings), v.Len()
	v.Grow(1)
	v.SetLen(last + 1)
	item := v.Index(last)
	d.decode(n, item, slot{s.key, n, s.tag, s.of.elem})
	if len(d.findings) > before && s.of.elem.single() && d.valueless(item) {
		item.SetZero() // for the next one
		v.SetLen(last)
	}
	if v.Len() == 0 {
		v.SetZero()
	}
}

// valueless reports whether a single value was refused: such an item is left out
// of its list.
func (d *decoder) valueless(item reflect.Value) bool {
	said, ok := item.Interface().(interface{ Said() bool })
	return ok && !said.Said()
}

// dashWithoutSpace reports "-name": a hyphen makes a list item only with a space
// after it, and all such lines run together into one text.
func (d *decoder) dashWithoutSpace(n *yaml.Node) bool {
	if n.Style != 0 || len(n.Value) < 2 || n.Value[0] != '-' {
		return false
	}
	d.report(ruleValueShape, d.value(n), "There is no space after the hyphen, so this is not a list.", "Put a space after the hyphen of every item:\n- "+strings.TrimPrefix(strings.TrimSpace(d.restOf(n.Line, n.Column)), "-"))
	return true
}

// commas reports "name, vehicle", which is one text. For names and words of lists
// it is plain what was meant, so that is used.
func (d *decoder) commas(n *yaml.Node, v reflect.Value, s slot) bool {
	switch v.Type().Elem() {
	case reflect.TypeFor[notices.Ref](), reflect.TypeFor[notices.Term](), reflect.TypeFor[notices.URL]():
	default:
		return false
	}
	words := strings.FieldsFunc(n.Value, func(r rune) bool { return r == ',' || r == ';' })
	if len(words) < 2 {
		return false
	}
	at := 0
	for i, w := range words {
		words[i] = strings.TrimSpace(w)
		at += strings.Index(n.Value[at:], w)
		col := n.Column + utf8.RuneCountInString(n.Value[:at]+w) - utf8.RuneCountInString(strings.TrimLeft(w, " "))
		d.item(&yaml.Node{Kind: yaml.ScalarNode, Value: words[i], Line: n.Line, Column: col}, v, s)
	}
	d.report(ruleValueShape, d.value(n), fmt.Sprintf("“%s” is one text, not a list: a list on one line stands in square brackets.", shorten(n.Value)),
		fmt.Sprintf("Put brackets around it:\n%s: [%s]", s.key, strings.Join(words, ", ")))
	return true
}

// sameIDs reports items of a list that have the same ID. The index is that of the
// field they have it in.
func (d *decoder) sameIDs(v reflect.Value, index []int) {
	if index == nil || v.Len() < 2 {
		return
	}
	first := d.worker.firstIDs()
	for i := range v.Len() {
		id := v.Index(i).FieldByIndex(index).Addr().Interface().(*notices.ID)
		if id.Value == "" {
			continue
		}
		if pos, taken := first[id.Value]; taken {
			d.report(ruleIDDuplicate, id.Pos, fmt.Sprintf("The ID “%s” is given twice: on line %d and here.", id.Value, pos.Line), "Give one of the two another ID.",
				notices.Related{Pos: pos, Message: "the first one"})
			continue
		}
		first[id.Value] = id.Pos
	}
}

// stated decodes a list that can also be denied: none, {none: reason}, or items.
// Where all of it is refused, the place alone is kept.
func (d *decoder) stated(n *yaml.Node, v reflect.Value, s slot) {
	l := s.of
	l.setPos(v, d.value(s.node))
	if reason, ok := d.none(onlyItem(n), s); ok {
		v.FieldByIndex(l.none).SetBool(true)
		*v.FieldByIndex(l.reason).Addr().Interface().(*notices.Text) = reason
		return
	}
	items := v.FieldByIndex(l.items)
	if d.denied(n, items.Type().Elem(), s) {
		return
	}
	n = d.withoutDenial(n, s)
	before := len(d.findings)
	s.of = l.elem
	d.list(n, items, s)
	if len(d.findings) > before {
		dropBlank(items)
	}
}

// onlyItem gives the one item of a list, or the value itself. A list whose one item says
// that there is none says so of the list: forms on a screen can say it no other way.
func onlyItem(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.SequenceNode && len(n.Content) == 1 {
		return n.Content[0]
	}
	return n
}

// withoutDenial gives a list without what says that there is none, which it reports: there
// is some beside it.
func (d *decoder) withoutDenial(n *yaml.Node, s slot) *yaml.Node {
	if n.Kind != yaml.SequenceNode {
		return n
	}
	kept := *n
	kept.Content = nil
	for _, item := range n.Content {
		if !saysNone(item) {
			kept.Content = append(kept.Content, item)
			continue
		}
		d.report(ruleValueShape, d.value(item), fmt.Sprintf("This says that there is none, and “%s” says more than that.", s.key),
			"Take out this, or all the rest.")
		if rest := withoutNone(item); len(rest.Content) > 0 {
			kept.Content = append(kept.Content, rest)
		}
	}
	return &kept
}

// saysNone reports whether an item of a list says that there is none.
func saysNone(item *yaml.Node) bool {
	if item.Kind != yaml.MappingNode {
		return isNone(item)
	}
	for i := 0; i+1 < len(item.Content); i += 2 {
		if item.Content[i].Value == "none" {
			return true
		}
	}
	return false
}

// withoutNone gives what else an item says.
func withoutNone(item *yaml.Node) *yaml.Node {
	rest := *item
	rest.Content = nil
	for i := 0; i+1 < len(item.Content); i += 2 {
		if item.Content[i].Value != "none" {
			rest.Content = append(rest.Content, item.Content[i], item.Content[i+1])
		}
	}
	return &rest
}

// denied reports values that seem to say that there is none, but not with the
// word none. Whether there is none must not be a guess.
func (d *decoder) denied(n *yaml.Node, item reflect.Type, s slot) bool {
	only, none := onlyItem(n), fmt.Sprintf("%s: none", s.key)
	switch {
	case n.Kind == yaml.SequenceNode && len(n.Content) == 0:
		d.report(ruleValueShape, d.value(s.node), fmt.Sprintf("The list under “%s” is empty, which can mean “none” or “not known yet”.", s.key),
			"If there is none, say so; if it is not known yet, delete the line:\n"+none)
	case only.Kind != yaml.ScalarNode || isEmpty(only):
		return false
	case isDenialWord(only.Value):
		d.report(ruleValueShape, d.value(only), fmt.Sprintf("“%s” does not say clearly that there is none.", only.Value), "If there is none, write none:\n"+none)
	case isDenialSentence(only.Value) && item != reflect.TypeFor[notices.Text]():
		d.report(ruleValueShape, d.value(only), fmt.Sprintf("A sentence does not say clearly enough that there is none: “%s” needs the word none.", s.key),
			fmt.Sprintf("If there is none, write none; the sentence can stay as the reason:\n%s: {none: %s}", s.key, quoted(strings.Join(strings.Fields(only.Value), " "))))
	default:
		return false
	}
	return true
}

// dropBlank takes out the items of which nothing but the place was read, so that
// no rule asks for what they lack.
func dropBlank(items reflect.Value) {
	kept := reflect.MakeSlice(items.Type(), 0, items.Len())
	for i := range items.Len() {
		item := reflect.New(items.Type().Elem()).Elem()
		item.Set(items.Index(i))
		item.FieldByName("Pos").SetZero()
		if !item.IsZero() {
			kept = reflect.Append(kept, items.Index(i))
		}
	}
	items.Set(kept)
}

// isDenialWord reports whether a word is one that people use for none.
func isDenialWord(s string) bool {
	switch withoutStop(plain(s, ' ')) {
	case "no", "n/a", "na", "nil", "nothing", "not applicable", "false", "no one", "nobody", "", "0":
		return true
	}
	return false
}

// denialSentence is how a sentence begins that says there is none.
var denialSentence = regexp.MustCompile(`^(?:we|the council|this service) (?:do not|does not|don['’]t|doesn['’]t|never|will not|won['’]t|have no|has no)\b|^(?:there (?:is|are) (?:no|none)|no|none|never|nothing|nobody|not)\b`)

// isDenialSentence reports whether a text denies something in a sentence.
func isDenialSentence(s string) bool {
	return strings.Contains(strings.TrimSpace(s), " ") && denialSentence.MatchString(strings.ToLower(strings.TrimSpace(s)))
}

func isNone(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && withoutStop(plain(n.Value, ' ')) == "none"
}

// withoutStop takes off the full stop or other mark that ends a sentence.
func withoutStop(s string) string { return strings.TrimRight(s, ".,;!:– ") }

// none decodes "none" and {none: reason}. Where the reason is the word none again, there
// is no reason.
func (d *decoder) none(n *yaml.Node, s slot) (reason notices.Text, ok bool) {
	if isNone(n) {
		return notices.Text{}, true
	}
	if n.Kind != yaml.MappingNode || len(n.Content) != 2 || !isNone(n.Content[0]) {
		return notices.Text{}, false
	}
	if isNone(n.Content[1]) {
		return notices.Text{}, true
	}
	said := new(notices.Text)
	d.decode(n.Content[1], reflect.ValueOf(said).Elem(), slot{key: "none", node: n.Content[0], tag: s.tag, of: textLayout()})
	return *said, true
}

// denial decodes the statement that there is none of something.
func (d *decoder) denial(n *yaml.Node, out *notices.Denial, s slot) {
	out.Pos = d.value(s.node)
	reason, ok := d.none(n, s)
	if !ok {
		d.shape(n, s, fmt.Sprintf("“%s” takes only the word none, with or without a reason.", s.key),
			fmt.Sprintf("If there is none, write one of these lines; if there is some, delete the line:\n%s: none\n%s: {none: We do not ask for it.}", s.key, s.key))
		return
	}
	out.None, out.Reason = true, reason
}
