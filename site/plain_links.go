package site

import (
	"net/url"
	"path"
	"strconv"
	"strings"
)

// number puts the number of a link behind its words, unless they are its address
// or it leads to the same page.
func (w *plain) number(a *node) {
	href := a.attribute("href")
	if href == "" || href[0] == '#' || strings.HasPrefix(href, "tel:") || saysJust(a, strings.TrimPrefix(href, "mailto:")) || saysJust(a, href) {
		return
	}
	number, known := w.cited[a.tag]
	if !known {
		number = w.numberOf(w.leadsTo(href))
		w.cited[a.tag] = number
	}
	w.mark(number)
}

// leadsTo gives the address of a link for those who read it elsewhere. It is empty for
// one that leads to the same page.
func (w *plain) leadsTo(href string) string {
	there, fragment, here := onThisSite(href)
	if !here {
		return href
	}
	if there = path.Join(path.Dir(w.at), there); there == w.at {
		return ""
	}
	address := or(w.absolute(there), there)
	if fragment != "" {
		address += "#" + fragment
	}
	return address
}

// onThisSite gives the path and the escaped fragment of a link that names no scheme.
func onThisSite(href string) (there, fragment string, here bool) {
	if strings.HasPrefix(href, "https://") || strings.HasPrefix(href, "mailto:") {
		return "", "", false
	}
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
func saysJust(n *node, words string) bool {
	rest, just := without(n, words)
	return just && rest == ""
}

// without takes the words of an element from the beginning of words, and reports
// whether they are there.
func without(n *node, words string) (rest string, there bool) {
	there = true
	for c := n.first; c != nil && there; c = c.next {
		if !c.isWords() {
			words, there = without(c, words)
		} else if there = len(words) >= len(c.words) && words[:len(c.words)] == string(c.words); there {
			words = words[len(c.words):]
		}
	}
	return words, there
}

// cite puts the number of an address.
func (w *plain) cite(href string) { w.mark(w.numberOf(href)) }

// numberOf gives the number of an address, which is new or has been used before. It is 0
// for none.
func (w *plain) numberOf(href string) int {
	if href == "" {
		return 0
	}
	if w.numbers[href] == 0 {
		w.links = append(w.links, href)
		w.numbers[href] = len(w.links)
	}
	return w.numbers[href]
}

func (w *plain) mark(number int) {
	if number == 0 {
		return
	}
	w.line = append(w.line, " ["...)
	w.line = strconv.AppendInt(w.line, int64(number), 10)
	w.line = append(w.line, ']')
}
