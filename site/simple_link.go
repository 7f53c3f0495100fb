package site

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Lists lead to thousands of pages, so the tags of their links are on one page each. To
// keep what is found of them would push out what is known of all others.

// aSimpleLink is the tag of a simple link, as the quick minifier knows it, and asRead as
// the quick reader does that makes no tree.
var (
	aSimpleLink = &smallTag{kind: linkTag, ends: "</a>"}
	asRead      = &startTag{element: html.Node{Type: html.ElementNode, DataAtom: atom.A, Data: "a"}, kind: formatting, end: "</a>"}
)

// simpleLink gives how long the tag is that words begin with, if it is that of a link to a
// page of this site whose address has no sign that could mean anything else. It is 0 for
// any other.
func simpleLink(words []byte) int {
	const begin = `<a href="`
	if len(words) < len(begin) || string(words[:len(begin)]) != begin {
		return 0
	}
	for i := len(begin); i+1 < len(words); i++ {
		if c := words[i]; inSimpleLink[c] {
			continue
		} else if c == '"' && i > len(begin) && words[i+1] == '>' {
			return i + len(`">`)
		}
		break
	}
	return 0
}

var inSimpleLink = func() (are [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyz0123456789./#_-") {
		are[c] = true
	}
	return are
}()
