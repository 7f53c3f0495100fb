package site

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// tag reads the start tag that is next: as it was read before, if it was. It gives nil
// for one that the quick reader does not know.
func (r *reader) tag() *startTag {
	q := &r.quick
	if len(q.expected) > 0 && q.skip(q.expected[0].written) {
		tag := q.expected[0]
		q.expected = q.expected[1:]
		return tag
	}
	rest := q.page[q.at:]
	if !q.keeps {
		if length := simpleLink(rest); length > 0 {
			q.at += length
			return asRead
		}
	}
	end := bytes.IndexByte(rest, '>') + 1
	tag, sum, known := r.tags.find(rest[:end])
	if !known {
		written := string(rest[:end])
		if tag = r.readTag(written); tag == nil {
			return nil
		}
		r.tags.keep(sum, written, tag)
	}
	q.at += end
	return tag
}

// known gives the start tag that is written like that, or nil when the quick reader does
// not know it.
func (r *reader) known(written string) *startTag {
	if strings.IndexByte(written, '>') != len(written)-1 {
		return nil
	}
	tag, sum, known := r.tags.find([]byte(written))
	if known {
		return tag
	}
	if tag = r.readTag(written); tag != nil {
		r.tags.keep(sum, written, tag)
	}
	return tag
}

// tagReader is where a reader is in a tag that it does not know.
type tagReader struct {
	text string
	at   int
}

// readTag reads a tag up to its end. One with a bracket in the value of an attribute is
// none for the quick reader.
func (r *reader) readTag(written string) *startTag {
	t := tagReader{text: written}
	if !t.skip("<") {
		return nil
	}
	from := t.at
	for t.at < len(written) && (isLower(written[t.at]) || '1' <= written[t.at] && written[t.at] <= '6') {
		t.at++
	}
	e, known := quickElements[written[from:t.at]]
	if !known {
		return nil
	}
	element := html.Node{Type: html.ElementNode, DataAtom: e.atom, Data: e.name}
	if e.kind&(drawing|shape) != 0 {
		element.Namespace = "svg"
	}
	if !t.attributes(&element) || t.at != len(written) || e.kind&formatting != 0 && !isSorted(element.Attr) {
		return nil
	}
	return r.judged(element, e, written)
}

// isSorted reports whether attributes are in the order of their names, as the general
// reader has those of some elements.
func isSorted(attributes []html.Attribute) bool {
	return slices.IsSortedFunc(attributes, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
}

// skip goes on behind words when they are next.
func (t *tagReader) skip(words string) bool {
	if !strings.HasPrefix(t.text[t.at:], words) {
		return false
	}
	t.at += len(words)
	return true
}

// attributes reads the attributes of an element, and the end of its tag.
func (t *tagReader) attributes(n *html.Node) bool {
	if several := strings.Count(t.text, "="); several > 0 {
		n.Attr = make([]html.Attribute, 0, several)
	}
	for t.skip(" ") {
		key := t.key()
		value, ok := t.value()
		if !ok || key == "" || n.Namespace != "" && !drawnKeys[key] || n.Namespace == "" && key == viewBox {
			return false
		}
		for _, other := range n.Attr {
			if other.Key == key {
				return false
			}
		}
		n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
	}
	return t.skip(">")
}

// viewBox is the one attribute that is not written in small letters.
const viewBox = "viewBox"

// key reads the name of an attribute.
func (t *tagReader) key() string {
	if t.skip(viewBox) {
		return viewBox
	}
	from := t.at
	for t.at < len(t.text) && (isLower(t.text[t.at]) || t.text[t.at] == '-') {
		t.at++
	}
	return t.text[from:t.at]
}

// value reads the value of an attribute, if it has one.
func (t *tagReader) value() (value string, ok bool) {
	if !t.skip("=") {
		return "", true
	}
	var quote byte = '"'
	if !t.skip(`"`) {
		if quote = '\''; !t.skip("'") {
			return "", false
		}
	}
	length := strings.IndexByte(t.text[t.at:], quote)
	if length < 0 {
		return "", false
	}
	value, ok = unescapedValue(t.text[t.at : t.at+length])
	t.at += length + 1
	return value, ok
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
