package prose

import (
	"sort"
	"strings"
	"unicode/utf8"

	"notices.example/notices"
)

// places turns an offset in a Markdown text into a place in the content file.
type places struct {
	text   notices.Markdown
	starts []int // the offset of each line
}

func newPlaces(m notices.Markdown) *places {
	p := &places{text: m, starts: make([]int, 1, 2+strings.Count(m.Source, "\n"))}
	for i := range len(m.Source) {
		if m.Source[i] == '\n' {
			p.starts = append(p.starts, i+1)
		}
	}
	return p
}

// span gives the place of the bytes from start to stop; its length ends with
// the line.
func (p *places) span(start, stop int) notices.Pos {
	start = min(max(start, 0), len(p.text.Source))
	stop = min(max(stop, start), len(p.text.Source))
	if p.text.Spans != nil {
		return p.text.Spans.Place(p.text.Source, start, stop)
	}
	line := sort.SearchInts(p.starts, start+1) - 1
	column := p.text.Indent + 1
	if line == 0 {
		column = p.text.Pos.Col
	}
	words, _, _ := strings.Cut(p.text.Source[start:stop], "\n")
	return notices.Pos{
		File: p.text.Pos.File,
		Line: p.text.Pos.Line + line,
		Col:  column + utf8.RuneCountInString(p.text.Source[p.starts[line]:start]),
		Len:  utf8.RuneCountInString(words),
	}
}

// rest gives the place from start to the end of its line.
func (p *places) rest(start int) notices.Pos {
	return p.span(start, len(p.text.Source))
}
