package site

import (
	"bytes"
	"strings"
)

// tag is what a tag means for the spaces around it.
type tag byte

const (
	linkTag   tag = iota + 1 // stands among words
	wordTag                  // likewise, and a space behind it can be seen when it is empty
	blockTag                 // begins a new line
	objectTag                // is like a word
)

// tags are those that the quick minifier knows.
var tags = byName(map[tag]string{
	linkTag:   "a del ins",
	wordTag:   "abbr b bdi bdo body cite code dfn em i kbd link mark meta s samp small span strong sub sup time u var",
	objectTag: "img q wbr",
	blockTag: "address article aside blockquote br caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr html " +
		"li main nav ol p section summary table tbody td tfoot th thead title tr ul",
})

// valueKind is what the value of an attribute is.
type valueKind byte

const (
	wordsValue   valueKind = iota + 1 // words, to the last space
	namesValue                        // names, between which one space is as good as many
	addressValue                      // an address
	noValue                           // that the attribute is there is all
)

// valueKinds are those of the attributes that the quick minifier knows.
var valueKinds = byName(map[valueKind]string{
	wordsValue:   "alt content id name property role title",
	namesValue:   "charset class colspan datetime dir headers height hreflang http-equiv lang rel rowspan scope start tabindex type width",
	addressValue: "href src",
	noValue:      "open reversed",
})

func byName[K comparable](names map[K]string) map[string]K {
	all := map[string]K{}
	for kind, names := range names {
		for _, name := range strings.Fields(names) {
			all[name] = kind
		}
	}
	return all
}

func valueKindOf(name []byte) valueKind {
	if bytes.HasPrefix(name, []byte("aria-")) || bytes.HasPrefix(name, []byte("data-")) {
		return wordsValue
	}
	return valueKinds[string(name)]
}

// attributes reads the attributes of an element, and the end of its tag.
func (m *quickMinifier) attributes(element []byte) bool {
	for m.at < len(m.page) {
		from := m.at
		for m.at < len(m.page) && isSpaceSign(m.page[m.at]) {
			m.at++
		}
		if m.skip(">") {
			return true
		}
		if m.at == from || !m.attribute(element) {
			return false
		}
	}
	return false
}

func (m *quickMinifier) attribute(element []byte) bool {
	from := m.at
	for m.at < len(m.page) && (isLower(m.page[m.at]) || m.page[m.at] == '-') {
		m.at++
	}
	name := m.page[from:m.at]
	kind := valueKindOf(name)
	if kind == 0 || string(element) == "a" && string(name) == "name" {
		return false
	}
	if !m.skip(`="`) {
		return m.value(name, nil, kind) && (m.next(" ") && !m.next(" =") || m.next(">"))
	}
	length := bytes.IndexByte(m.page[m.at:], '"')
	if length < 0 {
		return false
	}
	value := m.page[m.at : m.at+length]
	m.at += length + 1
	return !m.isSpecial(element, name, value) && m.value(name, value, kind)
}

// isSpecial reports whether the minifier does more to an attribute than to others of its
// kind.
func (m *quickMinifier) isSpecial(element, name, value []byte) bool {
	switch string(name) {
	case "type":
		return bytes.ContainsFunc(value, func(r rune) bool { return r <= ' ' || 'A' <= r && r <= 'Z' || r > '~' })
	case "http-equiv":
		return bytes.EqualFold(bytes.TrimSpace(value), []byte("content-type"))
	case "name":
		trimmed := bytes.TrimSpace(value)
		return string(element) == "meta" && (len(trimmed) < len(value) || bytes.EqualFold(value, []byte("keywords")) ||
			bytes.EqualFold(value, []byte("viewport")) && !m.next(` content="width=device-width,initial-scale=1">`))
	case "href", "src":
		value = bytes.TrimSpace(value)
		return len(value) > 5 && (bytes.EqualFold(value[:4], []byte("http")) && string(value[:4]) != "http" ||
			bytes.EqualFold(value[:5], []byte("https")) && string(value[:5]) != "https" || bytes.EqualFold(value[:5], []byte("data:")) || value[0] == '&')
	}
	return false
}

// value writes an attribute.
func (m *quickMinifier) value(name, value []byte, kind valueKind) bool {
	if kind != wordsValue {
		value = bytes.Trim(value, spaceSigns)
	}
	first := len(m.out)
	m.out = append(append(m.out, ' '), name...)
	if len(value) == 0 || kind == noValue {
		switch string(name) {
		case "class", "dir", "id", "name":
			m.out = m.out[:first]
		}
		return true
	}
	m.out = append(m.out, `="`...)
	begin := len(m.out)
	if !m.closeUp(value, kind == namesValue, false) {
		return false
	}
	if bytes.IndexByte(m.out[begin:], '"') >= 0 {
		m.quote(begin)
		return true
	}
	m.out = append(m.out, '"')
	return true
}

// quote puts the quotes around a value of which there are less in it.
func (m *quickMinifier) quote(begin int) {
	value := bytes.Clone(m.out[begin:])
	sign, written := `"`, "&#34;"
	if bytes.Count(value, []byte("'")) < bytes.Count(value, []byte(`"`)) {
		sign, written = "'", "&#39;"
	}
	m.out = append(m.out[:begin-1], sign...)
	m.out = append(m.out, bytes.ReplaceAll(value, []byte(sign), []byte(written))...)
	m.out = append(m.out, sign...)
}
