package site

import "bytes"

// quickMinifier makes pages smaller just as the minifier does, but reads no more than
// what layouts make as a rule: elements and attributes that it knows, in small letters
// and with double quotes, and the references that templates write. At the first other
// thing it gives up, and the minifier does the whole page. A test and a fuzzer hold what
// it makes to what the minifier makes.
type quickMinifier struct {
	page []byte
	at   int
	out  []byte
	omit bool // a space is not needed here
}

// minify makes a page smaller, or reports that it is none for it. What it gives is there
// until the next page.
func (m *quickMinifier) minify(page []byte) (smaller []byte, known bool) {
	*m = quickMinifier{page: page, out: m.out[:0], omit: true}
	if !m.skip("<!doctype html>") || bytes.IndexByte(page, '\r') >= 0 || bytes.IndexByte(page, 0) >= 0 || bytes.IndexByte(page, '\f') >= 0 {
		return nil, false
	}
	m.out = append(m.out, "<!doctype html>"...)
	for m.at < len(page) {
		ok := false
		switch {
		case page[m.at] != '<':
			ok = m.words()
		case m.next("</"):
			ok = m.end()
		case m.next("<svg "):
			ok = m.drawing()
		default:
			ok = m.start()
		}
		if !ok {
			return nil, false
		}
	}
	return m.out, true
}

func (m *quickMinifier) next(words string) bool {
	return bytes.HasPrefix(m.page[m.at:], []byte(words))
}

func (m *quickMinifier) skip(words string) bool {
	if !m.next(words) {
		return false
	}
	m.at += len(words)
	return true
}

// name gives the element whose tag begins at a place, and where its name ends.
func (m *quickMinifier) name(at int) (e tag, end int) {
	for end = at; end < len(m.page) && (isLower(m.page[end]) || '1' <= m.page[end] && m.page[end] <= '6'); {
		end++
	}
	return tags[string(m.page[at:end])], end
}

// end reads an end tag.
func (m *quickMinifier) end() bool {
	e, to := m.name(m.at + len("</"))
	if e == 0 || to == len(m.page) || m.page[to] != '>' {
		return false
	}
	m.pass(e)
	m.out = append(m.out, m.page[m.at:to+1]...)
	m.at = to + 1
	return true
}

// pass notes whether a space is needed behind a tag.
func (m *quickMinifier) pass(e tag) {
	switch e {
	case blockTag:
		m.omit = true
	case objectTag:
		m.omit = false
	}
}

// start reads a start tag.
func (m *quickMinifier) start() bool {
	from := m.at
	e, to := m.name(from + 1)
	if e == 0 {
		return false
	}
	m.pass(e)
	m.out = append(m.out, m.page[from:to]...)
	if m.at = to; !m.attributes(m.page[from+1 : to]) {
		return false
	}
	m.out = append(m.out, '>')
	if next := bytes.IndexByte(m.page[m.at:], '<'); string(m.page[from+1:to]) == "title" && (next < 0 || !bytes.HasPrefix(m.page[m.at+next:], []byte("</title>"))) {
		return false // what looks like a tag in a title is none
	}
	// A space behind an empty element can be seen.
	if name := m.page[from+1 : to]; e == wordTag && m.next("</") && bytes.HasPrefix(m.page[m.at+2:], name) {
		if after := m.at + 2 + len(name); after < len(m.page) && m.page[after] == '>' {
			m.omit = false
		}
	}
	return true
}

// drawing reads a drawing, which stays as it is.
func (m *quickMinifier) drawing() bool {
	quoted := false
	for i := m.at + 1; i < len(m.page); i++ {
		switch rest := m.page[i:]; {
		case rest[0] == '"':
			quoted = !quoted
		case rest[0] != '<' || quoted:
		case bytes.HasPrefix(rest, []byte("<svg")):
			return false
		case bytes.HasPrefix(rest, []byte("</svg>")):
			end := i + len("</svg>")
			m.out = append(m.out, m.page[m.at:end]...)
			m.at, m.omit = end, false
			return true
		}
	}
	return false
}

// words reads words up to the next tag.
func (m *quickMinifier) words() bool {
	end := len(m.page)
	if length := bytes.IndexByte(m.page[m.at:], '<'); length >= 0 {
		end = m.at + length
	}
	words, first := m.page[m.at:end], len(m.out)
	m.at = end
	if m.omit {
		words = bytes.TrimLeft(words, spaceSigns)
	}
	if !m.closeUp(words, true, true) {
		return false
	}
	last := len(m.out) - 1
	if m.omit = last < first; m.omit || !isSpaceSign(m.out[last]) {
		return true
	}
	trim, ok := m.endsLine()
	if trim {
		m.out = m.out[:last]
	}
	m.omit = !trim
	return ok
}

// endsLine reports whether a space before this place cannot be seen: a block begins or
// ends before other words do.
func (m *quickMinifier) endsLine() (ends, known bool) {
	at := m.at
	for range 50 {
		if at == len(m.page) {
			return true, true
		}
		if m.page[at] != '<' {
			to := bytes.IndexByte(m.page[at:], '<')
			if to < 0 {
				return false, false
			}
			if len(bytes.TrimLeft(m.page[at:at+to], spaceSigns)) > 0 {
				return false, true
			}
			at += to
			continue
		}
		closes := at+1 < len(m.page) && m.page[at+1] == '/'
		if closes {
			at++
		}
		e, to := m.name(at + 1)
		switch {
		case bytes.HasPrefix(m.page[at:], []byte("<svg ")):
			return false, true
		case e == 0 || closes && (to == len(m.page) || m.page[to] != '>'):
			return false, false
		case e == blockTag:
			return true, true
		case !closes:
			return false, true
		}
		at = to + 1
	}
	return false, false
}

const spaceSigns = " \t\n"

func isSpaceSign(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// closeUp adds words in which as many spaces as there are become one, when that is
// asked for, and references become what they stand for.
func (m *quickMinifier) closeUp(words []byte, spaces, page bool) bool {
	from := 0
	for i := 0; i < len(words); i++ {
		switch c := words[i]; {
		case c > '&':
		case c == '&':
			written, sign := shortest(words[i:], page)
			if written == 0 {
				return false
			}
			if sign != "" {
				m.out = append(append(m.out, words[from:i]...), sign...)
				from = i + written
			}
			i += written - 1
		case spaces && isSpaceSign(c):
			end, one := i+1, c
			for ; end < len(words) && isSpaceSign(words[end]); end++ {
				if words[end] == '\n' {
					one = '\n'
				}
			}
			if one == '\t' {
				one = ' '
			}
			if end-i > 1 || one != c {
				m.out = append(append(m.out, words[from:i]...), one)
				from = end
			}
			i = end - 1
		}
	}
	m.out = append(m.out, words[from:]...)
	return true
}

// shortest gives how long the reference is that words begin with, and the sign that
// can stand in its place, if one can. It is zero for one that templates do not write.
func shortest(words []byte, page bool) (written int, sign string) {
	for _, r := range writtenSigns {
		if !bytes.HasPrefix(words, []byte(r.written)) {
			continue
		}
		rest := words[len(r.written):]
		if r.sign == "&" && len(rest) > 0 && (isLower(rest[0]|0x20) || '0' <= rest[0] && rest[0] <= '9' || rest[0] == '#') || r.sign == "<" && page {
			return len(r.written), ""
		}
		return len(r.written), r.sign
	}
	return 0, ""
}
