package site

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// node is an element or a run of words in the tree of a page.
type node struct {
	parent, first, last, next *node

	tag   *startTag // wordsTag for words
	words []byte    // as they are read
}

// add puts a node that is in no tree behind the others in a node.
func (n *node) add(child *node) {
	child.parent, child.next = n, nil
	if n.last == nil {
		n.first = child
	} else {
		n.last.next = child
	}
	n.last = child
}

// takeOut takes a node out of the one that it is in.
func (n *node) takeOut() { n.replace(nil) }

// replace puts a node that is in no tree in the place of this one, or nothing.
func (n *node) replace(by *node) {
	parent, next := n.parent, n.next
	var before *node
	for c := parent.first; c != n; c = c.next {
		before = c
	}
	if by != nil {
		by.parent, by.next = parent, next
		next = by
	}
	if before == nil {
		parent.first = next
	} else {
		before.next = next
	}
	if parent.last == n {
		if parent.last = before; by != nil {
			parent.last = by
		}
	}
	n.parent, n.next = nil, nil
}

// empty takes everything out of a node.
func (n *node) empty() { n.first, n.last = nil, nil }

func (n *node) atom() atom.Atom { return n.tag.element.DataAtom }

func (n *node) isWords() bool { return n.tag == wordsTag }

func (n *node) isElement() bool { return n.tag.element.Type == html.ElementNode }

func (n *node) attribute(name string) string { return attribute(&n.tag.element, name) }

// hasClass reports whether an element has one of the classes.
func (n *node) hasClass(any classSet) bool { return n.tag.classes&any != 0 }

// all gives the elements of a kind below a node.
func (n *node) all(kind atom.Atom) func(yield func(*node) bool) {
	return func(yield func(*node) bool) {
		for d := n.following(n); d != nil; d = d.following(n) {
			if d.atom() == kind && !yield(d) {
				return
			}
		}
	}
}

// following gives the node that comes next in what is below another one.
func (n *node) following(below *node) *node {
	if n.first != nil {
		return n.first
	}
	for ; n != below; n = n.parent {
		if n.next != nil {
			return n.next
		}
	}
	return nil
}

// firstOf gives the first element of a kind below a node, or nil.
func (n *node) firstOf(kind atom.Atom) *node {
	for found := range n.all(kind) {
		return found
	}
	return nil
}

// said gives all words in a node.
func (r *reader) said(n *node) []byte {
	if only := n.first; only != nil && only == n.last && only.isWords() {
		return only.words
	}
	from := len(r.room)
	for d := n.following(n); d != nil; d = d.following(n) {
		r.room = append(r.room, d.words...)
	}
	return r.room[from:len(r.room):len(r.room)]
}

// isSilent reports whether there are no words in a node.
func (n *node) isSilent() bool {
	for d := n.following(n); d != nil; d = d.following(n) {
		if len(bytes.TrimSpace(d.words)) > 0 {
			return false
		}
	}
	return true
}

// given gives a tree as html.Render takes it.
func (n *node) given() *html.Node {
	copied := n.tag.element
	if n.isWords() {
		copied.Data = string(n.words)
	}
	for c := n.first; c != nil; c = c.next {
		copied.AppendChild(c.given())
	}
	return &copied
}
