package load

import (
	"fmt"
	"reflect"
	"strings"

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
		for _, c := range n.Content {
			d.item(c, v, s)
		}
	case yaml.ScalarNode:
		if d.dashWithoutSpace(n) {
			return
		}
		d.item(n, v, s)
	default:
		if !isLeaf(v.Type().Elem()) {
			d.shape(n, s, fmt.Sprintf("“%s” is a list, so its items begin with a hyphen.", s.key), "Put a hyphen and a space before the first line of every item, and indent the others:\n"+
				itemForm(v.Type().Elem(), s.key))
		}
		d.item(n, v, s)
	}
	d.sameIDs(v)
}

// itemForm shows how a list of structs is written, with the first keys of an item.
func itemForm(t reflect.Type, key string) string {
	first, rest, _ := strings.Cut(strings.ReplaceAll(form(t, key), "\n", "\n  "), "\n  ")
	return first + "\n" + strings.Replace(rest, "  ", "  - ", 1)
}

// item decodes one item of a list and adds it.
func (d *decoder) item(n *yaml.Node, v reflect.Value, s slot) {
	item := reflect.New(v.Type().Elem()).Elem()
	if isEmpty(n) {
		d.report(ruleKeyEmpty, d.value(n), "There is nothing after this hyphen.", "Write the item, or delete the line.")
		return
	}
	before := len(d.findings)
	d.decode(n, item, slot{s.key, n, s.tag})
	if isLeaf(item.Type()) && len(d.findings) > before && d.valueless(item) {
		return
	}
	v.Set(reflect.Append(v, item))
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

// sameIDs reports items of a list that have the same ID.
func (d *decoder) sameIDs(v reflect.Value) {
	first := map[string]notices.Pos{}
	for i := range v.Len() {
		item := v.Index(i)
		if item.Kind() != reflect.Struct {
			return
		}
		id, ok := idOf(item)
		if !ok || id.Value == "" {
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

func idOf(item reflect.Value) (notices.ID, bool) {
	f := item.FieldByName("ID")
	if !f.IsValid() {
		return notices.ID{}, false
	}
	id, ok := f.Interface().(notices.ID)
	return id, ok
}

// stated decodes a list that can also be denied: none, {none: reason}, or items.
func (d *decoder) stated(n *yaml.Node, v reflect.Value, s slot) {
	v.FieldByName("Pos").Set(reflect.ValueOf(d.value(s.node)))
	if reason, ok := d.none(n, s); ok {
		v.FieldByName("None").SetBool(true)
		v.FieldByName("Reason").Set(reflect.ValueOf(reason))
		return
	}
	items := v.FieldByName("Items")
	switch {
	case n.Kind == yaml.SequenceNode && len(n.Content) == 0:
		d.report(ruleValueShape, d.value(s.node), fmt.Sprintf("The list under “%s” is empty, which can mean “none” or “not known yet”.", s.key),
			fmt.Sprintf("If there is none, say so; if it is not known yet, delete the line:\n%s: none", s.key))
	case n.Kind == yaml.SequenceNode && len(n.Content) == 1 && isNone(n.Content[0]):
		d.report(ruleValueShape, d.value(n.Content[0]), "“none” is not an item of a list.", fmt.Sprintf("Write it on the line of the name:\n%s: none", s.key))
	case n.Kind == yaml.ScalarNode && isDenialWord(n.Value):
		d.report(ruleValueShape, d.value(n), fmt.Sprintf("“%s” does not say clearly that there is none.", n.Value), fmt.Sprintf("If there is none, write:\n%s: none", s.key))
	default:
		d.list(n, items, s)
	}
}

// isDenialWord reports whether a word is one that people use for none.
func isDenialWord(s string) bool {
	switch plain(s, ' ') {
	case "no", "n/a", "na", "nil", "nothing", "not applicable", "false", "no one", "nobody", "-", "0":
		return true
	}
	return false
}

func isNone(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && strings.EqualFold(strings.TrimSpace(n.Value), "none")
}

// none decodes "none" and {none: reason}.
func (d *decoder) none(n *yaml.Node, s slot) (reason notices.Text, ok bool) {
	if isNone(n) {
		return notices.Text{}, true
	}
	if n.Kind != yaml.MappingNode || len(n.Content) != 2 || !isNone(n.Content[0]) {
		return notices.Text{}, false
	}
	d.decode(n.Content[1], reflect.ValueOf(&reason).Elem(), slot{key: "none", node: n.Content[0], tag: s.tag})
	return reason, true
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
