package prose

import (
	"strings"
	"unicode/utf8"

	"notices.example/notices"
)

// plainReader fills a document with a plain text, as reader does with any.
type plainReader struct {
	*reader
	*plainText
	source string
	words  strings.Builder // of the passages, one after the other; with room for all
	spans  notices.Spans   // likewise
}

// readPlain reads a plain text.
func (r *reader) readPlain(p *plainText) {
	q := &plainReader{reader: r, plainText: p, source: r.places.text.Source}
	headings, sections := q.count()
	r.doc.Headings = make([]Heading, 0, headings)
	r.doc.Sections = make([]Section, 0, sections)
	r.doc.Links = make([]Link, 0, len(p.links))
	q.readHeadings()
	q.readLinks()
	if r.passages {
		q.readPassages()
	}
	q.split()
}

// count gives how many headings there are, and how many sections at most.
func (q *plainReader) count() (headings, sections int) {
	for i := range q.blocks {
		if q.blocks[i].level > 0 {
			headings++
		}
	}
	return headings, headings + 1
}

// at gives the place of the bytes from start to stop, which are in the block, or behind
// it on its last line.
func (q *plainReader) at(b *plainBlock, start, stop int) notices.Pos {
	line, begin := b.line, b.begin
	for {
		n := strings.IndexByte(q.source[begin:start], '\n')
		if n < 0 {
			return q.onLine(line, begin, start, stop)
		}
		line, begin = line+1, begin+n+1
	}
}

// onLine is at for a line that is known by its number and where it begins.
func (q *plainReader) onLine(line, begin, start, stop int) notices.Pos {
	pos := q.places.text.Pos
	if line > 0 {
		pos.Line, pos.Col = pos.Line+line, q.places.text.Indent+1
	}
	pos.Col += utf8.RuneCountInString(q.source[begin:start])
	words, _, _ := strings.Cut(q.source[start:stop], "\n")
	pos.Len = utf8.RuneCountInString(words)
	return pos
}

// lineOf gives the place of the line of a heading.
func (q *plainReader) lineOf(b *plainBlock) notices.Pos { return q.at(b, b.begin, len(q.source)) }

func (q *plainReader) readHeadings() {
	ids := newIDSet()
	rank := 6
	for i := range q.blocks {
		b := &q.blocks[i]
		if b.level == 0 {
			continue
		}
		if b.begins = b.level <= rank; b.begins {
			rank = max(b.level, 2)
		}
		if b.id != "" {
			b.id = q.idAsked(b.id, b.begins, func() notices.Pos { return q.bracesOf(b) }, ids)
		}
	}
	level := 1
	for i := range q.blocks {
		b := &q.blocks[i]
		if b.level == 0 {
			continue
		}
		words := strings.TrimSpace(q.source[b.start:b.stop])
		if b.id == "" {
			b.id = ids.generated(words)
		}
		pos := q.lineOf(b)
		q.checkHeading(b.level, pos, words, level)
		level = b.level
		q.doc.Headings = append(q.doc.Headings, Heading{ID: b.id, Text: words, Level: b.level, Pos: pos})
	}
}

// bracesOf gives the place of the braces behind a heading.
func (q *plainReader) bracesOf(b *plainBlock) notices.Pos {
	start := b.stop + strings.IndexByte(q.source[b.stop:], '{')
	return q.at(b, start, start+strings.IndexByte(q.source[start:], '}')+1)
}

func (q *plainReader) readLinks() {
	from := 0
	for i := range q.blocks {
		b := &q.blocks[i]
		for _, l := range q.links[from:b.links] {
			label := q.source[l.open+1 : l.closed]
			if strings.IndexByte(label, '\n') >= 0 {
				label = strings.ReplaceAll(label, "\n", " ")
			}
			link := Link{
				Destination: q.source[l.closed+len("](") : l.end-1], Text: strings.TrimSpace(label), Pos: q.at(b, l.open, l.closed+1),
			}
			q.doc.Links = append(q.doc.Links, link)
			q.checkLink(link)
			q.checkLinkText(link)
		}
		from = b.links
	}
}

func (q *plainReader) readPassages() {
	q.doc.Passages = make([]Passage, 0, len(q.blocks))
	q.spans = make(notices.Spans, 0, q.lines+2*len(q.links))
	q.words.Grow(len(q.source))
	section, links := "", 0
	for i := range q.blocks {
		b := &q.blocks[i]
		if b.level > 0 {
			section = b.id
		}
		words, spans := q.passage(b, q.links[links:b.links])
		links = b.links
		if strings.TrimSpace(words) != "" {
			q.doc.Passages = append(q.doc.Passages, Passage{Text: words, Section: section, Heading: b.level > 0, spans: spans})
		}
	}
}

// passage gives the words of a block, and where they stand.
func (q *plainReader) passage(b *plainBlock, links []plainLink) (string, notices.Spans) {
	first, from := len(q.spans), q.words.Len()
	line, begin := b.line, b.begin
	q.pieces(b, links, q.source, func(p plainPiece) {
		if p.start < p.stop {
			q.spans = append(q.spans, notices.Span{Start: q.words.Len() - from, Exact: true, Pos: q.onLine(line, begin, p.start, p.start)})
			q.words.WriteString(q.source[p.start:p.stop])
		}
		if p.end == atLineEnd {
			q.words.WriteByte(' ')
			line, begin = line+1, p.stop+1
		}
	})
	return q.words.String()[from:], q.spans[first:len(q.spans):len(q.spans)]
}

// split puts the blocks into sections, as reader.split does.
func (q *plainReader) split() {
	current := Section{Level: 1, Pos: q.places.text.Pos}
	for i := range q.blocks {
		b := &q.blocks[i]
		if !b.begins {
			current.plain.stop = i + 1
			continue
		}
		q.addPlain(current)
		current = Section{ID: b.id, Title: strings.TrimSpace(q.source[b.start:b.stop]), Level: b.level, Pos: q.lineOf(b)}
		current.plain = plainBlocks{i + 1, i + 1}
	}
	q.addPlain(current)
}

// addPlain adds the section, unless it is the empty one before the first heading.
func (q *plainReader) addPlain(s Section) {
	if s.ID != "" || s.plain.start < s.plain.stop {
		q.doc.Sections = append(q.doc.Sections, s)
	}
}
