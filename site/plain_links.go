package site

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// number puts the number of a link behind its words, unless they are its address
// or it leads to the same page.
func (w *plain) number(a *html.Node) {
	href := attribute(a, "href")
	if href == "" || href[0] == '#' || strings.HasPrefix(href, "tel:") || saysJust(a, strings.TrimPrefix(href, "mailto:")) || saysJust(a, href) {
		return
	}
	if there, fragment, here := onThisSite(href); here {
		there = path.Join(path.Dir(w.at), there)
		if there == w.at {
			return
		}
		href = or(w.absolute(there), there)
		if fragment != "" {
			href += "#" + fragment
		}
	}
	w.cite(href)
}

// onThisSite gives the path and the escaped fragment of a link that names no scheme.
func onThisSite(href string) (there, fragment string, here bool) {
	if isSimple(href) && !strings.HasPrefix(href, "//") {
		there, fragment, _ = strings.Cut(href, "#")
		if !strings.Contains(fragment, "#") {
			return there, fragment, true
		}
	}
	u, err := url.Parse(href)
	if err != nil || u.Scheme != "" {
		return "", "", false
	}
	return u.Path, u.EscapedFragment(), true
}

// saysJust reports whether an element holds just those words.
func saysJust(n *html.Node, words string) bool {
	rest, just := without(n, words)
	return just && rest == ""
}

// without takes the words of an element from the beginning of words, and reports
// whether they are there.
func without(n *html.Node, words string) (rest string, there bool) {
	there = true
	for c := n.FirstChild; c != nil && there; c = c.NextSibling {
		if c.Type == html.TextNode {
			words, there = strings.CutPrefix(words, c.Data)
		} else {
			words, there = without(c, words)
		}
	}
	return words, there
}

// cite puts the number of an address, which is new or has been used before.
func (w *plain) cite(href string) {
	if w.numbers[href] == 0 {
		w.links = append(w.links, href)
		w.numbers[href] = len(w.links)
	}
	w.line = append(w.line, " ["...)
	w.line = strconv.AppendInt(w.line, int64(w.numbers[href]), 10)
	w.line = append(w.line, ']')
}
