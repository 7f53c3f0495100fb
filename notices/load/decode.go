package load

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"notices.example/notices"
)

// decoder walks a file's nodes and the model's structs side by side. The YAML
// library never decodes into structs itself: it would guess types, drop unknown
// and duplicate keys, and lose every position.
type decoder struct {
	*file
}

// slot is where a value belongs: its key, and what the field's tags say of it.
type slot struct {
	key  string
	node *yaml.Node // of the key; the value itself for an item of a list
	tag  fieldTag
	of   *layout // of the value that belongs there
}

// wholeFile stands for the key where a file is a list and has none.
const wholeFile = "the file"

// root decodes what a whole file says.
func (d *decoder) root(n *yaml.Node, v reflect.Value) {
	l := layoutOf(v.Type())
	if l.shape == listShape {
		d.rootList(n, v, l)
		return
	}
	if n != nil && n.Kind != yaml.MappingNode {
		d.rootShape(n)
		n = nil
	}
	if n != nil {
		d.keys(n, v, l)
	}
	d.setBody(v)
}

// rootList decodes a file that is a list. It can also stand below one name, terms: forms
// on a screen know no file without names.
func (d *decoder) rootList(n *yaml.Node, v reflect.Value, l *layout) {
	switch {
	case n == nil:
	case n.Kind == yaml.MappingNode && keysOf(n)[termsKey]:
		var file glossary
		below := reflect.ValueOf(&file).Elem()
		d.keys(n, below, layoutOf(below.Type()))
		v.Set(below.Field(0))
	default:
		d.list(n, v, slot{key: wholeFile, node: n, of: l})
	}
}

// glossary is content/glossary.yaml with its list below a name.
type glossary struct{ Terms []notices.GlossaryTerm }

// termsKey is the name below which a glossary can stand.
const termsKey = "terms"

// rootShape reports a file that says something else than names and values.
func (d *decoder) rootShape(n *yaml.Node) {
	pos, message := d.value(n), "The file must begin with names and their values, one on each line."
	fix := "Write a name, a colon, a space and the value, such as:\ntitle: Council tax"
	if m := joined.FindStringSubmatch(d.line(n.Line)); m != nil && n.Kind == yaml.ScalarNode {
		message, fix = "There is no space after the colon.", "Put a space after it:\n"+m[1]+m[2]+": "+m[4]
	}
	d.fatal(ruleValueShape, pos, message, fix)
}

// setBody puts the Markdown below the front matter into the field Body.
func (d *decoder) setBody(v reflect.Value) {
	body := v.FieldByName("Body")
	if !body.IsValid() || !d.isMarkdown() {
		return
	}
	if inMatter := body.Interface().(notices.Markdown); inMatter.Said() && d.matter.body.Said() {
		d.report(ruleKeyDuplicate, inMatter.Pos, "There is a text under “body” and another one below the second ---.", "Keep one: move the text below the second ---.",
			notices.Related{Pos: d.matter.body.Pos, Message: "the other text"})
	} else if inMatter.Said() {
		return
	}
	body.Set(reflect.ValueOf(d.matter.body))
}

// keys decodes names and values into a struct.
func (d *decoder) keys(n *yaml.Node, v reflect.Value, l *layout) {
	seen, unknown := d.worker.firstKeys(len(l.fields)), map[string]*yaml.Node(nil)
	last := -1
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		at, ok := l.find(key.Value, last)
		if ok = ok && key.Kind == yaml.ScalarNode; !ok {
			at, ok = d.match(key, value, n, l, v)
		}
		switch {
		case !ok:
			if unknown == nil {
				unknown = map[string]*yaml.Node{}
			}
			if name := plain(key.Value, '_'); unknown[name] != nil {
				d.duplicate(key, unknown[name])
			} else {
				unknown[name] = key
			}
		case seen[at] != nil:
			d.duplicate(key, seen[at])
		default:
			seen[at], last = key, at
			f := &l.fields[at]
			d.decode(value, v.FieldByIndex(f.index), slot{f.key, key, f.tag, f.of})
		}
	}
	d.worker.forgetKeys(len(l.fields))
}

// match finds the number of the field that a key was meant for which is none. One that differs only in capitals or hyphens
// is reported and used all the same. Where another key was probably meant, the
// place is noted there, so that it does not count as missing as well.
func (d *decoder) match(key, value, group *yaml.Node, l *layout, v reflect.Value) (int, bool) {
	if key.Kind != yaml.ScalarNode || key.Value == "" {
		d.report(ruleKeyUnknown, d.value(key), "There is no name before the colon.", "Write a name there, such as:\ntitle: Council tax")
		return 0, false
	}
	names := unused(l.fields, keysOf(group), key.Value)
	var meant field
	if at, ok := l.byKey[suggestKey(key.Value, names)]; ok {
		meant = l.fields[at]
	}
	better := d.unknown(key, names, wordsFor(meant, value))
	if at, ok := l.byKey[plain(key.Value, '_')]; ok {
		return at, true
	}
	if at, ok := l.byKey[better]; ok {
		f := l.fields[at]
		d.refuse(v.FieldByIndex(f.index), slot{key: f.key, node: key})
	}
	return 0, false
}

// unused gives the names that can stand in a group and do not stand there yet,
// the word itself among them if it is one but for its capitals.
func unused(fields []field, used map[string]bool, word string) []string {
	var names []string
	for _, f := range fields {
		if !used[f.key] || f.key == plain(word, '_') {
			names = append(names, f.key)
		}
	}
	return names
}

// keysOf gives the keys that stand in a group.
func keysOf(group *yaml.Node) map[string]bool {
	used := map[string]bool{}
	for i := 0; i < len(group.Content); i += 2 {
		used[group.Content[i].Value] = true
	}
	return used
}

// keyNotes say where that belongs which people look for here.
var keyNotes = map[string]string{
	"id":   "The name of the file is the ID. Delete this line, and rename the file if need be.",
	"slug": "The name of the file is its address. Delete this line, and rename the file if need be.",
	"dpo":  "Contacts stand in the file of the organisation, in a list under “contacts”.",
	"lang": "The ending of the file name says the language, such as council-tax.cy.md. Delete this line.",
}

// unclearKeys are keys that another line has to be written for, by the name that
// this line needs. They come before any suggestion.
var unclearKeys = map[string]struct{ needs, note string }{
	"draft":  {"status", "If the notice is a draft, write in place of this line:\nstatus: draft"},
	"review": {"reviewed", "Write “reviewed” for the day of the last look at the notice, or “review_due” for the day of the next."},
}

// wordsFor gives the words that can stand for a key where those are a list and the
// value written is none of them, nor close to one.
func wordsFor(f field, value *yaml.Node) []string {
	words := terms(f.tag.terms)
	if value.Kind != yaml.ScalarNode || slices.Contains(words, value.Value) || suggestTerm(value.Value, words) != "" {
		return nil
	}
	return words
}

// unknown reports a key that nothing is done with. It gives the one of the names
// that was probably meant, or nothing. The words are those that must stand for that
// one, if what is written cannot.
func (d *decoder) unknown(key *yaml.Node, names, words []string) (better string) {
	message := fmt.Sprintf("“%s” is not a name that is used here, so what it says is lost.", shorten(key.Value))
	fix := keyNotes[plain(key.Value, '_')]
	better = suggestKey(key.Value, names)
	if better == plain(key.Value, '_') {
		message = fmt.Sprintf("“%s” must be written “%s”.", shorten(key.Value), better)
	}
	unclear, ambiguous := unclearKeys[plain(key.Value, '_')]
	switch {
	case ambiguous && slices.Contains(names, unclear.needs):
		fix = unclear.note
	case fix != "" && better == "":
	case better == "":
		fix = nameFix(names)
	case len(words) > 0:
		fix = fmt.Sprintf("Did you mean “%s”? %s", better, choice("Its words are: ", "", words))
	default:
		fix = fmt.Sprintf("Did you mean “%s”?", better)
		if line := d.line(key.Line); key.Style == 0 && strings.HasPrefix(d.restOf(key.Line, key.Column), key.Value) && len(line) < 200 {
			fix += "\n" + strings.TrimSpace(strings.Replace(line, key.Value, better, 1))
		}
	}
	d.report(ruleKeyUnknown, d.value(key), message, fix)
	return better
}

// nameFix lists the names that can stand at a place, where they are few enough
// to be read.
func nameFix(names []string) string {
	const few = 20
	if len(names) == 0 || len(names) > few {
		return "Take it out, or put it below the name it belongs to. The guide lists every name: docs/keys.md."
	}
	return fmt.Sprintf("Use one of these names: %s.", strings.Join(names, ", "))
}

func (d *decoder) duplicate(key, first *yaml.Node) {
	message := fmt.Sprintf("“%s” is said twice: on line %d and here. Only the first one counts.", shorten(key.Value), first.Line)
	if key.Value != first.Value {
		message = fmt.Sprintf("“%s” here and “%s” on line %d are the same name. Only the first one counts.", shorten(key.Value), shorten(first.Value), first.Line)
	}
	d.report(ruleKeyDuplicate, d.value(key), message, "Delete one of the two lines, or make a list of their values.",
		notices.Related{Pos: d.value(first), Message: "the first one"})
}

// decode decodes one value into the field it belongs to.
func (d *decoder) decode(n *yaml.Node, v reflect.Value, s slot) {
	if isEmpty(n) {
		d.empty(v, s)
		return
	}
	switch s.of.shape {
	case statedShape:
		d.stated(n, v, s)
	case denialShape:
		d.denial(n, v.Addr().Interface().(*notices.Denial), s)
	case leafShape:
		d.leaf(n, v.Addr().Interface(), s)
	case listShape:
		d.plainList(n, v, s)
	case optionalShape:
		v.Set(reflect.New(v.Type().Elem()))
		s.of = s.of.elem
		d.structure(n, v.Elem(), s)
	default:
		d.structure(n, v, s)
	}
}

// empty reports a key without a value. The place is kept: it was written, if
// without a word.
func (d *decoder) empty(v reflect.Value, s slot) {
	d.refuse(v, s)
	message, fix := fmt.Sprintf("There is nothing after “%s”, so it counts as not written.", s.key), emptyFix(v.Type(), s.key)
	if m := onlyRemark.FindStringSubmatch(d.restOf(s.node.Line, s.node.Column)); m != nil && isLeaf(v.Type()) {
		message = fmt.Sprintf("The # begins a remark, so there is nothing after “%s”.", s.key)
		fix = fmt.Sprintf("Put quotes around the value:\n%s: %s", s.key, quoted(strings.TrimSpace(m[1])))
	}
	d.report(ruleKeyEmpty, d.value(s.node), message, fix)
}

// onlyRemark is "colour: #7a1f3d", where the value is taken for a remark. A real
// remark has a space after the #.
var onlyRemark = regexp.MustCompile(`^[a-z0-9_]+:[ \t]+(#[^ \t#].*)$`)

// refuse keeps the place of a value that was written but cannot be used, so that
// rules can tell it from one that is missing: in the value itself or, where that
// is a list or a group, in the fields of the file.
func (d *decoder) refuse(v reflect.Value, s slot) {
	pos := d.value(s.node)
	if !isLeaf(v.Type()) {
		d.refuseField(pos, s.key)
		return
	}
	if p := v.FieldByName("Pos"); p.IsValid() && p.IsZero() {
		p.Set(reflect.ValueOf(pos))
	}
}

func emptyFix(t reflect.Type, key string) string {
	if isStated(t) || t == reflect.TypeFor[notices.Denial]() {
		return fmt.Sprintf("If there is none, say so:\n%s: none", key)
	}
	return "Write a value, or delete the line."
}

// isEmpty reports whether nothing was written. An empty text in quotes counts.
func isEmpty(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode {
		return false
	}
	return strings.TrimSpace(n.Value) == "" || n.Style == 0 && (n.Value == "~" || n.Value == "null")
}

// structure decodes a group of names and values, or the plain text that stands
// for one.
func (d *decoder) structure(n *yaml.Node, v reflect.Value, s slot) {
	l := s.of
	if n.Kind == yaml.MappingNode && len(n.Content) > 0 && (l.short < 0 || !d.colonByAccident(n, l)) {
		l.setPos(v, d.value(n.Content[0]))
		d.keys(n, v, l)
		return
	}
	l.setPos(v, d.value(n))
	switch {
	case n.Kind == yaml.MappingNode:
	case n.Kind == yaml.ScalarNode && l.short >= 0:
		short := &l.fields[l.short]
		d.decode(n, v.FieldByIndex(short.index), slot{s.key, n, short.tag, short.of})
	case n.Kind == yaml.ScalarNode:
		d.shape(n, s, fmt.Sprintf("“%s” cannot be plain text: it has several parts.", s.key), "Write its parts below it, indented:\n"+d.partsForm(n, v.Type(), s.key))
	default:
		d.shape(n, s, fmt.Sprintf("“%s” cannot be a list: there is only one.", s.key), "Write its parts below it, indented and without hyphens:\n"+form(v.Type(), s.key))
	}
}

// partsForm shows how a struct is written in the place of a text. For a rule whose
// gap is accepted that is known in full.
func (d *decoder) partsForm(n *yaml.Node, t reflect.Type, key string) string {
	if t != reflect.TypeFor[notices.Acceptance]() {
		return form(t, key)
	}
	item := "- rule: " + shorten(n.Value) + "\n  reason: …\n  by: …\n  until: …"
	if strings.HasPrefix(strings.TrimSpace(d.line(n.Line)), "-") {
		return item
	}
	return key + ":\n  " + strings.ReplaceAll(item, "\n", "\n  ")
}

// form shows how a struct is written, with its first keys.
func form(t reflect.Type, key string) string {
	lines := []string{key + ":"}
	for i, f := range fieldsOf(t) {
		if i == 2 {
			break
		}
		lines = append(lines, "  "+f.key+": …")
	}
	return strings.Join(lines, "\n")
}

// colonByAccident reports a text that has become a name and a value because of
// the colon in it: "- Tenants: past and present".
func (d *decoder) colonByAccident(n *yaml.Node, l *layout) bool {
	if len(n.Content) != 2 || n.Style&yaml.FlowStyle != 0 {
		return false
	}
	key, value := n.Content[0], n.Content[1]
	var names []string
	for _, f := range l.fields {
		names = append(names, f.key)
	}
	if value.Kind != yaml.ScalarNode || key.Style != 0 || suggestKey(key.Value, names) != "" {
		return false
	}
	d.colonFinding(n)
	return true
}

// colonFinding explains what a colon in a text does.
func (d *decoder) colonFinding(n *yaml.Node) {
	key := n.Content[0]
	p, _ := partsOf(d.line(key.Line))
	text := strings.TrimSpace(d.restOf(key.Line, key.Column))
	lead := strings.TrimSuffix(d.line(key.Line), d.restOf(key.Line, key.Column))
	d.report(ruleValueShape, d.at(key.Line, p.column()-utf8.RuneCountInString(p.gap), 1),
		"There is a colon in this text, which makes it look like a name and a value.", "Put quotes around the text:\n"+lead+quoted(text))
}

// shape reports a value of the wrong form.
func (d *decoder) shape(n *yaml.Node, s slot, message, fix string) {
	at := n
	if n.Kind != yaml.ScalarNode && s.node != nil {
		at = s.node
	}
	d.report(ruleValueShape, d.value(at), message, fix)
}
