package site

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// reader reads finished pages into trees, one after the other. A tree is there until
// the next page is read: all use the same room. The zero value is ready for use.
type reader struct {
	quick  quickReader
	tags   tagTable[*startTag]
	others tagTable[*startTag] // of pages that the quick reader does not know
	slabs  [][]node            // what the trees are made of
	used   int                 // how many nodes of them
	room   []byte              // words of a tree that stand otherwise in the page
	made   []byte              // the text of a tag

	expected []*startTag // of the next page, in their order; nil when that is not known
}

// reading is what was read of a page.
type reading struct {
	root     *node
	plain    bool     // the quick reader knows the page
	problems []string // what it does that no page may do, see Unsafe
}

// read gives the tree of a page as a browser makes it that runs scripts, and what the
// page does that it may not do. The quick reader knows all pages of the built-in layouts
// but for those that hold the search. Such a page holds no element whose words are read
// in another way, such as noscript. There is no tree of one that is not to be kept.
func (r *reader) read(page File, onward []string, keep bool) (reading, error) {
	if root, known := r.readQuickly(page.Content, onward, keep); known {
		return reading{root: root, plain: true, problems: r.quick.unsafe(page)}, nil
	}
	root, err := html.Parse(bytes.NewReader(page.Content))
	if err != nil {
		return reading{}, err
	}
	r.used, r.room = 0, r.room[:0]
	return reading{root: r.taken(root, nil), problems: unsafeTree(page, root, onward)}, nil
}

// look gives what a page does that it may not do. The tree that was read before stays.
func (r *reader) look(page File, onward []string) []string {
	if _, known := r.readQuickly(page.Content, onward, false); known {
		return r.quick.unsafe(page)
	}
	root, err := html.Parse(bytes.NewReader(page.Content))
	if err != nil {
		return []string{"cannot be read: " + err.Error()}
	}
	return unsafeTree(page, root, onward)
}

// unsafe gives what the page does that was read last.
func (q *quickReader) unsafe(page File) (problems []string) {
	if !utf8.Valid(page.Content) {
		problems = append(problems, notWords)
	}
	problems = append(problems, q.problems...)
	if len(problems) == 0 && page.Path != "" && !q.policed {
		problems = append(problems, noPolicy)
	}
	return problems
}

// node gives a new node, the last one in another.
func (r *reader) node(parent *node, tag *startTag) *node {
	const slab = 256
	if r.used == len(r.slabs)*slab {
		r.slabs = append(r.slabs, make([]node, slab))
	}
	n := &r.slabs[r.used/slab][r.used%slab]
	r.used++
	*n = node{tag: tag}
	if parent != nil {
		parent.add(n)
	}
	return n
}

// taken gives a tree that another reader has made.
func (r *reader) taken(from *html.Node, parent *node) *node {
	if from.Type == html.TextNode {
		n := r.node(parent, wordsTag)
		n.words = []byte(from.Data)
		return n
	}
	n := r.node(parent, r.takenTag(from))
	for child := range from.ChildNodes() {
		r.taken(child, n)
	}
	return n
}

// takenTag gives the tag of an element that another reader has made: as it was given
// before, if it was.
func (r *reader) takenTag(from *html.Node) *startTag {
	element := html.Node{Type: from.Type, DataAtom: from.DataAtom, Data: from.Data, Namespace: from.Namespace, Attr: from.Attr}
	elsewhere := func(a html.Attribute) bool { return a.Namespace != "" }
	if from.Type != html.ElementNode || slices.ContainsFunc(from.Attr, elsewhere) {
		return newTag(element)
	}
	r.made = append(append(r.made[:0], from.Namespace...), ' ')
	r.made = appendTag(r.made, from.Data, from.Attr)
	tag, sum, known := r.others.find(r.made)
	if !known {
		tag = newTag(element)
		r.others.keep(sum, string(r.made), tag)
	}
	return tag
}
