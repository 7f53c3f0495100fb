package site

import (
	"strings"

	"golang.org/x/net/html"
)

// references are the signs that are written as a reference, as pages write them.
var writtenSigns = [...]struct{ written, sign string }{{"&#39;", "'"}, {"&amp;", "&"}, {"&#34;", `"`}, {"&lt;", "<"}, {"&gt;", ">"}, {"&#43;", "+"}}

// reference gives the sign that words begin with as one of those references.
func reference(words string) (sign string, length int) {
	for _, r := range writtenSigns {
		if strings.HasPrefix(words, r.written) {
			return r.sign, len(r.written)
		}
	}
	return "", 0
}

// unescaped gives words as they are read.
func unescaped(words string) string {
	at := strings.IndexByte(words, '&')
	if at < 0 {
		return words
	}
	var b strings.Builder
	b.Grow(len(words))
	for rest := words; ; {
		b.WriteString(rest[:at])
		sign, length := reference(rest[at:])
		if length == 0 {
			return html.UnescapeString(words) // there are thousands of others
		}
		b.WriteString(sign)
		rest = rest[at+length:]
		if at = strings.IndexByte(rest, '&'); at < 0 {
			b.WriteString(rest)
			return b.String()
		}
	}
}

// unescapedValue is unescaped for the value of an attribute, in which browsers read
// fewer references. It knows those that pages write and the sign itself, by itself or
// in an address.
func unescapedValue(value string) (words string, known bool) {
	at := strings.IndexByte(value, '&')
	if at < 0 {
		return value, true
	}
	var b strings.Builder
	b.Grow(len(value))
	for rest := value; ; {
		b.WriteString(rest[:at])
		sign, length := reference(rest[at:])
		if length == 0 {
			if !isBare(rest[at+1:]) {
				return "", false
			}
			sign, length = "&", 1
		}
		b.WriteString(sign)
		rest = rest[at+length:]
		if at = strings.IndexByte(rest, '&'); at < 0 {
			b.WriteString(rest)
			return b.String(), true
		}
	}
}

// isBare reports whether the sign before the rest of a value begins no reference: it
// is followed by none of their letters, or by the name and the value of a question in
// an address.
func isBare(rest string) bool {
	name := 0
	for name < len(rest) && (isLower(rest[name]|0x20) || '0' <= rest[name] && rest[name] <= '9') {
		name++
	}
	if name == 0 {
		return rest == "" || rest[0] != '#' && rest[0] != ';'
	}
	return name < len(rest) && rest[name] == '='
}
