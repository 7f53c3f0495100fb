package site

import (
	"bytes"
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// quickReader is where a reader is in a page that layouts make as a rule: every element
// is closed where it was opened, attributes are in quotes, and elements stand where
// they may, so that a browser moves none of them. At the first thing that it does not
// know the reader gives up, and html.Parse reads the page instead. So it only has to be
// right in what it takes; a test and a fuzzer hold its trees to those of html.Parse, and
// what it finds unsafe to what is found in those.
type quickReader struct {
	page     []byte
	at       int
	keeps    bool // the tree
	open     []opened
	onward   []string
	problems []string // each once
	policed  bool
	expected []*startTag // which come next; only some of them do when the page is another
}

// opened is an element that is not closed yet.
type opened struct {
	node   *node
	tag    *startTag
	around kind // of the elements that are open around it
}

// deepest is how many elements can be open at a time.
const deepest = 200

// doctype is of every plain page.
var doctype = &startTag{element: html.Node{Type: html.DoctypeNode, Data: "html"}, open: "<!DOCTYPE html>"}

// readQuickly reads a page, or reports that it is none for the quick reader. It makes a
// tree if that is to be kept.
func (r *reader) readQuickly(page []byte, onward []string, keep bool) (root *node, known bool) {
	if bytes.IndexByte(page, '\r') >= 0 || bytes.IndexByte(page, 0) >= 0 {
		return nil, false
	}
	q := &r.quick
	*q = quickReader{page: page, keeps: keep, open: q.open[:0], onward: onward, expected: r.expected}
	r.expected = nil
	if keep {
		r.used, r.room = 0, r.room[:0]
		root = r.node(nil, rootTag)
		r.node(root, doctype)
	}
	if !q.skip("<!doctype html>") && !q.skip("<!DOCTYPE html>") {
		return nil, false
	}
	whole, ok := r.certain(opened{node: root}, atom.Html)
	if !ok {
		return nil, false
	}
	head, ok := r.certain(whole, atom.Head)
	if !ok || !r.readHead(head) {
		return nil, false
	}
	body, ok := r.certain(whole, atom.Body)
	return root, ok && r.readBody(body) && r.readEnd(body)
}

// rootTag is of what holds a page.
var rootTag = &startTag{element: html.Node{Type: html.DocumentNode}}

// skip goes on behind words when they are next.
func (q *quickReader) skip(words string) bool {
	if rest := q.page[q.at:]; len(rest) < len(words) || string(rest[:len(words)]) != words {
		return false
	}
	q.at += len(words)
	return true
}

// certain reads the start tag of an element that must be next.
func (r *reader) certain(parent opened, kind atom.Atom) (opened, bool) {
	tag := r.tag()
	if tag == nil || tag.element.DataAtom != kind || tag.kind&outer == 0 {
		return opened{}, false
	}
	return r.begin(parent, tag), true
}

// begin adds an element to the tree.
func (r *reader) begin(parent opened, tag *startTag) opened {
	q := &r.quick
	if tag.sends {
		q.found(unsafeElement(&tag.element, q.onward))
	} else if len(tag.problems) > 0 {
		q.found(tag.problems)
	}
	o := opened{tag: tag, around: parent.around}
	if parent.tag != nil {
		o.around |= parent.tag.kind
	}
	if q.keeps {
		o.node = r.node(parent.node, tag)
	}
	return o
}

func (q *quickReader) found(problems []string) {
	for _, problem := range problems {
		if !slices.Contains(q.problems, problem) {
			q.problems = append(q.problems, problem)
		}
	}
}

// readHead reads what is in a head, and its end.
func (r *reader) readHead(head opened) bool {
	for q := &r.quick; !q.skip("</head>"); {
		tag := r.tag()
		if tag == nil || tag.kind&inHead == 0 {
			return false
		}
		one := r.begin(head, tag)
		q.policed = q.policed || tag.polices
		if tag.kind&void == 0 && (!r.text(one) || !q.skip(tag.end)) {
			return false
		}
	}
	return true
}

// readBody reads what is in a body, and its end.
func (r *reader) readBody(body opened) bool {
	q := &r.quick
	q.open = append(q.open, body)
	for len(q.open) > 0 {
		top := q.open[len(q.open)-1]
		if !r.text(top) || q.at+1 >= len(q.page) {
			return false
		}
		if q.page[q.at+1] == '/' {
			if q.open = q.open[:len(q.open)-1]; !q.skip(top.tag.end) {
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
func (r *reader) readEnd(body opened) bool {
	q := &r.quick
	if !q.skip("</html>") {
		return false
	}
	rest := q.page[q.at:]
	switch {
	case len(rest) == 0 || !q.keeps:
	case body.node.last != nil && body.node.last.isWords():
		last := body.node.last
		last.words = slices.Concat(last.words, rest)
	default:
		r.node(body.node, wordsTag).words = rest
	}
	return len(bytes.Trim(rest, "\n ")) == 0
}

// text reads words up to the next tag, if there are any.
func (r *reader) text(within opened) bool {
	q := &r.quick
	length := bytes.IndexByte(q.page[q.at:], '<')
	if length <= 0 {
		return length == 0
	}
	words := q.page[q.at : q.at+length]
	q.at += length
	if kind := within.tag.kind; kind&wordless != 0 || kind&preformatted != 0 && (words[0] == '\n' || words[0] == '&') {
		return false
	}
	if q.keeps {
		r.node(within.node, wordsTag).words = r.unescaped(words)
	}
	return true
}

// unescaped gives words as they are read.
func (r *reader) unescaped(words []byte) []byte {
	if bytes.IndexByte(words, '&') < 0 {
		return words
	}
	from := len(r.room)
	r.room = append(r.room, unescaped(string(words))...)
	return r.room[from:len(r.room):len(r.room)]
}

// start reads a start tag.
func (r *reader) start(parent opened) bool {
	q := &r.quick
	tag := r.tag()
	if tag == nil || tag.kind&(outer|inHead) != 0 || len(q.open) == deepest || !q.fits(tag, parent) {
		return false
	}
	one := r.begin(parent, tag)
	if tag.kind&void == 0 {
		q.open = append(q.open, one)
	}
	return true
}
