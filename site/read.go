package site

import (
	"bytes"

	"golang.org/x/net/html"
)

// reader reads finished pages into trees, one after the other. A tree is there until
// the next page is read: all use the same room. The zero value is ready for use.
type reader struct {
	quick quickReader
	slabs [][]html.Node // what the trees of the quick reader are made of
	used  int           // how many nodes of them
	attrs []html.Attribute
}

// read gives the tree of a page as a browser makes it that runs scripts. It reports
// whether the page is a plain one, which the quick reader knows: all pages of the
// built-in layouts are, but for those that hold the search. Such a page holds no
// element whose words are read in another way, such as noscript.
func (r *reader) read(page []byte) (root *html.Node, plain bool, err error) {
	return r.readWith(page, true)
}

// readElements is read for those to whom words do not matter. A tree need not have
// them.
func (r *reader) readElements(page []byte) (root *html.Node, plain bool, err error) {
	return r.readWith(page, false)
}

func (r *reader) readWith(page []byte, words bool) (root *html.Node, plain bool, err error) {
	if root, plain = r.readQuickly(string(page), words); plain {
		return root, true, nil
	}
	root, err = html.Parse(bytes.NewReader(page))
	return root, false, err
}

// node gives a new node, the last one in another.
func (r *reader) node(parent *html.Node, kind html.NodeType) *html.Node {
	const slab = 256
	if r.used == len(r.slabs)*slab {
		r.slabs = append(r.slabs, make([]html.Node, slab))
	}
	n := &r.slabs[r.used/slab][r.used%slab]
	r.used++
	*n = html.Node{Type: kind, Parent: parent}
	if parent == nil {
		return n
	}
	if n.PrevSibling = parent.LastChild; n.PrevSibling == nil {
		parent.FirstChild = n
	} else {
		n.PrevSibling.NextSibling = n
	}
	parent.LastChild = n
	return n
}
