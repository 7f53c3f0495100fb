package site

import (
	"bytes"

	"golang.org/x/net/html"
)

// appendPage adds the page that a tree is made of to text, and the start tags in it that
// the quick reader knows to others. The tree of a plain page is one that appendTree knows
// all of.
func appendPage(text []byte, starts []*startTag, root *node, plain bool) ([]byte, []*startTag) {
	if plain {
		text, starts = appendTree(text, starts, root)
		return append(text, '\n'), starts
	}
	b := bytes.NewBuffer(text)
	if err := html.Render(b, root.given()); err != nil {
		panic(err) // not reached: the page has been parsed, and a buffer takes everything
	}
	// In what Render writes, a slash before a bracket only ends an empty element.
	return append(bytes.ReplaceAll(b.Bytes(), []byte("/>"), []byte(">")), '\n'), starts
}

// appendTree adds a tree as HTML to text: what html.Render makes of it, but for the
// slashes in tags that are never closed. It is for trees of plain pages, in which the
// words of no element are written as they are.
func appendTree(text []byte, starts []*startTag, n *node) ([]byte, []*startTag) {
	if n.isWords() {
		return appendEscaped(text, n.words), starts
	}
	if text = append(text, n.tag.open...); n.tag.written == n.tag.open && n.tag.written != "" {
		starts = append(starts, n.tag)
	}
	for c := n.first; c != nil; c = c.next {
		text, starts = appendTree(text, starts, c)
	}
	return append(text, n.tag.end...), starts
}

// neverClosed are the elements of a plain page that have no end.
var neverClosed = map[string]bool{"br": true, "hr": true, "img": true, "wbr": true, "meta": true, "link": true}

// appendEscaped adds words as a page has them.
func appendEscaped[words []byte | string](text []byte, all words) []byte {
	from := 0
	for i := range len(all) {
		if reference := writtenAs[all[i]]; reference != "" {
			text = append(text, all[from:i]...)
			text = append(text, reference...)
			from = i + 1
		}
	}
	return append(text, all[from:]...)
}

// writtenAs has the references that stand in a page for a sign.
var writtenAs = [256]string{'&': "&amp;", '\'': "&#39;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\r': "&#13;"}
