package prose

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"notices.example/notices"
)

// Passage is the words of one paragraph, list item, heading or table cell,
// without marks, as one line.
type Passage struct {
	Text  string
	spans []span
}

// span is a part of a passage that stands on one line of the content file.
type span struct {
	start int  // in Passage.Text
	exact bool // no escapes were resolved, so that offsets are the file's
	pos   notices.Pos
}

// Place gives the place in the content file of the words from start to stop,
// which are offsets in Text. The length is given when the words are on one line.
func (p Passage) Place(start, stop int) notices.Pos {
	var found span
	for _, s := range p.spans {
		if s.start <= start {
			found = s
		}
	}
	pos := found.pos
	pos.Len = 0
	if found.exact && start >= found.start && start <= len(p.Text) {
		pos.Col += len([]rune(p.Text[found.start:start]))
		stop = min(max(stop, start), len(p.Text))
		pos.Len = len([]rune(p.Text[start:stop]))
	}
	return pos
}

// readPassage takes note of the words of a block that holds words itself.
func (r *reader) readPassage(n ast.Node) {
	switch n.Kind() {
	case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading, east.KindTableCell:
	default:
		return
	}
	w := wordWriter{reader: r}
	_ = ast.Walk(n, w.visit)
	if strings.TrimSpace(w.text.String()) != "" {
		r.doc.Passages = append(r.doc.Passages, Passage{Text: w.text.String(), spans: w.spans})
	}
}

// plain gives the words of a heading, link or image.
func (r *reader) plain(n ast.Node) string {
	w := wordWriter{reader: r}
	_ = ast.Walk(n, w.visit)
	return strings.TrimSpace(w.text.String())
}

// wordWriter collects words from a node's text.
type wordWriter struct {
	reader *reader
	text   strings.Builder
	spans  []span
}

func (w *wordWriter) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Text:
		written := n.Segment.Value(w.reader.doc.source)
		words := string(written)
		if !n.IsRaw() {
			words = resolve(written)
		}
		w.add(words, words == string(written), n.Segment.Start)
		if n.SoftLineBreak() || n.HardLineBreak() {
			w.text.WriteByte(' ')
		}
	case *ast.AutoLink:
		w.add(string(n.Label(w.reader.doc.source)), true, n.Pos()+len("<"))
	}
	return ast.WalkContinue, nil
}

func (w *wordWriter) add(words string, exact bool, offset int) {
	w.spans = append(w.spans, span{start: w.text.Len(), exact: exact, pos: w.reader.places.span(offset, offset)})
	w.text.WriteString(words)
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
