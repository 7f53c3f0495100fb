package site

import "strings"

// jsonReader reads finished JSON, to find that nothing is wrong with it. It does so
// several times as quickly as encoding/json, and knows only what most files are made of:
// objects, lists, texts, plain numbers, yes, no and nothing.
type jsonReader struct {
	b     []byte
	at    int
	depth int
}

// deepestJSON is how many objects and lists stand within each other at most.
const deepestJSON = 100

// plainlySound reports whether this is JSON without a sign that begins markup. Of what
// it does not know it says no: unsafeJSON looks at that more closely.
func plainlySound(content []byte) bool {
	r := jsonReader{b: content}
	if r.space(); !r.value() {
		return false
	}
	r.space()
	return r.at == len(r.b)
}

func (r *jsonReader) space() {
	for r.at < len(r.b) && (r.b[r.at] == ' ' || r.b[r.at] == '\n') {
		r.at++
	}
}

// takes goes past a sign, and the space behind it, where it is the next one.
func (r *jsonReader) takes(sign byte) bool {
	if !r.passes(sign) {
		return false
	}
	r.space()
	return true
}

func (r *jsonReader) value() bool {
	switch {
	case r.takes('{'):
		return r.list('}', r.member)
	case r.takes('['):
		return r.list(']', r.value)
	case r.at < len(r.b) && r.b[r.at] == '"':
		return r.text()
	}
	for _, word := range [...]string{"true", "false", "null"} {
		if rest := r.b[r.at:]; len(rest) >= len(word) && string(rest[:len(word)]) == word {
			r.at += len(word)
			return true
		}
	}
	return r.number()
}

// number reads a number without a sign or a power, from 1.
func (r *jsonReader) number() bool {
	if r.at >= len(r.b) || r.b[r.at] == '0' || !r.digits() {
		return false
	}
	return !r.passes('.') || r.digits()
}

func (r *jsonReader) digits() bool {
	start := r.at
	for r.at < len(r.b) && '0' <= r.b[r.at] && r.b[r.at] <= '9' {
		r.at++
	}
	return r.at > start
}

// list reads what stands between brackets, of which the first has been read.
func (r *jsonReader) list(end byte, one func() bool) bool {
	if r.depth++; r.depth > deepestJSON {
		return false
	}
	for first := true; ; first = false {
		if first && r.passes(end) {
			break
		}
		if !one() {
			return false
		}
		r.space()
		if r.passes(end) {
			break
		}
		if !r.takes(',') {
			return false
		}
	}
	r.depth--
	return true
}

// passes goes past a sign, and nothing more, where it is the next one.
func (r *jsonReader) passes(sign byte) bool {
	if r.at >= len(r.b) || r.b[r.at] != sign {
		return false
	}
	r.at++
	return true
}

func (r *jsonReader) member() bool {
	if r.at >= len(r.b) || r.b[r.at] != '"' || !r.text() {
		return false
	}
	r.space()
	return r.takes(':') && r.value()
}

// text reads a text from its first quotation mark.
func (r *jsonReader) text() bool {
	for r.at++; r.at < len(r.b); r.at++ {
		rest := r.b[r.at:]
		n := 0
		for n < len(rest) && asItself[rest[n]] {
			n++
		}
		if r.at += n; r.passes('"') {
			return true
		}
		if n == len(rest) || rest[n] != '\\' || !r.escape() {
			return false
		}
	}
	return false
}

// asItself says which bytes stand for themselves in a text, and begin no markup.
var asItself = func() (is [256]bool) {
	for c := range is {
		is[c] = c >= ' ' && !strings.ContainsRune(`"\<>&`, rune(c))
	}
	return is
}()

// escape reads an escape, but for its last sign.
func (r *jsonReader) escape() bool {
	r.at++
	rest := r.b[min(r.at, len(r.b)):]
	if len(rest) == 0 {
		return false
	}
	if rest[0] != 'u' {
		return strings.IndexByte(`"\/bfnrt`, rest[0]) >= 0
	}
	if len(rest) < 5 {
		return false
	}
	for _, c := range rest[1:5] {
		if !('0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F') {
			return false
		}
	}
	r.at += 4
	return true
}
