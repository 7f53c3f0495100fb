package site

import (
	"encoding/binary"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// startTag is a start tag, with what is asked of the element again and again. It is the
// same for all elements with that tag. Nobody changes one.
type startTag struct {
	element  html.Node // by itself
	kind     kind      // of those that the quick reader knows
	classes  classSet
	block    bool     // stands on lines of its own
	drawing  bool     // a picture
	open     string   // the tag, as html.Render writes it but for a slash at its end
	end      string   // the end tag, if it can have one
	written  string   // what it was read of by the quick reader
	problems []string // what the element does that it may not do
	sends    bool     // readers to another page, where that is not looked at yet
	polices  bool     // the page, when it stands in the head
}

// wordsTag is of nodes that are words.
var wordsTag = &startTag{element: html.Node{Type: html.TextNode}}

// classSet is of the classes that mean something to the other forms of a page.
type classSet uint16

const (
	screenClass classSet = 1 << iota
	runClass
	lawClass
	tagClass
	labelClass
	contactClass
	splitClass
	rowsClass
	nameClass
)

var classNames = map[string]classSet{
	"screen": screenClass, "run": runClass, "law": lawClass, "tag": tagClass, "label": labelClass,
	"contact": contactClass, "split": splitClass, "rows": rowsClass, "k": nameClass,
}

// newTag gives the tag of an element.
func newTag(element html.Node) *startTag {
	t := tagAs(element, string(appendTag(nil, element.Data, element.Attr)))
	if !neverClosed[element.Data] {
		t.end = "</" + element.Data + ">"
	}
	return t
}

// tagAs is newTag for one that is never closed and is written like that.
func tagAs(element html.Node, open string) *startTag {
	t := &startTag{element: element, block: isBlock(element.DataAtom), drawing: element.Data == "svg", open: open}
	for class := range strings.FieldsSeq(attribute(&element, "class")) {
		t.classes |= classNames[class]
	}
	return t
}

// judged gives the tag of an element of a page that nobody has looked at yet.
func (r *reader) judged(element html.Node, e quickElement, written string) *startTag {
	open := written
	if r.made = appendTag(r.made[:0], element.Data, element.Attr); string(r.made) != written {
		open = string(r.made)
	}
	t := tagAs(element, open)
	t.written = written
	if t.kind = e.kind; t.kind&void == 0 {
		t.end = e.end
	}
	if t.sends = refreshes(&t.element) != ""; !t.sends {
		t.problems = unsafeElement(&t.element, nil)
	}
	t.polices = polices(&t.element)
	return t
}

// with gives a tag with one attribute, or with another value of it.
func (t *startTag) with(name, value string) *startTag {
	element := t.element
	element.Attr = slices.Clone(element.Attr)
	for i := range element.Attr {
		if element.Attr[i].Key == name {
			element.Attr[i].Val = value
			return newTag(element)
		}
	}
	element.Attr = append(element.Attr, html.Attribute{Key: name, Val: value})
	return newTag(element)
}

// appendTag adds a start tag to text.
func appendTag(text []byte, name string, attributes []html.Attribute) []byte {
	text = append(append(text, '<'), name...)
	for _, a := range attributes {
		text = append(append(text, ' '), a.Key...)
		text = append(text, `="`...)
		text = appendEscaped(text, a.Val)
		text = append(text, '"')
	}
	return append(text, '>')
}

// mostTags is how many tags are known at a time. Those in which an address or a name
// stands are on one page and on no other.
const mostTags = 4096

// tagTable is what was found of tags, by how they are written. Pages of a site have few
// that differ, so each is read and looked at but once. It forgets all when it is full.
type tagTable[found any] struct {
	slots []tagSlot[found] // twice as many as there can be, from the place that the sum says
	many  int
}

type tagSlot[found any] struct {
	sum     uint64
	written string // empty when the slot is free
	found   found
}

// slot gives the slot of a tag, or the free one where it is to be.
func (t *tagTable[found]) slot(written []byte, sum uint64) *tagSlot[found] {
	for i := sum >> 32; ; i++ {
		s := &t.slots[i%uint64(len(t.slots))]
		if s.written == "" || s.sum == sum && s.written == string(written) {
			return s
		}
	}
}

// find gives what was kept of a tag, and its sum.
func (t *tagTable[found]) find(written []byte) (what found, sum uint64, known bool) {
	if sum = sumOf(written); t.many == 0 {
		return what, sum, false
	}
	s := t.slot(written, sum)
	return s.found, sum, s.written != ""
}

// keep keeps something of a tag of which nothing is known.
func (t *tagTable[found]) keep(sum uint64, written string, what found) {
	if t.slots == nil {
		t.slots = make([]tagSlot[found], 2*mostTags)
	}
	if t.many == mostTags {
		clear(t.slots)
		t.many = 0
	}
	*t.slot([]byte(written), sum) = tagSlot[found]{sum, written, what}
	t.many++
}

// sumOf gives a number that few tags share.
func sumOf(written []byte) uint64 {
	const odd = 0x9e3779b97f4a7c15
	sum := uint64(len(written))
	rest := written
	for ; len(rest) > 8; rest = rest[8:] {
		sum = (sum ^ binary.LittleEndian.Uint64(rest)) * odd
		sum ^= sum >> 29
	}
	if len(written) >= 8 { // the last eight, of which some may have been counted
		rest = written[len(written)-8:]
		sum = (sum ^ binary.LittleEndian.Uint64(rest)) * odd
		return sum ^ sum>>31
	}
	for _, c := range rest {
		sum = (sum ^ uint64(c)) * odd
	}
	return sum ^ sum>>31<<32
}

// tagOf gives the tag of an element with those attributes. Those without a value are left
// out.
func (r *reader) tagOf(kind atom.Atom, attributes ...html.Attribute) *startTag {
	attributes = slices.DeleteFunc(attributes, func(a html.Attribute) bool { return a.Val == "" })
	r.made = appendTag(r.made[:0], kind.String(), attributes)
	if tag, _, known := r.tags.find(r.made); known {
		return tag
	}
	return newTag(html.Node{Type: html.ElementNode, DataAtom: kind, Data: kind.String(), Attr: slices.Clone(attributes)})
}
