package prose

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"notices.example/notices"
)

// Passage is the words of one paragraph, list item, heading or table cell,
// without marks, as one line.
type Passage struct {
	Text    string
	Section string  // the ID of the nearest heading above it, its own for a heading; "" before the first
	Heading bool    // it is a heading
	Quoted  bool    // it stands in a quotation
	Literal []Range // code and addresses, which are no words of the writer's
	spans   notices.Spans
}

// Range is a part of a passage: the words from Start to Stop, offsets in its Text.
type Range struct{ Start, Stop int }

// Place gives the place in the content file of the words from start to stop,
// which are offsets in Text. The length is given when the words are on one line.
func (p Passage) Place(start, stop int) notices.Pos { return p.spans.Place(p.Text, start, stop) }

// readPassage takes note of the words of a block that holds words itself.
func (r *reader) readPassage(n ast.Node) {
	switch n.Kind() {
	case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading, east.KindTableCell:
	default:
		return
	}
	h, heading := n.(*ast.Heading)
	if heading {
		r.section = headingID(h)
	}
	w := wordWriter{reader: r, placed: true, text: r.text[:0], spans: r.spans[:0]}
	_ = ast.Walk(n, w.visit)
	if len(bytes.TrimSpace(w.text)) > 0 {
		r.doc.Passages = append(r.doc.Passages, Passage{
			Text: string(w.text), Section: r.section, Heading: heading, Quoted: isQuoted(n), Literal: w.literal, spans: slices.Clone(w.spans),
		})
	}
	r.text, r.spans = w.text, w.spans
}

func isQuoted(n ast.Node) bool {
	for ; n != nil; n = n.Parent() {
		if n.Kind() == ast.KindBlockquote {
			return true
		}
	}
	return false
}

// plain gives the words of a heading, link or image.
func (r *reader) plain(n ast.Node) string {
	w := wordWriter{reader: r}
	_ = ast.Walk(n, w.visit)
	return string(bytes.TrimSpace(w.text))
}

// wordWriter collects words from a node's text.
type wordWriter struct {
	reader  *reader
	placed  bool // it is asked where the words are
	text    []byte
	spans   notices.Spans
	code    int // the offset at which code begins
	literal []Range
}

func (w *wordWriter) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if n.Kind() == ast.KindCodeSpan {
		w.visitCode(entering)
	}
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Text:
		written := n.Segment.Value(w.reader.doc.bytes())
		if n.IsRaw() {
			w.add(written, true, n.Segment.Start)
		} else {
			w.addEscaped(written, n.Segment.Start)
		}
		if n.SoftLineBreak() || n.HardLineBreak() {
			w.text = append(w.text, ' ')
		}
	case *ast.AutoLink:
		start := len(w.text)
		w.add(n.Label(w.reader.doc.bytes()), true, n.Pos()+len("<"))
		w.literal = append(w.literal, Range{start, len(w.text)})
	}
	return ast.WalkContinue, nil
}

// visitCode takes note of where code begins and ends.
func (w *wordWriter) visitCode(entering bool) {
	if entering {
		w.code = len(w.text)
		return
	}
	w.literal = append(w.literal, Range{w.code, len(w.text)})
}

// escaped matches an escape: what is written is not what it stands for.
var escaped = regexp.MustCompile(`\\[[:punct:]]|&#?[0-9A-Za-z]+;`)

// addEscaped adds words that may have escapes among them, each in a part of its
// own, so that the words around it keep their places.
func (w *wordWriter) addEscaped(written []byte, offset int) {
	if bytes.IndexByte(written, '\\') < 0 && bytes.IndexByte(written, '&') < 0 { // as most words are
		w.add(written, true, offset)
		return
	}
	start := 0
	for _, at := range escaped.FindAllIndex(written, -1) {
		words := resolve(written[at[0]:at[1]])
		if words == string(written[at[0]:at[1]]) {
			continue
		}
		w.add(written[start:at[0]], true, offset+start)
		w.add([]byte(words), false, offset+at[0])
		start = at[1]
	}
	w.add(written[start:], true, offset+start)
}

func (w *wordWriter) add(words []byte, exact bool, offset int) {
	if len(words) == 0 {
		return
	}
	if w.placed {
		w.spans = append(w.spans, notices.Span{Start: len(w.text), Exact: exact, Pos: w.reader.places.span(offset, offset)})
	}
	w.text = append(w.text, words...)
}

// shown gives what an author wrote for use in a message: cut short, in quotation
// marks, with characters that cannot be seen made visible.
func shown(s string) string { return `"` + cut(s) + `"` }

func cut(s string) string {
	const most = 60
	var b strings.Builder
	n := 0
	for _, c := range s {
		if n++; n > most {
			b.WriteRune('…')
			break
		}
		if c == ' ' || unicode.IsGraphic(c) {
			b.WriteRune(c)
			continue
		}
		fmt.Fprintf(&b, "U+%04X", c)
	}
	return b.String()
}
