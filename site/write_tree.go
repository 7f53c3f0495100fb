package site

import (
	"bytes"

	"golang.org/x/net/html"
)

// appendPage adds the page that a tree is made of to text. The tree of a plain page is
// one that appendTree knows all of.
func appendPage(text []byte, root *html.Node, plain bool) []byte {
	if plain {
		return append(appendTree(text, root), '\n')
	}
	b := bytes.NewBuffer(text)
	if err := html.Render(b, root); err != nil {
		panic(err) // not reached: the page has been parsed, and a buffer takes everything
	}
	// In what Render writes, a slash before a bracket only ends an empty element.
	return append(bytes.ReplaceAll(b.Bytes(), []byte("/>"), []byte(">")), '\n')
}

// appendTree adds a tree as HTML to text: what html.Render makes of it, but for the
// slashes in tags that are never closed. It is for trees of plain pages, in which the
// words of no element are written as they are.
func appendTree(text []byte, n *html.Node) []byte {
	switch n.Type {
	case html.TextNode:
		return appendEscaped(text, n.Data)
	case html.DoctypeNode:
		return append(text, "<!DOCTYPE html>"...)
	case html.ElementNode:
		text = append(text, '<')
		text = append(text, n.Data...)
		for _, a := range n.Attr {
			text = append(text, ' ')
			text = append(text, a.Key...)
			text = append(text, `="`...)
			text = appendEscaped(text, a.Val)
			text = append(text, '"')
		}
		text = append(text, '>')
		if neverClosed[n.Data] {
			return text
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		text = appendTree(text, c)
	}
	if n.Type == html.ElementNode {
		text = append(text, "</"...)
		text = append(text, n.Data...)
		text = append(text, '>')
	}
	return text
}

// neverClosed are the elements of a plain page that have no end.
var neverClosed = map[string]bool{"br": true, "hr": true, "img": true, "wbr": true, "meta": true, "link": true}

// appendEscaped adds words as a page has them.
func appendEscaped(text []byte, words string) []byte {
	from := 0
	for i := 0; i < len(words); i++ {
		reference := ""
		switch words[i] {
		default:
			continue
		case '&':
			reference = "&amp;"
		case '\'':
			reference = "&#39;"
		case '<':
			reference = "&lt;"
		case '>':
			reference = "&gt;"
		case '"':
			reference = "&#34;"
		case '\r':
			reference = "&#13;"
		}
		text = append(text, words[from:i]...)
		text = append(text, reference...)
		from = i + 1
	}
	return append(text, words[from:]...)
}
