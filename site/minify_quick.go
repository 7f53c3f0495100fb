package site

import "bytes"

// quickMinifier makes pages smaller just as the minifier does, but reads no more than
// what layouts make as a rule: elements and attributes that it knows, in small letters
// and with double quotes, and the references that templates write. At the first other
// thing it gives up, and the minifier does the whole page. A test and a fuzzer hold what
// it makes to what the minifier makes.
type quickMinifier struct {
	page   []byte
	at     int
	out    []byte
	omit   bool // a space is not needed here
	tags   tagTable[*smallTag]
	open   []*smallTag // the elements that have begun here
	reader *reader     // reads what is made; nil when nobody does
	starts []*startTag // the start tags that were written and that it knows

	forgets bool // simple links: the reader makes no tree
}

// smallTag is a tag that has been made smaller before.
type smallTag struct {
	kind    tag
	title   bool
	void    bool // has no end
	end     bool // is one itself
	smaller string
	ends    string    // the end tag of the element
	read    *startTag // as the reader knows it, if it does
}

// minify makes a page smaller, or reports that it is none for it. What it gives is there
// until the next page.
func (m *quickMinifier) minify(page []byte) (smaller []byte, known bool) {
	*m = quickMinifier{page: page, out: m.out[:0], omit: true, tags: m.tags, open: m.open[:0], reader: m.reader, starts: m.starts[:0], forgets: m.forgets}
	if !m.skip("<!doctype html>") || bytes.IndexByte(page, '\r') >= 0 || bytes.IndexByte(page, 0) >= 0 || bytes.IndexByte(page, '\f') >= 0 {
		return nil, false
	}
	m.out = append(m.out, "<!doctype html>"...)
	for m.at < len(page) {
		ok := false
		if page[m.at] == '<' {
			ok = m.tag()
		} else {
			ok = m.words()
		}
		if !ok {
			return nil, false
		}
	}
	return m.out, true
}

func (m *quickMinifier) next(words string) bool {
	rest := m.page[m.at:]
	return len(rest) >= len(words) && string(rest[:len(words)]) == words
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

// tag reads a tag: the end of what began last, or as it was read before, if it was.
func (m *quickMinifier) tag() bool {
	if last := len(m.open) - 1; last >= 0 && m.skip(m.open[last].ends) {
		m.out = append(m.out, m.open[last].ends...)
		m.pass(m.open[last].kind)
		m.open = m.open[:last]
		return true
	}
	if m.forgets {
		if length := simpleLink(m.page[m.at:]); length > 0 {
			m.out = append(m.out, m.page[m.at:m.at+length]...)
			m.at += length
			m.open = append(m.open, aSimpleLink)
			return true
		}
	}
	end := m.at + bytes.IndexByte(m.page[m.at:], '>') + 1
	t, sum, known := m.tags.find(m.page[m.at:end])
	if known {
		m.at = end
		m.out = append(m.out, t.smaller...)
	} else if m.next("<svg ") {
		return m.drawing()
	} else {
		from, first := m.at, len(m.out)
		if t = m.readTag(); t == nil {
			return false
		}
		if m.at == end { // no bracket stands in the value of an attribute
			written := string(m.page[from:end])
			if t.smaller = written; written != string(m.out[first:]) {
				t.smaller = string(m.out[first:])
			}
			if m.reader != nil && !t.end {
				t.read = m.reader.known(t.smaller)
			}
			m.tags.keep(sum, written, t)
		}
	}
	m.pass(t.kind)
	return t.end || m.behind(t)
}

// readTag reads a tag that is not known, and writes it. It gives nil for none.
func (m *quickMinifier) readTag() *smallTag {
	t := &smallTag{end: m.next("</")}
	from := m.at + len("<")
	if t.end {
		from++
	}
	e, to := m.name(from)
	if e == 0 || t.end && (to == len(m.page) || m.page[to] != '>') {
		return nil
	}
	name := string(m.page[from:to])
	t.kind, t.title, t.void, t.ends = e, name == "title", neverClosed[name], "</"+name+">"
	m.out = append(m.out, m.page[m.at:to]...)
	if m.at = to; t.end {
		m.at++
	} else if !m.attributes(m.page[from:to]) {
		return nil
	}
	m.out = append(m.out, '>')
	return t
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

// behind takes down a start tag, and looks at what follows it.
func (m *quickMinifier) behind(t *smallTag) bool {
	if t.read != nil {
		m.starts = append(m.starts, t.read)
	}
	if !t.void {
		m.open = append(m.open, t)
	}
	if t.title {
		next := bytes.IndexByte(m.page[m.at:], '<')
		return next >= 0 && bytes.HasPrefix(m.page[m.at+next:], []byte("</title>")) // what looks like a tag in a title is none
	}
	// A space behind an empty element can be seen.
	if t.kind == wordTag && m.next(t.ends) {
		m.omit = false
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
		case len(rest) >= 4 && bytes.EqualFold(rest[:4], []byte("<svg")):
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
		for len(words) > 0 && isSpaceSign(words[0]) {
			words = words[1:]
		}
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
	if isClosedUp(words) {
		m.out = append(m.out, words...)
		return true
	}
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

// isClosedUp reports whether there is nothing to do to words, as is so as a rule: no two
// spaces follow each other, no tab is there and no reference.
func isClosedUp(words []byte) bool {
	var wrong, before byte
	for _, c := range words {
		does := closing[c]
		wrong |= does&before | does&altered
		before = does
	}
	return wrong == 0
}

const (
	space   = 1 << iota
	altered // is never left as it is
)

var closing = [256]byte{' ': space, '\n': space, '\t': altered, '&': altered}

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
