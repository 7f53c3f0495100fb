package site

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// quickReader is where a reader is in a page that layouts make as a rule: every element
// is closed where it was opened, attributes are in quotes, and elements stand where
// they may, so that a browser moves none of them. At the first thing that it does not
// know the reader gives up, and html.Parse reads the page instead. So it only has to be
// right in what it takes; a test and a fuzzer hold its trees to those of html.Parse.
type quickReader struct {
	page  string
	at    int
	words bool // they are read, too
	open  []opened
}

// opened is an element that is not closed yet.
type opened struct {
	node   *html.Node
	kind   kind
	around kind // of the elements that are open around it
}

// deepest is how many elements can be open at a time.
const deepest = 200

// readQuickly reads a page, or reports that it is none for the quick reader.
func (r *reader) readQuickly(page string, words bool) (root *html.Node, known bool) {
	if strings.IndexByte(page, '\r') >= 0 || strings.IndexByte(page, 0) >= 0 {
		return nil, false
	}
	q := &r.quick
	*q = quickReader{page: page, words: words, open: q.open[:0]}
	r.used, r.attrs = 0, r.attrs[:0]
	if !q.skip("<!doctype html>") && !q.skip("<!DOCTYPE html>") {
		return nil, false
	}
	root = r.node(nil, html.DocumentNode)
	r.node(root, html.DoctypeNode).Data = "html"
	whole, ok := r.certain(root, "<html", atom.Html)
	if !ok {
		return nil, false
	}
	head, ok := r.certain(whole, "<head", atom.Head)
	if !ok || !r.readHead(head) {
		return nil, false
	}
	body, ok := r.certain(whole, "<body", atom.Body)
	return root, ok && r.readBody(body) && r.readEnd(body)
}

// skip goes on behind words when they are next.
func (q *quickReader) skip(words string) bool {
	if !strings.HasPrefix(q.page[q.at:], words) {
		return false
	}
	q.at += len(words)
	return true
}

// certain reads the start tag of a certain element.
func (r *reader) certain(parent *html.Node, start string, kind atom.Atom) (*html.Node, bool) {
	if !r.quick.skip(start) {
		return nil, false
	}
	n := r.node(parent, html.ElementNode)
	n.DataAtom, n.Data = kind, kind.String()
	return n, r.attributes(n)
}

// readHead reads what is in a head, and its end.
func (r *reader) readHead(head *html.Node) bool {
	for q := &r.quick; !q.skip("</head>"); {
		if _, ok := r.certain(head, "<meta", atom.Meta); ok {
			continue
		}
		if _, ok := r.certain(head, "<link", atom.Link); ok {
			continue
		}
		title, ok := r.certain(head, "<title", atom.Title)
		if !ok || !r.text(title, 0) || !q.skip("</title>") {
			return false
		}
	}
	return true
}

// readBody reads what is in a body, and its end.
func (r *reader) readBody(body *html.Node) bool {
	q := &r.quick
	q.open = append(q.open, opened{node: body})
	for len(q.open) > 0 {
		top := q.open[len(q.open)-1]
		if !r.text(top.node, top.kind) || q.at+1 >= len(q.page) {
			return false
		}
		if q.page[q.at+1] == '/' {
			if !q.close(top.node) {
				return false
			}
		} else if !r.start(top) {
			return false
		}
	}
	return true
}

// readEnd reads the end of a page. The line break behind it a browser puts into the
// body.
func (r *reader) readEnd(body *html.Node) bool {
	q := &r.quick
	if !q.skip("</html>") {
		return false
	}
	rest := q.page[q.at:]
	switch last := body.LastChild; {
	case rest == "" || !q.words:
	case last != nil && last.Type == html.TextNode:
		last.Data += rest
	default:
		r.node(body, html.TextNode).Data = rest
	}
	return strings.Trim(rest, "\n ") == ""
}

// text reads words up to the next tag, if there are any.
func (r *reader) text(parent *html.Node, within kind) bool {
	q := &r.quick
	length := strings.IndexByte(q.page[q.at:], '<')
	if length <= 0 {
		return length == 0
	}
	words := q.page[q.at : q.at+length]
	q.at += length
	if within&wordless != 0 || within&preformatted != 0 && (words[0] == '\n' || words[0] == '&') {
		return false
	}
	if q.words {
		r.node(parent, html.TextNode).Data = unescaped(words)
	}
	return true
}

// start reads a start tag.
func (r *reader) start(parent opened) bool {
	q := &r.quick
	from := q.at + 1
	to := from
	for to < len(q.page) && (isLower(q.page[to]) || '1' <= q.page[to] && q.page[to] <= '6') {
		to++
	}
	e, known := quickElements[q.page[from:to]]
	if !known || len(q.open) == deepest || !q.fits(e, parent) {
		return false
	}
	n := r.node(parent.node, html.ElementNode)
	n.DataAtom, n.Data = e.atom, e.name
	if e.kind&(drawing|shape) != 0 {
		n.Namespace = "svg"
	}
	if q.at = to; !r.attributes(n) {
		return false
	}
	if e.kind&void == 0 {
		q.open = append(q.open, opened{n, e.kind, parent.around | parent.kind})
	}
	return true
}

// close reads the end tag of the element that was opened last.
func (q *quickReader) close(top *html.Node) bool {
	q.at += len("</")
	q.open = q.open[:len(q.open)-1]
	return q.skip(top.Data) && q.skip(">")
}

// attributes reads the attributes of an element, and the end of its tag.
func (r *reader) attributes(n *html.Node) bool {
	q, first := &r.quick, len(r.attrs)
	for q.skip(" ") {
		key := q.key()
		value, ok := q.value()
		if !ok || key == "" || n.Namespace != "" && !drawnKeys[key] || n.Namespace == "" && key == viewBox {
			return false
		}
		for _, other := range r.attrs[first:] {
			if other.Key == key {
				return false
			}
		}
		r.attrs = append(r.attrs, html.Attribute{Key: key, Val: value})
	}
	if len(r.attrs) > first {
		n.Attr = r.attrs[first:len(r.attrs):len(r.attrs)]
	}
	return q.skip(">")
}

// viewBox is the one attribute that is not written in small letters.
const viewBox = "viewBox"

// key reads the name of an attribute.
func (q *quickReader) key() string {
	if q.skip(viewBox) {
		return viewBox
	}
	from := q.at
	for q.at < len(q.page) && (isLower(q.page[q.at]) || q.page[q.at] == '-') {
		q.at++
	}
	return q.page[from:q.at]
}

// value reads the value of an attribute, if it has one.
func (q *quickReader) value() (value string, ok bool) {
	if !q.skip("=") {
		return "", true
	}
	var quote byte = '"'
	if !q.skip(`"`) {
		if quote = '\''; !q.skip("'") {
			return "", false
		}
	}
	length := strings.IndexByte(q.page[q.at:], quote)
	if length < 0 {
		return "", false
	}
	value, ok = unescapedValue(q.page[q.at : q.at+length])
	q.at += length + 1
	return value, ok
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
